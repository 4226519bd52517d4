import { mean, sum } from './moments.js';

/** Mean squares of a complete table of n subjects and k raters, n and k at least 2. */
export interface MeanSquares {
  readonly n: number;
  readonly k: number;
  /** Between subjects, n - 1 degrees of freedom. */
  readonly subjects: number;
  /** Between raters, k - 1. */
  readonly raters: number;
  /** Residual of the two-way layout, (n - 1)(k - 1). */
  readonly residual: number;
  /** Within subjects, n (k - 1): raters and residual together. */
  readonly within: number;
}

const rounding = 1e-26;

/** Two-way layout without replication. Exactly 0 where all ratings of a subject, or all ratings, are the same. */
export function meanSquares(rows: readonly (readonly number[])[]): MeanSquares {
  const n = rows.length;
  const first = rows[0] as readonly number[];
  const k = first.length;
  // Distances from one reading: a large common offset would cost digits, and equal ratings become exact zeros.
  const origin = first[0] as number;
  const table = rows.map(row => row.map(rating => rating - origin));
  const subjectMeans = table.map(mean);
  const raterMeans = first.map((_, j) => sum(table.map(row => row[j] as number)) / n);
  const centre = mean(subjectMeans);
  const subjectSquares = k * sum(subjectMeans.map(value => (value - centre) ** 2));
  const raterSquares = n * sum(raterMeans.map(value => (value - centre) ** 2));
  const residualSquares = sum(
    table.map((row, i) =>
      sum(
        row.map((rating, j) => {
          const expected = (subjectMeans[i] as number) + (raterMeans[j] as number) - centre;
          return (rating - expected) ** 2;
        })
      )
    )
  );
  // Means of decimals are off by a last digit: squares of that are no variance.
  const least = rounding * sum(table.map(row => sum(row.map(rating => rating ** 2))));
  const [betweenSubjects, betweenRaters, rest] = [
    subjectSquares,
    raterSquares,
    residualSquares,
  ].map(squares => (squares <= least ? 0 : squares)) as [number, number, number];
  return {
    n,
    k,
    subjects: betweenSubjects / (n - 1),
    raters: betweenRaters / (k - 1),
    residual: rest / ((n - 1) * (k - 1)),
    within: (betweenRaters + rest) / (n * (k - 1)),
  };
}
