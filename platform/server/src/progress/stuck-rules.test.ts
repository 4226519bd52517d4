import { describe, expect, it } from '@jest/globals';
import { person, place, readIn } from '../testing/handmade-place.js';
import type { PlaceFacts } from './place-facts.js';
import { reasonsOf, stuckBecause, stuckRules, type StuckKey } from './stuck-rules.js';

const since = '2026-03-01T09:00:00.000Z';
const waiting = { read: readIn('waiting') };
const awaited = (state: 'expected' | 'incomplete', windowEnd: string | null = '2026-03-09') => ({
  ...{ read: null, reader: null, timepoint: { code: 'TP1', state, windowEnd, awaited: true } },
});
/** Imaging was declared to have ended before it. */
const afterEnd = { code: 'TP1', state: 'expected', windowEnd: null, awaited: false } as const;
const exam = (state: PlaceFacts['exams'][number]['state']) => ({ state, since });

interface Case {
  readonly key: StuckKey;
  readonly place: Partial<PlaceFacts>;
  readonly params: object;
  /** Nearly the same, and the rule is silent. */
  readonly not: readonly Partial<PlaceFacts>[];
}

const cases: readonly Case[] = [
  {
    key: 'subjectStopped',
    place: { subjectStatus: 'imaging consent withdrawn' },
    params: { status: 'imaging consent withdrawn' },
    not: [{}, { subjectStatus: 'off study', read: readIn('signed') }],
  },
  {
    key: 'problemOpen',
    place: {
      read: readIn('onHold'),
      problems: [
        { kind: 'criticalFinding', state: 'excluded', since: '2026-02-01T09:00:00.000Z' },
        { kind: 'missingSeries', state: 'held', since },
      ],
    },
    params: { kind: 'missingSeries', since, state: 'held' },
    not: [
      { read: readIn('onHold') },
      {
        read: readIn('onHold'),
        problems: [{ kind: 'missingSeries', state: 'excluded', since }],
      },
    ],
  },
  {
    key: 'readerExcluded',
    place: {
      read: readIn('onHold'),
      problems: [{ kind: 'identifyingInformation', state: 'excluded', since }],
    },
    params: { user: 'reader', kind: 'identifyingInformation' },
    not: [
      {
        read: readIn('onHold'),
        problems: [{ kind: 'identifyingInformation', state: 'raised', since }],
      },
      {
        read: readIn('signed'),
        problems: [{ kind: 'identifyingInformation', state: 'excluded', since }],
      },
    ],
  },
  {
    key: 'impactUndecided',
    // Also one that was signed after something changed under it.
    place: { read: { ...readIn('signed'), impactSince: since } },
    params: { since },
    not: [{ read: readIn('signed') }],
  },
  {
    key: 'returnedToQc',
    place: { read: readIn('returnedToQc') },
    params: {},
    not: [waiting],
  },
  {
    key: 'examQuarantined',
    place: { ...awaited('incomplete'), exams: [exam('quarantined')] },
    params: { exams: 1, since },
    not: [
      { ...awaited('incomplete'), exams: [exam('inQc')] },
      { exams: [exam('quarantined')], read: readIn('draft') },
    ],
  },
  {
    key: 'examQueried',
    place: { ...awaited('incomplete'), exams: [exam('queried'), exam('inQc')] },
    params: { exams: 1, since },
    not: [{ ...awaited('incomplete') }],
  },
  {
    key: 'examInQc',
    place: {
      ...awaited('incomplete'),
      exams: [exam('inQc'), { state: 'matched', since: '2026-02-02T09:00:00.000Z' }],
    },
    params: { exams: 2, since: '2026-02-02T09:00:00.000Z' },
    not: [{ ...awaited('incomplete'), exams: [exam('queried')] }],
  },
  {
    key: 'queryOpen',
    place: { read: readIn('signed'), queries: 1, queryOpenSince: since },
    params: { since },
    not: [{ queries: 1, queryAnsweredSince: since }],
  },
  {
    key: 'queryAnswered',
    place: { read: readIn('signed'), queries: 1, queryAnsweredSince: since },
    params: { since },
    not: [{ queries: 1, queryOpenSince: since }],
  },
  {
    key: 'imagesOverdue',
    place: awaited('expected', '2026-03-09'),
    params: { since: '2026-03-09', state: 'expected' },
    not: [
      ...[awaited('expected', '2026-03-10'), awaited('expected', null), {}],
      { read: null, reader: null, timepoint: { ...afterEnd, windowEnd: '2026-03-09' } },
    ],
  },
  {
    key: 'imagesExpected',
    place: awaited('incomplete', '2026-03-10'),
    params: { until: '2026-03-10', state: 'incomplete' },
    not: [
      ...[awaited('incomplete', '2026-03-09'), { ...waiting }],
      { read: null, reader: null, timepoint: { ...afterEnd, windowEnd: '2026-03-10' } },
    ],
  },
  {
    key: 'nobodyNamed',
    place: { reader: null },
    params: { slot: 'R1' },
    not: [
      ...[{}, { reader: null, candidates: [person()] }, { reader: null, read: null }],
      { ...waiting, reader: null, timepoint: afterEnd },
    ],
  },
  {
    key: 'nobodyAssigned',
    place: {
      ...waiting,
      reader: null,
      candidates: [
        person({ user: 'one', obstacles: ['conflict', 'absent'] }),
        person({ user: 'two', obstacles: ['notQualified'] }),
        person({ user: 'three' }),
      ],
    },
    params: {
      slot: 'R1',
      people: [
        { user: 'one', why: 'conflict' },
        { user: 'two', why: 'notQualified' },
        { user: 'three', why: 'free' },
      ],
    },
    not: [{ ...waiting, candidates: [person()] }],
  },
  ...(
    [
      ['readerAccountClosed', 'accountClosed'],
      ['readerWithoutRole', 'noRole'],
      ['readerInConflict', 'conflict'],
      ['readerSuspended', 'suspended'],
    ] as const
  ).map(([key, obstacle]): Case => {
    const hindered = { reader: person({ obstacles: [obstacle] }) };
    return {
      ...{ key, place: hindered, params: { user: 'reader' } },
      not: [{}, { ...hindered, read: readIn('signed') }],
    };
  }),
  {
    key: 'readerAbsent',
    place: {
      reader: person({ obstacles: ['absent'], absentUntil: '2026-03-20', backup: 'two' }),
    },
    params: { user: 'reader', until: '2026-03-20', backup: 'two' },
    not: [{}],
  },
  {
    key: 'readerNotQualified',
    place: {
      reader: person({
        obstacles: ['notQualified'],
        missing: [{ kind: 'gcp', expired: '2026-03-09' }],
      }),
    },
    params: {
      ...{ user: 'reader', charterVersion: 1 },
      missing: [{ kind: 'gcp', expired: '2026-03-09' }],
    },
    not: [{}],
  },
  {
    key: 'awaitsBatch',
    place: { read: null, heldFor: { what: 'batch', gathered: 2, size: 5 } },
    params: { gathered: 2, size: 5 },
    not: [
      { read: null, heldFor: { what: 'dataCut' } },
      { read: readIn('signed'), heldFor: { what: 'batch', gathered: 2, size: 5 } },
    ],
  },
  {
    key: 'awaitsDataCut',
    place: { read: null, heldFor: { what: 'dataCut' } },
    params: {},
    not: [{ read: null }, { read: null, heldFor: { what: 'batch', gathered: null, size: 5 } }],
  },
  {
    key: 'noConsensus',
    place: {
      read: readIn('signed'),
      meeting: { isWaiting: false, since, sentBack: 2, dueDate: null },
    },
    params: { since, times: 2, until: null },
    not: [
      { read: readIn('signed') },
      { read: readIn('signed'), meeting: { isWaiting: false, since, sentBack: 0, dueDate: null } },
      {
        read: readIn('signed'),
        meeting: { isWaiting: false, since, sentBack: 0, dueDate: '2026-03-10' },
      },
    ],
  },
  {
    key: 'readersMeet',
    place: {
      read: readIn('signed'),
      meeting: { isWaiting: false, since, sentBack: 0, dueDate: '2026-03-10' },
    },
    params: { since, until: '2026-03-10' },
    not: [
      {
        read: readIn('signed'),
        meeting: { isWaiting: false, since, sentBack: 1, dueDate: '2026-03-10' },
      },
      // Its images come first.
      {
        read: readIn('signed'),
        meeting: { isWaiting: true, since, sentBack: 0, dueDate: null },
      },
      // Past its day it is stuck.
      {
        read: readIn('signed'),
        meeting: { isWaiting: false, since, sentBack: 0, dueDate: '2026-03-09' },
      },
    ],
  },
  {
    key: 'earlierUnsigned',
    place: { ...waiting, earlierUnsigned: 'BL' },
    params: { timepoint: 'BL' },
    not: [waiting, { ...awaited('expected'), earlierUnsigned: 'BL' }, { earlierUnsigned: 'BL' }],
  },
  {
    key: 'releaseFailed',
    place: { ...waiting, releaseFailed: true },
    params: {},
    not: [
      waiting,
      { releaseFailed: true },
      { ...waiting, releaseFailed: true, earlierUnsigned: 'BL' },
    ],
  },
  {
    key: 'releasePending',
    place: { read: null, reader: null, courseState: 'final' },
    params: {},
    not: [{}, { ...waiting, releaseFailed: true }, { ...waiting, heldFor: { what: 'dataCut' } }],
  },
];

describe('why a read does not go on', () => {
  it('has a case for every rule, each once', () => {
    expect(cases.map(({ key }) => key)).toEqual(stuckRules.map(({ key }) => key));
  });

  it.each(cases.map(one => [one.key, one] as const))('%s', (key, { place: facts, params, not }) => {
    const found = reasonsOf(place(facts)).find(reason => reason.key === key);
    expect(found?.params).toEqual(params);
    for (const other of not) {
      expect(reasonsOf(place(other)).map(reason => reason.key)).not.toContain(key);
    }
  });

  it('is nothing where its reader has it', () => {
    expect(reasonsOf(place())).toEqual([]);
    expect(stuckBecause(place())).toBeNull();
  });

  it('calls stuck what somebody else has to act on, and not what goes on by itself', () => {
    expect(stuckBecause(place(awaited('expected', '2026-03-10')))).toBeNull();
    expect(stuckBecause(place({ ...waiting, earlierUnsigned: 'BL' }))).toBeNull();
    expect(stuckBecause(place(awaited('expected', '2026-03-09')))).toBe('imagesOverdue');
  });

  it('is for the server to go on with where a meeting has no images yet', () => {
    const meeting = { isWaiting: true, since, sentBack: 0, dueDate: null };
    const keys = (releaseFailed: boolean, isWaiting = true) =>
      reasonsOf(
        place({ read: readIn('signed'), releaseFailed, meeting: { ...meeting, isWaiting } })
      ).map(({ key }) => key);
    expect(keys(true)).toEqual(['releaseFailed']);
    expect(keys(false)).toEqual(['releasePending']);
    expect(keys(true, false)).toEqual(['readersMeet']);
  });

  it('names first what is to be settled first', () => {
    const both = place({
      read: readIn('onHold'),
      problems: [{ kind: 'missingSeries', state: 'raised', since }],
      reader: person({ obstacles: ['absent'], absentUntil: '2026-03-20' }),
    });
    expect(reasonsOf(both).map(({ key }) => key)).toEqual(['problemOpen', 'readerAbsent']);
    expect(stuckBecause(both)).toBe('problemOpen');
  });
});
