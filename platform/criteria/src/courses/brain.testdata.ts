import type { VolumetricLesion } from '../neuro/inputs.js';
import type { LesionInput } from '../schemas.js';

// Lesions of the brain tumour criteria, and what is told of a patient beside them.

export type BrainLesion = LesionInput & VolumetricLesion;
type More = Partial<BrainLesion>;

/** A measured lesion by its longest and perpendicular diameters, mm; null: not given. */
export const tumour = (
  longest: number | null,
  across: number | null,
  more: More = {}
): BrainLesion => ({
  id: 'T01',
  role: 'target',
  location: 'BRAIN',
  longestDiameterMm: longest,
  perpendicularDiameterMm: across,
  ...more,
});
export const second = (longest: number | null, across: number | null, more: More = {}) =>
  tumour(longest, across, { id: 'T02', ...more });
export const gone: More = { status: 'absent' };
export const notRead: More = { evaluable: false, reason: 'POOR_QUALITY' };
/** Disease that is followed without a measurement. */
export const unmeasured = (status: 'present' | 'absent' | 'progressed', id = 'NT01') =>
  ({ id, role: 'non-target', location: 'BRAIN', status }) satisfies BrainLesion;
export const fresh = (status: 'equivocal' | 'unequivocal' | 'absent', more: More = {}) =>
  ({ id: 'NL01', role: 'new', location: 'BRAIN', status, ...more }) satisfies BrainLesion;

type Told = Readonly<Record<string, unknown>>;

/** A visit of these lesions; the patient stable on the dose of the baseline unless told otherwise. */
export const seen = (lesions: readonly BrainLesion[], more: Told = {}) => ({
  steroids: 'SAME',
  clinicalStatus: 'SAME',
  lesions: [...lesions],
  ...more,
});
