import { conditionalRules, remainingRule } from './censoringRules.js';
import { duration, laterOf, type Moment } from './moment.js';
import type { ProgressionFreeCase } from './progressionFreeCase.js';
import type { Subject } from './subject.js';

/** A time to event. `days` and `months` are null when no date is known; `reason` names the rule that decided. */
export interface TimeToEvent {
  readonly days: number | null;
  readonly months: number | null;
  readonly event: boolean;
  readonly reason: string;
  readonly date: string | null;
  readonly source: string;
}

interface Ending {
  readonly event: boolean;
  readonly at: Moment | null;
  readonly reason: string;
  readonly source: string;
}

function timed(start: Moment, { event, at, reason, source }: Ending): TimeToEvent {
  const { days, months } = at ? duration(start, at) : { days: null, months: null };
  return { days, months, event, reason, date: at?.date ?? null, source };
}

/** How progression-free survival ended: the first row of the table that applies. */
export function progressionFreeEnding(subjectCase: ProgressionFreeCase): Ending {
  for (const rule of conditionalRules) {
    const outcome = rule.decide(subjectCase);
    if (outcome) return { ...outcome, reason: rule.name, source: rule.source };
  }
  const { name, source } = remainingRule;
  return { ...remainingRule.decide(subjectCase), reason: name, source };
}

export function progressionFreeSurvival(start: Moment, ending: Ending): TimeToEvent {
  return timed(start, ending);
}

/**
 * From the first response to the same end as progression-free survival; a censoring before the response moves to it.
 * Null when the progression that ended it lies before the response (`truncateAtPd` false, or `pdCutoff`).
 */
export function durationOfResponse(response: Moment, ending: Ending): TimeToEvent | null {
  const { at, event } = ending;
  if (at === null) return timed(response, ending);
  if (event && at.day < response.day) return null;
  return timed(response, { ...ending, at: laterOf(response, at) });
}

/** To death; else censored at the last day known alive, never before the start. Progression never ends it. */
export function overallSurvival({ start, death, knownAlive }: Subject): TimeToEvent {
  const source =
    'FDA, Clinical Trial Endpoints for Cancer Drugs and Biologics, 2018: death of any cause';
  if (death) return timed(start, { event: true, at: death, reason: 'death', source });
  const at = knownAlive ? laterOf(start, knownAlive) : start;
  return timed(start, { event: false, at, reason: 'alive', source });
}
