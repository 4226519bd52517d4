import { type Static, Type } from '@sinclair/typebox';
import { type Asked, compareRow, readIn } from './compareCourses.js';
import type { CourseRead, Pair } from './courseRead.js';
import { type Difference, exchangedDifference, type Message, MessageSchema } from './difference.js';
import { counterfactualMessages } from './counterfactualMessages.js';
import { type Reading, ReadingSchema, type VariableComparison } from './reading.js';
import { RefusalSchema } from './replacement.js';
import type { AdjudicationRules } from './rules.js';
import { sameValue } from './sameValue.js';
import type { Window } from './scope.js';
import { Nullable, Side, type SideName } from './shape.js';
import type { Read } from './variables.js';
import { withDifferenceReplaced } from './withDifferenceReplaced.js';

/** A variable that fired, in the read that something was replaced in. */
export const ChangeSchema = Type.Object({
  variable: Type.String(),
  timepoint: Nullable(Type.String()),
  unit: Nullable(Type.String()),
  before: ReadingSchema,
  after: ReadingSchema,
  /** Whether it would no longer fire. */
  agrees: Type.Boolean(),
});
export type Change = Static<typeof ChangeSchema>;

/** What one read would come to with one difference taken from the other. */
export const CounterfactualSchema = Type.Object({
  in: Side,
  refused: Nullable(RefusalSchema),
  changes: Type.Array(ChangeSchema),
  /** Triggers that fired and would not. */
  agrees: Type.Array(Type.String()),
  /** Triggers that did not fire and would. */
  disagrees: Type.Array(Type.String()),
  messages: Type.Array(MessageSchema),
});
export type Counterfactual = Static<typeof CounterfactualSchema>;

/** Two reads compared, kept for the many comparisons with one of them changed. */
export interface Compared {
  readonly reads: Pair<Read>;
  readonly rows: readonly Asked[];
  readonly window: Window;
  readonly rules: AdjudicationRules;
  /** The reads as they are, by `compareAll`. */
  readonly before: readonly VariableComparison[];
  /** Triggers that made the reads discordant. */
  readonly fired: readonly string[];
}

const readingOf = (row: VariableComparison, side: SideName): Reading =>
  row[side] ?? { value: null, timepoint: null, day: null };

/** Whatever the scope: a date that moves out of it has not come to agree. */
export const compareAll = (rows: readonly Asked[], reads: Pair<Read>): VariableComparison[] =>
  rows.map(row => compareRow(row, reads, true));

const firedIn = (compared: readonly VariableComparison[]): Set<string> =>
  new Set(compared.flatMap(({ variable, fired }) => (fired ? [variable] : [])));

/**
 * One read with one difference as the other has it. It says what the criterion makes of exactly that, all else left as it
 * was read: not what the reader would have done, nor who is right.
 */
export function counterfactual(
  difference: Difference,
  side: SideName,
  { reads, rows, window, rules, before, fired }: Compared
): Counterfactual {
  const courses: Pair<CourseRead> = { a: reads.a.course, b: reads.b.course };
  const { course, refused } =
    side === 'a'
      ? withDifferenceReplaced(courses.a, difference, courses.b)
      : withDifferenceReplaced(courses.b, exchangedDifference(difference), courses.a);
  const said = (rest: Omit<Counterfactual, 'in' | 'messages'>): Counterfactual => {
    const messages: Message[] = counterfactualMessages(difference, side, rest);
    return { in: side, ...rest, messages };
  };
  if (!course) return said({ refused, changes: [], agrees: [], disagrees: [] });
  const after = compareAll(rows, { ...reads, [side]: readIn(course, window, rules) });
  const [firedBefore, firedAfter] = [firedIn(before), firedIn(after)];
  const changes = before.flatMap((row, index): Change[] => {
    const now = after[index];
    if (!now || !row.fired || !fired.includes(row.variable)) return [];
    const { variable, timepoint, unit } = row;
    const [was, is] = [readingOf(row, side), readingOf(now, side)];
    if (sameValue(was, is)) return [];
    return [{ variable, timepoint, unit, before: was, after: is, agrees: !now.fired }];
  });
  return said({
    refused: null,
    changes,
    agrees: fired.filter(name => !firedAfter.has(name)),
    disagrees: [...firedAfter].filter(name => !firedBefore.has(name)),
  });
}
