import { afterEach, describe, expect, it } from '@jest/globals';
import type { ReadStudy } from '@corelab/client';
import type { ImageProblem } from '@corelab/reads';
import { setLanguage } from '@corelab/ui';
import { imageNotes, sliceList } from './imageProblems.js';

afterEach(() => void setLanguage('en'));

const study = (change: Partial<ReadStudy> = {}): ReadStudy => ({
  studyInstanceUid: '1.2',
  timepoint: 'TP 1',
  current: true,
  series: [],
  notShown: [],
  ...change,
});
const withProblems = (...problems: ImageProblem[]): ReadStudy =>
  study({ series: [{ seriesInstanceUid: '1.2.3', role: 'CT-PV-AX', problems }] });
const sentences = (...studies: ReadStudy[]): string[] =>
  imageNotes({ studies }).map(({ message }) => message);

describe('the notes on images', () => {
  it('name the slices that are missing', () => {
    expect(sentences(withProblems({ code: 'missingSlices', missing: [44, 45], of: 120 }))).toEqual([
      'Series CT-PV-AX misses 2 of 120 slices (44, 45). You can read; the problem is noted.',
    ]);
  });

  it('are German where the page is', () => {
    setLanguage('de');
    expect(
      sentences(withProblems({ code: 'unevenSpacing', places: 1, after: 3, gapMm: 7, usualMm: 5 }))
    ).toEqual([
      'Die Schichten der Serie CT-PV-AX haben ungleiche Abstände (Stellen: 1), zuerst zwischen Schicht 3 und 4: 7 mm statt 5 mm. Sie ist befundbar; der Mangel ist vermerkt.',
    ]);
  });

  it('say why nothing is shown and what to do', () => {
    const unsupported = { code: 'unsupportedModality', modality: 'OT' } as const;
    const notes = imageNotes({
      studies: [study({ notShown: [{ role: null, modality: 'OT', problem: unsupported }] })],
    });
    expect(notes).toEqual([
      expect.objectContaining({
        blocking: true,
        message: expect.stringContaining('State the image quality "Not readable"'),
      }),
      {
        timepoint: 'TP 1',
        blocking: false,
        message: 'Series OT is not shown: this mode can not read modality OT.',
      },
    ]);
  });

  it('leave every place filled, for every code', () => {
    const problems: ImageProblem[] = [
      { code: 'sharedPosition', images: 1 },
      { code: 'mixedOrientation', orientations: 2 },
      { code: 'noGeometry', images: 1, of: 12 },
      { code: 'noPixelData', images: 1, of: 12 },
      { code: 'thickSlices', thicknessMm: 8, allowedMm: 5 },
    ];
    const said = sentences(withProblems(...problems));
    expect(said).toHaveLength(problems.length);
    expect(said.filter(sentence => /{{|undefined|NaN/.test(sentence))).toEqual([]);
  });

  it('are silent when all is well, and about series no role fits', () => {
    expect(sentences(withProblems(), withProblems({ code: 'noRole' }))).toEqual([]);
  });

  it('write runs of slices as their ends', () => {
    expect(sliceList([3, 7, 8, 9, 10, 20, 21])).toBe('3, 7-10, 20, 21');
  });
});
