import { chiSquareQuantile, normalQuantile, tQuantile, upperTail } from './distributions.js';
import { mean, sampleVariance, sum, sumOfSquares } from './moments.js';

interface Interval {
  readonly lower: number;
  readonly upper: number;
}

interface Component {
  readonly name: string;
  readonly variance: number;
  readonly df: number;
}

/** Differences of two raters: their mean, and what needs two subjects. */
export interface Agreement {
  readonly bias: number;
  readonly spread: {
    readonly standardDeviation: number;
    readonly lower: number;
    readonly upper: number;
    readonly biasLimits: Interval;
    readonly lowerLimits: Interval;
    readonly upperLimits: Interval;
    /** Independent parts of the variance, as they enter its sum. */
    readonly components: Component[];
  } | null;
}

type Pair = readonly number[];
const differenceOf = (pair: Pair): number => (pair[0] as number) - (pair[1] as number);

function around(centre: number, half: number): Interval {
  return { lower: centre - half, upper: centre + half };
}

/** One pair per subject (Bland and Altman 1986). null without pairs. */
export function agreementOfPairs(
  pairs: readonly Pair[],
  multiplier: number,
  confidence: number
): Agreement | null {
  const n = pairs.length;
  if (n === 0) return null;
  const differences = pairs.map(differenceOf);
  const bias = mean(differences);
  if (n === 1) return { bias, spread: null };
  const variance = sampleVariance(differences);
  const standardDeviation = Math.sqrt(variance);
  const t = tQuantile(upperTail(confidence), n - 1);
  const { lower, upper } = around(bias, multiplier * standardDeviation);
  const half = t * standardDeviation * Math.sqrt(3 / n);
  return {
    bias,
    spread: {
      standardDeviation,
      lower,
      upper,
      biasLimits: around(bias, t * Math.sqrt(variance / n)),
      lowerLimits: around(lower, half),
      upperLimits: around(upper, half),
      components: [{ name: 'between pairs', variance, df: n - 1 }],
    },
  };
}

/**
 * Limits from a variance that is a sum of independent components, the first that of the subjects' mean differences.
 * Confidence limits by recovering variance estimates (MOVER, Zou 2013); `effective` is the number of equally weighted
 * subjects that would give the bias its standard error.
 */
function fromComponents(
  bias: number,
  components: readonly Component[],
  effective: number,
  multiplier: number,
  confidence: number
): NonNullable<Agreement['spread']> {
  const [between] = components as [Component];
  const variance = sum(components.map(component => component.variance));
  const standardDeviation = Math.sqrt(variance);
  const tail = upperTail(confidence);
  const reach = (p: number) =>
    Math.sqrt(
      sum(components.map(one => (one.variance * (one.df / chiSquareQuantile(p, one.df) - 1)) ** 2))
    );
  // A confidence near 0 with few subjects may reach below 0.
  const least = Math.sqrt(Math.max(0, variance - reach(tail)));
  const most = Math.sqrt(variance + reach(1 - tail));
  const standardError = Math.sqrt(between.variance / effective);
  const ofBias = normalQuantile(tail) * standardError;
  const inward = Math.hypot(ofBias, multiplier * (standardDeviation - least));
  const outward = Math.hypot(ofBias, multiplier * (most - standardDeviation));
  const { lower, upper } = around(bias, multiplier * standardDeviation);
  return {
    standardDeviation,
    lower,
    upper,
    biasLimits: around(bias, tQuantile(tail, between.df) * standardError),
    lowerLimits: { lower: lower - outward, upper: lower + inward },
    upperLimits: { lower: upper - inward, upper: upper + outward },
    components: [...components],
  };
}

function weightedBias(differences: readonly number[], weights: readonly number[]) {
  const total = sum(weights);
  const bias = sum(differences.map((value, i) => value * (weights[i] as number))) / total;
  return { bias, effective: total ** 2 / sum(weights.map(weight => weight ** 2)) };
}

/** Pooled variance within groups and its degrees of freedom; a component only where something was repeated. */
function withinGroups(
  name: string,
  groups: readonly (readonly number[])[],
  share: number
): Component[] {
  const df = sum(groups.map(group => group.length - 1));
  if (df === 0) return [];
  return [{ name, variance: (share * sum(groups.map(sumOfSquares))) / df, df }];
}

/**
 * Several pairs per subject while what is measured changes (Bland and Altman 2007): one-way layout of the differences. The
 * mean square between subjects over its mean group size, and the rest of the mean square within. null without pairs.
 */
export function agreementOverVaryingTruth(
  subjects: readonly (readonly Pair[])[],
  multiplier: number,
  confidence: number
): Agreement | null {
  if (subjects.length === 0) return null;
  const groups = subjects.map(pairs => pairs.map(differenceOf));
  const sizes = groups.map(group => group.length);
  const means = groups.map(mean);
  const { bias, effective } = weightedBias(means, sizes);
  const df = groups.length - 1;
  if (df === 0) return { bias, spread: null };
  const pairs = sum(sizes);
  const groupSize = (pairs - sum(sizes.map(size => size ** 2)) / pairs) / df;
  const squares = sum(means.map((value, i) => (sizes[i] as number) * (value - bias) ** 2));
  const components = [
    { name: 'between subjects', variance: squares / df / groupSize, df },
    ...withinGroups('within subjects', groups, 1 - 1 / groupSize),
  ];
  return {
    bias,
    spread: fromComponents(bias, components, effective, multiplier, confidence),
  };
}

/**
 * Replicates of each rater while what is measured stays the same (Bland and Altman 1999, 2007): the variance of the
 * differences of subject means, and what averaging took from each rater's variance within subjects. null without subjects.
 */
export function agreementWithConstantTruth(
  subjects: readonly (readonly [readonly number[], readonly number[]])[],
  multiplier: number,
  confidence: number
): Agreement | null {
  const n = subjects.length;
  if (n === 0) return null;
  const differences = subjects.map(([first, second]) => mean(first) - mean(second));
  const weights = subjects.map(
    ([first, second]) => (2 * first.length * second.length) / (first.length + second.length)
  );
  const { bias, effective } = weightedBias(differences, weights);
  if (n === 1) return { bias, spread: null };
  const lost = (groups: readonly (readonly number[])[]) =>
    1 - sum(groups.map(group => 1 / group.length)) / n;
  const firsts = subjects.map(([first]) => first);
  const seconds = subjects.map(([, second]) => second);
  const components = [
    { name: 'differences of subject means', variance: sampleVariance(differences), df: n - 1 },
    ...withinGroups('within subjects, first rater', firsts, lost(firsts)),
    ...withinGroups('within subjects, second rater', seconds, lost(seconds)),
  ];
  return {
    bias,
    spread: fromComponents(bias, components, effective, multiplier, confidence),
  };
}
