import type { PercistLesion, PercistTimepoint } from '../percist/inputs.js';
import { coursesOf } from './course.testdata.js';

export type Lesion = PercistLesion;
/** Lung cancer on FDG-PET: the primary (T01), a liver metastasis (T02), a bone lesion (NT01). */
export const course = coursesOf<Lesion>('percist-1.0');

/** A scan comparable with the others: liver 2.0 +/- 0.2 g/mL, so measurable from 1.5 x 2.0 + 2 x 0.2 = 3.4 g/mL. */
export const scan = (
  lesions: readonly Lesion[],
  more: Partial<Omit<PercistTimepoint, 'lesions'>> & { day?: number } = {}
) => ({
  liverSulMean: 2,
  liverSulSd: 0.2,
  uptakeMinutes: 60,
  sameScanner: true,
  sameReconstruction: true,
  ...more,
  lesions,
});
export const hot = (sulPeak: number | null, more: Partial<Lesion> = {}): Lesion => ({
  id: 'T01',
  role: 'target',
  location: 'LUNG',
  laterality: 'LEFT',
  ...(sulPeak === null ? {} : { sulPeak }),
  ...more,
});
export const second = (sulPeak: number | null, more: Partial<Lesion> = {}): Lesion => ({
  id: 'T02',
  role: 'target',
  location: 'MEDIASTINUM',
  ...(sulPeak === null ? {} : { sulPeak }),
  ...more,
});
export const bone = (
  status: 'present' | 'absent' | 'progressed' | null,
  more: Partial<Lesion> = {}
): Lesion => ({
  id: 'NT01',
  role: 'non-target',
  location: 'BONE',
  ...(status === null ? {} : { status }),
  ...more,
});
export const fresh = (
  status: 'equivocal' | 'unequivocal' | 'absent' | null,
  more: Partial<Lesion> = {}
): Lesion => ({
  id: 'NL01',
  role: 'new',
  location: 'BONE',
  ...(status === null ? {} : { status }),
  ...more,
});
export const one = (...suls: readonly number[]) => suls.map(sul => scan([hot(sul)]));
