/**
 * Only Node has the cipher that browsers have.
 * @jest-environment node
 */
import { webcrypto } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ClientError } from './clientError.js';
import { createMemoryTable } from './idbTable.js';
import { createLocalKeys } from './localKeys.js';
import { createSealedTable, type SealedRow } from './sealedTable.js';

const crypto = webcrypto as unknown as Crypto;
const text = 'shadow beside the liver';

/** A server that gives `person` a key for each case, and counts how often it is asked. */
function keysOf(person: string, secret = person) {
  const asked: string[] = [];
  const keys = createLocalKeys(
    {
      fetch: url => {
        asked.push(url);
        const caseId = new URL(url, 'http://server').searchParams.get('case');
        const key = Buffer.from(`${secret} ${caseId}`.padEnd(32).slice(0, 32)).toString(
          'base64url'
        );
        return Promise.resolve(
          new Response(JSON.stringify({ owner: person, key: caseId === null ? null : key }))
        );
      },
    },
    crypto
  );
  return { keys, asked };
}

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'none',
    (reason: unknown) => (reason instanceof ClientError ? reason.code : String(reason))
  );

function bench(rows = createMemoryTable<SealedRow>()) {
  const tableOf = (person: string, secret?: string) =>
    createSealedTable<string>(rows, keysOf(person, secret).keys, 'draft', crypto);
  return { rows, tableOf };
}

describe('a sealed table', () => {
  it('gives its owner what was put, and has nothing of it readable', async () => {
    const { rows, tableOf } = bench();
    await tableOf('ober').put('case-1', text);
    expect(await tableOf('ober').get('case-1')).toBe(text);
    const [row] = [...rows.entries.values()];
    expect(Buffer.from(row?.sealed ?? new ArrayBuffer()).toString('latin1')).not.toContain('liver');
    expect(JSON.stringify([...rows.entries.keys()])).toBe('["ober case-1"]');
  });

  it('shows nothing to another person, whose own is beside it', async () => {
    const { tableOf } = bench();
    await tableOf('ober').put('case-1', text);
    const other = tableOf('lang');
    expect([await other.get('case-1'), await other.keys()]).toEqual([null, []]);
    await other.put('case-1', 'mine');
    await other.delete('case-2');
    expect(await tableOf('ober').get('case-1')).toBe(text);
    expect(await tableOf('ober').keys()).toEqual(['case-1']);
  });

  it('does not open with another key, nor in the place of another case', async () => {
    const { rows, tableOf } = bench();
    await tableOf('ober').put('case-1', text);
    expect(await codeOf(tableOf('ober', 'another').get('case-1'))).toBe('CL_KEPT_UNREADABLE');
    const row = rows.entries.get('ober case-1');
    if (row !== undefined) rows.entries.set('ober case-2', row);
    expect(await codeOf(tableOf('ober').get('case-2'))).toBe('CL_KEPT_UNREADABLE');
  });

  it('asks for a key once, and again when none came', async () => {
    const { keys, asked } = keysOf('ober');
    const table = createSealedTable<string>(createMemoryTable(), keys, 'draft', crypto);
    await table.get('case-1');
    await table.put('case-1', text);
    expect(asked).toEqual(['/api/session/local-key?case=case-1']);
    let down = true;
    const away = createLocalKeys(
      {
        fetch: () =>
          down
            ? Promise.reject(new TypeError('no network'))
            : Promise.resolve(new Response(JSON.stringify({ owner: 'o', key: 'A'.repeat(43) }))),
      },
      crypto
    );
    const late = createSealedTable<string>(createMemoryTable(), away, 'draft', crypto);
    expect(await codeOf(late.get('case-1'))).toBe('CL_OFFLINE');
    down = false;
    expect(await late.get('case-1')).toBeNull();
  });

  it('keeps nothing where the browser can not encrypt, and says so', async () => {
    const { asked } = keysOf('ober');
    const keys = createLocalKeys({ fetch: () => Promise.reject(new Error('not asked')) }, {});
    const table = createSealedTable<string>(createMemoryTable(), keys, 'draft', crypto);
    expect(await codeOf(table.put('case-1', text))).toBe('CL_NOT_KEPT');
    expect(asked).toEqual([]);
  });

  it('tells nothing of another person on a page of the first', async () => {
    let person = 'ober';
    const keys = createLocalKeys(
      { fetch: () => Promise.resolve(new Response(JSON.stringify({ owner: person, key: null }))) },
      crypto
    );
    const table = createSealedTable<string>(createMemoryTable(), keys, 'draft', crypto);
    expect(await table.keys()).toEqual([]);
    person = 'lang';
    expect(await codeOf(table.keys())).toBe('CL_OTHER_PERSON');
  });
});
