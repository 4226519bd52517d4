import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Decision, PanelSlot } from './decision.js';
import { type Final, finalOf } from './finalOf.js';
import { comparePanel, nameOf, panelNames, slotNamed } from './panel.js';
import { openingDifference, panelCase, PanelCaseSchema } from './panelCase.js';
import {
  panelDecision,
  panelOutcome,
  type PanelProposal,
  type PanelVote,
  panelVotes,
  proposalItems,
} from './panelProposal.js';
import { sayInEnglish } from './sayInEnglish.js';
import { read, sizes } from './testing/reads.js';
import { Value } from '@sinclair/typebox/value';

// PR, PR, PD; the same in other sizes; SD, SD, PD.
const reader1 = sizes(100, 70, 68, 82);
const reader2 = sizes(100, 69, 66, 80);
const reader3 = sizes(100, 85, 80, 96);
const panel: PanelSlot[] = ['reader1', 'reader2', 'reader3'];
const all = ['BL', 'TP1', 'TP2', 'TP3'];
const rules = { paradigm: 'consensus' } as const;
const standing = ({ timepoints }: Final) =>
  timepoints.map(({ timepoint, slot, why }) => [timepoint, slot, why]);

describe('the reads of a panel', () => {
  it('agree when every visit and the course come to the same, whatever was measured', () => {
    const same = comparePanel({ reader1, reader2 }, ['reader1', 'reader2']);
    expect(same).toEqual({ status: 'concordant', timepoints: all, differing: [], differ: [] });
  });
  it('differ when any two of them do, and where', () => {
    const { status, differing, differ } = comparePanel({ reader1, reader2, reader3 }, panel);
    expect(status).toBe('discordant');
    expect(differing).toEqual(['TP1', 'TP2']);
    expect(differ).toEqual(['visitResponse', 'bor', 'respDate']);
    const last = comparePanel({ reader1: reader3, reader2: reader3, reader3: reader1 }, panel);
    expect(last.differing).toEqual(['TP1', 'TP2']);
  });
  it('differ in a timepoint that not all of them read, and in a course that one has not read', () => {
    const more = sizes(100, 70, 68, 82, 82);
    const { status, differing } = comparePanel({ reader1, reader2: more }, ['reader1', 'reader2']);
    expect([status, differing]).toEqual(['discordant', ['TP4']]);
    const without = comparePanel({ reader1, reader2: null }, ['reader1', 'reader2']);
    expect([without.status, without.differing]).toEqual(['discordant', all]);
    expect(comparePanel({}, panel).status).toBe('none');
  });
  it('differ in a response that one of them lacks', () => {
    const unread = read({ BL: { T01: 100 }, TP1: { ne: 'POOR_QUALITY', T01: 'NE' } });
    const { differing } = comparePanel({ reader1: sizes(100, 70), reader2: unread }, [
      'reader1',
      'reader2',
    ]);
    expect(differing).toEqual(['TP1']);
  });
  it('compare alike in any order of the slots', () => {
    const courses = [reader1, reader2, reader3];
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 2 }), order => {
        const [one = null, two = null, three = null] = order.map(at => courses[at]);
        const slots = panel.slice(0, order.length);
        const found = comparePanel({ reader1: one, reader2: two, reader3: three }, slots);
        const isMixed = order.includes(2);
        expect(found.status).toBe(isMixed ? 'discordant' : 'concordant');
      })
    );
  });
});

describe('what stands of a panel', () => {
  const agreed = (slots: Record<string, PanelSlot>): Decision => ({
    timepoints: all,
    choice: { kind: 'perTimepoint', slots },
  });
  it('is the record of reader 1 where they agree', () => {
    const final = finalOf({ reader1, reader2 }, rules);
    expect(final).toMatchObject({ state: 'final', singleRead: false });
    expect(final.output).toBe(reader1.output);
    expect(standing(final)[1]).toEqual(['TP1', 'reader1', 'concordant']);
  });
  it('is nothing before they agreed, and then the read of their choice', () => {
    const reads = { reader1, reader2, reader3 };
    expect(finalOf(reads, rules)).toMatchObject({ state: 'adjudicationDue', due: [all] });
    const whole: Decision = { timepoints: all, choice: { kind: 'read', slot: 'reader3' } };
    const final = finalOf(reads, rules, [whole]);
    expect(final.output).toBe(reader3.output);
    expect(standing(final)[0]).toEqual(['BL', 'reader3', 'consensus']);
    expect(finalOf({ reader1: null, reader2: null }, rules).state).toBe('none');
  });
  it('may be another read at each timepoint, each as its own read rates it', () => {
    const slots = { BL: 'reader1', TP1: 'reader3', TP2: 'reader2', TP3: 'reader1' } as const;
    const final = finalOf({ reader1, reader2, reader3 }, rules, [agreed(slots)]);
    expect(final.state).toBe('final');
    expect(final.output?.timepoints.map(({ burden }) => burden?.value)).toEqual([100, 85, 66, 82]);
    expect(final.output?.timepoints.slice(1).map(({ overall }) => overall)).toEqual([
      'SD',
      'PR',
      'PD',
    ]);
    expect(final.numbers[0]?.visits.map(({ value, how }) => [value, how])[1]).toEqual([85, 'read']);
  });
  it('is no read that is not there, nor one that nobody made', () => {
    const reads = { reader1, reader2: sizes(100, 85), reader3 };
    const refused = (decision: Decision) => () => finalOf(reads, rules, [decision]);
    const code = expect.objectContaining({ code: 'CL_DECISION' });
    expect(refused({ timepoints: all, choice: { kind: 'read', slot: 'reader2' } })).toThrow(code);
    expect(refused({ timepoints: all, choice: { kind: 'read', slot: 'reader4' } })).toThrow(code);
    expect(refused({ timepoints: all, choice: { kind: 'thirdRead' } })).toThrow(code);
    expect(refused(agreed({ BL: 'reader1' }))).toThrow(code);
  });
});

describe('a proposal', () => {
  const order: PanelSlot[] = ['reader2', 'reader3', 'reader1'];
  const reads = { A: all, B: all, C: ['BL', 'TP1'] };
  const put = (choice: PanelProposal['choice'], text = 'The margin is clear'): PanelProposal => ({
    choice,
    reason: { code: 'measurement', text },
  });
  const codes = (proposal: PanelProposal): string[] =>
    proposalItems(proposal, all, reads).map(({ code, timepoint }) => `${code} ${timepoint}`);

  it('names one read, or one for each timepoint', () => {
    expect(codes(put({ kind: 'read', name: 'B' }))).toEqual([]);
    const names = { BL: 'A', TP1: 'C', TP2: 'B', TP3: 'A' } as const;
    expect(codes(put({ kind: 'perTimepoint', names }))).toEqual([]);
    expect(panelDecision({ kind: 'perTimepoint', names }, all, order)).toEqual({
      timepoints: all,
      choice: {
        kind: 'perTimepoint',
        slots: { BL: 'reader2', TP1: 'reader1', TP2: 'reader3', TP3: 'reader2' },
      },
    });
    expect(panelDecision({ kind: 'read', name: 'B' }, all, order).choice).toEqual({
      ...{ kind: 'read', slot: 'reader3' },
    });
  });
  it('is not put forward with something left out, or on a read that is not there', () => {
    expect(codes(put({ kind: 'read', name: 'C' }))).toEqual([
      'CL_TIMEPOINT_NOT_READ TP2',
      'CL_TIMEPOINT_NOT_READ TP3',
    ]);
    expect(codes(put({ kind: 'perTimepoint', names: { BL: 'D', TP9: 'A' } }, ' '))).toEqual([
      'CL_READ_UNKNOWN BL',
      ...['TP1', 'TP2', 'TP3'].map(id => `CL_TIMEPOINT_OPEN ${id}`),
      'CL_TIMEPOINT_STRAY TP9',
      'CL_NO_REASON_TEXT null',
    ]);
    expect(() => panelDecision({ kind: 'read', name: 'E' }, all, order)).toThrow(RangeError);
  });
  it('has names that lead back to the slots, whatever was drawn', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(panel, { minLength: 2 }), drawn => {
        for (const slot of drawn) expect(slotNamed(nameOf(slot, drawn), drawn)).toBe(slot);
        for (const name of panelNames.slice(drawn.length)) {
          expect(slotNamed(name, drawn)).toBeUndefined();
        }
      })
    );
  });
  it('is agreed on when all agree, sent back when one does not, and open until all have voted', () => {
    const votes = fc.array(fc.option(fc.constantFrom(...panelVotes)), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(votes, cast => {
        const slots = cast.map((_, index) => `R${index + 1}`);
        const given = new Map<string, PanelVote>(
          cast.flatMap((vote, index) => (vote === null ? [] : [[`R${index + 1}`, vote] as const]))
        );
        given.set('R9', 'disagree');
        const expected = cast.includes(null)
          ? 'open'
          : cast.includes('disagree')
            ? 'sentBack'
            : 'agreed';
        expect(panelOutcome(slots, given)).toBe(expected);
      })
    );
    expect(panelOutcome([], new Map())).toBe('open');
  });
});

describe('what a panel sees', () => {
  const shown = panelCase({ reader1, reader2, reader3 }, ['reader3', 'reader1', 'reader2']);
  it('is every read under its drawn name', () => {
    expect(Value.Check(PanelCaseSchema, shown)).toBe(true);
    expect(shown.reads.map(({ name, bestResponse }) => [name, bestResponse])).toEqual([
      ['A', 'SD'],
      ['B', 'PR'],
      ['C', 'PR'],
    ]);
    const [first] = shown.reads;
    expect(first?.timepoints.map(({ response, burden }) => [response, burden?.value])).toEqual([
      [null, 100],
      ['SD', 85],
      ['SD', 80],
      ['PD', 96],
    ]);
    expect(shown.comparison.differing).toEqual(['TP1', 'TP2']);
  });
  it('is by timepoint, what differs most first, and opens where the responses differ', () => {
    const given = shown.differences.map(({ timepoint, said: { a, b } }) => ({
      place: all.indexOf(timepoint ?? ''),
      apart: Math.abs(Number(a['sizeMm']) - Number(b['sizeMm'])),
    }));
    expect(given.map(({ place }) => place)).toEqual(given.map(({ place }) => place).sort());
    const first = given.filter(({ place }) => place === 1).map(({ apart }) => apart);
    expect(first).toEqual([16, 15, 1]);
    expect(shown.differences[openingDifference(shown) ?? -1]?.timepoint).toBe('TP1');
    expect(openingDifference({ ...shown, differences: [] })).toBeNull();
    const nowhere = { ...shown.comparison, differing: [] };
    expect(openingDifference({ ...shown, comparison: nowhere })).toBe(0);
  });
  it('is what differs between any two in words, by those names, and never by slots', () => {
    const between = new Set(shown.differences.map(({ between }) => between.one + between.other));
    expect([...between].sort()).toEqual(['AB', 'AC', 'BC']);
    const said = shown.differences
      .filter(
        ({ between, timepoint }) =>
          between.one === 'B' && between.other === 'C' && timepoint === 'TP1'
      )
      .map(({ message }) => sayInEnglish(message));
    expect(said).toEqual(['Same lesion, liver: B 70 mm, C 69 mm']);
    expect(JSON.stringify(shown)).not.toContain('reader');
  });
});
