import { describe, expect, it } from '@jest/globals';
import { summary } from './intake.testdata.js';
import { timepointOptions } from './timepointOptions.js';

const near = [{ timepoint: 'TP1', daysOutside: 2 }];
const subject = {
  ...{ subject: 'S-50', site: '101' },
  timepoints: [
    { timepoint: 'BL', kind: 'baseline', date: '2026-01-05', state: 'complete', exams: 1 },
    { timepoint: 'UNS-1', kind: 'unscheduled', date: '2026-03-20', state: 'complete', exams: 1 },
  ],
};

describe('where a study can belong', () => {
  it('is what is near, the unscheduled visits of the subject, a new one of its day, and the rest', () => {
    expect(
      timepointOptions({
        ...{ planned: summary.timepoints, candidates: near, subject, date: '2026-04-02' },
      })
    ).toEqual([
      ['TP1', 'TP1, 2 days after its window'],
      ['UNS-1', 'UNS-1, unscheduled visit of 2026-03-20'],
      ['UNS', 'UNS: new unscheduled visit of 2026-04-02'],
      ['BL', 'BL'],
    ]);
  });

  it('is no visit of a day that is not known', () => {
    const options = timepointOptions({
      ...{ planned: summary.timepoints, candidates: [], subject: undefined, date: null },
    });
    expect(options.map(([code]) => code)).toEqual(['BL', 'TP1']);
  });
});
