import type { CourseState } from '../workflow/machines/course.js';
import { openProblems, type PlaceFacts, type StandingReadState } from './place-facts.js';
import { isLate, marks, neediest, ownStanding, type Standing } from './standing.js';
import { stuckBecause, type StuckKey } from './stuck-rules.js';
import type { SubjectProgress } from './subject-places.js';

export interface SlotView {
  slot: string;
  component: string;
  /** Where the slot stands by itself; lateness and queries are beside it. */
  standing: Standing;
  /** The standing in one character. */
  mark: string;
  /** Null while no read is planned. */
  readState: StandingReadState | null;
  late: boolean;
  stuck: StuckKey | null;
  problems: number;
  reader: string | null;
}

export interface CellView {
  timepoint: string;
  /** What most needs somebody. */
  standing: Standing;
  late: boolean;
  stuck: boolean;
  problems: number;
  queries: number;
  slots: SlotView[];
}

export interface CourseView {
  /** The course that most needs somebody; null before there is one. */
  state: CourseState | null;
  slots: { slot: string; state: CourseState }[];
}

export interface MatrixRow {
  subject: string;
  site: string | null;
  status: string;
  late: boolean;
  stuck: boolean;
  cells: CellView[];
  /** Reads of the subject as a whole; null where there are none. */
  whole: CellView | null;
  course: CourseView;
}

const courseOrder: readonly CourseState[] = [
  'discordant',
  'inAdjudication',
  'open',
  'closed',
  'agreed',
  'final',
];

const slotView = (place: PlaceFacts): SlotView[] => {
  if (place.slot === null) return [];
  const standing = ownStanding(place);
  return [
    {
      ...{ slot: place.slot, component: place.component, standing, mark: marks[standing] },
      readState: place.read?.state ?? null,
      late: isLate(place),
      stuck: stuckBecause(place),
      problems: openProblems(place).length,
      reader: place.reader?.user ?? null,
    },
  ];
};

const cellView = (timepoint: string, places: readonly PlaceFacts[]): CellView | null => {
  const standing = neediest(places);
  if (standing === null) return null;
  return {
    timepoint,
    standing,
    late: places.some(isLate),
    stuck: places.some(place => stuckBecause(place) !== null),
    problems: places.reduce((sum, place) => sum + openProblems(place).length, 0),
    queries: Math.max(...places.map(({ queries }) => queries)),
    slots: places.flatMap(slotView),
  };
};

/** A subject as its row of the matrix: no value, no response, no date of a visit. */
export const matrixRow = ({
  subject,
  site,
  timepoints,
  whole,
  courses,
}: SubjectProgress): MatrixRow => {
  const cells = timepoints.flatMap(({ timepoint, places }) => cellView(timepoint, places) ?? []);
  const ofSubject = cellView('', whole);
  const all = ofSubject === null ? cells : [...cells, ofSubject];
  return {
    ...{ subject: subject.identifier, site, status: subject.status, cells, whole: ofSubject },
    late: all.some(({ late }) => late),
    stuck: all.some(({ stuck }) => stuck),
    course: {
      state: courseOrder.find(state => courses.some(one => one.state === state)) ?? null,
      slots: courses.map(({ slot, state }) => ({ slot, state })),
    },
  };
};
