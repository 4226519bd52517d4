import { describe, expect, it } from '@jest/globals';
import type { DicomDataset } from '../archive/dicom-json.js';
import { sliceProblems } from './slice-geometry.js';

const at = (z: number): DicomDataset => ({
  '00200032': { vr: 'DS', Value: [0, 0, z] },
  '00200037': { vr: 'DS', Value: [1, 0, 0, 0, 1, 0] },
});

describe('slices', () => {
  it('that are complete and even have no problem, in any order', () => {
    expect(sliceProblems([0, 10, 5, 20, 15].map(at))).toEqual([]);
    expect(sliceProblems([0, 2.5, 5.01, 7.5].map(at))).toEqual([]);
  });
  it('that are missing are counted and placed', () => {
    expect(sliceProblems([0, 5, 10, 25, 30].map(at))).toEqual([
      'missingSlice: 2 between places 3 and 4',
    ]);
  });
  it('that are unevenly spaced are named', () => {
    expect(sliceProblems([0, 5, 10, 17, 22].map(at))).toEqual([
      'unevenSpacing: 7.00 mm between places 3 and 4, usually 5.00 mm',
    ]);
  });
  it('that share a place are named', () => {
    expect(sliceProblems([0, 5, 5, 10].map(at))).toEqual([
      'sharedPosition: more than one image at one place',
    ]);
  });
  it('without geometry are named', () => {
    expect(sliceProblems([{}, {}])).toEqual(['noGeometry: images without orientation']);
  });
});
