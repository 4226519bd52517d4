import type { NewLesionRules, NewLesionSize } from '../course/newLesionRating.js';
import { recistNodeLimits } from '../course/nodeLimits.js';
import type { LengthScale } from '../decimal.js';
import type { LesionInput } from '../schemas.js';
import { paper } from './tables.js';

export const measurableFromMm = 10;

type Diameter = Extract<NewLesionSize['field'], 'longestDiameterMm' | 'perpendicularDiameterMm'>;
const diameters: readonly Diameter[] = ['longestDiameterMm', 'perpendicularDiameterMm'];

/** The diameters of a lesion that were given, the smallest first. */
const measured = (lesion: LesionInput): Diameter[] =>
  diameters
    .filter(field => typeof lesion[field] === 'number')
    .sort((a, b) => (lesion[a] ?? 0) - (lesion[b] ?? 0));

/** Those below what is measurable; none of a lesion of no size. */
function tooSmall(lesion: LesionInput, scale: LengthScale): Diameter[] {
  if (lesion.longestDiameterMm === 0) return [];
  return measured(lesion).filter(
    field => scale.of(lesion[field] ?? 0) < scale.of(measurableFromMm)
  );
}

const isThere = (lesion: LesionInput): boolean =>
  lesion.evaluable !== false && lesion.status !== 'absent';

/** A new lesion that is not measurable is followed, not progression. */
export const newLesionRules = (scale: LengthScale): NewLesionRules => ({
  source: `${paper}, new lesions`,
  nodeLimits: recistNodeLimits,
  stateOf: lesion => {
    const small = lesion.tooSmallToMeasure === true || tooSmall(lesion, scale).length > 0;
    return isThere(lesion) && small ? 'EQUIVOCAL' : null;
  },
  sizeOf: lesion => {
    const [field] = measured(lesion);
    return field ? { field, from: scale.of(measurableFromMm) } : null;
  },
});
