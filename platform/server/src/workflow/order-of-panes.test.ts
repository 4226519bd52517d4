import { describe, expect, it } from '@jest/globals';
import { inOrderOfPanes } from './order-of-panes.js';

const studies = ['BL', 'TP1', 'TP2', 'TP3'].map(timepoint => ({ timepoint }));
const ordered = (timepoint: string | null, of = studies): string[] =>
  inOrderOfPanes(of, timepoint).map(study => study.timepoint);

describe('the order in which the panes of an adjudication take its timepoints', () => {
  it.each([
    ['TP1', ['TP1', 'BL', 'TP2', 'TP3']],
    ['TP3', ['TP3', 'TP2', 'BL', 'TP1']],
    ['BL', ['BL', 'TP1', 'TP2', 'TP3']],
  ])('begins with the one of the difference and what stands beside it: %s', (at, expected) => {
    expect(ordered(at)).toEqual(expected);
  });

  it.each([null, 'TP9'])('begins with the last where the difference shows none: %s', at => {
    expect(ordered(at)).toEqual(['TP3', 'TP2', 'BL', 'TP1']);
  });

  it('names a study once, also where there is one alone, and nothing where there is none', () => {
    expect(ordered('BL', studies.slice(0, 1))).toEqual(['BL']);
    expect(ordered('BL', [])).toEqual([]);
  });
});
