import { contributions, rateBaseline, type RatedBaseline } from '../course/baseline.js';
import { finding } from '../course/baselineFindings.js';
import { bestResponseOf, checkDates } from '../course/bestResponse.js';
import { sumOf, type TargetStates } from '../course/burden.js';
import type { NewLesionState, Overall } from '../course/categories.js';
import { type CourseRules, type CourseSubject, recistRules } from '../course/courseRules.js';
import { entryFindings } from '../course/entryFindings.js';
import { equivocalRevisions, revisedBy } from '../course/equivocalRevisions.js';
import { diameters, type Measure } from '../course/measure.js';
import { rateOverall } from '../course/overallRating.js';
import type { NonTargetRating } from '../course/nonTargetRating.js';
import { parametersOf } from '../course/parameters.js';
import { plainNewLesion } from '../course/plainNewLesion.js';
import { responseDate } from '../course/responseDate.js';
import { citing } from '../course/selection.js';
import { type Followed, readSubject, type Visit } from '../course/subject.js';
import { unratedTraces, visitBurden, visitComponents } from '../course/visitComponents.js';
import type { RatedSubject, RatedTimepoint } from '../reason.js';
import type { AssessmentInput } from '../schemas.js';
import { type Density, densityOf, entriesOf, huOf, own } from './density.js';
import { choiBaselineFindings, densityFindings } from './findings.js';
import type { ChoiTimepoint } from './inputs.js';
import { type Parameters, ParametersSchema } from './parameters.js';
import { rateTarget, source } from './target.js';

const noNodeLimits = () => ({ targetFromMm: 0, normalBelowMm: 0, newFromMm: 0 });
const rules: CourseRules = {
  ...recistRules,
  nonTarget: { source, nodeLimits: noNodeLimits },
  newLesions: { source, nodeLimits: noNodeLimits, stateOf: plainNewLesion },
  nodeLimits: noNodeLimits,
  baselineSource: source,
  missingSource: source,
};

interface ChoiSubject extends CourseSubject {
  readonly own: Parameters;
}

interface Evaluated {
  readonly visit: Visit;
  readonly states: TargetStates;
  readonly overall: Overall;
  readonly perLesion: ReadonlyMap<string, NewLesionState>;
  readonly output: RatedTimepoint;
}

/** Longest diameters of everything, nodes too; the decimals of densities are kept as well. */
function lengths(tstmDefaultMm: number): Measure {
  const measure = diameters(tstmDefaultMm);
  return {
    ...measure,
    recorded: lesion => [
      ...measure.recorded(lesion),
      own(lesion).densityHu,
      own(lesion).densityAreaMm2,
    ],
  };
}

function baselineOutput(
  { visit, states, problem }: RatedBaseline,
  density: Density,
  subject: ChoiSubject
): RatedTimepoint {
  const { scale } = subject;
  const sum = sumOf(states, new Set(states.map(({ id }) => id)));
  const read = scale.toMm(sum.known);
  const value = sum.complete ? read : null;
  const hu = huOf(density.mean, scale);
  const findings = [
    ...choiBaselineFindings(visit, subject.own),
    ...citing(entryFindings(visit, [visit], subject), source),
    ...densityFindings(density, subject.own, true),
  ];
  if (problem !== null) {
    const text = `Every visit is NE: ${problem}.`;
    findings.push(finding('baseline.notEvaluable', 'block', null, text, source));
  }
  const numbers = states.length === 0 ? {} : { sumMm: value, densityHu: hu };
  const targets = `${states.length} ${states.length === 1 ? 'target' : 'targets'}`;
  const text =
    states.length === 0
      ? 'No target lesion.'
      : `Sum of ${targets}: ${value === null ? 'not known' : `${value} mm`}, mean density ${hu === null ? 'not known' : `${hu} HU`}.`;
  return {
    id: visit.id,
    date: visit.date,
    burden:
      states.length === 0
        ? null
        : { value, unit: 'mm', ...(value === null ? { lowerBound: read } : {}) },
    lesions: contributions(states, subject),
    trace: [{ rule: 'baseline.sum', text, numbers, source }],
    findings,
  };
}

const nodules = ['new', 'grown'] as const;

/** Lesions in which this visit shows a new or grown nodule, each with the entries that have it: itself or its parts. */
function nodulesAt(
  followed: readonly Followed[],
  visit: Visit,
  earlier: readonly Visit[]
): Map<string, string[]> {
  if (visit.input.evaluable === false) return new Map();
  const found = followed.map(({ id }): [string, string[]] => [
    id,
    entriesOf(id, visit, earlier)
      .filter(lesion => nodules.some(nodule => nodule === own(lesion).intratumoralNodule))
      .map(lesion => lesion.id),
  ]);
  return new Map(found.filter(([, entries]) => entries.length > 0));
}

/** A nodule inside a non-target is progression of it. */
function withNodules(
  rating: NonTargetRating,
  nodules: ReadonlyMap<string, readonly string[]>
): NonTargetRating {
  if (nodules.size === 0) return rating;
  const text = `New or grown nodule inside ${[...nodules.keys()].join(', ')}: progression.`;
  return {
    ...rating,
    category: 'PD',
    trace: [...rating.trace, { rule: 'nonTarget.pd.nodule', text, numbers: {}, source }],
  };
}

function evaluate(
  visit: Visit,
  earlier: readonly Evaluated[],
  baseline: RatedBaseline,
  subject: ChoiSubject
): Evaluated {
  const { scale, own: parameters } = subject;
  const past = [baseline.visit, ...earlier.map(one => one.visit)];
  const parts = visitComponents(visit, earlier, baseline, subject);
  const { states, newLesions, newLesionState } = parts;
  const targetNodules = nodulesAt(subject.targets, visit, past);
  const otherNodules = nodulesAt(subject.nonTargets, visit, past);
  const nonTarget = withNodules(parts.nonTarget, otherNodules);
  const density = densityOf(states, visit, past, parameters, scale);
  const excluded = new Set(states.filter(one => one.excluded).map(({ id }) => id));
  const baselineDensity = densityOf(
    baseline.states.filter(({ id }) => !excluded.has(id)),
    baseline.visit,
    [],
    parameters,
    scale
  );
  const declined = (visit.input as Visit['input'] & ChoiTimepoint).symptomaticDecline === true;
  const target = rateTarget({
    states,
    references: parts.references,
    density,
    baselineDensity,
    nodules: [...targetNodules.keys()],
    declined,
    parameters,
    scale,
  });
  const rated = rateOverall(
    {
      target: target.category,
      nonTarget: nonTarget.category,
      newLesions: newLesionState,
      reappeared: [],
    },
    parameters.newLesionNe,
    source
  );
  const reason =
    baseline.problem ??
    (visit.input.evaluable === false
      ? `the visit is not evaluable (${visit.input.reason ?? 'NOT_IMAGED'})`
      : null);
  const overall = reason === null ? rated.value : 'NE';
  const category = reason !== null && target.category !== 'NA' ? 'NE' : target.category;
  const date = responseDate(
    visit,
    {
      states,
      target,
      nonTarget: parts.nonTarget,
      newLesions,
      // A nodule has the date of the scan that shows it, not that of the sum.
      reappeared: [...targetNodules.values(), ...otherNodules.values()].flat(),
      progression: overall === 'PD',
    },
    parameters.visitDateRule
  );
  const findings = [
    ...citing(parts.findings, source),
    ...densityFindings(density, parameters, false),
  ];
  if (declined) {
    const text = 'Symptoms declined: recorded, never progression by imaging alone.';
    findings.push(finding('symptoms.declined', 'note', null, text, source));
  }
  return {
    visit,
    states,
    overall,
    perLesion: newLesions.perLesion,
    output: {
      id: visit.id,
      date,
      burden: visitBurden(parts, baseline, subject),
      lesions: contributions(states, subject),
      target: category === 'NA' ? null : category,
      nonTarget: nonTarget.category === 'NA' ? null : nonTarget.category,
      newLesions: newLesionState === 'NE' ? null : newLesionState === 'YES',
      overall,
      revised: null,
      trace:
        reason === null
          ? [...target.trace, ...nonTarget.trace, ...newLesions.trace, ...rated.trace]
          : [
              ...nonTarget.trace,
              ...newLesions.trace,
              ...unratedTraces(reason, states.length > 0, source),
            ],
      findings,
    },
  };
}

/** Choi criteria for one subject, visit by visit in date order; no visit's `overall` depends on a later one. */
export function assessChoi(input: AssessmentInput): RatedSubject {
  const parameters = parametersOf('choi', ParametersSchema, input.parameters);
  checkDates(input, parameters);
  const measure = lengths(parameters.tstmDefaultMm);
  const course = readSubject(input, measure, [parameters.tstmDefaultMm]);
  const plain = <T extends { readonly id: string }>({ id }: T) => ({ id, node: false });
  const subject: ChoiSubject = {
    ...course,
    targets: course.targets.map(plain),
    nonTargets: course.nonTargets.map(plain),
    measure,
    own: parameters,
    parameters: { ...parameters, normalNodesBeatPd: true, petNewLesion: true },
    rules,
  };
  const timepoints: RatedTimepoint[] = [];
  if (subject.baseline) {
    const baseline = rateBaseline(subject.baseline, subject);
    const density = densityOf(baseline.states, baseline.visit, [], parameters, subject.scale);
    timepoints.push(baselineOutput(baseline, density, subject));
    const evaluated: Evaluated[] = [];
    for (const visit of subject.visits)
      evaluated.push(evaluate(visit, evaluated, baseline, subject));
    const revisions = parameters.equivocalBackdate
      ? equivocalRevisions(evaluated)
      : new Map<string, never>();
    for (const { output } of evaluated)
      timepoints.push(revisedBy(output, revisions.get(output.id)));
  }
  return {
    criterion: 'choi',
    parameters: { ...parameters },
    timepoints,
    bestOverallResponse: bestResponseOf(timepoints.slice(1), input, parameters, subject.baseline),
  };
}
