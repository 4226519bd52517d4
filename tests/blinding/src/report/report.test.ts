import { describe, expect, it } from '@jest/globals';
import type { Finding } from '../run/sendInventory.js';
import type { PlantResult, Verification } from '../run/verification.js';
import { markdownOf } from './markdown.js';
import { hasPassed, reportOf } from './report.js';

const secret = 'CANARY0010001001';
const trace: Finding['trace'] = {
  kind: 'identity',
  form: 'base64: plain',
  ...{ at: '(0010,0010) no. 1', offset: 12, excerpt: '0123456789abcdef', part: 'body' },
};
const plant: PlantResult = {
  id: 'storage',
  place: 'browser',
  ...{ title: 'a name in the storage', found: true, by: 'R1: log in: localStorage' },
};
const clean: Verification = {
  size: 'whole',
  policy: { policyVersion: 'f'.repeat(64), variant: { dates: 'shifted', sexAge: false } },
  ...{ findings: [], leftOut: [], plants: [plant] },
  canaries: [{ kind: 'identity', text: secret, at: trace.at, may: [] }],
  tallies: { R1: { requests: 10, pairs: 2, bytes: 3e6, statuses: { 200: 6, 404: 4 }, failed: [] } },
  crawls: [],
  recorded: {},
};
const leaking: Verification = {
  ...clean,
  findings: [{ viewer: 'R1', asked: 'GET /api/reads', status: 200, trace }],
};

describe('the report', () => {
  it('passes with nothing found, everything asked and every plant seen, and not otherwise', () => {
    expect(hasPassed(clean)).toBe(true);
    expect(hasPassed(leaking)).toBe(false);
    expect(hasPassed({ ...clean, leftOut: ['GET /api/secrets'] })).toBe(false);
    expect(hasPassed({ ...clean, plants: [{ ...plant, found: false, by: null }] })).toBe(false);
  });

  it('says what was found and where, by whom and how, and never the text', async () => {
    const page = markdownOf(await reportOf(leaking, '2026-11-30'));
    for (const part of [
      '2026-11-30',
      'GET /api/reads',
      'base64: plain',
      '**failed**',
      'f'.repeat(64),
      'dates: shifted, sexAge: false',
    ])
      expect(page).toContain(part);
    expect(page).not.toContain(secret);
    expect(markdownOf(await reportOf(clean, '2026-11-30'))).toContain('None.');
  });
});
