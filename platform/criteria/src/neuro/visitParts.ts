import type { TargetStates } from '../course/burden.js';
import { targetState } from '../course/lesionState.js';
import {
  type NewLesionRating,
  type NewLesionRules,
  rateNewLesions,
} from '../course/newLesionRating.js';
import { recistNodeLimits } from '../course/nodeLimits.js';
import { type NonTargetRating, rateNonTarget } from '../course/nonTargetRating.js';
import { responseDate } from '../course/responseDate.js';
import type { Followed, Visit } from '../course/subject.js';
import { judgementFindings } from '../course/visitComponents.js';
import type { AssessmentInput, Finding } from '../schemas.js';
import { type Context, contextOf } from './context.js';
import { contextFindings, type FindingSubject, neuroEntryFindings } from './findings.js';
import type { NeuroTables } from './overall.js';
import type { NeuroParameters } from './parameters.js';

/** One subject under a brain tumour criterion. */
export interface NeuroSubject extends FindingSubject {
  readonly input: AssessmentInput;
  readonly parameters: NeuroParameters;
  readonly tables: NeuroTables;
  readonly newLesionRules: NewLesionRules;
}

/** Everything of one visit that is rated before its size. */
export interface NeuroVisitParts {
  readonly states: TargetStates;
  readonly nonTarget: NonTargetRating;
  readonly newLesions: NewLesionRating;
  readonly context: Context;
  readonly findings: readonly Finding[];
}

/** States of these lesions at the last visit of `history`. */
export function statesOf(
  followed: readonly Followed[],
  history: readonly Visit[],
  { measure, scale, parameters }: NeuroSubject
): TargetStates {
  const rules = { measure, scale, localTreatment: parameters.localTreatment };
  return followed.map(one => targetState(one, history, rules));
}

/** Non-measurable disease among these lesions at a visit. */
export function nonTargetOf(
  roster: readonly Followed[],
  visit: Visit,
  history: readonly Visit[],
  { measure, scale, parameters, limits }: NeuroSubject
): NonTargetRating {
  const { source } = limits;
  const rules = { source, nodeLimits: recistNodeLimits, sizeOf: measure.sizeOf };
  const rating = rateNonTarget(roster, visit, history, parameters, scale, rules);
  return {
    ...rating,
    trace: rating.trace.map(one =>
      one.rule === 'nonTarget.cr' ? { ...one, text: 'Every non-target lesion is gone.' } : one
    ),
  };
}

/** `past`: the visits between the baseline and this one, in date order. */
export function visitParts(
  visit: Visit,
  past: readonly Visit[],
  baseline: Visit,
  subject: NeuroSubject
): NeuroVisitParts {
  const { input, scale, tables, targets, nonTargets } = subject;
  const history = [baseline, ...past, visit];
  const context = contextOf(visit, baseline, input);
  const nonTarget = nonTargetOf(nonTargets, visit, history, subject);
  return {
    states: statesOf(targets, history, subject),
    nonTarget,
    newLesions: rateNewLesions(
      visit,
      past,
      baseline,
      { petNewLesion: false },
      scale,
      subject.newLesionRules
    ),
    context,
    findings: [
      ...neuroEntryFindings(visit, history, subject),
      ...judgementFindings(visit, nonTarget, {
        nonTargets,
        rules: { baselineSource: subject.limits.source },
      }),
      ...contextFindings(context, tables),
    ],
  };
}

/** The date of the visit's response; a `progression` has that of its earliest component, size if `grown`. */
export function neuroDate(
  visit: Visit,
  { states, nonTarget, newLesions }: NeuroVisitParts,
  { grown, progression }: { readonly grown: boolean; readonly progression: boolean },
  { visitDateRule }: NeuroParameters
): string | null {
  const size = { category: grown ? ('PD' as const) : ('SD' as const), trace: [] };
  const parts = { states, target: size, nonTarget, newLesions, reappeared: [], progression };
  return responseDate(visit, parts, visitDateRule);
}
