import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { judged, replaceable } from './packages.mjs';

const good = { version: '1.0.0', integrity: 'sha512-AAAA' };
const lockOf = packages => ({ lockfileVersion: 3, packages });

describe('packages of a lock file', () => {
  it('names each package that could be replaced', () => {
    const lock = lockOf({
      '': {},
      'platform/own': { version: '0.1.0' },
      'node_modules/@corelab/own': { resolved: 'platform/own', link: true },
      'node_modules/good': good,
      'node_modules/far': { ...good, resolved: 'https://registry.example/far.tgz' },
      'node_modules/bare': { version: '1.0.0' },
      'node_modules/weak': { version: '1.0.0', integrity: 'sha1-AAAA' },
      'node_modules/plain': { ...good, resolved: 'http://registry.example/plain.tgz' },
      'node_modules/branch': { ...good, resolved: 'git+ssh://git@example/branch.git#1' },
      'node_modules/a/node_modules/near': { ...good, resolved: 'file:near.tgz' },
    });
    expect(replaceable(lock)).toEqual([
      'node_modules/bare has no sha512',
      'node_modules/weak has no sha512',
      'node_modules/plain comes from http',
      'node_modules/branch comes from git+ssh',
      'node_modules/a/node_modules/near comes from file',
    ]);
    expect(replaceable({ lockfileVersion: 1, packages: {} })).toHaveLength(1);
  });

  it('are all of this repository with their hashes', async () => {
    const text = await readFile(new URL('../../package-lock.json', import.meta.url), 'utf8');
    expect(replaceable(JSON.parse(text))).toEqual([]);
  });
});

describe('known holes', () => {
  const advisory = number => ({
    ...{ source: number, name: 'p', title: `hole ${number}`, severity: 'high', range: '<2' },
    url: `https://advisories.example/${number}`,
  });
  const report = {
    auditReportVersion: 2,
    vulnerabilities: {
      p: { name: 'p', severity: 'high', via: [advisory(1), advisory(2)], fixAvailable: false },
      q: { name: 'q', severity: 'high', via: ['p'], fixAvailable: true },
    },
  };
  const accept = (number, until) => ({
    ...{ advisory: `https://advisories.example/${number}`, reason: 'not reached', until },
  });

  it('names each known hole that is not accepted, and each acceptance that is none any more', () => {
    const accepted = [accept(1, '2026-06-30'), accept(3, '2026-06-30')];
    expect(judged(report, accepted, '2026-06-30')).toEqual({
      holes: ['high: p <2: hole 2 (https://advisories.example/2), not mended yet'],
      stale: ['https://advisories.example/3 is gone'],
    });
    expect(judged(report, accepted, '2026-07-01')).toMatchObject({
      holes: [expect.stringContaining('hole 1'), expect.stringContaining('hole 2')],
      stale: [
        'https://advisories.example/1 was accepted until 2026-06-30',
        'https://advisories.example/3 is gone',
      ],
    });
  });

  it('are none in a report of none, and not taken from anything else', () => {
    const none = { auditReportVersion: 2, vulnerabilities: {} };
    expect(judged(none, [], '2026-07-01')).toEqual({ holes: [], stale: [] });
    expect(() => judged({ message: '405' }, [], '2026-07-01')).toThrow('no report of npm audit');
  });
});
