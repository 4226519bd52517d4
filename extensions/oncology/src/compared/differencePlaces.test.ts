import { describe, expect, it } from '@jest/globals';
import { setMark, setState } from '@corelab/reads';
import { markOf } from '../case/caseBench.testdata.js';
import {
  adjudicationOf,
  currentStudy,
  earlierStudy,
  readA,
  readB,
} from '../adjudication/adjudicationBench.testdata.js';
import { markElsewhere, stopsOf } from './differencePlaces.js';

const lung = { timepoint: 'TP1', lesions: { a: 'T02', b: 'T02' } };
const image = (study: string, slice: number) => `${study}.1.${slice}`;

const seen = (context = adjudicationOf(), difference = lung) =>
  stopsOf(context, difference).map(({ sides, mark, exact }) => [
    sides.join(''),
    mark.sopInstanceUid,
    exact,
  ]);

describe('the images of a difference', () => {
  it('are one where both reads marked the same image', () => {
    expect(seen()).toEqual([['ab', image(currentStudy, 6), true]]);
  });

  it('are A’s, then B’s where they marked different ones', () => {
    const later = { a: readA(), b: setMark(readB(), 'T02', markOf(14, 6, 9)) };
    expect(seen(adjudicationOf({}, later))).toEqual([
      ['a', image(currentStudy, 6), true],
      ['b', image(currentStudy, 9), true],
    ]);
  });

  it('are that of the only read that marked it', () => {
    const newLesion = { timepoint: 'TP1', lesions: { a: null, b: 'NL01' } };
    expect(stopsOf(adjudicationOf(), newLesion)).toMatchObject([
      { sides: ['b'], mark: { sopInstanceUid: image(currentStudy, 8) }, exact: true },
    ]);
  });

  it('fall back to where it was marked at the next timepoint, when neither marked it here', () => {
    const later = {
      a: setState(readA(), 'T02', 'absent'),
      b: setState(readB(), 'T02', 'absent'),
    };
    expect(seen(adjudicationOf({}, later))).toEqual([['a', image(earlierStudy, 6), false]]);
  });

  it('are none for what is about no lesion', () => {
    const judgement = { timepoint: 'TP1', lesions: { a: null, b: null } };
    expect(stopsOf(adjudicationOf(), judgement)).toEqual([]);
  });
});

describe('the same lesion at another timepoint', () => {
  it('is the mark of the read whose image is looked at', () => {
    const context = adjudicationOf();
    const [stop] = stopsOf(context, lung);
    if (stop === undefined) throw new Error('no image');
    expect(markElsewhere(context, lung, stop, 'BL')?.sopInstanceUid).toBe(image(earlierStudy, 6));
    expect(markElsewhere(context, lung, stop, 'TP9')).toBeNull();
  });
});
