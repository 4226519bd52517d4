import { earliest, latest } from '../dates.js';
import type { TargetStates } from './burden.js';
import type { TargetState } from './lesionState.js';
import type { NewLesionRating } from './newLesionRating.js';
import type { NonTargetRating } from './nonTargetRating.js';
import type { CourseParameters } from './parameters.js';
import type { Visit } from './subject.js';
import type { TargetRating } from './targetRating.js';

export interface RatedParts {
  readonly states: TargetStates;
  readonly target: TargetRating;
  readonly nonTarget: NonTargetRating;
  readonly newLesions: NewLesionRating;
  /** Lesions whose own scan shows progression: non-targets back after a complete response, nodules inside a mass. */
  readonly reappeared: readonly string[];
  /** The overall response is a progression, confirmed or not. */
  readonly progression: boolean;
}

export function scanDate(visit: Visit, lesionId: string): string | null {
  return visit.lesions.get(lesionId)?.date ?? visit.date;
}

function scanDates(visit: Visit): (string | null)[] {
  return visit.lesions.size === 0
    ? [visit.date]
    : [...visit.lesions.keys()].map(id => scanDate(visit, id));
}

/** Whether a target adds to the sum, be it 0: one that was not read does not, nor one whose treatment takes it out. */
const isInSum = ({ known, complete, excluded }: TargetState): boolean =>
  known > 0n || (complete && !excluded);

/** The date of a visit's response: a PD has that of its earliest component, the rest the latest scan of the visit. */
export function responseDate(
  visit: Visit,
  parts: RatedParts,
  rule: CourseParameters['visitDateRule']
): string | null {
  if (rule === 'earliest') return earliest(scanDates(visit));
  if (rule === 'latest' || !parts.progression) return latest(scanDates(visit));
  const { states, target, nonTarget, newLesions, reappeared } = parts;
  const dates: (string | null)[] = reappeared.map(id => scanDate(visit, id));
  for (const [id, state] of newLesions.perLesion)
    if (state === 'YES') dates.push(scanDate(visit, id));
  if (nonTarget.category === 'PD') {
    const progressed = [...nonTarget.states]
      .filter(([, state]) => state === 'progressed')
      .map(([id]) => scanDate(visit, id));
    dates.push(progressed.length > 0 ? earliest(progressed) : visit.date);
  }
  if (target.category === 'PD') {
    const { reappeared: back } = target;
    dates.push(
      back
        ? earliest(states.filter(({ id }) => back.includes(id)).map(state => state.scanDate))
        : latest(states.filter(isInSum).map(state => state.scanDate))
    );
  }
  return earliest(dates) ?? visit.date;
}
