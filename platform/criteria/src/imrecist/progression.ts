import { dayNumber } from '../dates.js';
import type { LengthScale } from '../decimal.js';
import { meetsPd, type TargetRules } from '../course/targetRating.js';

/** What of a visit confirms or voids a progression. */
export interface BurdenVisit {
  readonly id: string;
  readonly date: string | null;
  readonly overall: string;
  /** Total burden read, a lower bound where a lesion is missing; its nadir before this visit. Scaled. */
  readonly burden: bigint;
  readonly nadir: bigint;
}

export interface Verdict {
  readonly confirmed: boolean;
  readonly byTimepoint: string;
  /** The burden that decided, scaled. */
  readonly burden: bigint;
}

export interface ProgressionRules {
  readonly pdConfirmationDays: number;
  readonly scale: LengthScale;
  readonly target: TargetRules;
  /** Visits on or after it neither confirm nor void. */
  readonly newTherapyDate: string | null;
}

/**
 * What later visits make of each progression, by visit id: the next evaluable visit far enough away is progression
 * against the same nadir, or voids it. Nothing for a progression without such a visit, nor after a confirmed one.
 */
export function verdicts(
  visits: readonly BurdenVisit[],
  rules: ProgressionRules
): Map<string, Verdict> {
  const { pdConfirmationDays, scale, target, newTherapyDate } = rules;
  const found = new Map<string, Verdict>();
  for (const [index, visit] of visits.entries()) {
    if (visit.overall !== 'PD' || visit.date === null) continue;
    const day = dayNumber(visit.date, '/timepoints');
    const next = visits
      .slice(index + 1)
      .find(
        ({ overall, date }) =>
          overall !== 'NE' &&
          date !== null &&
          (newTherapyDate === null || date < newTherapyDate) &&
          dayNumber(date, '/timepoints') - day >= pdConfirmationDays
      );
    if (!next) continue;
    const confirmed = meetsPd(next.burden, visit.nadir, scale, target);
    found.set(visit.id, { confirmed, byTimepoint: next.id, burden: next.burden });
    if (confirmed) break;
  }
  return found;
}
