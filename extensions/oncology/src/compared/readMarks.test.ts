import { describe, expect, it } from '@jest/globals';
import { setState } from '@corelab/reads';
import {
  adjudicationOf,
  currentStudy,
  readA,
  readB,
} from '../adjudication/adjudicationBench.testdata.js';
import { marksOnImage } from './readMarks.js';

const both = { a: true, b: true };
const image = (slice: number) => `${currentStudy}.1.${slice}`;

describe('the marks drawn on an image', () => {
  it('are those of both reads, each under its own name with the diameter that counts', () => {
    const marks = marksOnImage(adjudicationOf(), { shown: both, lesions: null }, image(6));
    expect(marks.map(({ side, label }) => [side, label])).toEqual([
      ['a', 'A T02 10.0\u00a0mm'],
      ['b', 'B T02 14.0\u00a0mm'],
    ]);
  });

  it('leave out a read whose marks are hidden, and other images', () => {
    const context = adjudicationOf();
    const hidden = { shown: { a: false, b: true }, lesions: null };
    expect(marksOnImage(context, hidden, image(6)).map(({ side }) => side)).toEqual(['b']);
    expect(marksOnImage(context, { shown: both, lesions: null }, image(9))).toEqual([]);
  });

  it('stand out where they belong to the difference in hand, by each read’s own label', () => {
    const choice = { shown: both, lesions: { a: 'T02', b: null } };
    const marks = marksOnImage(adjudicationOf(), choice, image(6));
    expect(marks.map(({ side, emphasised }) => [side, emphasised])).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });

  it('do not include a mark that the reader’s last word took back', () => {
    const later = { a: setState(readA(), 'T02', 'absent'), b: readB() };
    const marks = marksOnImage(adjudicationOf({}, later), { shown: both, lesions: null }, image(6));
    expect(marks.map(({ side }) => side)).toEqual(['b']);
  });
});
