import type { CourseState } from '../workflow/machines/course.js';
import type { ReadState } from '../workflow/machines/read.js';
import {
  awaitsImages,
  isAfterImaging,
  isUnreleased,
  openProblems,
  type PlaceFacts,
} from './place-facts.js';

/** Where a place stands, what most needs somebody first (reading room, progress matrix); then what nobody can do now. */
export const standings = [
  'late',
  'problem',
  'discordant',
  'query',
  'waiting',
  'draft',
  'signed',
  'final',
  'expected',
  'notExpected',
  'missed',
  'notReadable',
] as const;
export type Standing = (typeof standings)[number];

/** The mark that carries a standing where there is no room for its word. */
export const marks: Readonly<Record<Standing, string>> = {
  late: '!',
  problem: '#',
  discordant: '=',
  query: '?',
  waiting: '.',
  draft: '~',
  signed: '+',
  final: 'F',
  expected: '-',
  notExpected: 'E',
  missed: 'x',
  notReadable: '/',
};

const ofRead: Readonly<Record<Exclude<ReadState, 'superseded' | 'void'>, Standing>> = {
  waiting: 'waiting',
  ready: 'waiting',
  assigned: 'waiting',
  returnedToQc: 'waiting',
  draft: 'draft',
  onHold: 'problem',
  impactPending: 'problem',
  signed: 'signed',
};

/** Once it is settled which read stands, a signed read is no news any more. */
const settledCourses: readonly CourseState[] = ['final'];

const ofImages = (place: PlaceFacts): Standing => {
  const { timepoint, exams } = place;
  if (timepoint === null) return 'waiting';
  if (timepoint.state === 'missed' || timepoint.state === 'notReadable') return timepoint.state;
  if (timepoint.state === 'complete' || exams.length > 0) return 'waiting';
  return isAfterImaging(place) ? 'notExpected' : 'expected';
};

/** Its read was planned, and its imaging ended before. */
const isEnded = (place: PlaceFacts): boolean => isAfterImaging(place) && isUnreleased(place);

/** Where a place stands by itself, without what is late or asked of the site. */
export const ownStanding = (place: PlaceFacts): Standing => {
  if (place.discordant) return 'discordant';
  if (openProblems(place).length > 0) return 'problem';
  if (place.read === null || isEnded(place)) return ofImages(place);
  const standing = ofRead[place.read.state];
  const settled = place.courseState !== null && settledCourses.includes(place.courseState);
  return standing === 'signed' && settled ? 'final' : standing;
};

const done: readonly ReadState[] = ['signed', 'impactPending'];

/** Its read was due, or its images were, before today. A day that is not known makes nothing late. */
export const isLate = (place: PlaceFacts): boolean => {
  const { read, timepoint, today } = place;
  if (isEnded(place)) return false;
  if (read !== null) {
    return !done.includes(read.state) && read.dueDate !== null && read.dueDate < today;
  }
  return awaitsImages(place) && timepoint?.windowEnd != null && timepoint.windowEnd < today;
};

/** Everything that is true of a place, in the order of `standings`; never empty. */
export const standingsOf = (place: PlaceFacts): Standing[] => {
  const found = new Set<Standing>([ownStanding(place)]);
  if (isLate(place)) found.add('late');
  if (openProblems(place).length > 0) found.add('problem');
  if (place.queries > 0) found.add('query');
  return standings.filter(standing => found.has(standing));
};

/** What most needs somebody among places; null where there is no place. */
export const neediest = (places: readonly PlaceFacts[]): Standing | null => {
  const found = new Set(places.flatMap(standingsOf));
  return standings.find(standing => found.has(standing)) ?? null;
};
