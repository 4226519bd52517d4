import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';

/** A proportion with its exact limits; all three null when nobody is in the denominator. */
export interface Rate {
  readonly n: number;
  readonly of: number;
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** `n` of `of` with two-sided Clopper-Pearson limits at 1 - alpha. */
export function clopperPearson(n: number, of: number, alpha: number): Rate {
  if (of === 0) return { n, of, value: null, lower: null, upper: null };
  return {
    n,
    of,
    value: n / of,
    lower: n === 0 ? 0 : betaQuantile(alpha / 2, n, of - n + 1),
    upper: n === of ? 1 : betaQuantile(1 - alpha / 2, n + 1, of - n),
  };
}
