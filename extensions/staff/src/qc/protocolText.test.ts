import { describe, expect, it } from '@jest/globals';
import { limitsOf } from './protocolText.js';
import type { RoleAsked } from './qcData.js';

const asked: RoleAsked = {
  ...{ role: 'CT-PV-AX', modality: 'CT', maxSliceThicknessMm: null, maxGapMm: null },
  ...{ maxPixelSpacingMm: null, minCoverageMm: null, contrast: null, sameScanner: null },
  attributes: [],
};
const limit = { attribute: 'KVP', equals: [], from: null, to: null, severity: 'minor' as const };

describe('what the protocol asks of a role', () => {
  it.each<[Partial<RoleAsked>, string[]]>([
    [{}, []],
    [{ maxGapMm: 0 }, ['gaps of at most 0 mm']],
    [
      { maxSliceThicknessMm: 2.5, maxPixelSpacingMm: 1, sameScanner: true },
      ['slices of at most 2.5 mm', 'pixels of at most 1 mm', 'on the scanner of the baseline'],
    ],
    [{ sameScanner: false, contrast: 'either' }, ['with or without contrast medium']],
    [{ attributes: [{ ...limit, from: 100, to: 120 }] }, ['KVP from 100 to 120']],
    [{ attributes: [{ ...limit, from: 0 }] }, ['KVP from 0']],
    [{ attributes: [{ ...limit, to: 120 }] }, ['KVP to 120']],
    [
      {
        attributes: [
          { ...limit, attribute: 'Kernel', equals: ['B30f', 'B31f'], severity: 'major' },
        ],
      },
      ['Kernel: B30f, B31f (major)'],
    ],
  ])('%j', (more, words) => {
    expect(limitsOf({ ...asked, ...more })).toEqual(words);
  });
});
