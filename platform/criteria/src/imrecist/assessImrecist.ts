import { baselineOutput, rateBaseline } from '../course/baseline.js';
import { bestResponseOf, checkDates } from '../course/bestResponse.js';
import { type CourseRules, recistRules } from '../course/courseRules.js';
import { diameters } from '../course/measure.js';
import { parametersOf } from '../course/parameters.js';
import { readSubject, type Subject } from '../course/subject.js';
import type { RatedSubject, RatedTimepoint } from '../reason.js';
import type { AssessmentInput } from '../schemas.js';
import { equivocalReratings } from './equivocal.js';
import { type Parameters, ParametersSchema } from './parameters.js';
import { verdicts } from './progression.js';
import { type Evaluated, type ImSubject, rateVisit } from './rateVisit.js';

const rules: CourseRules = {
  ...recistRules,
  hosts: 'targetsAndNew',
  target: {
    ...recistRules.target,
    crMeans:
      'Every non-nodal lesion of the total burden is absent and every nodal one below 10 mm short axis',
    source: 'Hodi 2018 (imRECIST) Table 1',
  },
};

function evaluateAll(subject: ImSubject): Evaluated[] {
  if (!subject.baseline) return [];
  const baseline = rateBaseline(subject.baseline, subject);
  const evaluated: Evaluated[] = [];
  for (const visit of subject.visits)
    evaluated.push(rateVisit(visit, evaluated, baseline, subject));
  return evaluated;
}

/** Ratings with what later visits made of them, and how many of them enter the best response. */
function revise(
  evaluated: readonly Evaluated[],
  subject: ImSubject,
  input: AssessmentInput
): { timepoints: RatedTimepoint[]; confirmedAt: number } {
  const { scale, parameters } = subject;
  const courses = evaluated.map(({ visit, output, overall, references }) => ({
    id: visit.id,
    date: output.date ?? null,
    overall,
    burden: references.current.known,
    nadir: references.nadir,
  }));
  const judged = verdicts(courses, {
    pdConfirmationDays: parameters.pdConfirmationDays,
    scale,
    target: rules.target,
    newTherapyDate: input.newTherapyDate ?? null,
  });
  const rerated = parameters.equivocalBackdate
    ? equivocalReratings(evaluated, visits =>
        evaluateAll({ ...subject, visits }).map(({ overall }) => overall)
      )
    : new Map<string, never>();
  const timepoints = evaluated.map(({ visit, output, withoutPd }): RatedTimepoint => {
    const verdict = judged.get(visit.id);
    if (!verdict) return { ...output, revised: rerated.get(visit.id) ?? null };
    const revised = {
      value: verdict.confirmed ? 'PD' : withoutPd,
      byTimepoint: verdict.byTimepoint,
      rule: verdict.confirmed ? 'progression.confirmed' : 'progression.void',
    };
    return { ...output, revised };
  });
  const confirmedAt = evaluated.findIndex(({ visit }) => judged.get(visit.id)?.confirmed === true);
  return { timepoints, confirmedAt };
}

/** imRECIST for one subject, visit by visit in date order; no visit's `overall` depends on a later one. */
export function assessImrecist(input: AssessmentInput): RatedSubject {
  const parameters: Parameters = parametersOf('imrecist', ParametersSchema, input.parameters);
  checkDates(input, parameters);
  const measure = diameters(parameters.tstmDefaultMm);
  const course: Subject = readSubject(input, measure, [
    parameters.tstmDefaultMm,
    rules.target.pdAbsMm,
  ]);
  const subject: ImSubject = { ...course, measure, parameters, rules };
  const evaluated = evaluateAll(subject);
  const { timepoints, confirmedAt } = revise(evaluated, subject, input);
  // The best response runs to the confirmed progression, past any that is void or still waits.
  const entering =
    parameters.truncateAtPd && parameters.pdCutoff === null && confirmedAt >= 0
      ? timepoints.slice(0, confirmedAt + 1)
      : timepoints;
  return {
    criterion: 'imrecist',
    parameters: { ...parameters },
    timepoints: subject.baseline
      ? [baselineOutput(rateBaseline(subject.baseline, subject), subject), ...timepoints]
      : [],
    bestOverallResponse: bestResponseOf(
      entering,
      input,
      { ...parameters, truncateAtPd: false },
      subject.baseline
    ),
  };
}
