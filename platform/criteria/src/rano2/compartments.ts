import { finding } from '../course/baselineFindings.js';
import { sumOf, type TargetStates } from '../course/burden.js';
import type { NonTargetCategory } from '../course/categories.js';
import { type Crossing, nearestMargin } from '../course/margin.js';
import type { Followed, Visit } from '../course/subject.js';
import { increasedBy, percentChange } from '../decimal.js';
import { reaches } from '../neuro/findings.js';
import {
  rateSize,
  type SizeRating,
  type SizeReferences,
  type SizeRules,
} from '../neuro/sizeRating.js';
import { nonTargetOf, type NeuroSubject } from '../neuro/visitParts.js';
import type { Reason } from '../reason.js';
import type { Finding } from '../schemas.js';
import type { Parameters } from './parameters.js';
import { type Compartment, paper } from './tables.js';

/** The lesions of one kind of disease. */
export interface CompartmentLesions {
  readonly name: Compartment;
  readonly targets: readonly Followed[];
  readonly nonTargets: readonly Followed[];
  readonly rules: SizeRules;
}

/** One visit with the states of every target and non-target. */
export interface Entry {
  readonly visit: Visit;
  readonly states: TargetStates;
  readonly nonTargetStates: TargetStates;
}

export interface CompartmentRating {
  readonly name: Compartment;
  readonly size: SizeRating;
  readonly references: SizeReferences;
  readonly nonTarget: NonTargetCategory;
  /** Non-targets whose growth joins the sum. */
  readonly grown: readonly string[];
  readonly trace: readonly Reason[];
  readonly findings: readonly Finding[];
}

const least = (values: readonly bigint[]): bigint | null =>
  values.reduce<bigint | null>(
    (best, value) => (best === null || value < best ? value : best),
    null
  );

/** The sum of these lesions, targets or not; null unless each has its value. */
export function completeSum(entry: Entry, ids: ReadonlySet<string>): bigint | null {
  const sum = sumOf([...entry.states, ...entry.nonTargetStates], ids);
  return sum.complete ? sum.known : null;
}

export function idsOf(lesions: readonly Followed[], more: readonly string[] = []): Set<string> {
  return new Set([...lesions.map(({ id }) => id), ...more]);
}

function referencesOf(
  { targets }: CompartmentLesions,
  entry: Entry,
  baseline: Entry,
  pool: readonly Entry[],
  nadirFromPartial: boolean
): SizeReferences {
  const excluded = new Set(entry.states.filter(one => one.excluded).map(({ id }) => id));
  const ids = idsOf(targets.filter(({ id }) => !excluded.has(id)));
  const start = sumOf(baseline.states, ids).known;
  const sums = pool
    .map(({ states }) => sumOf(states, ids))
    .filter(({ complete }) => complete || nadirFromPartial);
  return {
    current: sumOf(entry.states, ids),
    baseline: start,
    nadir: least(sums.map(({ known }) => known)) ?? start,
    counted: ids.size,
  };
}

/** A non-target that grew, with its smallest size; null where it became measurable, whatever it was. */
interface Grown {
  readonly id: string;
  readonly current: bigint;
  readonly own: bigint | null;
}

/** Non-targets that grew by the threshold over their own smallest, or became measurable. */
function grownOf(
  { nonTargets, rules }: CompartmentLesions,
  entry: Entry,
  baseline: Entry,
  pool: readonly Entry[],
  { scale }: NeuroSubject
): Grown[] {
  const limit = scale.of(10);
  const measurable = (at: Entry, id: string): boolean | null => {
    const lesion = at.visit.lesions.get(id);
    return lesion ? reaches(lesion, limit, scale) : null;
  };
  return nonTargets.flatMap(({ id }): Grown[] => {
    const state = entry.nonTargetStates.find(one => one.id === id);
    if (state?.status !== 'measured' && state?.status !== 'split') return [];
    if (!state.complete) return [];
    const current = state.known;
    const small = baseline.visit.lesions.get(id)?.tooSmallToMeasure === true;
    const sizes = pool.map(one => completeSum(one, new Set([id]))).filter(value => value !== null);
    const own = small || measurable(baseline, id) === false ? null : least(sizes);
    const isGrown =
      own === null ? measurable(entry, id) === true : increasedBy(current, own, rules.pdPercent);
    return isGrown ? [{ id, current, own }] : [];
  });
}

/** The smaller of two diameters, which decides whether a lesion is measurable. */
function measurableFrom(
  id: string,
  { visit }: Entry,
  { scale }: NeuroSubject,
  otherwise: NonTargetCategory
): Crossing[] {
  const lesion = visit.lesions.get(id);
  const [a, b] = [lesion?.longestDiameterMm ?? null, lesion?.perpendicularDiameterMm ?? null];
  if (a === null || b === null) return [];
  const limit = scale.of(10);
  return [
    {
      category: otherwise,
      current: scale.of(Math.min(a, b)),
      numerator: limit,
      denominator: 1n,
      unit: 'mm',
      one: scale.one,
      reference: limit,
      lesion: id,
    },
  ];
}

interface Joint {
  readonly sum: bigint;
  readonly nadir: bigint;
  readonly progressed: boolean;
  readonly grown: readonly Grown[];
  readonly otherwise: NonTargetCategory;
}

/**
 * Where the joint sum would decide otherwise; from progression also where the only non-target that grew would not have
 * joined it.
 */
function jointCrossings(
  { sum, nadir, progressed, grown, otherwise }: Joint,
  { pdPercent }: SizeRules,
  entry: Entry,
  subject: NeuroSubject
): Crossing[] {
  const { measure, scale } = subject;
  const over = (current: bigint, reference: bigint, lesion?: string): Crossing => ({
    category: progressed ? otherwise : 'PD',
    current,
    numerator: (100n + pdPercent) * reference,
    denominator: 100n,
    unit: measure.unit,
    one: measure.one(scale),
    reference,
    ...(lesion === undefined ? {} : { lesion }),
  });
  const [only, another] = grown;
  if (!progressed || !only || another) return [over(sum, nadir)];
  const own =
    only.own === null
      ? measurableFrom(only.id, entry, subject, otherwise)
      : [over(only.current, only.own, only.id)];
  return [over(sum, nadir), ...own];
}

/** Size and non-target disease of one kind at a visit; `pool`: the visits that the nadir is taken from. */
export function rateCompartment(
  lesions: CompartmentLesions,
  entry: Entry,
  history: readonly Visit[],
  baseline: Entry,
  pool: readonly Entry[],
  subject: NeuroSubject & { readonly parameters: Parameters }
): CompartmentRating {
  const { measure, scale, parameters } = subject;
  const { name, targets, nonTargets, rules } = lesions;
  const references = referencesOf(lesions, entry, baseline, pool, parameters.nadirFromPartial);
  const mine = idsOf(targets);
  const states = entry.states.filter(({ id }) => mine.has(id));
  const { partialBounds } = parameters;
  const size = rateSize({ states, references, rules, measure, scale, partialBounds });
  const rated = nonTargetOf(nonTargets, entry.visit, history, subject);
  const trace = [...size.trace, ...rated.trace];
  const findings: Finding[] = [];
  const joining = grownOf(lesions, entry, baseline, pool, subject);
  const grown = joining.map(({ id }) => id);
  const result = (nonTarget: NonTargetCategory): CompartmentRating => ({
    name,
    size,
    references,
    nonTarget,
    grown,
    trace,
    findings,
  });
  if (parameters.ntPd === 'reader') return result(rated.category);
  const called = rated.category === 'PD' ? 'NON-CR/NON-PD' : rated.category;
  if (grown.length === 0) {
    if (rated.category === 'PD') {
      const text =
        'Non-target disease is called progressed, but its sizes do not show growth that joins the sum; not counted as progression.';
      findings.push(finding('nonTarget.notMeasured', 'block', null, text, paper));
    }
    return result(called);
  }
  const ids = idsOf(targets, grown);
  const joint = completeSum(entry, ids);
  const nadir = least(pool.map(one => completeSum(one, ids)).filter(value => value !== null));
  const names = grown.join(', ');
  if (joint === null || nadir === null) {
    const text = `${names} grew, but the sum with ${grown.length === 1 ? 'it' : 'them'} has no earlier or no current value: not decided.`;
    findings.push(finding('nonTarget.jointSumUnknown', 'block', grown[0] ?? null, text, paper));
    return result(called);
  }
  const progressed = increasedBy(joint, nadir, rules.pdPercent);
  const output = (value: bigint): number => measure.toOutput(value, scale);
  const joins = grown.length === 1 ? 'joins' : 'join';
  const change = percentChange(joint, nadir);
  const growth = change === null ? '' : ` ${change > 0 ? '+' : ''}${change.toFixed(2)} %`;
  const limit = `${progressed ? 'at least' : 'less than'} +${rules.pdPercent} %`;
  trace.push({
    rule: progressed ? 'nonTarget.pd.jointSum' : 'nonTarget.jointSum',
    text: `${names} grew and ${joins} the sum: ${output(joint)} ${measure.written},${growth} against the nadir of ${output(nadir)} ${measure.written} (${limit}).`,
    numbers: {
      [`joint${measure.suffix}`]: output(joint),
      [`jointNadir${measure.suffix}`]: output(nadir),
      jointChangePct: change,
    },
    threshold: `joint sum at least ${rules.pdPercent} % over its nadir`,
    margin: nearestMargin(
      jointCrossings(
        { sum: joint, nadir, progressed, grown: joining, otherwise: called },
        rules,
        entry,
        subject
      )
    ),
    source: rules.source,
  });
  return result(progressed ? 'PD' : called);
}
