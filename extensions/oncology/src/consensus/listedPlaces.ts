import type { Meeting, MeetingDifference } from './loadMeeting.js';

/** Two reads by their names, as a filter calls them. */
export const pairOf = ({ between }: Pick<MeetingDifference, 'between'>): string =>
  `${between.one} ${between.other}`;

/** The pairs of reads that differ in something, in the order of their names. */
export const pairsIn = ({ case: { differences } }: Pick<Meeting, 'case'>): string[] =>
  [...new Set(differences.map(pairOf))].sort();

/** Places of the differences of two reads, or of all, in the order of the meeting's list. */
export const listedPlaces = (
  { case: { differences } }: Pick<Meeting, 'case'>,
  pair: string | null
): number[] =>
  differences.flatMap((one, place) => (pair === null || pairOf(one) === pair ? [place] : []));
