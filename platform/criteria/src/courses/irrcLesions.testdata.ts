import type { LesionInput } from '../schemas.js';
import { coursesOf } from './course.testdata.js';

/** Melanoma under ipilimumab: metastases of liver (T01) and subcutaneous tissue (T02), the lungs as non-index (NT01). */
export type Lesion = LesionInput;
export const course = coursesOf<Lesion>('irrc');
const sized = (longestDiameterMm: number | null, perpendicularDiameterMm: number | null) => ({
  ...(longestDiameterMm === null ? {} : { longestDiameterMm }),
  ...(perpendicularDiameterMm === null ? {} : { perpendicularDiameterMm }),
});
export const index = (
  longest: number | null,
  across: number | null,
  more: Partial<Lesion> = {}
): Lesion => ({
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  ...sized(longest, across),
  ...more,
});
export const second = (longest: number | null, across: number | null, more: Partial<Lesion> = {}) =>
  index(longest, across, { id: 'T02', location: 'SUBCUTANEOUS TISSUE', ...more });
export const lungs = (
  status: 'present' | 'absent' | 'progressed' | null,
  more: Partial<Lesion> = {}
): Lesion => ({
  id: 'NT01',
  role: 'non-target',
  location: 'LUNG',
  laterality: 'BILATERAL',
  ...(status === null ? {} : { status }),
  ...more,
});
export const fresh = (
  longest: number | null,
  across: number | null,
  more: Partial<Lesion> = {}
): Lesion => ({
  id: 'NL01',
  role: 'new',
  location: 'LIVER',
  ...sized(longest, across),
  ...more,
});
export const gone: Partial<Lesion> = { status: 'absent' };
export const unread: Partial<Lesion> = { evaluable: false, reason: 'OBSCURED' };
