import { dayNumber } from '../dates.js';
import type { Reason } from '../reason.js';
import type { SoftCategory } from './grid.js';

const source = 'Scher 2008 (PCWG2), soft tissue: progression at the first assessment';

export interface SoftVisit {
  readonly timepoint: string;
  readonly date: string | null;
  readonly category: Exclude<SoftCategory, 'PDu'>;
}

export interface SoftRating {
  readonly category: SoftCategory;
  readonly trace: readonly Reason[];
  revised: { readonly value: 'PD' | 'SD'; readonly byTimepoint: string } | null;
}

export interface FirstScanRules {
  /** A first assessment up to this many days after the start needs a second one. */
  readonly firstScanDays: number;
  readonly confirmDays: number;
  readonly startDay: number | null;
}

/**
 * PCWG2: progression of soft tissue at the first assessment waits for a second one, `confirmDays` later, that shows it
 * too; without it, it was none and counts as SD. Visits in time order.
 */
export function confirmFirstProgression(
  visits: readonly SoftVisit[],
  { firstScanDays, confirmDays, startDay }: FirstScanRules
): SoftRating[] {
  const days = visits.map(({ date }) => (date === null ? null : dayNumber(date, '/timepoints')));
  const first = visits.findIndex(({ category }) => category !== 'NE');
  const firstDay = days[first] ?? null;
  const rated: SoftRating[] = visits.map(({ category }) => ({
    category,
    trace: [],
    revised: null,
  }));
  const inWindow = firstDay === null || startDay === null || firstDay - startDay <= firstScanDays;
  if (first < 0 || visits[first]?.category !== 'PD' || !inWindow) return rated;
  for (let index = first; index < visits.length; index += 1) {
    const visit = visits[index];
    if (!visit || visit.category === 'NE') continue;
    const day = days[index] ?? null;
    const gap = day === null || firstDay === null ? null : day - firstDay;
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
    for (const one of rated.slice(first, index)) {
      if (one.category === 'PDu')
        one.revised = { value: confirmed ? 'PD' : 'SD', byTimepoint: visit.timepoint };
    }
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
