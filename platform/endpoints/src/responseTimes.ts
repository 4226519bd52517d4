import type { BestResponses, CountedAssessment } from './bestResponse.js';
import { type Duration, duration, type Moment } from './moment.js';
import type { BenefitCategory, EndpointOptions } from './options.js';
import type { Subject } from './subject.js';
import { isAmong, notionsOf } from './vocabularies.js';

export type Variant = 'unconfirmed' | 'confirmed';

export interface ClinicalBenefit {
  readonly value: boolean;
  /** Of the earliest visit that shows it. */
  readonly date: string | null;
}

export function isResponse(value: string, options: EndpointOptions): boolean {
  return notionsOf(options).response?.includes(value) ?? false;
}

/** The first visit of the response, confirmed ones only in that variant; null without one. */
export function firstResponse(
  best: BestResponses,
  variant: Variant,
  options: EndpointOptions
): CountedAssessment | null {
  return best.visits.find(visit => isResponse(visit[variant], options)) ?? null;
}

export function timeToResponse(start: Moment, response: Moment): Duration & { date: string } {
  return { ...duration(start, response), date: response.date };
}

/** Benefit on any day; the others from `cbDays` on. */
const atOnce: readonly BenefitCategory[] = ['CR', 'PR'];

/**
 * Section 16.2: the earliest visit that is a response (confirmed in that variant), or a response or stable at
 * `cbDays` or later after the start, in a category of `cbValues`.
 */
export function clinicalBenefit(
  best: BestResponses,
  variant: Variant,
  subject: Subject,
  options: EndpointOptions
): ClinicalBenefit {
  const categories = notionsOf(options).benefit ?? {};
  const shows = (visit: CountedAssessment): boolean => {
    if (!isAmong(options.cbValues, categories[visit.response] ?? null)) return false;
    const lasted =
      visit.respondedAt !== null && visit.respondedAt.day - subject.start.day >= options.cbDays;
    return lasted || isAmong(atOnce, categories[visit[variant]] ?? null);
  };
  const first = best.visits.find(shows);
  return { value: first !== undefined, date: first?.date ?? null };
}
