import type { Reason } from '../reason.js';
import type { Burden, Finding } from '../schemas.js';
import { type RatedBaseline, stateRules } from './baseline.js';
import { finding } from './baselineFindings.js';
import { burdenOutput, references, type References, type TargetStates } from './burden.js';
import type { NewLesionState } from './categories.js';
import type { CourseSubject } from './courseRules.js';
import { entryFindings } from './entryFindings.js';
import { targetState } from './lesionState.js';
import { type NewLesionRating, rateNewLesions } from './newLesionRating.js';
import { type NonTargetRating, rateNonTarget } from './nonTargetRating.js';
import type { Visit } from './subject.js';

/** Everything of one visit that is rated before its target response. */
export interface VisitComponents {
  readonly states: TargetStates;
  readonly references: References;
  readonly nonTarget: NonTargetRating;
  readonly newLesions: NewLesionRating;
  readonly newLesionState: NewLesionState;
  readonly findings: readonly Finding[];
}

/** A reader's overall judgement of the non-targets that has nothing to judge, or that the lesions contradict. */
export function judgementFindings(
  visit: Visit,
  { category }: NonTargetRating,
  {
    nonTargets,
    rules,
  }: Pick<CourseSubject, 'nonTargets'> & {
    readonly rules: Pick<CourseSubject['rules'], 'baselineSource'>;
  }
): Finding[] {
  const judgement = visit.input.nonTargetJudgement;
  if (!judgement || judgement === category) return [];
  const say = (rule: string, severity: 'block' | 'warning', text: string): Finding[] => [
    finding(rule, severity, null, text, rules.baselineSource),
  ];
  if (nonTargets.length === 0) {
    const text = 'A non-target judgement is given, but the baseline has no non-target lesion.';
    return say('nonTarget.judgementWithoutLesions', 'block', text);
  }
  return say(
    'nonTarget.judgementContradicted',
    'warning',
    `The judgement ${judgement} does not fit the lesions' states (${category}).`
  );
}

interface EvaluatedVisit {
  readonly visit: Visit;
  readonly states: TargetStates;
}

/** `earlier` are the evaluated visits after the baseline, in date order. */
export function visitComponents(
  visit: Visit,
  earlier: readonly EvaluatedVisit[],
  baseline: RatedBaseline,
  subject: CourseSubject
): VisitComponents {
  const { scale, parameters, rules, targets, nonTargets } = subject;
  const past = earlier.map(one => one.visit);
  const history: [Visit, ...Visit[]] = [baseline.visit, ...past, visit];
  const before = [baseline.states, ...earlier.map(({ states }) => states)];
  const measuring = stateRules(subject);
  const states = targets.map(target => targetState(target, history, measuring));
  const nonTarget = rateNonTarget(nonTargets, visit, history, parameters, scale, rules.nonTarget);
  const newLesions = rateNewLesions(
    visit,
    past,
    baseline.visit,
    parameters,
    scale,
    rules.newLesions
  );
  return {
    states,
    references: references(states, before, parameters.nadirFromPartial),
    nonTarget,
    newLesions,
    newLesionState: newLesions.state,
    findings: [
      ...entryFindings(visit, history, subject),
      ...judgementFindings(visit, nonTarget, subject),
    ],
  };
}

/** Non-target lesions that are there. */
export function presentNonTargets({ states }: NonTargetRating): string[] {
  return [...states]
    .filter(([, state]) => state === 'present' || state === 'progressed')
    .map(([id]) => id);
}

/** The burden of a visit; without its references where the baseline gives none. Null without a target to sum. */
export function visitBurden(
  { references: refs }: Pick<VisitComponents, 'references'>,
  { problem }: RatedBaseline,
  { measure, scale }: CourseSubject
): Burden | null {
  if (refs.counted === 0) return null;
  const burden = burdenOutput(refs, measure, scale);
  if (problem === null) return burden;
  return {
    ...burden,
    nadir: null,
    changeFromBaselinePct: null,
    changeFromNadirPct: null,
    changeFromNadir: null,
  };
}

/** Why nothing of a visit was rated: the target response, where there are targets, and the overall response. */
export function unratedTraces(
  reason: string,
  hasTargets: boolean,
  targetSource: string,
  overallSource = targetSource
): Reason[] {
  const text = `Not evaluable: ${reason}.`;
  const overall = { rule: 'overall.ne', text, numbers: {}, source: overallSource };
  const target = { rule: 'target.ne', text, numbers: {}, source: targetSource };
  return hasTargets ? [target, overall] : [overall];
}
