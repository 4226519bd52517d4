import type { ResponseVocabulary } from '../bestOverallResponseVocabulary.js';
import { baselineProblem, contributions } from '../course/baseline.js';
import { finding } from '../course/baselineFindings.js';
import { bestResponseOf } from '../course/bestResponse.js';
import { sumOf, type TargetStates } from '../course/burden.js';
import { revisedBy, type Revision } from '../course/equivocalRevisions.js';
import type { Visit } from '../course/subject.js';
import { percentChange } from '../decimal.js';
import type { RatedSubject, RatedTimepoint } from '../reason.js';
import type { Burden } from '../schemas.js';
import type { Context } from './context.js';
import { neuroBaselineFindings, neuroEntryFindings } from './findings.js';
import type { SizeReferences } from './sizeRating.js';
import { type NeuroSubject, statesOf } from './visitParts.js';

/** The baseline with the states of its measured lesions, and why it gives no reference (null when it does). */
export interface NeuroBaseline {
  readonly visit: Visit;
  readonly states: TargetStates;
  readonly problem: string | null;
}

export function neuroBaseline(visit: Visit, subject: NeuroSubject): NeuroBaseline {
  const states = statesOf(subject.targets, [visit], subject);
  return { visit, states, problem: baselineProblem(visit, states) };
}

/** The baseline's sum with everything that is wrong with what was entered. */
export function neuroBaselineOutput(
  { visit, states, problem }: NeuroBaseline,
  subject: NeuroSubject,
  compartmentOf: (id: string) => 'CE' | 'NONCE' | null
): RatedTimepoint {
  const { measure, scale, limits } = subject;
  const sum = sumOf(states, new Set(states.map(({ id }) => id)));
  const known = measure.toOutput(sum.known, scale);
  const value = sum.complete && states.length > 0 ? known : null;
  const findings = [
    ...neuroBaselineFindings(visit, subject, compartmentOf),
    ...neuroEntryFindings(visit, [visit], subject),
  ];
  if (problem !== null) {
    const text = `Every visit is NE: ${problem}.`;
    findings.push(finding('baseline.notEvaluable', 'block', null, text, limits.source));
  }
  const burden: Burden = {
    value,
    unit: measure.unit,
    ...(value === null ? { lowerBound: known } : {}),
  };
  const text =
    states.length === 0
      ? 'No measured lesion.'
      : `Sum of ${states.length} ${states.length === 1 ? 'lesion' : 'lesions'}: ${value === null ? 'not known' : `${value} ${measure.written}`}.`;
  const numbers = { [`sum${measure.suffix}`]: value };
  return {
    id: visit.id,
    date: visit.date,
    burden: states.length === 0 ? null : burden,
    lesions: contributions(states, subject),
    trace: [{ rule: 'baseline.sum', text, numbers, source: limits.source }],
    findings,
  };
}

/** The burden of a visit; without its references where the baseline gives none. Null without a lesion to sum. */
export function neuroBurden(
  { current, baseline, nadir, counted }: SizeReferences,
  problem: string | null,
  { measure, scale }: NeuroSubject
): Burden | null {
  if (counted === 0) return null;
  const { known, complete } = current;
  const output = (value: bigint): number => measure.toOutput(value, scale);
  const compared = complete && problem === null;
  return {
    value: complete ? output(known) : null,
    unit: measure.unit,
    ...(complete ? {} : { lowerBound: output(known) }),
    nadir: problem === null ? output(nadir) : null,
    changeFromBaselinePct: compared ? percentChange(known, baseline) : null,
    changeFromNadirPct: compared ? percentChange(known, nadir) : null,
    changeFromNadir: compared ? output(known - nadir) : null,
  };
}

export function contextComponents(
  { steroids, clinicalStatus, t2Flair }: Context,
  usesT2Flair: boolean
): Record<string, string | null> {
  return { steroids, clinicalStatus, ...(usesT2Flair ? { t2Flair } : {}) };
}

/** The visits as later ones revised them, with the best response. */
export function neuroAssessment(
  criterion: string,
  baseline: RatedTimepoint | null,
  visits: readonly RatedTimepoint[],
  revisions: ReadonlyMap<string, Revision>,
  { input, parameters, baseline: baselineVisit }: NeuroSubject,
  vocabulary?: ResponseVocabulary
): RatedSubject {
  const revised = visits.map(visit => revisedBy(visit, revisions.get(visit.id)));
  return {
    criterion,
    parameters: { ...parameters },
    timepoints: baseline ? [baseline, ...revised] : [],
    bestOverallResponse: bestResponseOf(
      revised,
      input,
      { ...parameters, confirmation: 'responses' },
      baselineVisit,
      vocabulary
    ),
  };
}
