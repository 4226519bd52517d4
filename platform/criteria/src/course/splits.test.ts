import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import { findingsOf, lastOf, type More, said, statesOf, t } from './targets.testdata.js';

const part = (id: string, mm: number, splitFrom: string, more: More = {}) =>
  t(id, mm, { splitFrom, ...more });

/** Target response, sum, targets' states and findings of the last of these visits. */
function last(...visits: LesionInput[][]) {
  const visit = lastOf('recist-1.1', visits);
  return [visit?.target, visit?.burden?.value ?? null, statesOf(visit), findingsOf(visit)];
}

describe('parts that split again', () => {
  const base = [t('T01', 40)];
  const apart = [part('T01a', 10, 'T01'), part('T01b', 10, 'T01')];
  const again = [part('T01c', 10, 'T01a'), part('T01b', 10, 'T01')];
  it('stand for what they come from, over any number of splits', () => {
    const third = [part('T01d', 5, 'T01c'), part('T01e', 5, 'T01c'), part('T01b', 10, 'T01')];
    expect(last(base, apart, again)).toEqual(['PR', 20, ['T01 split'], []]);
    expect(last(base, apart, again, third)).toEqual(['PR', 20, ['T01 split'], []]);
  });
  it('leave those expected that did not', () => {
    expect(last(base, apart, [part('T01c', 10, 'T01a')])).toEqual([
      'NE',
      null,
      ['T01 split NOT_ASSESSED'],
      ['lesion.notAssessed T01b'],
    ]);
  });
  it('that are split from each other belong to nothing', () => {
    expect(last(base, [part('T01a', 10, 'T01b'), part('T01b', 10, 'T01a')])).toEqual([
      'NE',
      null,
      ['T01 notEvaluable NOT_ASSESSED'],
      ['lesion.splitFromUnknown T01a', 'lesion.splitFromUnknown T01b', 'lesion.notAssessed T01'],
    ]);
  });
});

describe('what a part was split from is what the last entry says', () => {
  const base = [t('T01', 40), t('T02', 20)];
  const again = [t('T02', 20), part('P01a', 10, 'P01'), part('P01b', 10, 'P01')];
  const states = ['T01 split', 'T02 measured'];
  it.each([
    ['nothing', [t('T01', 20), t('T02', 20), t('P01', 10, { role: 'new' })]],
    ['another', [t('T01', 20), part('P01', 20, 'T02')]],
  ])('where the first said %s', (_name, first) => {
    const corrected = [t('T02', 20), part('P01', 30, 'T01')];
    expect(last(base, first, corrected).slice(1)).toEqual([50, states, []]);
    // 40 of 60 mm.
    expect(last(base, first, corrected, again)).toEqual(['PR', 40, states, []]);
  });
});

describe('an entry of the whole beside its parts', () => {
  const base = [t('T01', 40)];
  const parts = [part('T01a', 10, 'T01'), part('T01b', 10, 'T01')];
  it.each<[string, More, unknown[]]>([
    ['without a word', {}, ['PR', 20, ['T01 split'], []]],
    ['evaluable', { evaluable: true }, ['PR', 20, ['T01 split'], []]],
    [
      'not evaluable',
      { evaluable: false, reason: 'OBSCURED' },
      ['NE', null, ['T01 split OBSCURED'], []],
    ],
    ['with a size of its own', { longestDiameterMm: 5 }, ['PR', 25, ['T01 split'], []]],
    ['too small to measure', { tooSmallToMeasure: true }, ['PR', 25, ['T01 split'], []]],
  ])('%s', (_name, more, expected) => {
    expect(last(base, [...parts, said('T01', more)])).toEqual(expected);
  });
});
