import { dayNumber } from '../dates.js';
import { increasedBy } from '../decimal.js';
import type { RatedTimepoint } from '../reason.js';
import type { Overall } from './grid.js';
import type { Parameters } from './parameters.js';

/** One visit with the equivocal lesions already settled. */
export interface Settled {
  readonly id: string;
  readonly date: string | null;
  /** Of the response without progression. */
  readonly otherwiseDate: string | null;
  readonly overall: Overall;
  /** The response without progression, for a void one. */
  readonly otherwise: Overall;
  /** Burden read (a lower bound when not `complete`) and the nadir before this visit. */
  readonly burden: bigint;
  readonly complete: boolean;
  readonly nadir: bigint;
}

type Revised = NonNullable<RatedTimepoint['revised']>;

function daysBetween(from: Settled, to: Settled): number {
  if (from.date === null || to.date === null) return Number.NEGATIVE_INFINITY;
  return dayNumber(to.date, '/timepoints') - dayNumber(from.date, '/timepoints');
}

type Outcome =
  | { readonly kind: 'confirmed' | 'void'; readonly by: Settled }
  | { readonly kind: 'open' };

/**
 * What the visits after an irPD make of it: confirmed by the first one `confirmationDays` or more later whose burden is
 * still 25 % over the nadir before it, void once one is below or too many in a row could not be read.
 */
function outcome(first: Settled, later: readonly Settled[], parameters: Parameters): Outcome {
  let unread = 0;
  for (const visit of later) {
    const still = increasedBy(visit.burden, first.nadir, 25n);
    if (!still && !visit.complete) {
      unread += 1;
      if (unread > parameters.maxInterveningNE) return { kind: 'void', by: visit };
    } else if (!still) return { kind: 'void', by: visit };
    else if (daysBetween(first, visit) >= parameters.confirmationDays)
      return { kind: 'confirmed', by: visit };
  }
  return { kind: 'open' };
}

/**
 * Revisions of irPD by later visits. A confirmed one keeps its first date; visits after it are not revised. Void or
 * never resolved ones are what the parameters say.
 */
export function confirmProgression(
  visits: readonly Settled[],
  parameters: Parameters
): Map<string, Revised> {
  const revised = new Map<string, Revised>();
  if (!parameters.irPdConfirmation) return revised;
  for (const [index, visit] of visits.entries()) {
    if (visit.overall !== 'irPD') continue;
    const result = outcome(visit, visits.slice(index + 1), parameters);
    if (result.kind === 'confirmed') {
      const byTimepoint = result.by.id;
      revised.set(visit.id, { value: 'irPD', byTimepoint, rule: 'irPd.confirmed' });
      return revised;
    }
    if (result.kind === 'void') {
      const value = parameters.voidIrPd === 'NE' ? 'NE' : visit.otherwise;
      revised.set(visit.id, { value, byTimepoint: result.by.id, rule: 'irPd.void' });
      continue;
    }
    if (parameters.unresolvedIrPd === 'NE') {
      const byTimepoint = visits.at(-1)?.id ?? visit.id;
      revised.set(visit.id, { value: 'NE', byTimepoint, rule: 'irPd.unresolved' });
    }
  }
  return revised;
}
