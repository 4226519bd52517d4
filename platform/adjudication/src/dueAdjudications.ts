import { compareCourses, type Comparison } from './compareCourses.js';
import type { CourseRead } from './courseRead.js';
import type { Decision } from './decision.js';
import { type AdjudicationRules, type ChosenRules, resolveRules } from './rules.js';
import { type Scope, timepointOrder, wholeSubject } from './scope.js';

/** Timepoints that wait to be compared, one scope each comparison. */
function openScopes(
  { scope, laterTimepoints }: AdjudicationRules,
  order: readonly string[],
  decisions: readonly Decision[]
): Scope[] {
  const decided = new Set(decisions.flatMap(({ timepoints }) => timepoints));
  const isDecided = (id: string): boolean => decided.has(id);
  const after = order.findLast(isDecided) ?? null;
  const keeps = scope !== 'sinceLast' && laterTimepoints === 'keepChosenReader';
  if (scope === 'timepoint') {
    const first = order.findIndex(isDecided);
    const compared = keeps && first >= 0 ? order.slice(0, first) : order;
    const open = compared.filter(id => !isDecided(id));
    return open.map(timepoint => ({ kind: 'timepoint', timepoint }));
  }
  if (after === null && scope === 'subject') return [wholeSubject];
  const isLast = after !== null && after === order.at(-1);
  if ((after !== null && keeps) || isLast) return [];
  return [{ kind: 'period', after, through: null }];
}

/**
 * Every comparison that decides whether something goes to an adjudicator now, with what came of it. Scope subject: one of
 * the whole course; timepoint: one each; sinceLast: one of what came since the last decision. After a decision
 * `keepChosenReader` compares nothing more, `readjudicate` what came since. The caller says when a course is closed. Throws
 * what `compareCourses` throws.
 */
export function comparisonsNow(
  first: CourseRead | null,
  second: CourseRead | null,
  chosen: ChosenRules,
  decisions: readonly Decision[]
): Comparison[] {
  const order = timepointOrder([first, second].flatMap(course => course ?? []));
  return openScopes(resolveRules(chosen), order, decisions).map(scope =>
    compareCourses(first, second, chosen, scope)
  );
}

/** What waits for an adjudicator: discordant, and not decided. */
export function dueAdjudications(
  first: CourseRead | null,
  second: CourseRead | null,
  chosen: ChosenRules = {},
  decisions: readonly Decision[] = []
): Comparison[] {
  return comparisonsNow(first, second, chosen, decisions).filter(
    ({ status }) => status === 'discordant'
  );
}
