import type { NumericEndpoint } from './changeFromBaseline.js';
import { byText } from './textOrder.js';

/** Change from baseline of one numeric endpoint at one named visit; visits without a name are not summarised. */
export interface NumericSummary {
  readonly name: string;
  readonly visit: string;
  readonly n: number;
  readonly mean: number;
  /** n - 1 in the denominator; null for one subject. */
  readonly standardDeviation: number | null;
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export interface Spread {
  readonly n: number;
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Null of nothing. */
export function spreadOf(values: readonly number[]): Spread | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [min] = sorted;
  const max = sorted.at(-1);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  if (min === undefined || max === undefined || low === undefined || high === undefined)
    return null;
  return { n: sorted.length, median: (low + high) / 2, min, max };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function summary(name: string, visit: string, changes: readonly number[]): NumericSummary[] {
  const spread = spreadOf(changes);
  if (!spread) return [];
  // Sorted, so that the order of subjects can't change the last digit of a sum.
  const sorted = changes.toSorted((a, b) => a - b);
  const mean = sum(sorted) / spread.n;
  const squares = sum(sorted.map(change => (change - mean) ** 2));
  const standardDeviation = spread.n > 1 ? Math.sqrt(squares / (spread.n - 1)) : null;
  const { n, median, min, max } = spread;
  return [{ name, visit, n, mean, standardDeviation, median, min, max }];
}

/** By name and visit, in the order of their names. */
export function numericSummaries(
  subjects: readonly { readonly numeric: readonly NumericEndpoint[] }[]
): NumericSummary[] {
  const groups = new Map<string, { name: string; visit: string; changes: number[] }>();
  for (const { numeric } of subjects) {
    for (const { name, visits } of numeric) {
      for (const { visit, fromBaseline } of visits) {
        if (visit === null || fromBaseline === null) continue;
        const key = JSON.stringify([name, visit]);
        const group = groups.get(key) ?? { name, visit, changes: [] };
        group.changes.push(fromBaseline.change);
        groups.set(key, group);
      }
    }
  }
  return [...groups.values()]
    .sort((a, b) => byText(a.name, b.name) || byText(a.visit, b.visit))
    .flatMap(({ name, visit, changes }) => summary(name, visit, changes));
}
