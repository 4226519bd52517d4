import { contributions } from '../course/baseline.js';
import { references, type TargetStates } from '../course/burden.js';
import { equivocalRevisions, type Revision } from '../course/equivocalRevisions.js';
import { recistNodeLimits } from '../course/nodeLimits.js';
import type { NonTargetCategory } from '../course/categories.js';
import { unratedTraces } from '../course/visitComponents.js';
import { readSubject, type Visit } from '../course/subject.js';
import type { RatedSubject, RatedTimepoint } from '../reason.js';
import type { AssessmentInput, Finding } from '../schemas.js';
import { isHeld } from './confirmation.js';
import { checkNeuroDates, type Context } from './context.js';
import type { BaselineLimits } from './findings.js';
import { areas } from './measures.js';
import {
  type NeuroParts,
  type NeuroRating,
  type NeuroTables,
  rateNeuroOverall,
} from './overall.js';
import {
  contextComponents,
  neuroAssessment,
  type NeuroBaseline,
  neuroBaseline,
  neuroBaselineOutput,
  neuroBurden,
} from './output.js';
import type { NeuroParameters } from './parameters.js';
import { rateSize, type SizeRules } from './sizeRating.js';
import { steroidRevisions } from './steroidRevisions.js';
import { neuroDate, type NeuroSubject, type NeuroVisitParts, visitParts } from './visitParts.js';

/** A criterion of summed products whose progression is final at once. */
export interface AreaCriterion {
  readonly id: string;
  readonly tables: NeuroTables;
  readonly size: SizeRules;
  readonly limits: BaselineLimits;
  readonly nonTargetNe: 'keep' | 'ne';
  /** What the criterion makes of a non-target rating. */
  readonly nonTarget?: (category: NonTargetCategory) => {
    readonly category: NonTargetCategory;
    readonly findings: readonly Finding[];
  };
  /** What becomes of a progression that may be an effect of treatment; null where it stays one. */
  readonly treatmentEffect?: (
    rating: NeuroRating,
    context: Context
  ) => {
    readonly value: 'SD';
    readonly rule: string;
    readonly text: string;
    readonly flag: string;
  } | null;
}

interface Evaluated {
  readonly visit: Visit;
  readonly states: TargetStates;
  readonly overall: string;
  readonly date: string | null;
  readonly perLesion: NeuroVisitParts['newLesions']['perLesion'];
  readonly context: Context;
  readonly undeterminedBySteroids: boolean;
  readonly output: RatedTimepoint;
}

function evaluate(
  visit: Visit,
  earlier: readonly Evaluated[],
  baseline: NeuroBaseline,
  subject: NeuroSubject,
  criterion: AreaCriterion
): Evaluated {
  const { parameters, measure, scale, tables, limits } = subject;
  const { problem } = baseline;
  const parts = visitParts(
    visit,
    earlier.map(one => one.visit),
    baseline.visit,
    subject
  );
  const { states, newLesions, context } = parts;
  const before = [baseline.states, ...earlier.map(one => one.states)];
  const refs = references(states, before, parameters.nadirFromPartial);
  const size = rateSize({
    states,
    references: refs,
    rules: criterion.size,
    measure,
    scale,
    partialBounds: parameters.partialBounds,
  });
  const nonTarget = criterion.nonTarget?.(parts.nonTarget.category) ?? {
    category: parts.nonTarget.category,
    findings: [],
  };
  const combined: NeuroParts = {
    target: size.category,
    nonTarget: nonTarget.category,
    newLesions: newLesions.state,
    t2Flair: context.t2Flair,
    clinicalStatus: context.clinicalStatus,
    steroids: context.steroids,
    taper: context.taper,
  };
  const { nonTargetNe } = criterion;
  const rating = rateNeuroOverall(combined, tables, { ...parameters, nonTargetNe });
  const effect = problem === null ? (criterion.treatmentEffect?.(rating, context) ?? null) : null;
  const overall = problem !== null ? 'NE' : (effect?.value ?? rating.value);
  const undetermined = problem === null && rating.undeterminedBySteroids;
  const shows = { grown: size.category === 'PD', progression: overall === 'PD' };
  const date = neuroDate(visit, parts, shows, parameters);
  const flags = [
    ...(effect ? [effect.flag] : []),
    ...(undetermined ? ['STEROID'] : []),
    ...(isHeld({ date, overall }, earlier, parameters) ? [] : ['UNCONFIRMED']),
  ];
  const overallTrace = [
    { rule: rating.rule, text: rating.text, numbers: {}, source: tables.source },
    ...(effect
      ? [{ rule: effect.rule, text: effect.text, numbers: {}, source: tables.source }]
      : []),
  ];
  const target = problem !== null && size.category !== 'NA' ? 'NE' : size.category;
  return {
    visit,
    states,
    overall,
    date,
    perLesion: newLesions.perLesion,
    context,
    undeterminedBySteroids: undetermined,
    output: {
      id: visit.id,
      date,
      burden: neuroBurden(refs, problem, subject),
      lesions: contributions(states, subject),
      target: target === 'NA' ? null : target,
      nonTarget: nonTarget.category === 'NA' ? null : nonTarget.category,
      newLesions: newLesions.state === 'NE' ? null : newLesions.state === 'YES',
      components: contextComponents(context, tables.usesT2Flair),
      overall,
      flags,
      revised: null,
      trace: [
        ...(problem === null ? size.trace : []),
        ...parts.nonTarget.trace,
        ...newLesions.trace,
        ...(problem === null
          ? overallTrace
          : unratedTraces(problem, states.length > 0, limits.source)),
      ],
      findings: [...parts.findings, ...nonTarget.findings],
    },
  };
}

/** Equivocal lesions that a progression confirmed, and visits that steroids had left undetermined. */
function revisionsOf(
  evaluated: readonly Evaluated[],
  { equivocalBackdate }: NeuroParameters
): Map<string, Revision> {
  const backdated = equivocalBackdate ? equivocalRevisions(evaluated) : new Map<string, Revision>();
  const rated = evaluated.map(one => ({
    ...one,
    value: backdated.get(one.visit.id)?.revised.value ?? one.overall,
    steroids: one.context.steroids,
    undeterminedBySteroids: one.undeterminedBySteroids && !backdated.has(one.visit.id),
  }));
  return new Map([...steroidRevisions(rated, ['PD'], ['NE']), ...backdated]);
}

/** One subject, visit by visit in date order; no visit's `overall` depends on a later one. */
export function assessByAreas(
  input: AssessmentInput,
  parameters: NeuroParameters,
  criterion: AreaCriterion
): RatedSubject {
  const { tables, limits } = criterion;
  checkNeuroDates(input, parameters);
  const measure = areas(parameters.tstmDefaultMm);
  const subject: NeuroSubject = {
    ...readSubject(input, measure, [parameters.tstmDefaultMm]),
    measure,
    input,
    parameters,
    tables,
    limits,
    newLesionRules: { source: limits.source, nodeLimits: recistNodeLimits },
  };
  if (!subject.baseline) return neuroAssessment(criterion.id, null, [], new Map(), subject);
  const baseline = neuroBaseline(subject.baseline, subject);
  const evaluated: Evaluated[] = [];
  for (const visit of subject.visits)
    evaluated.push(evaluate(visit, evaluated, baseline, subject, criterion));
  return neuroAssessment(
    criterion.id,
    neuroBaselineOutput(baseline, subject, () => null),
    evaluated.map(({ output }) => output),
    revisionsOf(evaluated, parameters),
    subject
  );
}
