import type { RatedSubject, RatedTimepoint } from '../reason.js';
import type { AssessmentInput } from '../schemas.js';
import { baselineOutput, contributions, rateBaseline, type RatedBaseline } from './baseline.js';
import { bestResponseOf, checkDates } from './bestResponse.js';
import { smaller, type TargetStates } from './burden.js';
import type { NewLesionState, Overall } from './categories.js';
import type { CourseRules, CourseSubject } from './courseRules.js';
import { equivocalRevisions, revisedBy } from './equivocalRevisions.js';
import { diameters, type Measure } from './measure.js';
import { rateOverall } from './overallRating.js';
import type { BestResponseParameters, CourseParameters } from './parameters.js';
import { carriesPr, lastResponse } from './responseCarry.js';
import { responseDate } from './responseDate.js';
import { readSubject, type Visit } from './subject.js';
import { rateTarget } from './targetRating.js';
import { presentNonTargets, visitBurden, visitComponents } from './visitComponents.js';

/** Parameters of a criterion whose visits combine as RECIST 1.1's do. */
export interface DiameterParameters extends CourseParameters, BestResponseParameters {
  readonly prCarry: 'none' | 'faq';
  readonly reappearAfterCr: 'pd' | 'sumRule';
}

/** A criterion that rates and combines as RECIST 1.1 does, by rules of its own. */
export interface DiameterCriterion {
  readonly id: string;
  readonly rules: CourseRules;
  /** Paper and tables of the combination. */
  readonly tableSource: string;
  /** RECIST's diameters without it. */
  readonly measure?: Measure;
}

interface Evaluated {
  readonly visit: Visit;
  readonly states: TargetStates;
  readonly target: string;
  readonly overall: Overall;
  readonly date: string | null;
  readonly perLesion: ReadonlyMap<string, NewLesionState>;
  readonly output: RatedTimepoint;
}

interface DiameterSubject extends CourseSubject {
  readonly parameters: DiameterParameters;
}

/** The size at which a node that was normal is disease again: `nodeBackMm` over its smallest, baseline included. */
function nodesBackFrom(
  before: readonly TargetStates[],
  { scale, rules, targets }: DiameterSubject
): ReadonlyMap<string, bigint> {
  const { nodeBackMm } = rules.target;
  if (nodeBackMm === undefined) return new Map();
  const nodes = targets.filter(({ node }) => node);
  return new Map(
    nodes.flatMap(({ id }): [string, bigint][] => {
      const read = before.flat().filter(state => state.id === id && state.complete);
      const [first, ...sizes] = read.map(({ known }) => known);
      if (first === undefined) return [];
      return [[id, sizes.reduce(smaller, first) + scale.of(nodeBackMm)]];
    })
  );
}

function evaluate(
  visit: Visit,
  earlier: readonly Evaluated[],
  baseline: RatedBaseline,
  subject: DiameterSubject,
  tableSource: string
): Evaluated {
  const { scale, parameters, rules } = subject;
  const { problem } = baseline;
  const components = visitComponents(visit, earlier, baseline, subject);
  const { states, references, nonTarget, newLesions, newLesionState, findings } = components;
  const afterCr = lastResponse(earlier) === 'CR';
  const target = rateTarget({
    states,
    references,
    afterCr,
    backFrom: nodesBackFrom([baseline.states, ...earlier.map(one => one.states)], subject),
    carriesPr: carriesPr(earlier, parameters),
    parameters,
    scale,
    rules: rules.target,
  });
  const reappeared =
    afterCr && parameters.reappearAfterCr === 'pd' ? presentNonTargets(nonTarget) : [];
  const rated = rateOverall(
    {
      target: target.category,
      nonTarget: nonTarget.category,
      newLesions: newLesionState,
      reappeared,
    },
    parameters.newLesionNe,
    tableSource
  );
  const overall = problem !== null || visit.input.evaluable === false ? 'NE' : rated.value;
  const reason = problem ?? `the visit is not evaluable (${visit.input.reason ?? 'NOT_IMAGED'})`;
  const notEvaluable = (rule: string, source: string) => [
    { rule, text: `Not evaluable: ${reason}.`, numbers: {}, source },
  ];
  const overallTrace =
    overall === rated.value && problem === null
      ? rated.trace
      : notEvaluable('overall.ne', rules.missingSource);
  const category = problem !== null && target.category !== 'NA' ? 'NE' : target.category;
  const targetTrace =
    problem === null || target.category === 'NA'
      ? target.trace
      : notEvaluable('target.ne', rules.baselineSource);
  const date = responseDate(
    visit,
    { states, target, nonTarget, newLesions, reappeared, progression: overall === 'PD' },
    parameters.visitDateRule
  );
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
      burden: visitBurden(components, baseline, subject),
      lesions: contributions(states, subject),
      target: category === 'NA' ? null : category,
      nonTarget: nonTarget.category === 'NA' ? null : nonTarget.category,
      newLesions: newLesionState === 'NE' ? null : newLesionState === 'YES',
      overall,
      revised: null,
      trace: [...targetTrace, ...nonTarget.trace, ...newLesions.trace, ...overallTrace],
      findings: [...findings],
    },
  };
}

/** The visits after the baseline, as later ones revised them. */
function rateVisits(
  baseline: RatedBaseline,
  subject: DiameterSubject,
  tableSource: string
): RatedTimepoint[] {
  const evaluated: Evaluated[] = [];
  for (const visit of subject.visits)
    evaluated.push(evaluate(visit, evaluated, baseline, subject, tableSource));
  const { equivocalBackdate } = subject.parameters;
  const revisions = equivocalRevisions(equivocalBackdate ? evaluated : []);
  return evaluated.map(({ output }) => revisedBy(output, revisions.get(output.id)));
}

/** One subject, visit by visit in date order; no visit's `overall` depends on a later one. */
export function assessByDiameters(
  input: AssessmentInput,
  parameters: DiameterParameters,
  criterion: DiameterCriterion
): RatedSubject {
  checkDates(input, parameters);
  const { id, rules, tableSource } = criterion;
  const measure = criterion.measure ?? diameters(parameters.tstmDefaultMm);
  const constants = [parameters.tstmDefaultMm, rules.target.pdAbsMm];
  const course = readSubject(input, measure, constants);
  const subject: DiameterSubject = { ...course, measure, parameters, rules };
  const baseline = subject.baseline && rateBaseline(subject.baseline, subject);
  const visits = baseline ? rateVisits(baseline, subject, tableSource) : [];
  return {
    criterion: id,
    parameters: { ...parameters },
    timepoints: baseline ? [baselineOutput(baseline, subject), ...visits] : [],
    bestOverallResponse: bestResponseOf(visits, input, parameters, subject.baseline),
  };
}
