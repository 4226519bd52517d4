import { irecistVocabulary } from '../bestOverallResponseVocabulary.js';
import { dayNumber } from '../dates.js';
import {
  baselineOutput,
  contributions,
  rateBaseline,
  type RatedBaseline,
} from '../course/baseline.js';
import { bestResponseOf, checkDates } from '../course/bestResponse.js';
import type { TargetStates } from '../course/burden.js';
import type { NewLesionState } from '../course/categories.js';
import { type CourseSubject, recistRules } from '../course/courseRules.js';
import { equivocalRevisions, revisedBy } from '../course/equivocalRevisions.js';
import { diameters } from '../course/measure.js';
import { parametersOf } from '../course/parameters.js';
import { carriesPr, lastResponse } from '../course/responseCarry.js';
import { responseDate } from '../course/responseDate.js';
import { readSubject, type Visit } from '../course/subject.js';
import { rateTarget } from '../course/targetRating.js';
import {
  presentNonTargets,
  unratedTraces,
  visitBurden,
  visitComponents,
} from '../course/visitComponents.js';
import { marginAs, type RatedSubject, type RatedTimepoint } from '../reason.js';
import type { AssessmentInput } from '../schemas.js';
import { immuneMargin, immuneNonTarget, immuneTarget, type ImmuneOverall, plain } from './codes.js';
import { gridResponse, stepTrace } from './explain.js';
import { irecistFindings } from './findings.js';
import type { TimepointOwn } from './inputs.js';
import { followNewLesions, noNewLesions, type NewLesionCourse } from './newLesionCourse.js';
import { type Parameters, ParametersSchema } from './parameters.js';
import type { Run, RunRules, RunVisit } from './run.js';
import { rateVisit } from './rateVisit.js';

interface ImmuneSubject extends CourseSubject {
  readonly parameters: Parameters;
}

interface Evaluated {
  readonly visit: Visit;
  readonly states: TargetStates;
  readonly target: string;
  readonly overall: ImmuneOverall;
  readonly date: string | null;
  readonly perLesion: ReadonlyMap<string, NewLesionState>;
  /** After this visit. */
  readonly run: Run | null;
  readonly newLesions: NewLesionCourse;
  /** Id of the visit whose run this one confirmed. */
  readonly confirms: string | null;
  readonly output: RatedTimepoint;
}

const source = 'Seymour 2017 (iRECIST) Tables 1 and 2';

function runRules({ parameters, scale }: ImmuneSubject): RunRules {
  return { ...parameters, growth: scale.of(5) };
}

function unrated(
  visit: Visit,
  before: Evaluated | undefined,
  baseline: RatedBaseline,
  subject: ImmuneSubject,
  earlier: readonly Evaluated[]
): Evaluated {
  const components = visitComponents(visit, earlier, baseline, subject);
  const reason =
    baseline.problem ?? `the visit is not evaluable (${visit.input.reason ?? 'NOT_IMAGED'})`;
  const { nonTarget, newLesions, states } = components;
  const { baselineSource, missingSource } = subject.rules;
  return {
    visit,
    states,
    target: 'NE',
    overall: 'NE',
    date: visit.date,
    perLesion: newLesions.perLesion,
    run: before?.run ?? null,
    newLesions: before?.newLesions ?? noNewLesions,
    confirms: null,
    output: {
      id: visit.id,
      date: visit.date,
      burden: visitBurden(components, baseline, subject),
      lesions: contributions(states, subject),
      target: states.length === 0 ? null : 'NE',
      nonTarget: immuneNonTarget(nonTarget.category),
      newLesions: components.newLesionState === 'NE' ? null : components.newLesionState === 'YES',
      overall: 'NE',
      revised: null,
      trace: [
        ...nonTarget.trace,
        ...newLesions.trace,
        ...unratedTraces(reason, states.length > 0, baselineSource, missingSource),
      ],
      findings: [...components.findings],
    },
  };
}

function evaluate(
  visit: Visit,
  earlier: readonly Evaluated[],
  baseline: RatedBaseline,
  subject: ImmuneSubject
): Evaluated {
  const { scale, parameters, rules } = subject;
  const before = earlier.at(-1);
  if (baseline.problem !== null || visit.input.evaluable === false)
    return unrated(visit, before, baseline, subject, earlier);
  const components = visitComponents(visit, earlier, baseline, subject);
  const { states, references, nonTarget, newLesions, newLesionState } = components;
  const past = earlier.map(one => ({ ...one, overall: plain(one.overall) }));
  const afterCr = lastResponse(past) === 'CR';
  const target = rateTarget({
    states,
    references,
    afterCr,
    carriesPr: carriesPr(past, parameters),
    parameters,
    scale,
    rules: rules.target,
  });
  const reappeared =
    afterCr && parameters.reappearAfterCr === 'pd' ? presentNonTargets(nonTarget) : [];
  const history = [baseline.visit, ...earlier.map(one => one.visit), visit];
  const seen = before?.newLesions ?? noNewLesions;
  const newVisit = followNewLesions(visit, history, newLesions, seen, subject, parameters);
  const own = visit.input as TimepointOwn;
  const runBefore = before?.run ?? null;
  const facts: RunVisit = {
    id: visit.id,
    day: visit.date === null ? null : dayNumber(visit.date, '/timepoints'),
    target: target.category,
    sum: references.current,
    nonTarget: nonTarget.category,
    ntFurther: own.ntFurther ?? null,
    newLesions: newVisit,
    nlntFurther: own.nlntFurther ?? null,
    newSymptom: own.newSymptom === true,
  };
  const step = rateVisit(runBefore, facts, reappeared, runRules(subject));
  const { value: overall, trace: gridTrace } =
    step.overall === 'grid'
      ? gridResponse(target.category, nonTarget.category, newVisit, newLesionState, parameters)
      : { value: step.overall, trace: [] };
  const progression = overall === 'IUPD' || overall === 'ICPD';
  const date = responseDate(
    visit,
    { states, target, nonTarget, newLesions, reappeared, progression },
    parameters.visitDateRule
  );
  const confirmedPart = step.confirms?.part ?? null;
  const targetCode = confirmedPart === 'target' ? 'ICPD' : immuneTarget(target.category);
  const nonTargetCode =
    confirmedPart === 'nonTarget' ? 'ICPD' : immuneNonTarget(nonTarget.category);
  const growing = newVisit.event !== null || step.confirmation?.part === 'newLesion';
  return {
    visit,
    states,
    target: target.category,
    overall,
    date,
    perLesion: newLesions.perLesion,
    run: step.run,
    newLesions: newVisit.course,
    confirms: step.confirms?.run.openedBy ?? null,
    output: {
      id: visit.id,
      date,
      burden: visitBurden(components, baseline, subject),
      lesions: contributions(states, subject),
      target: targetCode,
      nonTarget: nonTargetCode,
      newLesions: newLesionState === 'NE' ? null : newLesionState === 'YES',
      components: {
        newLesionProgression: growing ? 'YES' : newLesionState === 'NE' ? null : 'NO',
        priorOverall: before?.overall ?? null,
      },
      overall,
      revised: null,
      trace: [
        ...target.trace.map(reason => marginAs(reason, immuneMargin)),
        ...nonTarget.trace,
        ...newLesions.trace,
        ...stepTrace(step, newVisit, seen, scale, source),
        ...gridTrace,
      ],
      findings: [...components.findings, ...irecistFindings(facts, runBefore, step)],
    },
  };
}

/** iRECIST for one subject, visit by visit in date order; no visit's `overall` depends on a later one. */
export function assessIrecist(input: AssessmentInput): RatedSubject {
  const parameters = parametersOf('irecist', ParametersSchema, input.parameters);
  checkDates(input, parameters);
  const measure = diameters(parameters.tstmDefaultMm);
  const course = readSubject(input, measure, [
    parameters.tstmDefaultMm,
    recistRules.target.pdAbsMm,
  ]);
  const subject: ImmuneSubject = { ...course, measure, parameters, rules: recistRules };
  const evaluated: Evaluated[] = [];
  const timepoints: RatedTimepoint[] = [];
  if (subject.baseline) {
    const baseline = rateBaseline(subject.baseline, subject);
    timepoints.push(baselineOutput(baseline, subject));
    for (const visit of subject.visits)
      evaluated.push(evaluate(visit, evaluated, baseline, subject));
  }
  const back = parameters.equivocalBackdate
    ? equivocalRevisions(evaluated, 'IUPD', ['IUPD', 'ICPD'])
    : new Map<string, never>();
  const responses = evaluated.map(({ output }) => revisedBy(output, back.get(output.id)));
  // The best response dates iCPD at its run's first iUPD itself, and only by visits that enter it.
  timepoints.push(
    ...responses.map(one => {
      const by = evaluated.find(({ confirms }) => confirms === one.id);
      if (!by) return one;
      const revised = { value: 'ICPD', byTimepoint: by.visit.id, rule: 'run.confirmed' };
      return { ...one, revised };
    })
  );
  return {
    criterion: 'irecist',
    parameters: { ...parameters },
    timepoints,
    bestOverallResponse: bestResponseOf(
      responses,
      input,
      parameters,
      subject.baseline,
      irecistVocabulary
    ),
  };
}
