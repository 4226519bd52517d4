import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { place, readIn } from '../testing/handmade-place.js';
import type { PlaceFacts } from './place-facts.js';
import { isLate, marks, neediest, ownStanding, standings, standingsOf } from './standing.js';

const problem = { kind: 'missingSeries', state: 'raised', since: '2026-03-01T09:00:00Z' } as const;
const late = { ...readIn('draft'), dueDate: '2026-03-09' };

describe('where a place stands', () => {
  it('shows first what most needs somebody, as the matrix orders it', () => {
    const inOrder: readonly (readonly [string, Partial<PlaceFacts>])[] = [
      ['late', { read: late }],
      ['problem', { problems: [problem] }],
      ['discordant', { read: readIn('signed'), discordant: true }],
      ['query', { read: readIn('signed'), queries: 1 }],
      ['waiting', { read: readIn('waiting') }],
      ['draft', { read: readIn('draft') }],
      ['signed', { read: readIn('signed') }],
      ['final', { read: readIn('signed'), courseState: 'final' }],
    ];
    inOrder.forEach(([standing, facts], index) => {
      expect(neediest([place(facts)])).toBe(standing);
      const those = inOrder.slice(index).map(([, other]) => place(other));
      expect(neediest(those.reverse())).toBe(standing);
    });
  });

  it.each([
    ['expected', 'expected', []],
    ['incomplete', 'expected', []],
    ['incomplete', 'waiting', [{ state: 'inQc', since: '' }]],
    ['complete', 'waiting', []],
    ['missed', 'missed', []],
    ['notReadable', 'notReadable', []],
  ] as const)('without a read and with images %s is %s', (state, standing, exams) => {
    const timepoint = { code: 'TP1', state, windowEnd: null, awaited: true };
    expect(ownStanding(place({ read: null, timepoint, exams }))).toBe(standing);
  });

  it.each([
    ['ready', 'waiting'],
    ['assigned', 'waiting'],
    ['returnedToQc', 'waiting'],
    ['onHold', 'problem'],
    ['impactPending', 'problem'],
  ] as const)('with a read %s is %s', (state, standing) => {
    expect(ownStanding(place({ read: readIn(state) }))).toBe(standing);
  });

  it('is a problem no more once its reader was excluded from what they signed', () => {
    const excluded = { problems: [{ ...problem, state: 'excluded' as const }] };
    expect(ownStanding(place({ ...excluded, read: readIn('onHold') }))).toBe('problem');
    expect(standingsOf(place({ ...excluded, read: readIn('signed') }))).toEqual(['signed']);
  });

  it('is late from the day after it was due, until it is signed', () => {
    const due = (dueDate: string | null, state: 'draft' | 'signed' = 'draft') =>
      isLate(place({ read: { ...readIn(state), dueDate } }));
    expect([due('2026-03-10'), due('2026-03-09'), due('2026-03-09', 'signed')]).toEqual([
      ...[false, true, false],
    ]);
    expect(due(null)).toBe(false);
  });

  it('is late where its images are overdue, and never where no day is known', () => {
    const awaited = (windowEnd: string | null) =>
      isLate(
        place({
          read: null,
          timepoint: { code: 'TP1', state: 'expected', windowEnd, awaited: true },
        })
      );
    expect([awaited('2026-03-09'), awaited('2026-03-10'), awaited(null)]).toEqual([
      ...[true, false, false],
    ]);
  });

  it('after the end of imaging is not expected, and never late, until images come all the same', () => {
    const ended = (over: Partial<PlaceFacts> = {}) =>
      place({
        read: null,
        timepoint: { code: 'TP2', state: 'expected', windowEnd: '2026-03-01', awaited: false },
        ...over,
      });
    expect(standingsOf(ended())).toEqual(['notExpected']);
    const planned = { ...readIn('waiting'), dueDate: '2026-03-01' };
    expect(standingsOf(ended({ read: planned }))).toEqual(['notExpected']);
    expect(standingsOf(ended({ read: { ...planned, state: 'draft' } }))).toEqual(['late', 'draft']);
    expect(standingsOf(ended({ exams: [{ state: 'inQc', since: '' }] }))).toEqual(['waiting']);
  });

  it('has a mark of its own for every standing', () => {
    expect(new Set(standings.map(standing => marks[standing])).size).toBe(standings.length);
    expect(standings.every(standing => [...marks[standing]].length === 1)).toBe(true);
  });

  it('of several places is that of the one that most needs somebody, in whatever order', () => {
    const states = ['waiting', 'draft', 'signed', 'onHold'] as const;
    const facts = fc.record({
      read: fc.constantFrom(...states.map(readIn), late),
      queries: fc.nat(2),
      discordant: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(facts, { minLength: 1, maxLength: 6 }), all => {
        const places = all.map(place);
        const alone = places.map(one => standings.indexOf(neediest([one]) ?? 'notReadable'));
        expect(standings.indexOf(neediest(places) ?? 'notReadable')).toBe(Math.min(...alone));
        expect(places.every(one => standingsOf(one).includes(ownStanding(one)))).toBe(true);
      })
    );
  });
});
