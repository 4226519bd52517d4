import type { LesionInput } from '../schemas.js';

// Lesions of courses by diameters, as a reader enters them.

type More = Partial<LesionInput>;

/** A target of the liver, T01 without a name. */
export const target = (mm: number, more: More = {}): LesionInput => ({
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  longestDiameterMm: mm,
  ...more,
});

/** The second target, of the pancreas. */
export const second = (mm: number, more: More = {}): LesionInput =>
  target(mm, { id: 'T02', location: 'PANCREAS', ...more });

/** The third target, of the spleen. */
export const third = (mm: number, more: More = {}): LesionInput =>
  target(mm, { id: 'T03', location: 'SPLEEN', ...more });

/** A nodal target by its short axis. */
export const nodal = (id: string, mm: number, more: More = {}): LesionInput => ({
  id,
  role: 'target',
  location: 'MEDIASTINAL LYMPH NODE',
  shortAxisMm: mm,
  ...more,
});

/** A target without a number: what is entered of it instead. */
export const unmeasured = (id: string, location: string, more: More): LesionInput => ({
  id,
  role: 'target',
  location,
  ...more,
});

/** A bone lesion that is not measured. */
export const nonTarget = (status: LesionInput['status'], more: More = {}): LesionInput => ({
  id: 'NT01',
  role: 'non-target',
  location: 'BONE',
  ...(status === undefined ? {} : { status }),
  ...more,
});

/** A new lesion of the right lung. */
export const fresh = (status: LesionInput['status'], more: More = {}): LesionInput => ({
  id: 'NL01',
  role: 'new',
  location: 'LUNG',
  laterality: 'RIGHT',
  ...(status === undefined ? {} : { status }),
  ...more,
});
