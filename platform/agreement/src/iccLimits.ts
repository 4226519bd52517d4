import { fQuantile } from './distributions.js';
import type { MeanSquares } from './meanSquares.js';
import type { Limits } from './statistic.js';

/** Spearman-Brown: the reliability of the mean of k from that of one. */
export function stepUp(single: number, k: number): number {
  return (k * single) / (1 + (k - 1) * single);
}

/**
 * Limits of one rater's ICC from one F ratio: models (1,1) and (3,1). `error` is the mean square within subjects or the
 * residual one, `dfError` its degrees of freedom; `p` the upper tail, 0.975 for 95 %.
 */
export function ratioLimits(
  { n, k, subjects }: MeanSquares,
  error: number,
  dfError: number,
  p: number
): Limits {
  const toLower = fQuantile(p, n - 1, dfError) * error;
  const toUpper = fQuantile(p, dfError, n - 1) * subjects;
  return {
    lower: (subjects - toLower) / (subjects + (k - 1) * toLower),
    upper: (toUpper - error) / (toUpper + (k - 1) * error),
  };
}

/** Limits of one rater's ICC(2,1), with Satterthwaite's degrees of freedom (McGraw and Wong 1996, table 7). */
export function absoluteLimits(squares: MeanSquares, icc: number, p: number): Limits {
  const { n, k, subjects, raters, residual } = squares;
  // Without any error both limits are 1, and the degrees of freedom below are 0/0.
  if (raters === 0 && residual === 0) return { lower: 1, upper: 1 };
  // Both weights times n (1 - icc): only their ratio counts, and an icc of 1 divides nothing.
  const raterPart = k * icc * raters;
  const residualPart = (n * (1 - icc) + k * icc * (n - 1)) * residual;
  const df =
    (raterPart + residualPart) ** 2 /
    (raterPart ** 2 / (k - 1) + residualPart ** 2 / ((n - 1) * (k - 1)));
  const error = k * raters + (k * n - k - n) * residual;
  const toLower = fQuantile(p, n - 1, df);
  const toUpper = fQuantile(p, df, n - 1);
  return {
    lower: (n * (subjects - toLower * residual)) / (toLower * error + n * subjects),
    upper: (n * (toUpper * subjects - residual)) / (error + n * toUpper * subjects),
  };
}
