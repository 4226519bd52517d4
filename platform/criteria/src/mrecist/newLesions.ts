import type { NewLesionState } from '../course/categories.js';
import type { NodeLimits, NodeLimitsOf } from '../course/nodeLimits.js';
import { type NewLesionRules, nodeSize } from '../course/newLesionRating.js';
import { isNode, type Visit } from '../course/subject.js';
import { lengthScale, type LengthScale } from '../decimal.js';
import type { LesionInput } from '../schemas.js';
import type { LesionOwn } from './inputs.js';
import { isFluid, isHepatic } from './viable.js';

const porta: NodeLimits = { targetFromMm: 20, normalBelowMm: 20, newFromMm: 20 };
const elsewhere: NodeLimits = { targetFromMm: 15, normalBelowMm: 10, newFromMm: 15 };

/** Nodes of the porta hepatis are malignant from 20 mm short axis, others from 15 mm. */
export const mrecistNodeLimits: NodeLimitsOf = node =>
  node?.location === 'PORTAL LYMPH NODE' ? porta : elsewhere;

/** The size, mm, that a lesion was first measured with at an earlier visit; null where it was not. */
function firstSize(id: string, history: readonly Visit[]): number | null {
  const sizes = history.slice(0, -1).map(({ lesions }) => lesions.get(id)?.longestDiameterMm ?? 0);
  return sizes.find(size => size > 0) ?? null;
}

/** A nodule of the liver that is there: not a node, nor fluid. */
function isNodule(lesion: LesionInput): boolean {
  const settled =
    lesion.evaluable === false || lesion.status === 'absent' || lesion.longestDiameterMm === 0;
  return isHepatic(lesion) && !isNode(lesion) && !isFluid(lesion) && !settled;
}

const patternStated = ({ arterialEnhancement, washout }: LesionInput & LesionOwn): boolean =>
  typeof arterialEnhancement === 'boolean' || typeof washout === 'boolean';

/** From which longest diameter on a nodule is unequivocal; null where no size makes it so. */
function unequivocalFrom(
  nodule: LesionInput & LesionOwn,
  history: readonly Visit[],
  scale: LengthScale
): bigint | null {
  const { arterialEnhancement, washout, status } = nodule;
  const typical = arterialEnhancement === true && washout === true;
  if (typical || (status === 'unequivocal' && !patternStated(nodule))) return scale.of(10);
  const first = firstSize(nodule.id, history);
  return first === null ? null : scale.of(first) + scale.of(10);
}

/** The size of a nodule, for the margin; of anything else that of a node. */
export const newLesionSize: NonNullable<NewLesionRules['sizeOf']> = (lesion, history, scale) => {
  if (!isNodule(lesion)) return nodeSize(lesion, mrecistNodeLimits, scale);
  const from = unequivocalFrom(lesion, history, scale);
  return from === null ? null : { field: 'longestDiameterMm', from };
};

/**
 * A new nodule of the liver is unequivocal from 10 mm with arterial enhancement and wash-out, or once it grew by 10 mm;
 * anything else is equivocal. Without a word on its pattern the reader's call counts from 10 mm on. Null: not such a
 * lesion, or nothing that decides.
 */
export function newLesionState(
  lesion: LesionInput & LesionOwn,
  history: readonly Visit[]
): NewLesionState | null {
  if (isFluid(lesion)) return lesion.cytology === 'positive' ? null : 'NO';
  if (!isNodule(lesion)) return null;
  const size = lesion.longestDiameterMm ?? null;
  if (size === null) return patternStated(lesion) ? 'EQUIVOCAL' : null;
  const scale = lengthScale([size, firstSize(lesion.id, history) ?? size]);
  const from = unequivocalFrom(lesion, history, scale);
  return from !== null && scale.of(size) >= from ? 'YES' : 'EQUIVOCAL';
}
