import type { Reason } from '../reason.js';
import { daysBetween } from '../dates.js';
import type { SoftCategory } from './grid.js';

const source = 'Scher 2008 (PCWG2), soft tissue: progression at the first assessment';

export interface SoftVisit {
  readonly timepoint: string;
  readonly date: string | null;
  readonly category: Exclude<SoftCategory, 'PDu'>;
}

export interface SoftRevision {
  readonly value: SoftCategory;
  readonly byTimepoint: string;
  readonly rule: string;
}

export interface SoftRating {
  readonly category: SoftCategory;
  readonly trace: readonly Reason[];
  revised: SoftRevision | null;
}

export interface FirstScanRules {
  /** A first assessment up to this many days after the start needs a second one. */
  readonly firstScanDays: number;
  readonly confirmDays: number;
  readonly start: string | null;
}

/**
 * PCWG2: progression of soft tissue at the first assessment waits for a second one, `confirmDays` later, that shows it
 * too; without it, it was none and counts as SD. Visits in time order.
 */
export function confirmFirstProgression(
  visits: readonly SoftVisit[],
  { firstScanDays, confirmDays, start }: FirstScanRules
): SoftRating[] {
  const first = visits.find(({ category }) => category !== 'NE');
  const rated: SoftRating[] = visits.map(({ category }) => ({
    category,
    trace: [],
    revised: null,
  }));
  if (first?.category !== 'PD') return rated;
  const elapsed = daysBetween(start, first.date);
  if (elapsed !== null && elapsed > firstScanDays) return rated;
  for (const [index, visit] of visits.entries()) {
    if (visit.category === 'NE') continue;
    const gap = daysBetween(first.date, visit.date);
    const early = gap === null || gap < confirmDays;
    const numbers = { daysSinceFirst: gap };
    if (early) {
      rated[index] = {
        category: 'PDu',
        revised: null,
        trace: [
          {
            rule: 'soft.pdu',
            text: `Progression at the first assessment waits for a second one at least ${confirmDays} days later.`,
            numbers,
            source,
          },
        ],
      };
      continue;
    }
    const confirmed = visit.category === 'PD';
    const revised = {
      value: confirmed ? 'PD' : 'SD',
      byTimepoint: visit.timepoint,
      rule: 'soft.firstProgression',
    } as const;
    for (const one of rated) if (one.category === 'PDu') one.revised = revised;
    rated[index] = {
      category: visit.category,
      revised: null,
      trace: [
        {
          rule: confirmed ? 'soft.pd.confirmed' : 'soft.notConfirmed',
          text: `${gap} days after progression at the first assessment soft tissue is ${visit.category}: ${confirmed ? 'confirmed' : 'not confirmed'}.`,
          numbers,
          source,
        },
      ],
    };
    return rated;
  }
  return rated;
}
