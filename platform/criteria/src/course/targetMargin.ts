import { decreasedBy, increasedBy, type LengthScale } from '../decimal.js';
import type { Margin } from '../schemas.js';
import type { References, TargetStates } from './burden.js';
import type { TargetCategory } from './categories.js';
import type { TargetState } from './lesionState.js';
import { type Crossing, type Edge, nearestEdge, nearestMargin } from './margin.js';

/** What decides a category by the sum of diameters, and by nodes of normal size. */
export interface SumRules {
  readonly states: TargetStates;
  readonly references: References;
  readonly category: TargetCategory;
  /** Smallest growth over the nadir that progression also needs, mm; 0: none. */
  readonly pdAbsMm: number;
  /** Disease that is present is progression whatever the sum. */
  readonly presenceIsPd: boolean;
  /** A node that is disease again would be progression, whatever the sum. */
  readonly reappears: boolean;
  /** Nodes that were normal, and the size at which each is disease again; others are as soon as they are not normal. */
  readonly backFrom: ReadonlyMap<string, bigint>;
  /** A partial response stays one until progression. */
  readonly carriesPr: boolean;
  readonly normalNodesBeatPd: boolean;
  readonly scale: LengthScale;
}

/** A sum of `value` / `parts` units. */
interface Fine {
  readonly value: bigint;
  readonly parts: bigint;
}

function isProgression(
  { value, parts }: Fine,
  { references: { nadir }, pdAbsMm, scale }: SumRules
): boolean {
  const before = parts * nadir;
  return increasedBy(value, before, 20n) && value - before >= parts * scale.of(pdAbsMm);
}

/** The category of a sum, with disease left or with none but normal nodes. */
function categoryOf(sum: Fine, present: boolean, rules: SumRules): TargetCategory {
  const { references, states, normalNodesBeatPd, carriesPr } = rules;
  const grown = isProgression(sum, rules);
  // A lower bound has a margin only where it may be progression.
  if (states.some(({ complete }) => !complete)) return grown ? 'PD' : 'NE';
  if (!present) return grown && !normalNodesBeatPd ? 'PD' : 'CR';
  if (rules.presenceIsPd || grown) return 'PD';
  const smaller = decreasedBy(sum.value, sum.parts * references.baseline, 30n);
  return smaller || carriesPr ? 'PR' : 'SD';
}

/** Where the sum alone makes it another category. */
function bySum(rules: SumRules): Crossing[] {
  const { references, states, pdAbsMm, scale } = rules;
  const { current, baseline, nadir } = references;
  const edges: Edge[] = [
    { numerator: 7n * baseline, denominator: 10n },
    { numerator: 12n * nadir, denominator: 10n },
    { numerator: nadir + scale.of(pdAbsMm), denominator: 1n },
  ];
  const present = states.some(one => one.present);
  const edge = nearestEdge(current.known, edges, (value, parts) =>
    categoryOf({ value, parts }, present, rules)
  );
  return edge ? [inMm(edge, current.known, scale)] : [];
}

// Everything here is in mm, and a node's millimetres are the sum's: distances compare as they are.
const inMm = (
  edge: Edge & { readonly category: string },
  current: bigint,
  scale: LengthScale
): Crossing => ({ ...edge, current, unit: 'mm', one: scale.one, reference: 1n });

/** The nodes whose size alone makes the targets complete, or no longer so, or disease again. */
function byNormalNode(rules: SumRules): Crossing[] {
  const { states, references, scale, reappears, backFrom } = rules;
  const left = states.filter(({ present }) => present);
  if (left.length > 1) return [];
  const candidates: readonly TargetState[] = left.length === 1 ? left : states;
  return candidates.flatMap(({ id, known, normalBelow }) => {
    if (normalBelow === null) return [];
    const back = backFrom.get(id) ?? normalBelow;
    const others = references.current.known - known;
    const categoryAt = (value: bigint, parts: bigint): TargetCategory => {
      const present = value >= parts * normalBelow;
      const presenceIsPd = reappears && value >= parts * back;
      return categoryOf({ value: value + parts * others, parts }, present, {
        ...rules,
        presenceIsPd,
      });
    };
    const edges = [normalBelow, back].map(numerator => ({ numerator, denominator: 1n }));
    const edge = nearestEdge(known, edges, categoryAt);
    return edge ? [{ ...inMm(edge, known, scale), lesion: id }] : [];
  });
}

/** Distance to the nearest sum, or size of a node, that would make it another category; null where there is none. */
export function targetMargin(rules: SumRules): Margin | null {
  return nearestMargin([...bySum(rules), ...byNormalNode(rules)]);
}
