import type { PersonAtPlace, PlaceFacts } from '../progress/place-facts.js';

export const person = (over: Partial<PersonAtPlace> = {}): PersonAtPlace => ({
  user: 'reader',
  obstacles: [],
  absentUntil: null,
  backup: null,
  missing: [],
  ...over,
});

/** A read that its reader has and may read: nothing is wrong with it, today being 2026-03-10. */
export const place = (over: Partial<PlaceFacts> = {}): PlaceFacts => ({
  today: '2026-03-10',
  subjectStatus: 'enrolled',
  timepoint: { code: 'TP1', state: 'complete', windowEnd: '2026-03-09', awaited: true },
  exams: [],
  slot: 'R1',
  component: 'all',
  courseState: 'open',
  read: {
    ...{
      task: 'read',
      id: 'read',
      publicId: 'public',
      opened: false,
      state: 'ready',
      dueDate: '2026-03-10',
    },
    ...{ charterVersion: 1, impactSince: null },
  },
  reader: person(),
  candidates: [],
  problems: [],
  earlierUnsigned: null,
  heldFor: null,
  releaseFailed: false,
  queries: 0,
  queryOpenSince: null,
  queryAnsweredSince: null,
  discordant: false,
  meeting: null,
  ...over,
});

/** The same read in another state. */
export const readIn = (
  state: NonNullable<PlaceFacts['read']>['state']
): NonNullable<PlaceFacts['read']> => ({
  ...{ task: 'read', id: 'read', publicId: 'public', opened: false, state, dueDate: '2026-03-10' },
  ...{ charterVersion: 1, impactSince: null },
});
