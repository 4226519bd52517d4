import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import {
  course,
  fresh,
  node,
  overall,
  type Row,
  timepoints,
  visits,
} from '../lymphoma/course.testdata.js';

const id = 'lugano-2014';
const lyric = { lyric: true };
const well = { clinicalStatus: 'stable' };
const sized = (longest: number, across: number, more: Record<string, unknown> = well): Row => [
  [node('N1', longest, across)],
  more,
];

describe('LYRIC: what opens no run, or does not confirm one', () => {
  it('a biopsy proves nothing that imaging does not show, with no run open', () => {
    const proved = sized(40, 25, { ...well, biopsy: 'lymphoma' });
    expect(overall(id, [sized(40, 25), proved], lyric)).toEqual(['SD']);
  });

  it('a new lesion that is not listed again leaves the set without a size', () => {
    const rows: Row[] = [
      [[node('N1', 50, 40), node('N2', 20, 10)]],
      [[node('N1', 50, 40), node('N2', 20, 10), fresh('NL', { longestDiameterMm: 20 })], well],
      [[node('N1', 50, 40), node('N2', 30, 12)], well],
    ];
    const rated = visits(id, rows, lyric);
    expect(rated.map(one => one.overall)).toEqual(['IR2a', 'IR2a']);
    expect(rated[1]?.findings.map(({ rule }) => rule)).toContain('lyric.setNotMeasured');
  });

  it('parts of a lesion have no diameter then to have grown from: stays IR1', () => {
    const parts: Row = [
      [node('N1a', 50, 30, { splitFrom: 'N1' }), node('N1b', 20, 10, { splitFrom: 'N1' })],
      well,
    ];
    // 1700 mm² of 1500: 13 % more
    expect(overall(id, [sized(40, 25), sized(50, 30), parts], lyric)).toEqual(['IR1', 'IR1']);
  });

  it('a PET that was not done shows no new focus', () => {
    const rows: Row[] = [
      [[node('N1', 50, 40), node('N2', 20, 10)]],
      [[node('N1', 50, 40), node('N2', 30, 12)], { ...well, pet: 'notDone', petNewFocus: true }],
    ];
    expect(overall(id, rows, lyric)).toEqual(['IR2b']);
    const marrow = { ...well, pet: 'notDone', petMarrow: 'new' };
    const avid: Row = [[node('N1', 50, 40), node('N2', 30, 12)], marrow];
    expect(overall(id, [...rows.slice(0, 1), avid], lyric)).toEqual(['IR2b']);
  });
});

describe('LYRIC: days and dates', () => {
  it('imaging exactly 84 days later is not late', () => {
    const last = (date: string) =>
      visits(id, [sized(40, 25), sized(50, 30), sized(50, 30, { ...well, date })], lyric)
        .at(-1)
        ?.findings.map(({ rule }) => rule);
    // IR1 on 2 March
    expect(last('2026-05-25')).not.toContain('lyric.late');
    expect(last('2026-05-26')).toContain('lyric.late');
  });

  it('a start without dates of the visits gives no days', () => {
    const undated = [sized(40, 25), sized(50, 30)].map(([lesions, more]): Row => [
      lesions,
      { ...more, date: null },
    ]);
    const input = { criterion: id, parameters: lyric, timepoints: timepoints(undated) };
    const [, visit] = assess({ ...input, startDate: '2026-01-05' }).timepoints;
    expect(visit?.overall).toBe('PD');
    expect(visit?.trace.at(-1)?.text).toContain('an unknown number of days');
  });

  it.each(['startDate', 'firstDoseDate'])('names a %s that does not exist by its path', name => {
    let error: unknown;
    try {
      assess({
        criterion: id,
        parameters: lyric,
        timepoints: timepoints([sized(40, 25), sized(50, 30)]),
        [name]: '2026-02-30',
      });
    } catch (caught) {
      error = caught;
    }
    expect(error).toMatchObject({ code: 'CL_DATE', path: `/${name}` });
  });

  it('a confirmed progression has the date of what progressed, not of the latest scan', () => {
    const first: Row = [[node('N1', 50, 40), node('N2', 30, 12, { date: '2026-02-27' })], well];
    const rows: Row[] = [
      [[node('N1', 50, 40), node('N2', 20, 10)]],
      first,
      [[node('N1', 50, 40), node('N2', 36, 15)], well],
    ];
    const result = course(id, rows, lyric);
    expect(result.timepoints.slice(1).map(one => [one.overall, one.date])).toEqual([
      ['IR2b', '2026-02-27'],
      ['PD', '2026-04-27'],
    ]);
    const open = course(id, rows.slice(0, 2), lyric);
    expect(open.timepoints[1]?.date).toBe('2026-03-02');
    expect(result.bestOverallResponse.unconfirmed).toEqual({ value: 'PD', date: '2026-02-27' });
  });
});
