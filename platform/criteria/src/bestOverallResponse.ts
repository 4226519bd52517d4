import { recistVocabulary, progressionRunStart } from './bestOverallResponseVocabulary.js';
import type { ResponseVocabulary } from './bestOverallResponseVocabulary.js';
import { CriterionError } from './criterion.js';
import { compareDates, dayNumber } from './dates.js';
import type { BestResponse } from './schemas.js';

export interface ResponseVisit {
  readonly id: string;
  readonly date: string | null;
  /** '', 'NA' and null are ignored; any other code outside the vocabulary throws CL_RESPONSE_UNKNOWN. */
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
  /** RECIST's without one. */
  readonly vocabulary?: ResponseVocabulary;
}

/** A visit that entered, and what it counted as: the duration rule and confirmation applied. */
export interface CountedVisit {
  readonly id: string;
  readonly date: string | null;
  readonly response: string;
  readonly unconfirmed: string;
  readonly confirmed: string;
}

export interface BestOverallResponse {
  readonly unconfirmed: BestResponse;
  readonly confirmed: BestResponse;
  readonly flags: readonly { readonly code: 'CR_THEN_PR'; readonly timepoint: string }[];
  readonly visits: readonly CountedVisit[];
}

interface Entry {
  readonly id: string;
  readonly date: string | null;
  readonly day: number | null;
  /** Place in time: an undated visit has that of the visit before it. */
  readonly place: string;
  readonly response: string;
}

function readEntries(visits: readonly ResponseVisit[], vocabulary: ResponseVocabulary): Entry[] {
  let place = '';
  const entries = visits.flatMap(({ id, date, response }, index): Entry[] => {
    place = date ?? place;
    if (response === null || response === '' || response === 'NA') return [];
    if (!vocabulary.rank.includes(response)) {
      const message = `"${response}" at ${id} is not a response (known: ${vocabulary.rank.join(', ')})`;
      throw new CriterionError('CL_RESPONSE_UNKNOWN', `/visits/${index}/response`, message);
    }
    const day = date === null ? null : dayNumber(date, `/visits/${index}/date`);
    return [{ id, date, day, place, response }];
  });
  entries.sort((a, b) => compareDates(a.place, b.place));
  const badness = ({ response }: Entry): number => vocabulary.worstFirst.indexOf(response);
  const kept: Entry[] = [];
  for (const entry of entries) {
    const last = kept.at(-1);
    if (!last || last.date === null || last.date !== entry.date) kept.push(entry);
    else if (badness(entry) < badness(last)) kept[kept.length - 1] = entry;
  }
  return kept;
}

function truncate(
  entries: readonly Entry[],
  { newTherapyDate, pdCutoff, truncateAtPd }: BestResponseOptions,
  { progression }: ResponseVocabulary
): Entry[] {
  const before = entries.filter(({ place }) => newTherapyDate === null || place < newTherapyDate);
  if (pdCutoff !== null) return before.filter(({ place }) => place <= pdCutoff);
  const first = truncateAtPd ? before.findIndex(({ response }) => response === progression) : -1;
  return first < 0 ? before : before.slice(0, first + 1);
}

/** Days from one day to another; fewer than any rule asks for where one is not known. */
function gap(from: number | null, to: number | null): number {
  return from === null || to === null ? Number.NEGATIVE_INFINITY : to - from;
}

/** Whether a response is confirmed by the first of the later visits that is far enough away. */
function isConfirmed(
  first: Entry,
  later: readonly Entry[],
  options: BestResponseOptions,
  { complete, partial, minor = [], stable }: ResponseVocabulary
): boolean {
  const isComplete = complete.includes(first.response);
  const alsoMinor = minor.includes(first.response) ? minor : [];
  const confirming = isComplete ? complete : [...complete, ...partial, ...alsoMinor];
  const by = later.findIndex(
    ({ response, day }) =>
      confirming.includes(response) && gap(first.day, day) >= options.confirmationDays
  );
  if (by < 0) return false;
  const responses = later.slice(0, by + 1).map(({ response }) => response);
  const count = (code: string): number => responses.filter(response => response === code).length;
  if (count('NE') > options.maxInterveningNE) return false;
  if (count(stable) > (!isComplete && options.acceptInterveningSD ? 1 : 0)) return false;
  if (responses.some(response => ![...confirming, 'NE', stable].includes(response))) return false;
  const firstComplete = responses.findIndex(response => complete.includes(response));
  return (
    isComplete ||
    firstComplete < 0 ||
    !responses.slice(firstComplete).some(response => partial.includes(response))
  );
}

/** Best of what the visits count as; ties go to the earliest, a confirmed progression has its run's first date. */
function best(
  entries: readonly Entry[],
  counted: readonly string[],
  missingAs: string,
  vocabulary: ResponseVocabulary
): BestResponse {
  const value = vocabulary.rank.find(response => counted.includes(response));
  if (value === undefined) return { value: missingAs, date: null };
  const first = counted.indexOf(value);
  const responses = entries.map(({ response }) => response);
  const dated =
    value === vocabulary.progression ? progressionRunStart(responses, first, vocabulary) : first;
  return { value, date: entries.map(({ date }) => date)[dated] ?? null };
}

/**
 * Best overall response with and without confirmation of complete and partial response. Days count from
 * `referenceDate`; without dates stable disease can't show its duration and counts as NE. Ties go to the earliest
 * visit.
 */
export function bestOverallResponse(
  visits: readonly ResponseVisit[],
  options: BestResponseOptions
): BestOverallResponse {
  const vocabulary = options.vocabulary ?? recistVocabulary;
  const { complete, partial, minor = [] } = vocabulary;
  const entries = truncate(readEntries(visits, vocabulary), options, vocabulary);
  const start =
    options.referenceDate === null ? null : dayNumber(options.referenceDate, '/referenceDate');
  const lasted = ({ day }: Entry): boolean => gap(start, day) >= options.minStableDays;
  const unconfirmedAs = (entry: Entry): string => {
    const needsTime =
      entry.response === vocabulary.stable || entry.response === vocabulary.nonCrNonPd;
    return needsTime && !lasted(entry) ? 'NE' : entry.response;
  };
  const confirmedAs = (entry: Entry, index: number): string => {
    if (![...complete, ...partial, ...minor].includes(entry.response)) return unconfirmedAs(entry);
    if (isConfirmed(entry, entries.slice(index + 1), options, vocabulary)) return entry.response;
    return lasted(entry) ? vocabulary.stable : 'NE';
  };
  const unconfirmed = entries.map(unconfirmedAs);
  const confirmed = entries.map(confirmedAs);
  const isComplete = ({ response }: Entry): boolean => complete.includes(response);
  const isPartial = ({ response }: Entry): boolean => partial.includes(response);
  const afterComplete = (index: number): boolean => entries.slice(0, index).some(isComplete);
  const worse = entries.find(
    (entry, index) =>
      (isPartial(entry) || entry.response === vocabulary.stable) && afterComplete(index)
  );
  const bestConfirmed = best(entries, confirmed, options.missingAs, vocabulary);
  const flagged = entries.filter((entry, index) =>
    isComplete(entry)
      ? entries.slice(index).some(isPartial)
      : isPartial(entry) && afterComplete(index)
  );
  return {
    unconfirmed: best(entries, unconfirmed, options.missingAs, vocabulary),
    confirmed:
      bestConfirmed.value === 'NE' && worse
        ? { value: vocabulary.backAfterComplete, date: worse.date }
        : bestConfirmed,
    flags: flagged.map(({ id }) => ({ code: 'CR_THEN_PR', timepoint: id })),
    visits: entries.map(({ id, date, response }, index) => ({
      id,
      date,
      response,
      unconfirmed: unconfirmed[index] ?? response,
      confirmed: confirmed[index] ?? response,
    })),
  };
}
