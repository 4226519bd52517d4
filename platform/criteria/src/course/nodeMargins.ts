import type { LengthScale } from '../decimal.js';
import type { LesionInput, Trace } from '../schemas.js';
import type { NewLesionState, NonTargetCategory } from './categories.js';
import {
  farthestCrossing,
  marginOf,
  nearestCrossing,
  sizeCrossing,
  type SizeCrossing,
  type SizeLimit,
} from './margin.js';

/** A lymph node whose short axis alone decides what it is: another state from `limit` on. */
export type SizedNode = SizeLimit;

/** A lesion of which the size alone decides whether it is new. */
export interface SizedNewLesion extends SizeLimit {
  readonly state: NewLesionState;
  /** Whether its size is on the side of new disease: at the limit or over it, as the criterion has it. */
  readonly reached: boolean;
  /** What it would be on the other side of its limit. */
  readonly otherwise: NewLesionState;
}

/** The one that has to fall below its limit last, where all of them have to. */
function lastToFall(
  nodes: readonly SizedNode[],
  category: string,
  scale: LengthScale
): SizeCrossing | null {
  const [first, ...rest] = nodes.map(node => sizeCrossing(node, category, scale));
  return first ? farthestCrossing([first, ...rest]) : null;
}

/** Nothing where no lesion's size can change the category. */
type Decided = Pick<Trace, 'threshold' | 'margin'>;

/** The condition on the size of this lesion, in words, and how far it is. */
export const decidedBy = (
  crossing: SizeCrossing | null,
  condition: string,
  scale: LengthScale
): Decided =>
  crossing
    ? {
        margin: marginOf(crossing),
        threshold: `${crossing.lesion} ${condition} of ${scale.toMm(crossing.numerator)} mm`,
      }
    : {};

const worstFirst: readonly NewLesionState[] = ['YES', 'EQUIVOCAL', 'NE', 'NO'];

/** The lesion whose size is nearest to making a visit's new lesions another state; null where none can. */
export function newLesionCrossing(
  state: NewLesionState,
  perLesion: ReadonlyMap<string, NewLesionState>,
  sized: readonly SizedNewLesion[],
  scale: LengthScale
): SizeCrossing | null {
  const rank = (one: NewLesionState): number => worstFirst.indexOf(one);
  const rising = sized
    .filter(one => !one.reached && rank(one.otherwise) < rank(state))
    .map(one => sizeCrossing(one, one.otherwise, scale));
  const states = [...perLesion.values()];
  const deciding = states.filter(one => one === state);
  const falling = sized.filter(
    one => one.reached && one.state === state && rank(one.otherwise) > rank(state)
  );
  const left = [...states, ...falling.map(({ otherwise }) => otherwise)];
  const below = worstFirst.find(one => rank(one) > rank(state) && left.includes(one));
  const fall =
    below && falling.length === deciding.length ? lastToFall(falling, below, scale) : null;
  return nearestCrossing([...rising, ...(fall ? [fall] : [])]);
}

/** How far non-target nodes are from keeping a complete response away, or from allowing it; `present`: how many lesions. */
export function nonTargetNodeMargin(
  category: NonTargetCategory,
  present: number,
  nodes: readonly SizedNode[],
  scale: LengthScale
): Decided {
  const condition = 'is not normal from a short axis';
  if (category === 'CR') {
    const normal = nodes.filter(({ size, limit }) => size < limit);
    const rising = normal.map(node => sizeCrossing(node, 'NON-CR/NON-PD', scale));
    return decidedBy(nearestCrossing(rising), condition, scale);
  }
  const enlarged = nodes.filter(({ size, limit }) => size >= limit);
  if (category !== 'NON-CR/NON-PD' || enlarged.length !== present) return {};
  return decidedBy(lastToFall(enlarged, 'CR', scale), condition, scale);
}

/** The short axis of a node; null where there is none, or where something else than it decides. */
export function shortAxisOf(lesion: LesionInput, node: boolean): number | null {
  const { shortAxisMm, status, mergedInto, evaluable } = lesion;
  const settled =
    status === 'absent' || status === 'progressed' || mergedInto || evaluable === false;
  return node && !settled && shortAxisMm ? shortAxisMm : null;
}
