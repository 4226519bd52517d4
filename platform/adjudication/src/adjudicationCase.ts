import { type Static, Type } from '@sinclair/typebox';
import {
  asked,
  compareCourses,
  type Comparison,
  ComparisonSchema,
  readIn,
} from './compareCourses.js';
import {
  compareAll,
  type Compared,
  type Counterfactual,
  counterfactual,
  CounterfactualSchema,
} from './counterfactual.js';
import type { CourseRead, Pair } from './courseRead.js';
import { type Difference, DifferenceSchema } from './difference.js';
import { differences } from './differences.js';
import { type ChosenRules, resolveRules, triggersOf } from './rules.js';
import { type Scope, timepointOrder, wholeSubject, windowOf } from './scope.js';
import { Nullable, type SideName } from './shape.js';

export const RankedDifferenceSchema = Type.Object({
  ...DifferenceSchema.properties,
  /** In A and in B; null where the rules do not show them. */
  counterfactuals: Nullable(Type.Array(CounterfactualSchema)),
});
export type RankedDifference = Static<typeof RankedDifferenceSchema>;

/** What an adjudicator sees of two reads: nothing names a slot, a reader, a time or an order of reading. */
export const AdjudicationCaseSchema = Type.Object({
  comparison: ComparisonSchema,
  differences: Type.Array(RankedDifferenceSchema),
});
export type AdjudicationCase = Static<typeof AdjudicationCaseSchema>;

/** The two reads by neutral names, as drawn once for the case: `swap` makes the second one A. */
export const assignSides = <T>(first: T, second: T, swap: boolean): Pair<T> =>
  swap ? { a: second, b: first } : { a: first, b: second };

/** Whose read a neutral name stands for: for the record of a decision, never for the page. */
export const slotOf = (side: SideName, swap: boolean): 'reader1' | 'reader2' =>
  (side === 'a') === swap ? 'reader2' : 'reader1';

/** How far one difference alone, taken in one read or the other, brings the reads to agree. */
interface Effect {
  /** Triggers it would settle, less those it would raise: of the better read. */
  readonly settled: number;
  /** Triggers it would move. */
  readonly moved: number;
}

function effectOf(both: readonly Counterfactual[]): Effect {
  return {
    settled: Math.max(...both.map(({ agrees, disagrees }) => agrees.length - disagrees.length)),
    moved: Math.max(
      ...both.map(({ changes }) => new Set(changes.map(({ variable }) => variable)).size)
    ),
  };
}

/** Differences with what they do, those that settle most of what fired first; else in the order of `differences`. */
export function rankDifferences(compared: Compared): RankedDifference[] {
  const { a, b } = compared.reads;
  const { rules } = compared;
  return differences(a.course, b.course)
    .map((difference: Difference) => {
      const both = (['a', 'b'] as const).map(side => counterfactual(difference, side, compared));
      return { difference, both, effect: effectOf(both) };
    })
    .sort(
      (one, two) => two.effect.settled - one.effect.settled || two.effect.moved - one.effect.moved
    )
    .map(({ difference, both }) => ({
      ...difference,
      counterfactuals: rules.counterfactual ? both : null,
    }));
}

/**
 * The whole page of an adjudication as data. Dates are those of the input: give shifted ones, or leave them out, as the
 * charter blinds. One read missing: the comparison says so and there is nothing to rank. Throws what `compareCourses` does.
 */
export function adjudicationCase(
  first: CourseRead | null,
  second: CourseRead | null,
  swap: boolean,
  chosen: ChosenRules = {},
  scope: Scope = wholeSubject
): AdjudicationCase {
  const { a, b } = assignSides(first, second, swap);
  const comparison: Comparison = compareCourses(a, b, chosen, scope);
  if (!a || !b || comparison.status === 'single' || comparison.status === 'none')
    return { comparison, differences: [] };
  const rules = resolveRules(chosen);
  const window = windowOf(scope, timepointOrder([a, b]));
  const reads = { a: readIn(a, window, rules), b: readIn(b, window, rules) };
  const rows = asked(triggersOf(rules), window);
  return {
    comparison,
    differences: rankDifferences({
      reads,
      rows,
      before: compareAll(rows, reads),
      window,
      rules,
      fired: comparison.fired,
    }),
  };
}
