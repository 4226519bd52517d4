import { describe, expect, it } from '@jest/globals';
import type { DicomDataset } from '../archive/dicom-json.js';
import type { IntakeRules } from './intake-rules.js';
import { describeSeries } from './received-study.js';

const rules = {
  roles: [{ role: 'CT-PV-AX', modality: 'CT', tests: [] }],
  maxSliceThicknessMm: 5,
} as unknown as IntakeRules;

const ct = '1.2.840.10008.5.1.4.1.1.2';
const secondaryCapture = '1.2.840.10008.5.1.4.1.1.7';

const image = (number: number, sopClass: string): DicomDataset => ({
  '00080016': { vr: 'UI', Value: [sopClass] },
  '00080060': { vr: 'CS', Value: ['CT'] },
  '0020000E': { vr: 'UI', Value: ['1.2.1'] },
  '00200013': { vr: 'IS', Value: [number] },
  '00200032': { vr: 'DS', Value: [0, 0, 5 * number] },
  '00200037': { vr: 'DS', Value: [1, 0, 0, 0, 1, 0] },
  '00280010': { vr: 'US', Value: [64] },
  '7FE00010': { vr: 'OW' },
});

describe('a series of CT', () => {
  it('is not read where it is of secondary captures', () => {
    const [series] = describeSeries(
      [1, 2].map(number => image(number, secondaryCapture)),
      rules
    );
    expect(series).toMatchObject({
      role: 'CT-PV-AX',
      usable: { read: 'no', reason: 'unsupportedKind' },
      problems: [{ code: 'unsupportedKind', images: 2, of: 2 }],
    });
  });

  it('is read without the secondary captures in it, which is noted', () => {
    const images = [...[1, 2, 3].map(number => image(number, ct)), image(4, secondaryCapture)];
    const [series] = describeSeries(images, rules);
    expect(series).toMatchObject({
      usable: { read: 'limited', reason: 'unsupportedKind' },
      problems: [{ code: 'unsupportedKind', images: 1, of: 4 }],
    });
  });

  it('has nothing to be noted where all are CT', () => {
    const [series] = describeSeries(
      [1, 2, 3].map(number => image(number, ct)),
      rules
    );
    expect(series).toMatchObject({ usable: { read: 'yes' }, problems: [] });
  });
});
