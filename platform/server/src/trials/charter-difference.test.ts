import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { charterDifference } from './charter-difference.js';
import { wordDifference } from './word-difference.js';

describe('what differs between two charters', () => {
  const timepoints = (...ids: string[]) => ({ timepoints: ids.map(id => ({ id, day: 1 })) });

  it('is nothing between equal ones', () => {
    expect(charterDifference(timepoints('BL', 'TP1'), timepoints('BL', 'TP1'))).toEqual([]);
  });

  it('names the place, and what stood and stands there', () => {
    const before = { tracks: [{ id: 'efficacy', showDerived: 'live', note: 'a' }], 'a/b': 1 };
    const after = { tracks: [{ id: 'efficacy', showDerived: 'afterSigning', more: 2 }], 'a/b': 2 };
    expect(charterDifference(before, after)).toEqual([
      {
        ...{ path: '/tracks/0/showDerived', from: 'live', to: 'afterSigning' },
        words: [
          { op: 'removed', text: 'live' },
          { op: 'added', text: 'afterSigning' },
        ],
      },
      { path: '/tracks/0/more', to: 2 },
      { path: '/tracks/0/note', from: 'a' },
      { path: '/a~1b', from: 1, to: 2 },
    ]);
  });

  it('is one change where an entry is put between others', () => {
    expect(charterDifference(timepoints('BL', 'TP2'), timepoints('BL', 'TP1', 'TP2'))).toEqual([
      { path: '/timepoints/1', to: { id: 'TP1', day: 1 } },
    ]);
    expect(charterDifference(timepoints('BL', 'TP1', 'TP2'), timepoints('BL', 'TP2'))).toEqual([
      { path: '/timepoints/1', from: { id: 'TP1', day: 1 } },
    ]);
  });

  it('tells of another order', () => {
    expect(charterDifference(timepoints('BL', 'TP1'), timepoints('TP1', 'BL'))).toEqual([
      { path: '/timepoints', from: ['BL', 'TP1'], to: ['TP1', 'BL'], order: true },
    ]);
  });

  it('goes by place where entries have no names of their own', () => {
    expect(charterDifference({ window: [49, 63] }, { window: [49, 70] })).toEqual([
      { path: '/window/1', from: 63, to: 70 },
    ]);
    expect(charterDifference({ a: [{ id: 'x' }, { id: 'x' }] }, { a: [{ id: 'x' }] })).toEqual([
      { path: '/a/1', from: { id: 'x' } },
    ]);
  });
});

describe('what became of a text', () => {
  it('is told word by word', () => {
    expect(wordDifference('I read this case', 'I signed this case alone')).toEqual([
      { op: 'same', text: 'I ' },
      { op: 'removed', text: 'read' },
      { op: 'added', text: 'signed' },
      { op: 'same', text: ' this case' },
      { op: 'added', text: ' alone' },
    ]);
  });

  it('gives back both texts', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n', 'cd'), { maxLength: 30 });
    fc.assert(
      fc.property(text, text, (from, to) => {
        const [before, after] = [from.join(''), to.join('')];
        const runs = wordDifference(before, after);
        const without = (op: string) =>
          runs
            .filter(run => run.op !== op)
            .map(run => run.text)
            .join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
        if (before === after) expect(runs.every(({ op }) => op === 'same')).toBe(true);
      })
    );
  });

  it('is shown whole where a text is long', () => {
    const long = 'word '.repeat(1500);
    expect(wordDifference(long, `${long}more`).map(({ op }) => op)).toEqual(['removed', 'added']);
  });
});
