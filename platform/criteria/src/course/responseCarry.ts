import { dayNumber } from '../dates.js';
import type { Overall } from './categories.js';

export interface RatedVisit {
  readonly date: string | null;
  readonly target: string;
  readonly overall: Overall;
}

export interface CarryParameters {
  readonly prCarry: 'none' | 'faq';
  readonly confirmation: 'none' | 'responses';
  readonly confirmationDays: number;
}

/** The last earlier overall response that is not NE. */
export function lastResponse(earlier: readonly RatedVisit[]): Overall | null {
  return (
    earlier
      .map(({ overall }) => overall)
      .filter(overall => overall !== 'NE')
      .at(-1) ?? null
  );
}

/**
 * `prCarry` 'faq': a target response was reached (where responses are confirmed: twice, `confirmationDays` apart)
 * and no progression came since.
 */
export function carriesPr(earlier: readonly RatedVisit[], parameters: CarryParameters): boolean {
  if (parameters.prCarry === 'none') return false;
  const lastPd = earlier.findLastIndex(({ overall }) => overall === 'PD');
  const responses = earlier
    .slice(lastPd + 1)
    .filter(({ target }) => target === 'PR' || target === 'CR');
  const [first, last] = [responses[0], responses.at(-1)];
  if (!first || !last) return false;
  if (parameters.confirmation === 'none') return true;
  if (first.date === null || last.date === null) return false;
  return (
    dayNumber(last.date, '/timepoints') - dayNumber(first.date, '/timepoints') >=
    parameters.confirmationDays
  );
}
