import type { NewLesionState } from '../course/categories.js';
import type { NodeLimits, NodeLimitsOf } from '../course/nodeLimits.js';
import { isNode, type Visit } from '../course/subject.js';
import { lengthScale } from '../decimal.js';
import type { LesionInput } from '../schemas.js';
import type { LesionOwn } from './inputs.js';
import { isFluid, isHepatic } from './viable.js';

const porta: NodeLimits = { targetFromMm: 20, normalBelowMm: 20, newFromMm: 20 };
const elsewhere: NodeLimits = { targetFromMm: 15, normalBelowMm: 10, newFromMm: 15 };

/** Nodes of the porta hepatis are malignant from 20 mm short axis, others from 15 mm. */
export const mrecistNodeLimits: NodeLimitsOf = node =>
  node?.location === 'PORTAL LYMPH NODE' ? porta : elsewhere;

function firstSize(id: string, history: readonly Visit[]): number | null {
  for (const { lesions } of history) {
    const size = lesions.get(id)?.longestDiameterMm ?? 0;
    if (size > 0) return size;
  }
  return null;
}

/**
 * A new nodule of the liver is unequivocal from 10 mm with arterial enhancement and wash-out, or once it grew by 10 mm;
 * anything else is equivocal. Without a word on its pattern the reader's call counts from 10 mm on. Null: not such a
 * lesion, or nothing that decides.
 */
export function newLesionState(
  lesion: LesionInput,
  history: readonly Visit[]
): NewLesionState | null {
  const { arterialEnhancement, washout, cytology } = lesion as LesionInput & LesionOwn;
  if (isFluid(lesion)) return cytology === 'positive' ? null : 'NO';
  const size = lesion.longestDiameterMm ?? null;
  const decided = lesion.evaluable === false || lesion.status === 'absent' || size === 0;
  if (!isHepatic(lesion) || isNode(lesion) || decided) return null;
  const stated = typeof arterialEnhancement === 'boolean' || typeof washout === 'boolean';
  if (size === null) return stated ? 'EQUIVOCAL' : null;
  const first = firstSize(lesion.id, history) ?? size;
  const scale = lengthScale([size, first]);
  const large = scale.of(size) >= scale.of(10);
  if (scale.of(size) - scale.of(first) >= scale.of(10)) return 'YES';
  if (large && arterialEnhancement === true && washout === true) return 'YES';
  return large && !stated && lesion.status === 'unequivocal' ? 'YES' : 'EQUIVOCAL';
}
