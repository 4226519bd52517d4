import type { LengthScale } from '../decimal.js';
import type { Reason } from '../reason.js';
import type { LesionInput } from '../schemas.js';
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

/** A node of which the size alone decides whether it is new. */
export interface SizedNewNode extends SizedNode {
  readonly state: NewLesionState;
  /** What it is from the limit on. */
  readonly above: NewLesionState;
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

/** The condition on the node that is nearest, and how far it is; nothing where no node's size can change the category. */
type Decided = Pick<Reason, 'threshold' | 'margin'>;

function decidedBy(
  crossings: readonly SizeCrossing[],
  condition: string,
  scale: LengthScale
): Decided {
  const nearest = nearestCrossing(crossings);
  if (!nearest) return {};
  const from = scale.toMm(nearest.numerator);
  const threshold = `${nearest.lesion} ${condition} short axis of ${from} mm`;
  return { margin: marginOf(nearest), threshold };
}

const worstFirst: readonly NewLesionState[] = ['YES', 'EQUIVOCAL', 'NE', 'NO'];

/** How far a node is from making a visit's new lesions another state. */
export function newNodeMargin(
  state: NewLesionState,
  perLesion: ReadonlyMap<string, NewLesionState>,
  nodes: readonly SizedNewNode[],
  scale: LengthScale
): Decided {
  const rank = (one: NewLesionState): number => worstFirst.indexOf(one);
  const rising = nodes
    .filter(node => node.size < node.limit && rank(node.above) < rank(state))
    .map(node => sizeCrossing(node, node.above, scale));
  const states = [...perLesion.values()];
  const deciding = states.filter(one => one === state);
  const falling = nodes.filter(node => node.state === state && node.size >= node.limit);
  const below = worstFirst.find(one => rank(one) > rank(state) && states.includes(one)) ?? 'NO';
  const fall =
    state !== 'NO' && falling.length === deciding.length ? lastToFall(falling, below, scale) : null;
  return decidedBy([...rising, ...(fall ? [fall] : [])], 'is a new lesion from a', scale);
}

/** How far non-target nodes are from keeping a complete response away, or from allowing it; `present`: how many lesions. */
export function nonTargetNodeMargin(
  category: NonTargetCategory,
  present: number,
  nodes: readonly SizedNode[],
  scale: LengthScale
): Decided {
  const condition = 'is not normal from a';
  if (category === 'CR') {
    const normal = nodes.filter(({ size, limit }) => size < limit);
    const rising = normal.map(node => sizeCrossing(node, 'NON-CR/NON-PD', scale));
    return decidedBy(rising, condition, scale);
  }
  const enlarged = nodes.filter(({ size, limit }) => size >= limit);
  if (category !== 'NON-CR/NON-PD' || enlarged.length !== present) return {};
  const fall = lastToFall(enlarged, 'CR', scale);
  return fall ? decidedBy([fall], condition, scale) : {};
}

/** The short axis of a node; null where there is none, or where something else than it decides. */
export function shortAxisOf(lesion: LesionInput, node: boolean): number | null {
  const { shortAxisMm, status, mergedInto, evaluable } = lesion;
  const settled =
    status === 'absent' || status === 'progressed' || mergedInto || evaluable === false;
  return node && !settled && shortAxisMm ? shortAxisMm : null;
}
