import type { MissingRule, Parameters } from './instrument.js';
import type { ScoredItem } from './items.js';

export interface Sum {
  readonly value: number | null;
  readonly nUsed: number;
  readonly nExpected: number;
  readonly prorated: boolean;
  readonly flags: readonly string[];
  readonly how: string;
}

export const usable = (items: readonly ScoredItem[]): (ScoredItem & { value: number })[] =>
  items.filter((item): item is ScoredItem & { value: number } => item.value !== null);

/** What does not apply is expected of nobody; what was operated on is. */
export const expected = (items: readonly ScoredItem[]): ScoredItem[] =>
  items.filter(({ missing }) => missing !== 'NA');

const atLeast = (value: number, cut: number): boolean => value >= cut - 1e-9 * Math.max(1, cut);

/** The sum of usable items under a rule for missing ones. A sum without any usable item is null, never 0. */
export const sumOf = (
  items: readonly ScoredItem[],
  rule: MissingRule,
  parameters: Parameters
): Sum => {
  const used = usable(items);
  const nExpected = expected(items).length;
  const nUsed = used.length;
  const raw = used.reduce((sum, { value }) => sum + value, 0);
  const none = { value: null, nUsed, nExpected, prorated: false, flags: [] };
  const share = `${nUsed} of ${nExpected}`;
  if (nUsed === 0) return { ...none, how: 'no item is usable' };
  if (nUsed === nExpected) return { ...none, value: raw, how: `sum of all ${nExpected} items` };
  if (rule === 'complete')
    return { ...none, how: `null: ${share} items are usable, all are needed` };
  if (rule === 'present')
    return { ...none, value: raw, flags: ['F-PARTIAL'], how: `sum of ${share} items` };
  const minFraction = Number(parameters['sum.minFraction']);
  if (!atLeast(nUsed / nExpected, minFraction))
    return { ...none, how: `null: ${share} items are usable, less than ${minFraction} of them` };
  if (parameters['sum.prorate'] === false)
    return { ...none, value: raw, flags: ['F-PARTIAL'], how: `raw sum of ${share} items` };
  return {
    ...{ ...none, value: (raw * nExpected) / nUsed, prorated: true },
    how: `${raw} x ${nExpected}/${nUsed}: prorated`,
  };
};
