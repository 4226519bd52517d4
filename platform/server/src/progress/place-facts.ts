import type { MissingQualification } from '../trials/missing-qualifications.js';
import type { CourseState } from '../workflow/machines/course.js';
import type { ExamState } from '../workflow/machines/exam.js';
import type { ProblemState } from '../workflow/machines/problem.js';
import type { ReadState } from '../workflow/machines/read.js';
import type { TimepointState } from '../workflow/machines/timepoint.js';
import type { OpenMeeting } from './later-facts.js';

/** A read that nothing has taken the place of. */
export type StandingReadState = Exclude<ReadState, 'superseded' | 'void'>;

export const obstacles = [
  'accountClosed',
  'noRole',
  'otherSlot',
  'conflict',
  'suspended',
  'absent',
  'notQualified',
] as const;
/** What keeps a person from a read, the most lasting first. */
export type Obstacle = (typeof obstacles)[number];

/** A person and a place; days are calendar dates. */
export interface PersonAtPlace {
  readonly user: string;
  /** In the order of `obstacles`. */
  readonly obstacles: readonly Obstacle[];
  /** Last day of the absence of today, and who was named to stand in. */
  readonly absentUntil: string | null;
  readonly backup: string | null;
  readonly missing: readonly MissingQualification[];
}

/** What its charter has a timepoint wait for that is there: others, or a data cut. */
export type HeldFor =
  | {
      readonly what: 'batch';
      /** Timepoints that have gathered; null where nobody asked how many. */
      readonly gathered: number | null;
      readonly size: number;
    }
  | { readonly what: 'dataCut' };

/** What is known today of one slot at one timepoint of a subject: all that the rules may ask. */
export interface PlaceFacts {
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly subjectStatus: string;
  /** Null for a read of the whole subject. */
  readonly timepoint: {
    readonly code: string;
    readonly state: TimepointState;
    /** Last day of its visit window; null where baseline or plan does not give one. */
    readonly windowEnd: string | null;
    /** It is to be read, now or later (`isAwaited`): not after a declared end of imaging, unless images came all the same. */
    readonly awaited: boolean;
  } | null;
  /** Exams of the timepoint that are on their way; `since` is when they came, ISO 8601. */
  readonly exams: readonly { readonly state: ExamState; readonly since: string }[];
  /** Null while the subject has no course: then the images alone are to be waited for. */
  readonly slot: string | null;
  readonly component: string;
  readonly courseState: CourseState | null;
  readonly read: {
    /** An adjudication stands at a place of its slot like a read. */
    readonly task: 'read' | 'adjudication';
    readonly id: string;
    /** Its id towards browsers. */
    readonly publicId: string;
    /** Its reader has looked at it. */
    readonly opened: boolean;
    readonly state: StandingReadState;
    /** YYYY-MM-DD. */
    readonly dueDate: string | null;
    readonly charterVersion: number;
    /** When the first change under it was noticed that nothing is decided of, ISO 8601; null where there is none. */
    readonly impactSince: string | null;
  } | null;
  /** Whose read it is. */
  readonly reader: PersonAtPlace | null;
  /** Who could get the read while it is nobody's: the course's reader before, else whom the charter names. */
  readonly candidates: readonly PersonAtPlace[];
  /** Of the read, not decided to be resumed. */
  readonly problems: readonly {
    readonly kind: string;
    readonly state: ProblemState;
    readonly since: string;
  }[];
  /** The first timepoint before this one that the slot has not signed; null where there is none. */
  readonly earlierUnsigned: string | null;
  /** Null where its timepoint may be read, or is not there. */
  readonly heldFor: HeldFor | null;
  /** The last attempt to prepare the course's images did not succeed. */
  readonly releaseFailed: boolean;
  /** Queries to the site about the timepoint's exams that are not closed. */
  readonly queries: number;
  /** The first of them that the site has to answer, and the first that was answered: when it was asked, ISO 8601. */
  readonly queryOpenSince: string | null;
  readonly queryAnsweredSince: string | null;
  /** The slots differ on this timepoint, and it is neither decided nor agreed on. */
  readonly discordant: boolean;
  /** Its readers meet over it, and have not agreed. */
  readonly meeting: OpenMeeting | null;
}

/** Its images are not all there, and still awaited. */
export const awaitsImages = ({ timepoint }: PlaceFacts): boolean =>
  timepoint !== null &&
  timepoint.awaited &&
  (timepoint.state === 'expected' || timepoint.state === 'incomplete');

/** No images of it came before the end of imaging was declared, and none are awaited any more. */
export const isAfterImaging = ({ timepoint }: PlaceFacts): boolean =>
  timepoint !== null && timepoint.state === 'expected' && !timepoint.awaited;

/** Nothing was shown to a reader yet. */
export const isUnreleased = ({ read }: PlaceFacts): boolean =>
  read === null || read.state === 'waiting' || read.state === 'returnedToQc';

/** A reader has it, or is to have it. */
export const isToBeRead = (place: PlaceFacts): boolean =>
  place.read !== null &&
  place.read.state !== 'signed' &&
  place.read.state !== 'impactPending' &&
  !(isAfterImaging(place) && isUnreleased(place));

/** Problems that somebody still has to do something about: after an exclusion, while the read is not given to another. */
export const openProblems = (place: PlaceFacts): PlaceFacts['problems'] =>
  place.problems.filter(
    ({ state }) =>
      state === 'raised' || state === 'held' || (state === 'excluded' && isToBeRead(place))
  );
