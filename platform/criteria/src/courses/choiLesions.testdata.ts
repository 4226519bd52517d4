import type { ChoiLesion, ChoiTimepoint } from '../choi/inputs.js';
import type { LesionInput, TimepointInput } from '../schemas.js';
import { coursesOf } from './course.testdata.js';

/** A gastrointestinal stromal tumour under imatinib: metastases of liver (T01) and mesentery (T02), peritoneum (NT01). */
export type Lesion = LesionInput & ChoiLesion;
export type Visit = Partial<TimepointInput & ChoiTimepoint>;
export const course = coursesOf<Lesion>('choi');
export const target = (
  mm: number | null,
  hu: number | null,
  more: Partial<Lesion> = {}
): Lesion => ({
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  ...(mm === null ? {} : { longestDiameterMm: mm }),
  ...(hu === null ? {} : { densityHu: hu }),
  ...more,
});
export const second = (mm: number | null, hu: number | null, more: Partial<Lesion> = {}) =>
  target(mm, hu, { id: 'T02', location: 'MESENTERY', ...more });
export const gone: Partial<Lesion> = { status: 'absent' };
export const other = (
  status: 'present' | 'absent' | 'progressed' | null,
  more: Partial<Lesion> = {}
): Lesion => ({
  id: 'NT01',
  role: 'non-target',
  location: 'PERITONEUM',
  ...(status === null ? {} : { status }),
  ...more,
});
export const fresh = (status: 'equivocal' | 'unequivocal' | 'absent'): Lesion => ({
  id: 'NL01',
  role: 'new',
  location: 'LIVER',
  status,
});
