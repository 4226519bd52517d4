import { describe, expect, it } from '@jest/globals';
import { auditHash, genesisHash, verifyAuditChain } from './auditChain.js';

function chain(entries: unknown[]): string[] {
  let previousHash = genesisHash;
  return entries.map((entry, index) => {
    const hash = auditHash({ sequence: index + 1, previousHash, entry });
    const line = JSON.stringify({ sequence: index + 1, previousHash, hash, entry });
    previousHash = hash;
    return line;
  });
}
const lines = chain([
  { action: 'deploy', by: 'admin' },
  { action: 'sign', value: 1.5 },
  { action: 'export', note: 'ä' },
]);
const verdict = (changed: string[]) => verifyAuditChain(`${changed.join('\n')}\n`);

describe('verifyAuditChain', () => {
  it('accepts a whole chain, an empty one, and any order of keys', () => {
    expect(verdict(lines)).toMatchObject({ ok: true, entries: 3 });
    expect(verdict([])).toEqual({ ok: true, entries: 0, lastHash: genesisHash });
    expect(
      verdict([
        lines[0]?.replace('{"action":"deploy","by":"admin"}', '{"by":"admin","action":"deploy"}') ??
          '',
      ])
    ).toMatchObject({ ok: true });
  });
  it.each([
    ['a changed value', [lines[0], lines[1]?.replace('1.5', '1.6'), lines[2]], 'CL_AUDIT_HASH', 2],
    ['a removed entry', [lines[0], lines[2]], 'CL_AUDIT_SEQUENCE', 3],
    ['a cut start', lines.slice(1), 'CL_AUDIT_LINK', 2],
    ['a line that is not JSON', [lines[0], '{'], 'CL_AUDIT_LINE', null],
    ['an entry without hash', ['{"sequence":1,"entry":{}}'], 'CL_AUDIT_LINE', null],
  ])('names the first broken entry: %s', (_name, changed, code, sequence) => {
    expect(verdict(changed.map(line => line ?? ''))).toMatchObject({
      ok: false,
      broken: { code, sequence },
    });
  });
});
