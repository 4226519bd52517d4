import { describe, expect, it } from '@jest/globals';
import { assessRead, datesOf } from './assessRead.js';
import { baselineDocument, contextOf, followUpContext } from './caseBench.testdata.js';

const entry = (timepoint: string, date: string, day: number | null) => ({
  ...{ timepoint, date, day },
  document: baselineDocument(),
});

describe('dates that the criterion is run on', () => {
  it('are those that the server tells', () => {
    expect(datesOf(followUpContext())).toEqual(['2020-01-01', '2020-02-26']);
  });

  it('are counted from one day where the charter tells days alone', () => {
    const history = [entry('Baseline', '', 0), entry('TP 1', '', 56)];
    expect(datesOf(followUpContext({ history, date: '', day: 112 }))).toEqual([
      '2000-01-01',
      '2000-02-26',
      '2000-04-22',
    ]);
  });

  it('keep the order of any number of timepoints where it tells neither', () => {
    const history = Array.from({ length: 40 }, (_, index) => entry(`TP ${index}`, '', null));
    const dates = datesOf(followUpContext({ history, date: '', day: null }));
    expect(dates).toHaveLength(41);
    expect([...dates].sort()).toEqual(dates);
    expect(new Set(dates).size).toBe(41);
  });

  it('are one where nothing came before', () => {
    expect(datesOf(contextOf({ date: '' }))).toEqual(['2000-01-01']);
  });

  it('give the same response with days, and by RECIST with neither', () => {
    const response = (date: string, day: number | null) => {
      const history = [entry('Baseline', date && '2020-01-01', day === null ? null : 0)];
      const assessed = assessRead(followUpContext({ history, date, day }), baselineDocument());
      if (!assessed.ok) throw new Error(assessed.reason);
      return [assessed.current.target, assessed.current.overall];
    };
    const dated = response('2020-02-26', 56);
    expect(response('', 56)).toEqual(dated);
    expect(response('', null)).toEqual(dated);
  });
});
