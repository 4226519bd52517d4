import type { PlaceFacts } from './place-facts.js';
import { isLate, standingsOf, type Standing } from './standing.js';
import { stuckBecause } from './stuck-rules.js';
import type { SubjectProgress } from './subject-places.js';

/** Which subjects a page of the matrix is about; everything that is given must hold. */
export interface MatrixFilter {
  /** Code of the site they are at. */
  readonly site?: string;
  /** User name of somebody who has one of their reads. */
  readonly reader?: string;
  readonly state?: Standing;
  readonly late: boolean;
  readonly stuck: boolean;
  /** Letters of the subject's identifier. */
  readonly text?: string;
}

/** Whether a filter asks for what only the evaluation of the places can tell. */
export const needsPlaces = ({ state, late, stuck }: MatrixFilter): boolean =>
  state !== undefined || late || stuck;

/** Whether reader, state, late and stuck hold together of one slot: the other slot's delay is not this reader's. */
const placeMatches = (place: PlaceFacts, { state, late, stuck, reader }: MatrixFilter): boolean =>
  (reader === undefined || place.reader?.user === reader) &&
  (state === undefined || standingsOf(place).includes(state)) &&
  (!late || isLate(place)) &&
  (!stuck || stuckBecause(place) !== null);

const differs = ({ courses }: SubjectProgress): boolean =>
  courses.some(({ state }) => state === 'discordant' || state === 'inAdjudication');

/** Whether a subject has a place that the filter is about. Courses that differ are discordant, whatever their cells. */
export const matches = (subject: SubjectProgress, filter: MatrixFilter): boolean => {
  const places = [...subject.timepoints.flatMap(one => one.places), ...subject.whole];
  const { state, ...others } = filter;
  const asked = state === 'discordant' && differs(subject) ? others : filter;
  return places.some(place => placeMatches(place, asked));
};
