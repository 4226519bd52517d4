import { contributions } from '../course/baseline.js';
import { finding } from '../course/baselineFindings.js';
import { bestResponseOf, checkDates } from '../course/bestResponse.js';
import { equivocalRevisions, revisedBy } from '../course/equivocalRevisions.js';
import { rateNewLesions } from '../course/newLesionRating.js';
import { parametersOf } from '../course/parameters.js';
import { responseDate } from '../course/responseDate.js';
import { citing } from '../course/selection.js';
import { readSubject, type Visit } from '../course/subject.js';
import { judgementFindings, unratedTraces } from '../course/visitComponents.js';
import type { RatedSubject, RatedTimepoint } from '../reason.js';
import type { AssessmentInput } from '../schemas.js';
import { limitOutput, twiceLimit } from './background.js';
import { baselineBurdens, burdensOf } from './burdens.js';
import { compareScans } from './comparability.js';
import { entryFindings } from './entryFindings.js';
import {
  baselineFindings,
  glycolysisFindings,
  hottestFindings,
  visitFindings,
} from './findings.js';
import { glycolysisOf, glycolysisPair } from './glycolysis.js';
import { metabolicOf, type Overall, overallOf, source } from './grid.js';
import { hottestOf, sulReferences } from './hottest.js';
import { timepointNumbers } from './inputs.js';
import { sulMeasure } from './measure.js';
import { newLesionState, noNodeLimits, rateOthers } from './others.js';
import { ParametersSchema } from './parameters.js';
import { type PercistSubject, type Reading, readScan } from './reading.js';
import { rateTarget } from './target.js';
import { changeSul } from './thresholds.js';
import { percistVocabulary } from './vocabulary.js';

/** The baseline, why it gives no reference (null when it does), and why there is nothing to measure. */
interface Baseline {
  readonly reading: Reading;
  readonly problem: string | null;
  readonly noTarget: string | null;
}

interface Evaluated {
  readonly visit: Visit;
  readonly reading: Reading;
  readonly overall: Overall;
  /** Its numbers may be compared with those of other scans. */
  readonly comparable: boolean;
  readonly perLesion: ReturnType<typeof rateNewLesions>['perLesion'];
  readonly output: RatedTimepoint;
}

/** Baseline first. */
type Scans = readonly [Visit, ...Visit[]];

const newLesionRules = { source, nodeLimits: noNodeLimits, stateOf: newLesionState };

function readBaseline(visit: Visit, subject: PercistSubject): Baseline {
  const { own: parameters, scale } = subject;
  const reading = readScan(visit, [], subject);
  const hottest = hottestOf(reading, new Set());
  const missing = reading.states
    .filter(({ complete }) => !complete)
    .map(({ id, reason }) => `${id} (${reason ?? 'OTHER'})`);
  const problem =
    visit.input.evaluable === false
      ? `the baseline is not evaluable (${visit.input.reason ?? 'OTHER'})`
      : !hottest.complete
        ? `the baseline has no value for ${missing.join(', ')}`
        : null;
  const limit = twiceLimit(reading.background);
  const below = problem === null && limit !== null && 2n * hottest.known < limit;
  const excluded = below && parameters['percist.belowLimit'] === 'nonMeasurable';
  const sul = scale.toMm(hottest.known);
  const noTarget =
    reading.targets.length === 0
      ? 'No target lesion at baseline.'
      : problem === null && hottest.known === 0n
        ? 'No target has uptake at baseline.'
        : excluded
          ? `Nothing measurable at baseline: SULpeak ${sul} g/mL, limit ${limitOutput(reading.background, scale) ?? ''} g/mL; every lesion is followed by its state.`
          : null;
  return { reading, problem, noTarget };
}

function baselineOutput({ reading, problem }: Baseline, subject: PercistSubject): RatedTimepoint {
  const { scale } = subject;
  const { visit, states, background } = reading;
  const hottest = hottestOf(reading, new Set());
  const burdens = baselineBurdens(reading, subject);
  const findings = [
    ...baselineFindings(reading, hottest, subject),
    ...entryFindings(reading, [visit], true, subject),
    ...hottestFindings(reading, hottest, true),
    ...glycolysisFindings(glycolysisOf(reading, scale), false),
  ];
  if (problem !== null) {
    const text = `Every visit is NE: ${problem}.`;
    findings.push(finding('baseline.notEvaluable', 'block', null, text, source));
  }
  const sul = burdens.sulPeak?.value ?? null;
  const limit = limitOutput(background, scale);
  const from =
    limit === null
      ? `measurable from what is not known (${background.organ})`
      : `measurable from ${limit} g/mL (${background.organ})`;
  const text =
    states.length === 0
      ? 'No target lesion.'
      : sul === null
        ? `The hottest lesion is not known; ${from}.`
        : sul === 0
          ? `No lesion has uptake; ${from}.`
          : `Hottest lesion ${hottest.ids.join(', ')}: SULpeak ${sul} g/mL, ${from}.`;
  const numbers = {
    sulPeak: sul,
    measurableFromSul: limit,
    backgroundMeanSul: background.mean === null ? null : scale.toMm(background.mean),
    backgroundSdSul: background.sd === null ? null : scale.toMm(background.sd),
  };
  const threshold =
    background.organ === 'liver' ? '1.5 x liver mean + 2 SD' : '2.0 x blood-pool mean + 2 SD';
  return {
    id: visit.id,
    date: visit.date,
    burden: burdens.sulPeak,
    burdens: { ...burdens },
    lesions: contributions(states, { measure: reading.measure, scale }),
    trace: [{ rule: 'baseline.sulPeak', text, numbers, threshold, source }],
    findings,
  };
}

function evaluate(
  visit: Visit,
  earlier: readonly Evaluated[],
  baseline: Baseline,
  subject: PercistSubject
): Evaluated {
  const { scale, own: parameters, nonTargets } = subject;
  const { problem, noTarget } = baseline;
  const base = baseline.reading;
  const past: Scans = [base.visit, ...earlier.map(one => one.visit)];
  const history: Scans = [...past, visit];
  const reading = readScan(visit, [base, ...earlier.map(one => one.reading)], subject);
  const { states, measure } = reading;
  const readable = visit.input.evaluable !== false;
  const comparability = compareScans(visit, base.visit, parameters, scale);
  const strictly = parameters['percist.comparability'] === 'NE';
  const comparable = comparability.failures.length === 0 || !strictly;
  const scans = [base, ...earlier.filter(one => one.comparable).map(one => one.reading)];
  const references = sulReferences(reading, scans, parameters);
  const glycolysis = glycolysisPair(reading, scans, parameters['percist.pmdRef'], scale);
  const target = rateTarget({
    reading,
    references,
    comparability,
    glycolysis,
    noTarget,
    parameters,
    scale,
  });
  const demoted = noTarget === null ? [] : reading.targets;
  const others = rateOthers(reading, past, demoted, references.current.ids, subject);
  const newLesions = rateNewLesions(
    visit,
    earlier.map(one => one.visit),
    base.visit,
    { petNewLesion: true },
    scale,
    newLesionRules
  );
  const newLesionsNow = readable ? newLesions.state : 'NE';
  const nonTarget = metabolicOf[others.category];
  const rated = overallOf(
    { target: target.category, nonTarget, newLesions: newLesionsNow },
    parameters
  );
  const reason =
    problem ??
    (readable ? null : `the visit is not evaluable (${visit.input.reason ?? 'NOT_IMAGED'})`);
  const overall = reason === null ? rated.value : 'NE';
  const category = reason !== null && target.category !== 'NA' ? 'NE' : target.category;
  const date = responseDate(
    visit,
    {
      states,
      target: { category: target.category === 'PMD' ? 'PD' : 'SD', trace: target.trace },
      nonTarget: others,
      newLesions,
      reappeared: [],
      progression: overall === 'PMD',
    },
    parameters.visitDateRule
  );
  const judged = { nonTargets: [...demoted, ...nonTargets], rules: { baselineSource: source } };
  const before = earlier.map(one => one.overall).findLast(value => value !== 'NE') ?? null;
  const findings = [
    ...entryFindings(reading, history, noTarget === null, subject),
    ...judgementFindings(visit, others, judged),
    ...(reason === null
      ? visitFindings({
          reading,
          references,
          comparability,
          measurable: noTarget === null,
          glycolysisKnown: glycolysis !== null,
          target: target.category,
          nonTarget,
          overall,
          before,
          scale,
        })
      : []),
  ];
  const compared = problem === null && comparable ? scans : [];
  const burdens = burdensOf(reading, compared, history, subject);
  return {
    visit,
    reading,
    overall,
    comparable: comparable && readable,
    perLesion: newLesions.perLesion,
    output: {
      id: visit.id,
      date,
      burden: burdens.sulPeak,
      burdens: { ...burdens },
      lesions: contributions(states, { measure, scale }),
      target: category === 'NA' ? null : category,
      nonTarget: nonTarget === 'NA' ? null : nonTarget,
      newLesions: newLesionsNow === 'NE' ? null : newLesionsNow === 'YES',
      overall,
      revised: null,
      trace:
        reason === null
          ? [...target.trace, ...others.trace, ...newLesions.trace, ...rated.trace]
          : [
              ...others.trace,
              ...newLesions.trace,
              ...unratedTraces(reason, target.category !== 'NA', source),
            ],
      findings: citing(findings, source),
    },
  };
}

/** PERCIST 1.0 for one subject, visit by visit in date order; no visit's `overall` depends on a later one. */
export function assessPercist(input: AssessmentInput): RatedSubject {
  const parameters = parametersOf('percist-1.0', ParametersSchema, input.parameters);
  checkDates(input, parameters);
  const constants = Object.values(parameters).filter(value => typeof value === 'number');
  const course = readSubject(input, sulMeasure(null, 'noCmr'), [
    ...constants,
    changeSul,
    ...input.timepoints.flatMap(timepointNumbers),
  ]);
  const plain = <T extends { readonly id: string }>({ id }: T) => ({ id, node: false });
  const subject: PercistSubject = {
    ...course,
    targets: course.targets.map(plain),
    nonTargets: course.nonTargets.map(plain),
    own: parameters,
  };
  const timepoints: RatedTimepoint[] = [];
  if (subject.baseline) {
    const baseline = readBaseline(subject.baseline, subject);
    timepoints.push(baselineOutput(baseline, subject));
    const evaluated: Evaluated[] = [];
    for (const visit of subject.visits)
      evaluated.push(evaluate(visit, evaluated, baseline, subject));
    const revisions = parameters.equivocalBackdate
      ? equivocalRevisions(evaluated, 'PMD')
      : new Map<string, never>();
    for (const { output } of evaluated)
      timepoints.push(revisedBy(output, revisions.get(output.id)));
  }
  return {
    criterion: 'percist-1.0',
    parameters: { ...parameters },
    timepoints,
    bestOverallResponse: bestResponseOf(
      timepoints.slice(1),
      input,
      parameters,
      subject.baseline,
      percistVocabulary
    ),
  };
}
