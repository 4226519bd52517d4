import { compareCourses, type Comparison } from './compareCourses.js';
import type { CourseRead } from './courseRead.js';
import type { Decision } from './decision.js';
import { type AdjudicationRules, type ChosenRules, resolveRules } from './rules.js';
import { type Scope, timepointOrder, wholeSubject } from './scope.js';
import { keepsReader, type SettledBefore, type Standing } from './standingReads.js';

/** Each run of timepoints that are next to each other and not settled, as a period. */
function periodsOf(order: readonly string[], isSettled: (id: string) => boolean): Scope[] {
  return order.flatMap((id, index): Scope[] => {
    const after = order[index - 1] ?? null;
    if (isSettled(id) || (after !== null && !isSettled(after))) return [];
    const end = order.findIndex((other, place) => place > index && isSettled(other));
    return [{ kind: 'period', after, through: end < 0 ? null : (order[end - 1] ?? null) }];
  });
}

/** Timepoints that wait to be compared, one scope each comparison. */
function openScopes(
  rules: AdjudicationRules,
  order: readonly string[],
  { decisions, settled = [] }: SettledBefore
): Scope[] {
  const decided = new Set(decisions.flatMap(({ timepoints }) => timepoints));
  const isDecided = (id: string): boolean => decided.has(id);
  const keeps = keepsReader(rules);
  switch (rules.scope) {
    case 'timepoint': {
      const first = order.findIndex(isDecided);
      const compared = keeps && first >= 0 ? order.slice(0, first) : order;
      const open = compared.filter(id => !isDecided(id));
      return open.map(timepoint => ({ kind: 'timepoint', timepoint }));
    }
    case 'subject': {
      const isDone = decided.size > 0 && (keeps || order.every(isDecided));
      return isDone ? [] : [wholeSubject];
    }
    case 'sinceLast': {
      const before = new Set([...decided, ...settled.map(({ timepoint }) => timepoint)]);
      return periodsOf(order, id => before.has(id));
    }
  }
}

/**
 * Every comparison that decides whether something goes to an adjudicator now, with what came of it. Scope subject: one of
 * the whole course; timepoint: one each; sinceLast: one of what came since the last one, a timepoint that turned up between
 * settled ones by itself. After a decision `keepChosenReader` compares nothing more; with `readjudicate` a later timepoint
 * has the scope compared again, of a subject the whole course. The caller says when a course is closed. Throws what
 * `compareCourses` throws.
 */
export function comparisonsNow(
  first: CourseRead | null,
  second: CourseRead | null,
  chosen: ChosenRules,
  before: SettledBefore
): Comparison[] {
  const order = timepointOrder([first, second].flatMap(course => course ?? []));
  return openScopes(resolveRules(chosen), order, before).map(scope =>
    compareCourses(first, second, chosen, scope)
  );
}

/** What waits for an adjudicator: discordant, and not decided. `settled` as `SettledBefore` has it. */
export function dueAdjudications(
  first: CourseRead | null,
  second: CourseRead | null,
  chosen: ChosenRules = {},
  decisions: readonly Decision[] = [],
  settled: readonly Standing[] = []
): Comparison[] {
  return comparisonsNow(first, second, chosen, { decisions, settled }).filter(
    ({ status }) => status === 'discordant'
  );
}
