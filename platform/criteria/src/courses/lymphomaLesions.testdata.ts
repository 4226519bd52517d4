import type { LesionInput } from '../schemas.js';

// Lesions of the lymphoma courses: diameters in mm, each with its perpendicular.

type More = Partial<LesionInput> & { readonly larger?: boolean };
const at =
  (id: string, location: string, role: LesionInput['role'] = 'target') =>
  (longest: number, across: number, more: More = {}): LesionInput => ({
    id,
    role,
    location,
    longestDiameterMm: longest,
    perpendicularDiameterMm: across,
    ...more,
  });
/** The same lesion without a size. */
const statedAt =
  (id: string, location: string, role: LesionInput['role'] = 'target') =>
  (more: More): LesionInput => ({ id, role, location, ...more });

export const cervical = at('N1', 'CERVICAL LYMPH NODE');
export const mediastinal = at('N2', 'MEDIASTINAL LYMPH NODE');
export const paraaortic = at('N3', 'PARAAORTIC LYMPH NODE');
export const liver = at('M1', 'LIVER');
export const lung = at('M2', 'LUNG');
export const cervicalStated = statedAt('N1', 'CERVICAL LYMPH NODE');
export const mediastinalStated = statedAt('N2', 'MEDIASTINAL LYMPH NODE');
export const paraaorticStated = statedAt('N3', 'PARAAORTIC LYMPH NODE');
export const liverStated = statedAt('M1', 'LIVER');
export const lungStated = statedAt('M2', 'LUNG');
/** Not measured at baseline. */
export const effusion = (status: LesionInput['status'], more: More = {}): LesionInput =>
  statedAt('X1', 'PLEURAL EFFUSION', 'non-target')({ ...(status ? { status } : {}), ...more });
export const kidney = (status: LesionInput['status'], more: More = {}): LesionInput =>
  statedAt('X2', 'KIDNEY', 'non-target')({ ...(status ? { status } : {}), ...more });
export const newNode = at('L1', 'AXILLARY LYMPH NODE', 'new');
export const newLung = at('L2', 'LUNG', 'new');
export const newLungStated = statedAt('L2', 'LUNG', 'new');
