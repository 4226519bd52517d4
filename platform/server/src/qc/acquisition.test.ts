import { describe, expect, it } from '@jest/globals';
import type { DicomDataset } from '../archive/dicom-json.js';
import { acquisitionOf } from './acquisition.js';

const image = (thicknessMm: number, more: DicomDataset = {}): DicomDataset => ({
  '00080070': { vr: 'LO', Value: ['Maker'] },
  '00081090': { vr: 'LO', Value: ['Scan 4'] },
  '0008103E': { vr: 'LO', Value: ['Portal venous'] },
  '00180050': { vr: 'DS', Value: [thicknessMm] },
  '00200011': { vr: 'IS', Value: [3] },
  '00280010': { vr: 'US', Value: [256] },
  '00280011': { vr: 'US', Value: [512] },
  '00280030': { vr: 'DS', Value: [0.7, 0.8] },
  ...more,
});

describe('how a series was acquired', () => {
  it('is what its images say, with the least and the largest of a number', () => {
    expect(acquisitionOf([image(2.5), image(5), image(2.5)])).toEqual({
      ...{ images: 3, number: 3, description: 'Portal venous', scanner: 'Maker Scan 4' },
      sliceThicknessMm: { from: 2.5, to: 5 },
      pixelSpacingMm: { from: 0.7, to: 0.8 },
      ...{ matrix: '512 × 256', kernel: null, contrastAgent: false },
    });
  });

  it('does not choose where images differ, and says when one names an agent', () => {
    const other = image(2.5, {
      '0008103E': { vr: 'LO', Value: ['Arterial'] },
      '00180010': { vr: 'LO', Value: ['Agent'] },
    });
    expect(acquisitionOf([image(2.5), other])).toMatchObject({
      description: null,
      contrastAgent: true,
    });
  });

  it('is unknown where images say nothing, never zero', () => {
    expect(acquisitionOf([{}])).toEqual({
      ...{ images: 1, number: null, description: null, scanner: null, sliceThicknessMm: null },
      ...{ pixelSpacingMm: null, matrix: null, kernel: null, contrastAgent: false },
    });
  });
});
