import { bestOverallResponse } from '../bestOverallResponse.js';
import { CriterionError } from '../criterion.js';
import { dayNumber } from '../dates.js';
import type {
  AssessmentInput,
  AssessmentOutput,
  Contribution,
  Finding,
  TimepointOutput,
} from '../schemas.js';
import { baselineFindings, finding } from './baselineRules.js';
import { burdenOutput, references, sumOf, type TargetStates } from '../course/burden.js';
import { carriesPr, lastResponse } from './carry.js';
import { entryFindings } from './findings.js';
import type { NewLesionState, Overall } from './grid.js';
import { type StateRules, targetState } from '../course/lesionState.js';
import { rateNewLesions } from './newLesions.js';
import { rateNonTarget } from './nonTarget.js';
import { rateOverall } from './overall.js';
import { type Parameters, readParameters } from './parameters.js';
import { equivocalRevisions } from './revision.js';
import { diameters, type Measure } from '../course/measure.js';
import { readSubject, type Subject as Course, type Visit } from '../course/subject.js';
import { rateTarget } from './target.js';
import { responseDate } from './visitDate.js';

const source = 'Eisenhauer 2009 (RECIST 1.1) section 4.2';

interface Subject extends Course {
  readonly measure: Measure;
  readonly parameters: Parameters;
}

interface Evaluated {
  readonly visit: Visit;
  readonly states: TargetStates;
  readonly target: string;
  readonly overall: Overall;
  readonly date: string | null;
  readonly perLesion: ReadonlyMap<string, NewLesionState>;
  readonly output: TimepointOutput;
}

const stateRules = ({ measure, scale, parameters }: Subject): StateRules => ({
  measure,
  scale,
  localTreatment: parameters.localTreatment,
});

function contributions(states: TargetStates, { scale }: Subject): Contribution[] {
  return states.map(({ id, status, known, complete, excluded, byRule, reason }) => ({
    id,
    status,
    valueMm: complete && !excluded ? scale.toMm(known) : null,
    byRule,
    reason,
  }));
}

/** Why the baseline gives no reference, or null when it does. */
function baselineProblem(baseline: Visit, states: TargetStates): string | null {
  if (baseline.input.evaluable === false)
    return `the baseline is not evaluable (${baseline.input.reason ?? 'OTHER'})`;
  const missing = states
    .filter(({ complete }) => !complete)
    .map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`);
  return missing.length > 0 ? `the baseline has no value for ${missing.join(', ')}` : null;
}

function baselineOutput(
  baseline: Visit,
  states: TargetStates,
  problem: string | null,
  subject: Subject
): TimepointOutput {
  const sum = sumOf(states, new Set(states.map(({ id }) => id)));
  const value = sum.complete ? subject.scale.toMm(sum.known) : null;
  const burden = {
    value,
    unit: 'mm' as const,
    ...(value === null ? { lowerBound: subject.scale.toMm(sum.known) } : {}),
  };
  const findings = [
    ...baselineFindings(baseline, subject.parameters, subject.scale),
    ...entryFindings(baseline, [baseline], subject),
  ];
  if (problem !== null) {
    findings.push(
      finding('baseline.notEvaluable', 'block', null, `Every visit is NE: ${problem}.`, source)
    );
  }
  const text =
    states.length === 0
      ? 'No target lesion.'
      : `Sum of ${states.length} targets: ${value ?? 'not known'} mm.`;
  return {
    id: baseline.id,
    date: baseline.date,
    burden: states.length === 0 ? null : burden,
    lesions: contributions(states, subject),
    trace: [{ rule: 'baseline.sum', text, numbers: { sumMm: value }, source }],
    findings,
  };
}

function reappearedNonTargets(states: ReadonlyMap<string, string>): string[] {
  return [...states]
    .filter(([, state]) => state === 'present' || state === 'progressed')
    .map(([id]) => id);
}

function evaluate(
  visit: Visit,
  earlier: readonly Evaluated[],
  base: TargetStates,
  problem: string | null,
  baseline: Visit,
  subject: Subject
): Evaluated {
  const { scale, parameters, targets, nonTargets } = subject;
  const history = [baseline, ...earlier.map(one => one.visit), visit];
  const before = [base, ...earlier.map(({ states }) => states)];
  const previous = before.at(-1);
  const states = targets.map((target, index) =>
    targetState(target, history, previous?.[index], stateRules(subject))
  );
  const refs = references(states, before, parameters.nadirFromPartial);
  const findings: Finding[] = entryFindings(visit, history, subject);
  const nonTarget = rateNonTarget(nonTargets, visit, history, parameters, scale);
  if (visit.input.nonTargetJudgement && nonTargets.length === 0) {
    findings.push(
      finding(
        'nonTarget.judgementWithoutLesions',
        'block',
        null,
        'A non-target judgement is given, but the baseline has no non-target lesion.',
        source
      )
    );
  }
  if (
    visit.input.nonTargetJudgement &&
    visit.input.nonTargetJudgement !== nonTarget.category &&
    nonTargets.length > 0
  ) {
    findings.push(
      finding(
        'nonTarget.judgementContradicted',
        'warning',
        null,
        `The judgement ${visit.input.nonTargetJudgement} does not fit the lesions' states (${nonTarget.category}).`,
        source
      )
    );
  }
  const newLesions = rateNewLesions(
    visit,
    earlier.map(one => one.visit),
    baseline,
    parameters,
    scale
  );
  const afterCr = lastResponse(earlier) === 'CR';
  const target = rateTarget({
    states,
    references: refs,
    afterCr,
    carriesPr: carriesPr(earlier, parameters),
    parameters,
    scale,
  });
  const reappeared =
    afterCr && parameters.reappearAfterCr === 'pd' ? reappearedNonTargets(nonTarget.states) : [];
  const newState = visit.input.evaluable === false ? 'NE' : newLesions.state;
  const rated = rateOverall(
    { target: target.category, nonTarget: nonTarget.category, newLesions: newState, reappeared },
    parameters.newLesionNe
  );
  const overall = problem !== null || visit.input.evaluable === false ? 'NE' : rated.value;
  const reason = problem ?? `the visit is not evaluable (${visit.input.reason ?? 'NOT_IMAGED'})`;
  const overallTrace =
    overall === rated.value && problem === null
      ? rated.trace
      : [
          {
            rule: 'overall.ne',
            text: `Not evaluable: ${reason}.`,
            numbers: {},
            source: 'Eisenhauer 2009 section 4.4',
          },
        ];
  const category = problem !== null && target.category !== 'NA' ? 'NE' : target.category;
  const targetTrace =
    category === target.category
      ? target.trace
      : [{ rule: 'target.ne', text: `Not evaluable: ${reason}.`, numbers: {}, source }];
  const date = responseDate(
    visit,
    { states, target, nonTarget, newLesions, reappeared, overall },
    parameters.visitDateRule
  );
  const burden =
    states.length === 0 || refs.counted === 0 ? null : burdenOutput(refs, subject.measure, scale);
  return {
    visit,
    states,
    target: category,
    overall,
    date,
    perLesion: newLesions.perLesion,
    output: {
      id: visit.id,
      date,
      burden:
        burden && problem !== null
          ? {
              ...burden,
              nadir: null,
              changeFromBaselinePct: null,
              changeFromNadirPct: null,
              changeFromNadir: null,
            }
          : burden,
      lesions: contributions(states, subject),
      target: category === 'NA' ? null : category,
      nonTarget: nonTarget.category === 'NA' ? null : nonTarget.category,
      newLesions: newState === 'NE' ? null : newState === 'YES',
      overall,
      revised: null,
      trace: [...targetTrace, ...nonTarget.trace, ...newLesions.trace, ...overallTrace],
      findings,
    },
  };
}

/** The day that days count from: `startDate` (randomisation) or `firstDoseDate`, else the baseline's date. */
function referenceDate(
  input: AssessmentInput,
  parameters: Parameters,
  baseline: Visit | null
): string | null {
  if (parameters.refDate === 'firstDose' && !input.firstDoseDate) {
    throw new CriterionError(
      'CL_DATE',
      '/firstDoseDate',
      'refDate is "firstDose" but firstDoseDate is not given'
    );
  }
  const [name, date] =
    parameters.refDate === 'firstDose'
      ? ['firstDoseDate', input.firstDoseDate]
      : ['startDate', input.startDate];
  if (date) dayNumber(date, `/${name}`);
  return date ?? baseline?.date ?? null;
}

/** RECIST 1.1 for one subject, visit by visit in date order; no visit's `overall` depends on a later one. */
export function assessRecist11(input: AssessmentInput): AssessmentOutput {
  const parameters = readParameters(input.parameters);
  if (parameters.pdCutoff) dayNumber(parameters.pdCutoff, '/parameters/pdCutoff');
  if (input.newTherapyDate) dayNumber(input.newTherapyDate, '/newTherapyDate');
  const measure = diameters(parameters.tstmDefaultMm);
  const course = readSubject(input, measure, [parameters.tstmDefaultMm]);
  const subject: Subject = { ...course, measure, parameters };
  const { baseline } = subject;
  const evaluated: Evaluated[] = [];
  const timepoints: TimepointOutput[] = [];
  if (baseline) {
    const states = subject.targets.map(target =>
      targetState(target, [baseline], undefined, stateRules(subject))
    );
    const problem = baselineProblem(baseline, states);
    timepoints.push(baselineOutput(baseline, states, problem, subject));
    for (const visit of subject.visits)
      evaluated.push(evaluate(visit, evaluated, states, problem, baseline, subject));
    const unrated = problem !== null || !parameters.equivocalBackdate;
    const revisions = unrated ? new Map<string, never>() : equivocalRevisions(evaluated);
    for (const one of evaluated) {
      const revision = revisions.get(one.visit.id);
      timepoints.push(
        revision ? { ...one.output, date: revision.date, revised: revision.revised } : one.output
      );
    }
  }
  const { unconfirmed, confirmed, flags } = bestOverallResponse(
    timepoints.slice(1).map(({ id, date, overall, revised }) => ({
      id,
      date: date ?? null,
      response: revised?.value ?? overall ?? null,
    })),
    {
      ...parameters,
      referenceDate: referenceDate(input, parameters, baseline),
      newTherapyDate: input.newTherapyDate ?? null,
    }
  );
  return {
    criterion: 'recist-1.1',
    parameters: { ...parameters },
    timepoints,
    bestOverallResponse: { unconfirmed, confirmed, flags: [...flags] },
  };
}
