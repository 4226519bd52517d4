import chiSquare from '@stdlib/stats-base-dists-chisquare-quantile';
import fCdf from '@stdlib/stats-base-dists-f-cdf';
import f from '@stdlib/stats-base-dists-f-quantile';
import normal from '@stdlib/stats-base-dists-normal-quantile';
import t from '@stdlib/stats-base-dists-t-quantile';

/** Beyond, the library's chi-square quantile (0.2.3) is wrong in the fifth digit above the median. */
const chiSquareReliable = 500;
/** As good as infinite: the F of a chi-square against its limit differs by less than 1e-12 from it. */
const endless = 1e15;

/** Quantiles at probability `p`; degrees of freedom may be fractions. All from @stdlib. */
export const chiSquareQuantile = (p: number, df: number): number =>
  df <= chiSquareReliable ? chiSquare(p, df) : df * f(p, df, endless);
export const fQuantile = (p: number, df1: number, df2: number): number => f(p, df1, df2);
export const normalQuantile = (p: number): number => normal(p, 0, 1);
export const tQuantile = (p: number, df: number): number => t(p, df);

/** Probability of an F above `x`. */
export const fAbove = (x: number, df1: number, df2: number): number => 1 - fCdf(x, df1, df2);

/** The probability below the upper of two limits at this confidence: 0.975 for 0.95. */
export const upperTail = (confidence: number): number => (1 + confidence) / 2;
