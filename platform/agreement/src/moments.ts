export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** Sum of squared distances from the mean; exactly 0 when all values are the same. */
export function sumOfSquares(values: readonly number[]): number {
  const first = values[0];
  if (values.every(value => value === first)) return 0;
  const centre = mean(values);
  return sum(values.map(value => (value - centre) ** 2));
}

/** Variance over n - 1; NaN for one value. */
export function sampleVariance(values: readonly number[]): number {
  return sumOfSquares(values) / (values.length - 1);
}
