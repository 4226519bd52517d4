import { type Static, Type } from '@sinclair/typebox';
import { AdjudicationError } from './adjudicationError.js';
import type { CourseRead } from './courseRead.js';
import { type Decision, readerSlots, type Reads, type Slot, slots } from './decision.js';
import type { AdjudicationRules } from './rules.js';
import { timepointOrder } from './scope.js';
import { Nullable, oneOf } from './shape.js';

export const StandingSchema = Type.Object({
  timepoint: Type.String(),
  /** Null: nothing stands yet. */
  slot: Nullable(oneOf(slots, 'Whose read stands.')),
  why: oneOf(
    [
      'concordant',
      'chosen',
      'thirdRead',
      'keptReader',
      'single',
      'onlyReader',
      'consensus',
      'due',
      'notReadYet',
    ],
    'Why it does.'
  ),
});
export type Standing = Static<typeof StandingSchema>;

/** What was settled of a subject before. */
export interface SettledBefore {
  readonly decisions: readonly Decision[];
  /** Of timepoints on which no trigger fired before, as they stand since then; looked at with scope sinceLast alone. */
  readonly settled?: readonly Standing[];
}

interface Chosen {
  readonly slot: Slot;
  readonly why: 'chosen' | 'thirdRead';
}

/** What the decisions say of each timepoint. */
function chosenReads(decisions: readonly Decision[]): Map<string, Chosen> {
  const chosen = new Map<string, Chosen>();
  for (const { timepoints, choice } of decisions)
    for (const id of timepoints) {
      if (choice.kind === 'thirdRead') chosen.set(id, { slot: 'adjudicator', why: 'thirdRead' });
      else {
        const slot = choice.kind === 'read' ? choice.slot : choice.slots[id];
        if (slot) chosen.set(id, { slot, why: 'chosen' });
      }
    }
  return chosen;
}

/** Whether later timepoints are those of whoever was chosen, and compared no more. */
export const keepsReader = ({
  scope,
  laterTimepoints,
}: Pick<AdjudicationRules, 'scope' | 'laterTimepoints'>): boolean =>
  scope !== 'sinceLast' && laterTimepoints === 'keepChosenReader';

/**
 * Whose read stands for each timepoint that a reader read, in order. `due`: those that wait for a decision. A timepoint that
 * one reader alone read stands as that reader read it, flagged, whatever was chosen; a third read is waited for. An
 * adjudicator who read anew is kept where the charter keeps the chosen reader; where it compares again, a timepoint on which
 * both readers agree is not theirs. `settled` stand as they do, whatever was decided since.
 */
export function standingReads(
  reads: Reads<CourseRead>,
  rules: Pick<AdjudicationRules, 'scope' | 'concordantSource' | 'laterTimepoints'>,
  { decisions, settled = [] }: SettledBefore,
  due: ReadonlySet<string>
): Standing[] {
  const readers = readerSlots.flatMap(slot => reads[slot] ?? []);
  const chosen = chosenReads(decisions);
  const has = (slot: Slot, id: string): boolean =>
    reads[slot]?.output.timepoints.some(one => one.id === id) ?? false;
  const { scope, concordantSource, laterTimepoints } = rules;
  const source = concordantSource === 'mean' ? 'reader1' : concordantSource;
  const eachByItself = scope === 'timepoint' && laterTimepoints === 'readjudicate';
  const keeps = keepsReader(rules);
  const known = new Map(settled.map(one => [one.timepoint, one]));
  let before: Slot | null = null;
  return timepointOrder(readers).map((timepoint): Standing => {
    const decided = chosen.get(timepoint);
    if (decided?.slot === 'adjudicator') {
      before = decided.slot;
      return has(decided.slot, timepoint)
        ? { timepoint, slot: decided.slot, why: decided.why }
        : { timepoint, slot: null, why: 'notReadYet' };
    }
    const by = readerSlots.filter(slot => has(slot, timepoint));
    const [only] = by;
    if (decided) before = decided.slot;
    const already = decided ? undefined : known.get(timepoint);
    if (already) return already;
    if (by.length === 1 && only && !(keeps && before === 'adjudicator'))
      return { timepoint, slot: only, why: 'single' };
    if (decided) return { timepoint, ...decided };
    if (due.has(timepoint)) return { timepoint, slot: null, why: 'due' };
    return before === null || eachByItself || (!keeps && before === 'adjudicator')
      ? { timepoint, slot: source, why: 'concordant' }
      : has(before, timepoint)
        ? { timepoint, slot: before, why: 'keptReader' }
        : { timepoint, slot: null, why: 'notReadYet' };
  });
}

/**
 * Whose read stands for each timepoint of a panel: what was agreed on or, where all say the same, reader 1's. Throws
 * AdjudicationError CL_DECISION on an agreement on a read that has not the timepoint.
 */
export function panelStanding(
  reads: Reads<CourseRead>,
  timepoints: readonly string[],
  decisions: readonly Decision[]
): Standing[] {
  const chosen = chosenReads(decisions);
  return timepoints.map((timepoint): Standing => {
    const slot = decisions.length === 0 ? 'reader1' : chosen.get(timepoint)?.slot;
    if (slot === undefined) return { timepoint, slot: null, why: 'due' };
    if (reads[slot]?.output.timepoints.some(({ id }) => id === timepoint) !== true)
      throw new AdjudicationError(
        'CL_DECISION',
        `/decisions/${timepoint}`,
        `/decisions/${timepoint}: ${slot} did not read it`
      );
    return { timepoint, slot, why: decisions.length === 0 ? 'concordant' : 'consensus' };
  });
}
