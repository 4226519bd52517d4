import { describe, expect, it } from '@jest/globals';
import {
  course,
  fresh,
  mass,
  node,
  other,
  overall,
  type Row,
  visits,
} from '../lymphoma/course.testdata.js';

const id = 'lugano-2014';
const lyric = { lyric: true };
const well = { clinicalStatus: 'stable' };
const sized = (longest: number, across: number, more: Record<string, unknown> = well): Row => [
  [node('N1', longest, across)],
  more,
];
/** A large target that stays and a small one that grows; SPD 2000 + 200. */
const two = (longest: number, across: number, more: Record<string, unknown> = well): Row => [
  [node('N1', 50, 40), node('N2', longest, across)],
  more,
];
const withNew = (longest: number, across: number, more: Record<string, unknown> = well): Row => [
  [
    node('N1', 50, 40),
    fresh('NL', { longestDiameterMm: longest, perpendicularDiameterMm: across }),
  ],
  more,
];

describe('LYRIC: indeterminate response in the place of progression', () => {
  it('IR1 needs SPD +50 % up to day 84 without clinical decline', () => {
    expect(overall(id, [sized(40, 25), sized(50, 30)], lyric)).toEqual(['IR1']);
    const late: Row = [[node('N1', 50, 30)], { ...well, date: '2026-03-31' }];
    expect(overall(id, [sized(40, 25), late], lyric)).toEqual(['PD']);
    const last: Row = [[node('N1', 50, 30)], { ...well, date: '2026-03-30' }];
    expect(overall(id, [sized(40, 25), last], lyric)).toEqual(['IR1']);
    const [untold] = visits(id, [sized(40, 25), sized(50, 30, {})], lyric);
    expect(untold?.overall).toBe('PD');
    expect(untold?.findings.map(({ rule }) => rule)).toContain('lyric.clinicalStatusMissing');
  });

  it('IR2a with a new lesion, IR2b with a growing one, while SPD is less than 50 % up', () => {
    expect(overall(id, [[[node('N1', 50, 40)]], withNew(20, 10)], lyric)).toEqual(['IR2a']);
    expect(overall(id, [two(20, 10), two(30, 12)], lyric)).toEqual(['IR2b']);
    expect(overall(id, [[[node('N1', 50, 40)]], withNew(20, 10)])).toEqual(['PD']);
  });

  it('IR3 with higher uptake alone; size and number come first', () => {
    const hot = { deauville: 5, uptakeChange: 'INCREASED' };
    expect(overall(id, [sized(40, 25), sized(40, 25, hot)], lyric)).toEqual(['IR3']);
    expect(overall(id, [two(20, 10), two(30, 12, hot)], lyric)).toEqual(['IR2b']);
    const focus = { deauville: 5, petNewFocus: true };
    expect(overall(id, [sized(40, 25), sized(40, 25, focus)], lyric)).toEqual(['IR2a']);
  });

  it('leaves progression by spleen, marrow and disease that is not measured', () => {
    const rest = (status: 'present' | 'progressed', more: Record<string, unknown>): Row => [
      [node('N1', 40, 25), other('X', status)],
      more,
    ];
    const base = rest('present', { spleenLengthMm: 120, marrow: 'negative' });
    const now = (status: 'present' | 'progressed', spleenLengthMm: number, marrow: string) =>
      overall(id, [base, rest(status, { ...well, spleenLengthMm, marrow })], lyric);
    expect(now('progressed', 120, 'negative')).toEqual(['PD']);
    expect(now('present', 150, 'negative')).toEqual(['PD']);
    expect(now('present', 120, 'positive')).toEqual(['PD']);
    expect(now('present', 120, 'negative')).toEqual(['SD']);
  });

  it('does not call an unknown SPD a small one', () => {
    const lost: Row = [
      [{ ...mass('N1', 50, 40), evaluable: false, reason: 'OBSCURED' }, node('N2', 30, 12)],
      well,
    ];
    const base: Row = [[mass('N1', 50, 40), node('N2', 20, 10)]];
    const [visit] = visits(id, [base, lost], lyric);
    expect(visit?.overall).toBe('PD');
    expect(visit?.findings.map(({ rule }) => rule)).toContain('lyric.burdenNotEvaluable');
  });
});

describe('LYRIC: what follows an indeterminate response', () => {
  it('IR1 is confirmed by SPD +10 % and +10 mm (over 20 mm) since, dated to IR1', () => {
    const result = course(id, [sized(40, 25), sized(50, 30), sized(60, 30)], lyric);
    expect(result.timepoints.map(one => one.overall)).toEqual([undefined, 'IR1', 'PD']);
    expect(result.timepoints[1]?.revised).toEqual({
      value: 'PD',
      byTimepoint: 'V2',
      rule: 'lyric.confirmed',
    });
    expect(result.bestOverallResponse.unconfirmed).toEqual({ value: 'PD', date: '2026-03-02' });
  });

  it('IR1 stays without that, and gives way to a response', () => {
    expect(overall(id, [sized(40, 25), sized(50, 30), sized(59, 30)], lyric)).toEqual([
      'IR1',
      'IR1',
    ]);
    const result = course(id, [sized(40, 25), sized(50, 30), sized(20, 20)], lyric);
    expect(result.timepoints.slice(1).map(one => [one.overall, one.revised])).toEqual([
      ['IR1', null],
      ['PR', null],
    ]);
    expect(result.bestOverallResponse.unconfirmed.value).toBe('PR');
  });

  it('dates a progression back over stable disease, but not over a complete response', () => {
    const stable = visits(id, [sized(40, 25), sized(50, 30), sized(45, 25), sized(60, 30)], lyric);
    expect(stable.map(one => one.overall)).toEqual(['IR1', 'SD', 'PD']);
    expect(stable[0]?.revised).toMatchObject({ value: 'PD', byTimepoint: 'V3' });
    const gone = visits(id, [sized(40, 25), sized(50, 30), sized(14, 10), sized(31, 21)], lyric);
    expect(gone.map(one => one.overall)).toEqual(['IR1', 'CR', 'PD']);
    expect(gone.map(one => one.revised)).toEqual([null, null, null]);
  });

  it('IR1 is confirmed by either diameter of any one lesion, against the sums then', () => {
    const both = (first: [number, number], second: [number, number]): Row => [
      [node('N1', ...first), node('N2', ...second)],
      well,
    ];
    const start = [both([40, 25], [40, 25]), both([50, 30], [50, 30])];
    // 3000 mm² then; +10 % is 3300 mm².
    expect(overall(id, [...start, both([50, 40], [50, 30])], lyric)).toEqual(['IR1', 'PD']);
    expect(overall(id, [...start, both([50, 39.9], [50, 30])], lyric)).toEqual(['IR1', 'IR1']);
    expect(overall(id, [...start, both([60, 27], [50, 33])], lyric)).toEqual(['IR1', 'IR1']);
  });

  it('is progression without dates, as IR1 has a limit of days', () => {
    const undated = (row: Row): Row => [row[0], { ...row[1], date: null }];
    const [visit] = visits(id, [sized(40, 25), sized(50, 30)].map(undated), lyric);
    expect(visit?.overall).toBe('PD');
    expect(visit?.trace.at(-1)?.text).toContain('an unknown number of days after the start');
  });

  it('does not date a progression back over a response', () => {
    const rows = [sized(40, 25), sized(50, 30), sized(20, 20), sized(31, 21)];
    const rated = visits(id, rows, lyric);
    expect(rated.map(one => one.overall)).toEqual(['IR1', 'PR', 'PD']);
    expect(rated.map(one => one.revised)).toEqual([null, null, null]);
  });

  it('IR2 is confirmed by +50 % of the new or growing set, or of all targets', () => {
    const base: Row = [[node('N1', 50, 40)]];
    // 200 mm² to 299 (+49.5 %) and 300 (+50 %)
    expect(overall(id, [base, withNew(20, 10), withNew(23, 13)], lyric)).toEqual(['IR2a', 'IR2a']);
    expect(overall(id, [base, withNew(20, 10), withNew(25, 12)], lyric)).toEqual(['IR2a', 'PD']);
    // all targets 2200 to 3300
    const all: Row = [[node('N1', 50, 48), node('N2', 45, 20)], well];
    expect(overall(id, [two(20, 10), two(30, 12), all], lyric)).toEqual(['IR2b', 'PD']);
  });

  it('IR2b is confirmed by half more of the lesion that grew', () => {
    const rows = [two(20, 10), two(30, 12), two(36, 15)];
    expect(overall(id, rows, lyric)).toEqual(['IR2b', 'PD']);
    const several: Row[] = [
      [[node('N1', 90, 80), node('N2', 20, 10), node('N3', 20, 10)], well],
      [[node('N1', 90, 80), node('N2', 30, 12), node('N3', 30, 12)], well],
    ];
    expect(visits(id, several, lyric)[0]?.trace.at(-1)?.text).toMatch(/^N2, N3 grew/);
  });

  it('IR2 that was measured only at one of the two visits stays', () => {
    const unsized: Row = [[node('N1', 50, 40), fresh('NL', { status: 'unequivocal' })], well];
    const base: Row = [[node('N1', 50, 40)]];
    expect(overall(id, [base, unsized, withNew(30, 20)], lyric)).toEqual(['IR2a', 'IR2a']);
    expect(overall(id, [base, withNew(20, 10), unsized], lyric)).toEqual(['IR2a', 'IR2a']);
  });

  it('IR2 with a set that was not measured stays, and says so', () => {
    const seen: Row = [[node('N1', 50, 40), fresh('NL', { status: 'unequivocal' })], well];
    const [, second] = visits(id, [[[node('N1', 50, 40)]], seen, seen], lyric);
    expect(second?.overall).toBe('IR2a');
    expect(second?.findings.map(({ rule }) => rule)).toContain('lyric.setNotMeasured');
  });

  it('IR3 is confirmed by size or number', () => {
    const hot = { deauville: 5, uptakeChange: 'INCREASED' };
    const rows = [sized(40, 25), sized(40, 25, hot), sized(40, 25, hot), sized(50, 32, hot)];
    const rated = visits(id, rows, lyric);
    expect(rated.map(one => one.overall)).toEqual(['IR3', 'IR3', 'PD']);
    expect(rated[0]?.revised).toMatchObject({ value: 'PD', byTimepoint: 'V3' });
  });

  it('a biopsy that proves lymphoma is progression', () => {
    const rated = visits(
      id,
      [sized(40, 25), sized(50, 30), sized(50, 30, { ...well, biopsy: 'lymphoma' })],
      lyric
    );
    expect(rated.map(one => one.overall)).toEqual(['IR1', 'PD']);
    expect(rated[0]?.revised?.value).toBe('PD');
  });

  it('says when imaging came later than 84 days, unless it was imaged in between', () => {
    const rules = (...rows: Row[]) =>
      visits(id, [sized(40, 25), sized(50, 30), ...rows], lyric)
        .at(-1)
        ?.findings.map(({ rule }) => rule);
    const unread: Row = [[], { evaluable: false }];
    expect(rules(sized(50, 30), sized(50, 30))).not.toContain('lyric.late');
    expect(rules(unread, sized(50, 30))).toContain('lyric.late');
    const late: Row = [[node('N1', 50, 30)], { ...well, date: '2026-06-01' }];
    const [, second] = visits(id, [sized(40, 25), sized(50, 30), late], lyric);
    expect(second?.findings.map(({ rule }) => rule)).toContain('lyric.late');
  });
});
