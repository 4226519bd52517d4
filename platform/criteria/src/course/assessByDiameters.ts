import type { RatedSubject, RatedTimepoint } from '../reason.js';
import type { AssessmentInput } from '../schemas.js';
import { baselineOutput, contributions, rateBaseline, type RatedBaseline } from './baseline.js';
import { bestResponseOf, checkDates } from './bestResponse.js';
import type { References, TargetStates } from './burden.js';
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
  readonly references: References;
  readonly target: string;
  readonly overall: Overall;
  readonly date: string | null;
  readonly perLesion: ReadonlyMap<string, NewLesionState>;
  readonly output: RatedTimepoint;
}

interface DiameterSubject extends CourseSubject {
  readonly parameters: DiameterParameters;
}

/** Of nodes that were normal: the size at which they are disease again, `nodeBackMm` over the smallest of earlier visits. */
function nodesBackFrom(
  earlier: readonly Evaluated[],
  { scale, rules, targets }: DiameterSubject
): ReadonlyMap<string, bigint> {
  const { nodeBackMm } = rules.target;
  if (nodeBackMm === undefined) return new Map();
  return new Map(
    targets.flatMap(({ id, node }): [string, bigint][] => {
      const past = earlier
        .flatMap(({ states }) => states.filter(state => state.id === id))
        .filter(({ complete }) => complete);
      if (!node || past.every(({ present }) => present)) return [];
      const sizes = past.map(({ known }) => known);
      const least = sizes.reduce((smallest, size) => (size < smallest ? size : smallest));
      return [[id, least + scale.of(nodeBackMm)]];
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
    backFrom: nodesBackFrom(earlier, subject),
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
    references,
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
  const evaluated: Evaluated[] = [];
  const timepoints: RatedTimepoint[] = [];
  if (subject.baseline) {
    const baseline = rateBaseline(subject.baseline, subject);
    timepoints.push(baselineOutput(baseline, subject));
    for (const visit of subject.visits)
      evaluated.push(evaluate(visit, evaluated, baseline, subject, tableSource));
    const unrated = baseline.problem !== null || !parameters.equivocalBackdate;
    const revisions = unrated ? new Map<string, never>() : equivocalRevisions(evaluated);
    for (const { output } of evaluated)
      timepoints.push(revisedBy(output, revisions.get(output.id)));
  }
  return {
    criterion: id,
    parameters: { ...parameters },
    timepoints,
    bestOverallResponse: bestResponseOf(timepoints.slice(1), input, parameters, subject.baseline),
  };
}
