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

const ascending = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Of one value or more. */
function spreadOfSome(values: readonly number[]): Spread {
  const n = values.length;
  const middle = ascending(values).slice(Math.floor((n - 1) / 2), Math.floor(n / 2) + 1);
  return {
    n,
    median: sum(middle) / middle.length,
    min: values.reduce((least, value) => Math.min(least, value)),
    max: values.reduce((greatest, value) => Math.max(greatest, value)),
  };
}

/** Null of nothing. */
export function spreadOf(values: readonly number[]): Spread | null {
  return values.length === 0 ? null : spreadOfSome(values);
}

/** Of one change or more. */
function summary(name: string, visit: string, changes: readonly number[]): NumericSummary {
  const { n, median, min, max } = spreadOfSome(changes);
  // Sorted, so that the order of subjects can't change the last digit of a sum.
  const sorted = ascending(changes);
  const mean = sum(sorted) / n;
  const squares = sum(sorted.map(change => (change - mean) ** 2));
  const standardDeviation = n > 1 ? Math.sqrt(squares / (n - 1)) : null;
  return { name, visit, n, mean, standardDeviation, median, min, max };
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
    .map(({ name, visit, changes }) => summary(name, visit, changes));
}
