import { describe, expect, it } from '@jest/globals';
import type { DicomDataset } from '../archive/dicom-json.js';
import { sliceProblems } from './slice-geometry.js';

const at = (z: number, orientation = [1, 0, 0, 0, 1, 0]): DicomDataset => ({
  '00200032': { vr: 'DS', Value: [0, 0, z] },
  '00200037': { vr: 'DS', Value: orientation },
});
const places = (...zs: number[]): DicomDataset[] => zs.map(z => at(z));

describe('slices', () => {
  it('that are complete and even have no problem, in any order', () => {
    expect(sliceProblems(places(0, 10, 5, 20, 15))).toEqual([]);
    expect(sliceProblems(places(0, 2.5, 5.01, 7.5))).toEqual([]);
    expect(sliceProblems(places(-100, -105, -110))).toEqual([]);
  });
  it('that are missing are numbered among all that should be there', () => {
    expect(sliceProblems(places(0, 5, 10, 25, 30))).toEqual([
      { code: 'missingSlices', missing: [4, 5], of: 7 },
    ]);
  });
  it('are numbered from the end where the instance numbers begin', () => {
    expect(sliceProblems(places(30, 25, 10, 5, 0))).toEqual([
      { code: 'missingSlices', missing: [3, 4], of: 7 },
    ]);
  });
  it('that are unevenly spaced are placed', () => {
    expect(sliceProblems(places(0, 5, 10, 17, 22))).toEqual([
      { code: 'unevenSpacing', places: 1, after: 3, gapMm: 7, usualMm: 5 },
    ]);
    expect(sliceProblems(places(0, 5, 12, 17, 19, 24, 29))).toEqual([
      { code: 'unevenSpacing', places: 2, after: 2, gapMm: 7, usualMm: 5 },
    ]);
  });
  it('that share a place are counted', () => {
    expect(sliceProblems(places(0, 5, 5, 10))).toEqual([{ code: 'sharedPosition', images: 1 }]);
  });
  it('of two orientations are counted by orientation', () => {
    const coronal = [1, 0, 0, 0, 0, -1];
    expect(sliceProblems([...places(0, 5, 10), at(0, coronal), at(5, coronal)])).toEqual([
      { code: 'mixedOrientation', orientations: 2 },
    ]);
  });
  it('without geometry are counted', () => {
    expect(sliceProblems([{}, at(0), at(5)])).toEqual([{ code: 'noGeometry', images: 1, of: 3 }]);
  });
});
