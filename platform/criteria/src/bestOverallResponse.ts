import { CriterionError } from './criterion.js';
import { compareDates, dayNumber } from './dates.js';
import type { BestResponse } from './schemas.js';

/** Best first. ND: visit not done. MISSING: no visit. */
export const responseRank = [
  'CR',
  'PR',
  'MR',
  'SD',
  'NON-CR/NON-PD',
  'NED',
  'PD',
  'NE',
  'ND',
  'MISSING',
] as const;
export type RankedResponse = (typeof responseRank)[number];

export interface ResponseVisit {
  readonly id: string;
  readonly date: string | null;
  /** '' , 'NA' and null are ignored; any other code outside the rank throws CL_RESPONSE_UNKNOWN. */
  readonly response: string | null;
}

export interface BestResponseOptions {
  readonly referenceDate: string | null;
  readonly newTherapyDate: string | null;
  readonly confirmationDays: number;
  readonly minStableDays: number;
  readonly maxInterveningNE: number;
  readonly acceptInterveningSD: boolean;
  readonly missingAs: 'MISSING' | 'NE';
  readonly truncateAtPd: boolean;
  readonly pdCutoff: string | null;
}

export interface BestOverallResponse {
  readonly unconfirmed: BestResponse;
  readonly confirmed: BestResponse;
  readonly flags: readonly { readonly code: 'CR_THEN_PR'; readonly timepoint: string }[];
}

interface Entry {
  readonly id: string;
  readonly date: string | null;
  readonly day: number | null;
  readonly response: RankedResponse;
}

/** Worst first, for two assessments on one date. */
const worstFirst: readonly RankedResponse[] = [
  'PD',
  'NON-CR/NON-PD',
  'SD',
  'MR',
  'PR',
  'CR',
  'NED',
  'NE',
  'ND',
  'MISSING',
];

function readEntries(visits: readonly ResponseVisit[]): Entry[] {
  const entries = visits.flatMap(({ id, date, response }, index): Entry[] => {
    if (response === null || response === '' || response === 'NA') return [];
    const known = responseRank.find(code => code === response);
    if (known === undefined) {
      const message = `"${response}" at ${id} is not a response (known: ${responseRank.join(', ')})`;
      throw new CriterionError('CL_RESPONSE_UNKNOWN', `/visits/${index}/response`, message);
    }
    return [
      {
        id,
        date,
        day: date === null ? null : dayNumber(date, `/visits/${index}/date`),
        response: known,
      },
    ];
  });
  const ordered = entries
    .map((entry, index) => ({ entry, index }))
    .sort((a, b) => compareDates(a.entry.date, b.entry.date) || a.index - b.index)
    .map(({ entry }) => entry);
  return ordered.reduce<Entry[]>((kept, entry) => {
    const last = kept.at(-1);
    if (!last || last.date === null || last.date !== entry.date) return [...kept, entry];
    const worse =
      worstFirst.indexOf(entry.response) < worstFirst.indexOf(last.response) ? entry : last;
    return [...kept.slice(0, -1), worse];
  }, []);
}

function truncate(
  entries: readonly Entry[],
  { newTherapyDate, pdCutoff, truncateAtPd }: BestResponseOptions
): Entry[] {
  const before = entries.filter(
    ({ date }) => newTherapyDate === null || date === null || date < newTherapyDate
  );
  if (pdCutoff !== null) return before.filter(({ date }) => date === null || date <= pdCutoff);
  const firstPd = truncateAtPd ? before.findIndex(({ response }) => response === 'PD') : -1;
  return firstPd < 0 ? before : before.slice(0, firstPd + 1);
}

function gap(from: Entry, to: Entry): number {
  return from.day === null || to.day === null ? Number.NEGATIVE_INFINITY : to.day - from.day;
}

/** Whether the CR or PR at `at` is confirmed by the first later visit that is far enough away. */
function isConfirmed(entries: readonly Entry[], at: number, options: BestResponseOptions): boolean {
  const first = entries[at];
  if (!first) return false;
  const confirming: readonly RankedResponse[] = first.response === 'CR' ? ['CR'] : ['CR', 'PR'];
  const by = entries.findIndex(
    (entry, index) =>
      index > at &&
      confirming.includes(entry.response) &&
      gap(first, entry) >= options.confirmationDays
  );
  if (by < 0) return false;
  const between = entries.slice(at + 1, by).map(({ response }) => response);
  const count = (code: RankedResponse): number =>
    between.filter(response => response === code).length;
  if (count('NE') > options.maxInterveningNE) return false;
  const stable = first.response === 'PR' && options.acceptInterveningSD ? 1 : 0;
  if (count('SD') > stable) return false;
  if (between.some(response => ![...confirming, 'NE', 'SD'].includes(response))) return false;
  const responses = entries.slice(at + 1, by + 1).map(({ response }) => response);
  const cr = responses.indexOf('CR');
  return first.response === 'CR' || cr < 0 || !responses.slice(cr).includes('PR');
}

function best(entries: readonly Entry[], { missingAs }: BestResponseOptions): BestResponse {
  const rank = ({ response }: Entry): number => responseRank.indexOf(response);
  const first = entries[0];
  if (!first) return { value: missingAs, date: null };
  const winner = entries.reduce((kept, entry) => (rank(entry) < rank(kept) ? entry : kept), first);
  return { value: winner.response, date: winner.date };
}

/**
 * Best overall response with and without confirmation of CR and PR. Days count from `referenceDate`; without dates
 * stable disease can't show its duration and counts as NE. Ties go to the earliest visit.
 */
export function bestOverallResponse(
  visits: readonly ResponseVisit[],
  options: BestResponseOptions
): BestOverallResponse {
  const entries = truncate(readEntries(visits), options);
  const start =
    options.referenceDate === null ? null : dayNumber(options.referenceDate, '/referenceDate');
  const stable = ({ day }: Entry): boolean =>
    day !== null && start !== null && day - start >= options.minStableDays;
  const stableOnly = (entry: Entry): Entry =>
    (entry.response === 'SD' || entry.response === 'NON-CR/NON-PD') && !stable(entry)
      ? { ...entry, response: 'NE' }
      : entry;

  const confirmedEntries = entries.map((entry, index): Entry => {
    if (entry.response !== 'CR' && entry.response !== 'PR') return stableOnly(entry);
    if (isConfirmed(entries, index, options)) return entry;
    return { ...entry, response: stable(entry) ? 'SD' : 'NE' };
  });
  let confirmed = best(confirmedEntries, options);
  if (confirmed.value === 'NE' && entries.length > 0) {
    const cr = entries.findIndex(({ response }) => response === 'CR');
    const after =
      cr < 0
        ? undefined
        : entries.slice(cr + 1).find(({ response }) => response === 'PR' || response === 'SD');
    if (after) confirmed = { value: 'PD', date: after.date };
  }
  const flagged = entries.filter(({ response }, index) => {
    const is = (code: RankedResponse) => (entry: Entry) => entry.response === code;
    if (response === 'CR') return entries.slice(index + 1).some(is('PR'));
    return response === 'PR' && entries.slice(0, index).some(is('CR'));
  });
  return {
    unconfirmed: best(entries.map(stableOnly), options),
    confirmed,
    flags: flagged.map(({ id }) => ({ code: 'CR_THEN_PR', timepoint: id })),
  };
}
