import { type Static, Type } from '@sinclair/typebox';
import type { Visit } from '../course/subject.js';
import { choice, marrowInputs } from '../lymphoma/marrow.js';
import type { AssessmentInput, LesionInput, TimepointInput } from '../schemas.js';

export const ChesonSubjectSchema = Type.Object({
  petClass: choice(
    ['avid', 'variable'],
    'avid: a lymphoma that is FDG-avid as a rule, or was PET-positive before therapy; variable: any other, or PET-negative before therapy.'
  ),
});

const pet = choice(
  ['NEG', 'POS', 'NE'],
  'FDG-PET by visual assessment; leave out where it was not done.'
);

export const ChesonTimepointSchema = Type.Object({
  pet,
  liver: choice(['normal', 'enlarged', 'larger'], 'Liver; larger: grown since baseline.'),
  spleen: choice(['normal', 'enlarged', 'larger'], 'Spleen; larger: grown since baseline.'),
  ...marrowInputs,
});

export const ChesonLesionSchema = Type.Object({
  pet,
  larger: Type.Optional(
    Type.Union([Type.Boolean(), Type.Null()], {
      description: 'Non-target only: larger than at baseline without being clearly worse.',
    })
  ),
});

export type Pet = 'NEG' | 'POS' | 'NE';
type Lesion = LesionInput & Static<typeof ChesonLesionSchema>;

export const chesonOf = ({ input }: Visit) =>
  input as TimepointInput & Static<typeof ChesonTimepointSchema>;
export const petClassOf = (input: AssessmentInput): 'avid' | 'variable' | null =>
  (input as AssessmentInput & Static<typeof ChesonSubjectSchema>).petClass ?? null;

/** PET of a visit: its own, else positive if one site is, negative if all are; null when nothing is said. */
export function petOf(visit: Visit): Pet | null {
  if (visit.input.evaluable === false) return 'NE';
  const own = chesonOf(visit).pet ?? null;
  if (own !== null) return own;
  const sites = [...visit.lesions.values()].map(lesion => (lesion as Lesion).pet ?? null);
  if (sites.includes('POS')) return 'POS';
  if (sites.every(site => site === null)) return null;
  return sites.every(site => site === 'NEG') ? 'NEG' : 'NE';
}
