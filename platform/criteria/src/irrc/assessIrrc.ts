import { rateBaseline, contributions, type RatedBaseline } from '../course/baseline.js';
import { finding } from '../course/baselineFindings.js';
import { bestResponseOf, checkDates } from '../course/bestResponse.js';
import { sumOf } from '../course/burden.js';
import { type CourseRules, recistRules } from '../course/courseRules.js';
import { entryFindings } from '../course/entryFindings.js';
import { type Measure, products } from '../course/measure.js';
import { parametersOf } from '../course/parameters.js';
import { plainNewLesion } from '../course/plainNewLesion.js';
import { citing } from '../course/selection.js';
import { readSubject } from '../course/subject.js';
import type { RatedSubject, RatedTimepoint } from '../reason.js';
import type { AssessmentInput } from '../schemas.js';
import { confirmProgression } from './confirmation.js';
import { irrcBaselineFindings, readingSource } from './findings.js';
import { irrcVocabulary } from './grid.js';
import { ParametersSchema } from './parameters.js';
import { evaluate, type Evaluated, type IrrcSubject, type SeenAs } from './visit.js';

// No rule for nodes: they are measured and seen like anything else.
const noNodeLimits = () => ({ targetFromMm: 0, normalBelowMm: 0, newFromMm: 0 });
const rules: CourseRules = {
  ...recistRules,
  hosts: 'targetsAndNew',
  nonTarget: { source: 'Wolchok 2009 (irRC) Table 2', nodeLimits: noNodeLimits },
  newLesions: {
    source: 'Wolchok 2009 (irRC) Table 1',
    nodeLimits: noNodeLimits,
    stateOf: plainNewLesion,
  },
  nodeLimits: noNodeLimits,
  baselineSource: readingSource,
  missingSource: readingSource,
};

/** A length with 0 mm across is a slip, not a lesion of no size. */
function areas(tstmDefaultMm: number): Measure {
  const measure = products(tstmDefaultMm);
  return {
    ...measure,
    value: (lesion, node, scale) =>
      (lesion.longestDiameterMm ?? 0) > 0 && lesion.perpendicularDiameterMm === 0
        ? null
        : measure.value(lesion, node, scale),
  };
}

function baselineOutput(baseline: RatedBaseline, subject: IrrcSubject): RatedTimepoint {
  const { visit, states, problem } = baseline;
  const sum = sumOf(states, new Set(states.map(({ id }) => id)));
  const read = subject.scale.toMm2(sum.known);
  const value = sum.complete ? read : null;
  const findings = [
    ...irrcBaselineFindings(visit, subject.own),
    ...citing(entryFindings(visit, [visit], subject), readingSource),
  ];
  if (problem !== null) {
    const text = `Every visit is NE: ${problem}.`;
    findings.push(finding('baseline.notEvaluable', 'block', null, text, readingSource));
  }
  const sizes =
    states.length === 1
      ? 'Product of 1 index lesion'
      : `Sum of the products of ${states.length} index lesions`;
  const text =
    states.length === 0
      ? 'No index lesion.'
      : `${sizes}: ${value === null ? 'not known' : `${value} mm²`}.`;
  return {
    id: visit.id,
    date: visit.date,
    burden:
      states.length === 0
        ? null
        : { value, unit: 'mm2', ...(value === null ? { lowerBound: read } : {}) },
    lesions: contributions(states, subject),
    trace: [
      {
        rule: 'baseline.sum',
        text,
        numbers: states.length === 0 ? {} : { burdenMm2: value },
        source: readingSource,
      },
    ],
    findings,
  };
}

/** Visit and lesion of every equivocal entry that a later visit calls unequivocal, with that visit. */
type Confirmed = ReadonlyMap<string, ReadonlyMap<string, string>>;

function confirmedEquivocal(rated: readonly Evaluated[]): Confirmed {
  const confirmed = new Map<string, ReadonlyMap<string, string>>();
  const open = new Map<string, string[]>();
  for (const { visit, perLesion } of rated) {
    for (const [lesion, state] of perLesion) {
      const waiting = open.get(lesion) ?? [];
      if (state === 'EQUIVOCAL') open.set(lesion, [...waiting, visit.id]);
      if (state === 'NO' || state === 'YES') open.delete(lesion);
      if (state !== 'YES') continue;
      for (const id of waiting)
        confirmed.set(id, new Map([...(confirmed.get(id) ?? []), [lesion, visit.id]]));
    }
  }
  return confirmed;
}

/** `again` are the visits rated with the equivocal lesions of `confirmed` taken for new ones; empty without any. */
function revise(
  rated: readonly Evaluated[],
  again: readonly Evaluated[],
  confirmed: Confirmed,
  subject: IrrcSubject
) {
  const settled = rated.map((one, index) => {
    const other = again[index];
    return other && confirmed.has(one.visit.id) ? other.settled : one.settled;
  });
  const progression = confirmProgression(settled, subject.own);
  return rated.map((one, index): RatedTimepoint => {
    const { id } = one.visit;
    const now = settled[index];
    const byPd = progression.get(id);
    if (now && byPd) {
      const date = byPd.value === now.overall ? now.date : now.otherwiseDate;
      return { ...one.output, date, revised: byPd };
    }
    const [byTimepoint] = confirmed.get(id)?.values() ?? [];
    if (!now || byTimepoint === undefined || now.overall === one.overall) return one.output;
    const rule = 'newLesion.equivocalConfirmed';
    return {
      ...one.output,
      date: now.date,
      revised: { value: now.overall, byTimepoint, rule },
    };
  });
}

/** irRC for one subject, visit by visit in date order; no visit's `overall` depends on a later one. */
export function assessIrrc(input: AssessmentInput): RatedSubject {
  const own = parametersOf('irrc', ParametersSchema, input.parameters);
  checkDates(input, own);
  const measure = areas(own.tstmDefaultMm);
  const course = readSubject(input, measure, [own.tstmDefaultMm, own.measurableFromMm]);
  const plain = <T extends { readonly id: string }>({ id }: T) => ({ id, node: false });
  const subject: IrrcSubject = {
    ...course,
    targets: course.targets.map(plain),
    nonTargets: course.nonTargets.map(plain),
    measure,
    own,
    // RECIST's limits are not asked: irrcBaselineFindings has this criterion's.
    parameters: {
      ...own,
      normalNodesBeatPd: true,
      petNewLesion: true,
      maxTargets: own.maxVisceral + own.maxCutaneous,
      maxTargetsPerOrgan: own.maxPerOrgan,
    },
    rules,
  };
  const timepoints: RatedTimepoint[] = [];
  if (subject.baseline) {
    const baseline = rateBaseline(subject.baseline, subject);
    const rate = (seenAs: SeenAs): Evaluated[] => {
      const rated: Evaluated[] = [];
      for (const visit of subject.visits)
        rated.push(evaluate(visit, rated, baseline, subject, seenAs));
      return rated;
    };
    const rated = rate(() => null);
    const confirmed = own.equivocalBackdate ? confirmedEquivocal(rated) : new Map<string, never>();
    const again =
      confirmed.size === 0
        ? []
        : rate((visit, lesion) => (confirmed.get(visit)?.has(lesion) ? 'YES' : null));
    timepoints.push(baselineOutput(baseline, subject), ...revise(rated, again, confirmed, subject));
  }
  return {
    criterion: 'irrc',
    parameters: { ...own },
    timepoints,
    bestOverallResponse: bestResponseOf(
      timepoints.slice(1),
      input,
      own,
      subject.baseline,
      irrcVocabulary
    ),
  };
}
