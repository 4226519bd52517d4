import { describe, expect, it } from '@jest/globals';
import type { ReadContext } from '@corelab/client';
import type { ReadDocument } from '@corelab/reads';
import { assessRead } from '../case/assessRead.js';
import {
  baselineDocument,
  currentStudy,
  earlierStudy,
  followUpContext,
} from '../case/caseBench.testdata.js';
import { comparisonChoices, defaultComparison } from './comparison.js';

/** The baseline's lesions with diameters multiplied. */
function grown(factor: number): ReadDocument {
  const document = baselineDocument();
  return {
    ...document,
    lesions: document.lesions.map(lesion => ({
      ...lesion,
      mark: lesion.mark && {
        ...lesion.mark,
        longestDiameterMm: lesion.mark.longestDiameterMm * factor,
      },
    })),
  };
}

const study = (timepoint: string, studyInstanceUid: string, current = false) => ({
  timepoint,
  studyInstanceUid,
  current,
  series: [],
  notShown: [],
});

/** TP 3 after a baseline, a smaller TP 1 and a larger TP 2. */
function thirdFollowUp(change: Partial<ReadContext> = {}): ReadContext {
  return followUpContext({
    timepoint: 'TP 3',
    date: '2020-06-17',
    studies: [
      study('TP 3', currentStudy, true),
      study('Baseline', earlierStudy),
      study('TP 1', '1.2.3.3'),
      study('TP 2', '1.2.3.4'),
    ],
    history: [
      { timepoint: 'Baseline', day: 0, date: '2020-01-01', document: baselineDocument() },
      { timepoint: 'TP 1', day: 56, date: '2020-02-26', document: grown(0.5) },
      { timepoint: 'TP 2', day: 112, date: '2020-04-22', document: grown(0.8) },
    ],
    ...change,
  });
}

const choicesOf = (context: ReadContext, derivedShown: boolean) =>
  comparisonChoices(context, assessRead(context, baselineDocument()), derivedShown);

describe('what a timepoint may be compared with', () => {
  it('is baseline, nadir and previous, the nadir first choice', () => {
    const choices = choicesOf(thirdFollowUp(), true);
    expect(choices.map(({ timepoint, kinds }) => [timepoint, ...kinds])).toEqual([
      ['Baseline', 'baseline'],
      ['TP 1', 'nadir'],
      ['TP 2', 'previous'],
    ]);
    expect(defaultComparison(choices)?.timepoint).toBe('TP 1');
  });

  it('names no nadir where derived values are not shown', () => {
    const choices = choicesOf(thirdFollowUp(), false);
    expect(choices.map(({ timepoint }) => timepoint)).toEqual(['Baseline', 'TP 2']);
    expect(defaultComparison(choices)?.timepoint).toBe('TP 2');
  });

  it('is only what the server sent', () => {
    const context = thirdFollowUp({
      studies: [study('TP 3', currentStudy, true), study('Baseline', earlierStudy)],
    });
    expect(choicesOf(context, true).map(({ timepoint }) => timepoint)).toEqual(['Baseline']);
  });

  it('is one timepoint with all its kinds at the first follow-up', () => {
    expect(choicesOf(followUpContext(), true)).toMatchObject([
      { timepoint: 'Baseline', kinds: ['baseline', 'nadir', 'previous'] },
    ]);
  });

  it('is what was imaged before it at a baseline that shows such', () => {
    const context = thirdFollowUp({
      studies: [study('Baseline', currentStudy, true), study('Screening', earlierStudy)],
      history: [],
    });
    expect(defaultComparison(choicesOf(context, true))?.timepoint).toBe('Screening');
  });

  it('is nothing at baseline', () => {
    const context = thirdFollowUp({
      studies: [study('Baseline', currentStudy, true)],
      history: [],
    });
    expect(defaultComparison(choicesOf(context, true))).toBeNull();
  });
});
