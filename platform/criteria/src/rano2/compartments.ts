import { finding } from '../course/baselineFindings.js';
import { sumOf, type TargetStates } from '../course/burden.js';
import type { NonTargetCategory } from '../course/categories.js';
import { type Crossing, nearestMargin } from '../course/margin.js';
import type { Followed, Visit } from '../course/subject.js';
import { increasedBy, percentChange } from '../decimal.js';
import { smallerDiameter } from '../neuro/findings.js';
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

/** Lesions of these, with more, that local treatment has not taken out of the sums of a visit. */
export function countedIds(
  entry: Entry,
  lesions: readonly Followed[],
  more: readonly string[] = []
): Set<string> {
  const states = [...entry.states, ...entry.nonTargetStates];
  const excluded = new Set(states.filter(one => one.excluded).map(({ id }) => id));
  return new Set([...idsOf(lesions), ...more].filter(id => !excluded.has(id)));
}

const idsOf = (lesions: readonly Followed[]): Set<string> => new Set(lesions.map(({ id }) => id));

function referencesOf(
  { targets }: CompartmentLesions,
  entry: Entry,
  baseline: Entry,
  pool: readonly Entry[],
  nadirFromPartial: boolean
): SizeReferences {
  const ids = countedIds(entry, targets);
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

/** A non-target that grew, with what it reached. */
interface Grown {
  readonly id: string;
  readonly reached: Omit<Crossing, 'category'>;
}

/** Where a sum or a size has grown by the threshold over its smallest. */
const growth = (
  current: bigint,
  reference: bigint,
  { pdPercent }: SizeRules,
  { measure, scale }: NeuroSubject
): Omit<Crossing, 'category'> => ({
  current,
  numerator: (100n + pdPercent) * reference,
  denominator: 100n,
  unit: measure.unit,
  one: measure.one(scale),
  reference,
});

/** Non-targets that grew by the threshold over their own smallest, or became measurable. */
function grownOf(
  { nonTargets, rules }: CompartmentLesions,
  entry: Entry,
  baseline: Entry,
  pool: readonly Entry[],
  subject: NeuroSubject
): Grown[] {
  const { scale } = subject;
  const limit = scale.of(10);
  /** The smaller diameter of a lesion, 0 where it was too small to measure; null when not known. */
  const across = ({ visit }: Entry, id: string): bigint | null => {
    const lesion = visit.lesions.get(id);
    if (!lesion) return null;
    return lesion.tooSmallToMeasure ? 0n : smallerDiameter(lesion, scale);
  };
  const ids = idsOf(nonTargets);
  return entry.nonTargetStates.flatMap(({ id, status, complete, known }): Grown[] => {
    if (!ids.has(id) || !complete || (status !== 'measured' && status !== 'split')) return [];
    const first = across(baseline, id);
    const sizes = pool.map(one => completeSum(one, new Set([id]))).filter(value => value !== null);
    const own = first !== null && first < limit ? null : least(sizes);
    if (own !== null) {
      const reached = { ...growth(known, own, rules, subject), lesion: id };
      return increasedBy(known, own, rules.pdPercent) ? [{ id, reached }] : [];
    }
    const now = across(entry, id);
    if (now === null || now < limit) return [];
    const edge = { current: now, numerator: limit, denominator: 1n, reference: limit };
    return [{ id, reached: { ...edge, unit: 'mm', one: scale.one, lesion: id } }];
  });
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
  rules: SizeRules,
  subject: NeuroSubject
): Crossing[] {
  const category = progressed ? otherwise : 'PD';
  const alone = progressed && grown.length === 1 ? grown : [];
  return [growth(sum, nadir, rules, subject), ...alone.map(({ reached }) => reached)].map(
    crossing => ({ ...crossing, category })
  );
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
  const ids = countedIds(entry, targets, grown);
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
  const grew = change === null ? '' : ` ${change > 0 ? '+' : ''}${change.toFixed(2)} %`;
  const limit = `${progressed ? 'at least' : 'less than'} +${rules.pdPercent} %`;
  trace.push({
    rule: progressed ? 'nonTarget.pd.jointSum' : 'nonTarget.jointSum',
    text: `${names} grew and ${joins} the sum: ${output(joint)} ${measure.written},${grew} against the nadir of ${output(nadir)} ${measure.written} (${limit}).`,
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
        subject
      )
    ),
    source: rules.source,
  });
  return result(progressed ? 'PD' : called);
}
