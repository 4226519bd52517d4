import type { RatedTimepoint } from '../reason.js';
import type { Contribution } from '../schemas.js';
import { baselineFindings, finding } from './baselineFindings.js';
import { sumOf, type TargetStates } from './burden.js';
import type { CourseSubject } from './courseRules.js';
import { entryFindings } from './entryFindings.js';
import { type StateRules, targetState } from './lesionState.js';
import type { Visit } from './subject.js';

/** The baseline with the states of its targets, and why it gives no reference (null when it does). */
export interface RatedBaseline {
  readonly visit: Visit;
  readonly states: TargetStates;
  readonly problem: string | null;
}

export const stateRules = ({ measure, scale, parameters, rules }: CourseSubject): StateRules => ({
  measure,
  scale,
  localTreatment: parameters.localTreatment,
  hosts: rules.hosts,
});

/** What each target adds to the burden; null while not all of it is known. */
export function contributions(
  states: TargetStates,
  { measure, scale }: Pick<CourseSubject, 'measure' | 'scale'>
): Contribution[] {
  return states.map(({ id, status, known, complete, excluded, byRule, reason }) => ({
    id,
    status,
    value: complete && !excluded ? measure.toOutput(known, scale) : null,
    unit: measure.unit,
    byRule,
    reason,
  }));
}

/** Why a baseline gives no reference; null when it does. */
export function baselineProblem(baseline: Visit, states: TargetStates): string | null {
  if (baseline.input.evaluable === false)
    return `the baseline is not evaluable (${baseline.input.reason ?? 'OTHER'})`;
  const missing = states
    .filter(({ complete }) => !complete)
    .map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`);
  return missing.length > 0 ? `the baseline has no value for ${missing.join(', ')}` : null;
}

export function rateBaseline(visit: Visit, subject: CourseSubject): RatedBaseline {
  const states = subject.targets.map(target => targetState(target, [visit], stateRules(subject)));
  return { visit, states, problem: baselineProblem(visit, states) };
}

/** The baseline's sum with everything that is wrong with what was entered. */
export function baselineOutput(
  { visit, states, problem }: RatedBaseline,
  subject: CourseSubject
): RatedTimepoint {
  const { measure, scale, parameters, rules } = subject;
  const sum = sumOf(states, new Set(states.map(({ id }) => id)));
  const value = states.length > 0 && sum.complete ? measure.toOutput(sum.known, scale) : null;
  const burden = {
    value,
    unit: measure.unit,
    ...(value === null ? { lowerBound: measure.toOutput(sum.known, scale) } : {}),
  };
  const findings = [
    ...baselineFindings(visit, parameters, scale, rules.nodeLimits),
    ...entryFindings(visit, [visit], subject),
  ];
  if (problem !== null) {
    const text = `Every visit is NE: ${problem}.`;
    findings.push(finding('baseline.notEvaluable', 'block', null, text, rules.baselineSource));
  }
  const targets = `${states.length} ${states.length === 1 ? 'target' : 'targets'}`;
  const text = () =>
    states.length === 0
      ? 'No target lesion.'
      : `Sum of ${targets}: ${value === null ? 'not known' : `${value} mm`}.`;
  return {
    id: visit.id,
    date: visit.date,
    burden: states.length === 0 ? null : burden,
    lesions: contributions(states, subject),
    trace: [
      { rule: 'baseline.sum', text, numbers: { sumMm: value }, source: rules.baselineSource },
    ],
    findings,
  };
}
