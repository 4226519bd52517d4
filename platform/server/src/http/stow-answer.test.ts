import { describe, expect, it } from '@jest/globals';
import type { FileReport } from '../intake/take-files.js';
import { stowAnswer } from './stow-answer.js';

const file = (outcome: FileReport['outcome'], number: number): FileReport => ({
  ...{ name: `file ${number}`, outcome, reason: null, sha256: 'a' },
  ...{ sopUid: `1.${number}`, sopClassUid: '1.2.840.10008.5.1.4.1.1.2', studyUid: '1' },
});
const item = (number: number, more = {}) => ({
  '00081150': { vr: 'UI', Value: ['1.2.840.10008.5.1.4.1.1.2'] },
  '00081155': { vr: 'UI', Value: [`1.${number}`] },
  ...more,
});

describe('the answer of STOW-RS', () => {
  it('is 200 when all are stored, also those that were there', () => {
    expect(stowAnswer([file('stored', 1), file('alreadyThere', 2)])).toEqual({
      status: 200,
      dataset: { '00081199': { vr: 'SQ', Value: [item(1), item(2)] } },
    });
  });
  it('is 202 when some are, and says why the others are not', () => {
    const { status, dataset } = stowAnswer([file('stored', 1), file('quarantined', 2)]);
    expect(status).toBe(202);
    expect(dataset['00081198']).toEqual({
      vr: 'SQ',
      Value: [item(2, { '00081197': { vr: 'US', Value: [0x0110] } })],
    });
  });
  it.each([
    ['quarantined', 272],
    ['refused', 292],
    ['notDicom', 49152],
    ['failed', 42752],
  ] as const)('is 409 when none is: %s is %d', (outcome, reason) => {
    expect(stowAnswer([file(outcome, 1)])).toMatchObject({
      status: 409,
      dataset: { '00081198': { Value: [{ '00081197': { Value: [reason] } }] } },
    });
  });
  it('leaves out what a file does not say', () => {
    const nothing = { ...file('notDicom', 1), sopUid: null, sopClassUid: null };
    expect(stowAnswer([nothing]).dataset['00081198']?.Value?.[0]).toEqual({
      '00081197': { vr: 'US', Value: [0xc000] },
    });
  });
});
