import type { Role } from '../trials/roles.js';
import type { ExamState } from '../workflow/machines/exam.js';
import type { OpenMeeting } from './later-facts.js';
import {
  awaitsImages,
  isToBeRead,
  isUnreleased,
  type Obstacle,
  type PersonAtPlace,
  type PlaceFacts,
} from './place-facts.js';

/** Values for the sentence of a key; dates ISO 8601, people by user name, the rest words of the server. */
export type ReasonParams = Readonly<Record<string, string | number | null | readonly object[]>>;

interface Rule<Key extends string = string> {
  readonly key: Key;
  /** Somebody other than the read's reader has to act now; false where it goes on by itself. */
  readonly stuck: boolean;
  /** Whose turn it is. */
  readonly needs: Role | 'system';
  /** The sentence's values where the rule applies, else null. */
  readonly when: (place: PlaceFacts) => ReasonParams | null;
}

const ruled = <const Key extends string>(rules: readonly Rule<Key>[]): readonly Rule<Key>[] =>
  rules;

const says = (applies: boolean, params: ReasonParams = {}): ReasonParams | null =>
  applies ? params : null;

/** Its readers did not agree to something, or should have agreed by now: nobody else ends it for them. */
const isDeadlocked = ({ sentBack, dueDate }: OpenMeeting, today: string): boolean =>
  sentBack > 0 || (dueDate !== null && dueDate < today);

/** Exams that stand in one of the states, while nothing of their timepoint can be read. */
const examsIn = (place: PlaceFacts, states: readonly ExamState[]): ReasonParams | null => {
  const found = place.exams.filter(({ state }) => states.includes(state));
  const [oldest] = found.map(({ since }) => since).sort();
  if (oldest === undefined || !isUnreleased(place)) return null;
  return { exams: found.length, since: oldest };
};

const hindered = (place: PlaceFacts, obstacle: Obstacle): PersonAtPlace | null =>
  isToBeRead(place) && place.reader?.obstacles.includes(obstacle) === true ? place.reader : null;

const reader = (person: PersonAtPlace | null, more: ReasonParams = {}): ReasonParams | null =>
  person === null ? null : { user: person.user, ...more };

/** To be given to somebody. */
const isNobodys = (place: PlaceFacts): boolean =>
  isToBeRead(place) &&
  (place.read?.state === 'waiting' || place.read?.state === 'ready') &&
  place.reader === null;

const missing = (person: PersonAtPlace | null) =>
  person?.missing.map(({ kind, expired }) => ({ kind, expired })) ?? [];

/**
 * Why a place does not go on, what is to be settled first coming first. A new reason is a new entry; what it asks about is
 * a fact of `PlaceFacts`.
 */
export const stuckRules = ruled([
  {
    key: 'subjectStopped',
    stuck: false,
    needs: 'dataManager',
    when: place =>
      says(place.subjectStatus !== 'enrolled' && (isToBeRead(place) || awaitsImages(place)), {
        status: place.subjectStatus,
      }),
  },
  {
    key: 'problemOpen',
    stuck: true,
    needs: 'dataManager',
    when: ({ problems }) => {
      const open = problems.find(({ state }) => state === 'raised' || state === 'held');
      return open === undefined ? null : { kind: open.kind, since: open.since, state: open.state };
    },
  },
  {
    key: 'readerExcluded',
    stuck: true,
    needs: 'dataManager',
    when: place => {
      const decided = place.problems.find(({ state }) => state === 'excluded');
      if (decided === undefined || !isToBeRead(place)) return null;
      return { user: place.reader?.user ?? null, kind: decided.kind };
    },
  },
  {
    key: 'impactUndecided',
    stuck: true,
    needs: 'dataManager',
    when: ({ read }) => {
      const since = read?.impactSince ?? null;
      return says(since !== null || read?.state === 'impactPending', { since });
    },
  },
  {
    key: 'returnedToQc',
    stuck: true,
    needs: 'qcTechnologist',
    when: ({ read }) => says(read?.state === 'returnedToQc'),
  },
  {
    key: 'examQuarantined',
    stuck: true,
    needs: 'dataManager',
    when: place => examsIn(place, ['quarantined']),
  },
  {
    key: 'examQueried',
    stuck: true,
    needs: 'siteCoordinator',
    when: place => examsIn(place, ['queried']),
  },
  {
    key: 'examInQc',
    stuck: true,
    needs: 'qcTechnologist',
    when: place => examsIn(place, ['received', 'matched', 'inQc']),
  },
  {
    key: 'queryOpen',
    stuck: true,
    needs: 'siteCoordinator',
    when: ({ queryOpenSince: since }) => says(since !== null, { since }),
  },
  {
    key: 'queryAnswered',
    stuck: true,
    needs: 'qcTechnologist',
    when: ({ queryAnsweredSince: since }) => says(since !== null, { since }),
  },
  {
    key: 'imagesOverdue',
    stuck: true,
    needs: 'siteCoordinator',
    when: place => {
      const end = place.timepoint?.windowEnd ?? null;
      return says(awaitsImages(place) && end !== null && end < place.today, {
        since: end,
        state: place.timepoint?.state ?? null,
      });
    },
  },
  {
    key: 'imagesExpected',
    stuck: false,
    needs: 'siteCoordinator',
    when: place => {
      const end = place.timepoint?.windowEnd ?? null;
      return says(awaitsImages(place) && (end === null || end >= place.today), {
        until: end,
        state: place.timepoint?.state ?? null,
      });
    },
  },
  {
    key: 'nobodyNamed',
    stuck: true,
    needs: 'admin',
    when: place => says(isNobodys(place) && place.candidates.length === 0, { slot: place.slot }),
  },
  {
    key: 'nobodyAssigned',
    stuck: true,
    needs: 'dataManager',
    when: place =>
      says(isNobodys(place) && place.candidates.length > 0, {
        slot: place.slot,
        people: place.candidates.map(one => ({ user: one.user, why: one.obstacles[0] ?? 'free' })),
      }),
  },
  {
    key: 'readerAccountClosed',
    stuck: true,
    needs: 'dataManager',
    when: place => reader(hindered(place, 'accountClosed')),
  },
  {
    key: 'readerWithoutRole',
    stuck: true,
    needs: 'dataManager',
    when: place => reader(hindered(place, 'noRole')),
  },
  {
    key: 'readerInConflict',
    stuck: true,
    needs: 'dataManager',
    when: place => reader(hindered(place, 'conflict')),
  },
  {
    key: 'readerSuspended',
    stuck: true,
    needs: 'dataManager',
    when: place => reader(hindered(place, 'suspended')),
  },
  {
    key: 'readerAbsent',
    stuck: true,
    needs: 'dataManager',
    when: place => {
      const person = hindered(place, 'absent');
      return reader(person, { until: person?.absentUntil ?? null, backup: person?.backup ?? null });
    },
  },
  {
    key: 'readerNotQualified',
    stuck: true,
    needs: 'trainer',
    when: place => {
      const person = hindered(place, 'notQualified');
      return reader(person, {
        missing: missing(person),
        charterVersion: place.read?.charterVersion ?? null,
      });
    },
  },
  {
    key: 'awaitsBatch',
    stuck: false,
    needs: 'system',
    when: place => {
      const held = heldAtPlace(place);
      return held?.what === 'batch' ? { gathered: held.gathered, size: held.size } : null;
    },
  },
  {
    key: 'awaitsDataCut',
    stuck: false,
    needs: 'dataManager',
    when: place => says(heldAtPlace(place)?.what === 'dataCut'),
  },
  {
    key: 'noConsensus',
    stuck: true,
    needs: 'reader',
    when: ({ meeting, today }) =>
      meeting !== null && isDeadlocked(meeting, today)
        ? { since: meeting.since, times: meeting.sentBack, until: meeting.dueDate }
        : null,
  },
  {
    key: 'readersMeet',
    stuck: false,
    needs: 'reader',
    when: ({ meeting, today }) =>
      meeting !== null && !meeting.isWaiting && !isDeadlocked(meeting, today)
        ? { since: meeting.since, until: meeting.dueDate }
        : null,
  },
  {
    key: 'earlierUnsigned',
    stuck: false,
    needs: 'reader',
    when: place =>
      place.timepoint?.state === 'complete' && isUnreleased(place) && place.earlierUnsigned !== null
        ? { timepoint: place.earlierUnsigned }
        : null,
  },
  {
    key: 'releaseFailed',
    stuck: true,
    needs: 'system',
    when: place => says(awaitsRelease(place) && place.releaseFailed),
  },
  {
    key: 'releasePending',
    stuck: false,
    needs: 'system',
    when: place => says(awaitsRelease(place) && !place.releaseFailed),
  },
]);

/** What keeps a timepoint that is there from its slot. */
const heldAtPlace = (place: PlaceFacts): PlaceFacts['heldFor'] =>
  isUnreleased(place) ? place.heldFor : null;

/** The read that its slot would get next, with its images there: also where its course had closed before these came. */
const isNext = (place: PlaceFacts): boolean =>
  place.slot !== null &&
  (place.read === null || place.read.state === 'waiting') &&
  place.timepoint?.state === 'complete' &&
  place.heldFor === null &&
  place.earlierUnsigned === null;

/** Images are to be made ready for its reader: of its next read, or of the meeting with the others. */
const awaitsRelease = (place: PlaceFacts): boolean =>
  isNext(place) || place.meeting?.isWaiting === true;

export type StuckKey = (typeof stuckRules)[number]['key'];

export interface Reason {
  readonly key: StuckKey;
  readonly stuck: boolean;
  readonly needs: Role | 'system';
  readonly params: ReasonParams;
}

/** Why a place does not go on, in the order of the rules; empty where it is with its reader, or done. */
export const reasonsOf = (place: PlaceFacts): Reason[] =>
  stuckRules.flatMap(({ key, stuck, needs, when }) => {
    const params = when(place);
    return params === null ? [] : [{ key, stuck, needs, params }];
  });

/** The first reason for which somebody has to act; null where the place is not stuck. */
export const stuckBecause = (place: PlaceFacts): StuckKey | null =>
  stuckRules.find(({ stuck, when }) => stuck && when(place) !== null)?.key ?? null;
