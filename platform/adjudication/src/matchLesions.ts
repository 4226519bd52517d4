import { type Static, Type } from '@sinclair/typebox';
import { type CourseLesion, courseLesions, type Lps, mainDiameterMm } from './courseLesion.js';
import type { CourseRead, Pair } from './courseRead.js';
import { Nullable, oneOf } from './shape.js';

/**
 * How two marks came to be taken for one lesion. certain: near each other, and nothing said of the place contradicts it.
 * probable: near each other under other names of the place, or the only ones of their role at one place. uncertain: one of
 * several at the place, paired by size, or no place is given.
 */
export const MatchSchema = Type.Object({
  certainty: oneOf(['certain', 'probable', 'uncertain'], 'How sure it is.'),
  by: oneOf(['position', 'location', 'size'], 'What decided.'),
  /** Between the middles of the marks where they are nearest, mm; null without positions. */
  distanceMm: Nullable(Type.Number()),
});
export type Match = Static<typeof MatchSchema>;

/** A lesion of one read or of both. */
export interface MatchedLesion {
  readonly a: CourseLesion | null;
  readonly b: CourseLesion | null;
  readonly match: Match | null;
}

/** Marks of one lesion cross inside it: their middles lie within half of its diameter, and never farther than this apart in a small one. */
export const nearnessMm = 10;

const length = ([x, y, z]: Lps, [u, v, w]: Lps): number => Math.hypot(x - u, y - v, z - w);

interface Nearness {
  readonly distanceMm: number;
  readonly near: boolean;
}

/** The nearest that two lesions were marked at one timepoint; null where no timepoint has both marks. */
function nearness(a: CourseLesion, b: CourseLesion): Nearness | null {
  const both = [...a.positions].flatMap(([timepoint, position]): Nearness[] => {
    const other = b.positions.get(timepoint);
    if (!other) return [];
    const sizes = [a, b].map(({ rows }) => {
      const row = rows.get(timepoint);
      return (row && mainDiameterMm(row)) ?? 0;
    });
    const distanceMm = length(position, other);
    return [{ distanceMm, near: distanceMm <= Math.max(nearnessMm, ...sizes.map(mm => mm / 2)) }];
  });
  return both.sort((one, two) => one.distanceMm - two.distanceMm)[0] ?? null;
}

const agreeOrOpen = (a: unknown, b: unknown): boolean => a === null || b === null || a === b;

/** Nothing said of the two places keeps them apart. */
const placesFit = (a: CourseLesion, b: CourseLesion): boolean =>
  agreeOrOpen(a.location, b.location) &&
  agreeOrOpen(a.laterality, b.laterality) &&
  agreeOrOpen(a.node, b.node);

/** The same role at the same place, or at none named in either. */
const isAlike = (a: CourseLesion, b: CourseLesion): boolean =>
  a.role === b.role && a.part === b.part && a.location === b.location && placesFit(a, b);

/** How far apart the sizes are at the first timepoint that has both; endless without one. */
function sizeGap(a: CourseLesion, b: CourseLesion): number {
  for (const [timepoint, row] of a.rows) {
    const other = b.rows.get(timepoint);
    const [first, second] = [mainDiameterMm(row), other ? mainDiameterMm(other) : null];
    if (first !== null && second !== null) return Math.abs(first - second);
  }
  return Number.POSITIVE_INFINITY;
}

interface Candidate {
  readonly a: CourseLesion;
  readonly b: CourseLesion;
  readonly cost: number;
  readonly match: Match;
}

/** By cost, then by labels in a way that is the same when the reads change names. */
function byCost(one: Candidate, two: Candidate): number {
  if (one.cost !== two.cost) return one.cost < two.cost ? -1 : 1;
  const key = ({ a, b }: Candidate): string => JSON.stringify([a.id, b.id].sort());
  const [first, second] = [key(one), key(two)];
  return first < second ? -1 : Number(first > second);
}

/** The cheapest pairs first, each lesion in one of them. */
function paired(candidates: readonly Candidate[]): Candidate[] {
  const taken = { a: new Set<string>(), b: new Set<string>() };
  return [...candidates].sort(byCost).filter(({ a, b }) => {
    if (taken.a.has(a.id) || taken.b.has(b.id)) return false;
    taken.a.add(a.id);
    taken.b.add(b.id);
    return true;
  });
}

const withoutPairs = (
  { a, b }: Pair<readonly CourseLesion[]>,
  pairs: readonly Candidate[]
): Pair<CourseLesion[]> => ({
  a: a.filter(({ id }) => pairs.every(pair => pair.a.id !== id)),
  b: b.filter(({ id }) => pairs.every(pair => pair.b.id !== id)),
});

const combinations = ({ a, b }: Pair<readonly CourseLesion[]>) =>
  a.flatMap(first => b.map(second => ({ a: first, b: second })));

/** Marks near each other at a timepoint are one lesion, whatever its role and whatever its place was called. */
function byPosition(lesions: Pair<readonly CourseLesion[]>): Candidate[] {
  return paired(
    combinations(lesions).flatMap(({ a, b }): Candidate[] => {
      const found = a.part === b.part ? nearness(a, b) : null;
      if (!found?.near) return [];
      const { distanceMm } = found;
      const certainty = placesFit(a, b) ? 'certain' : 'probable';
      const shown = Math.round(distanceMm * 10) / 10;
      return [{ a, b, cost: distanceMm, match: { certainty, by: 'position', distanceMm: shown } }];
    })
  );
}

/** Lesions that one read alone marked and that may stand for each other, the most alike in size first. */
export function pairBySize(
  lesions: Pair<readonly CourseLesion[]>,
  mayPair: (a: CourseLesion, b: CourseLesion) => boolean
): Pair<CourseLesion>[] {
  const match: Match = { certainty: 'uncertain', by: 'size', distanceMm: null };
  return paired(
    combinations(lesions)
      .filter(({ a, b }) => mayPair(a, b))
      .map(pair => ({ ...pair, cost: sizeGap(pair.a, pair.b), match }))
  );
}

/** Without marks at one timepoint: the same role at the same place, by size where there are several. */
function byPlace(lesions: Pair<readonly CourseLesion[]>): Candidate[] {
  const alike = combinations(lesions).filter(
    ({ a, b }) => isAlike(a, b) && nearness(a, b) === null
  );
  return paired(
    alike.map(({ a, b }): Candidate => {
      const rivals = alike.filter(one => one.a.id === a.id || one.b.id === b.id).length - 1;
      const named = a.location !== null && rivals === 0;
      return {
        a,
        b,
        cost: sizeGap(a, b),
        match: {
          certainty: named ? 'probable' : 'uncertain',
          by: named ? 'location' : 'size',
          distanceMm: null,
        },
      };
    })
  );
}

/**
 * Which lesion of one read is which of the other's. Labels say nothing: each reader counts anew. Marks near each other
 * (`nearnessMm`, or half of the larger diameter) decide first, the nearest pair first; marks that are far apart at every
 * timepoint they share are two lesions even at one place. The rest is paired by role, place and size. What is not paired was
 * marked by one read alone.
 */
export function matchLesions(a: CourseRead, b: CourseRead): MatchedLesion[] {
  const lesions = { a: courseLesions(a), b: courseLesions(b) };
  const near = byPosition(lesions);
  const left = withoutPairs(lesions, near);
  const placed = byPlace(left);
  const single = withoutPairs(left, placed);
  return [
    ...[...near, ...placed].map(({ a: first, b: second, match }) => ({
      a: first,
      b: second,
      match,
    })),
    ...single.a.map(lesion => ({ a: lesion, b: null, match: null })),
    ...single.b.map(lesion => ({ a: null, b: lesion, match: null })),
  ];
}
