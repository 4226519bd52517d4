import { describe, expect, it } from '@jest/globals';
import { assess, combine } from '../assess.js';
import type { LesionInput } from '../schemas.js';
import { fresh, index, nonIndex, overalls, revisions, run, timepointsOf } from './irrc.testdata.js';

const sums = (...areas: number[]): LesionInput[][] => areas.map(area => [index(area)]);
const confirmed = (by: string) => ({ value: 'irPD', byTimepoint: by, rule: 'irPd.confirmed' });

describe('worked examples of irRC', () => {
  it('W1: stable at +20 %, then a response confirmed 42 days later', () => {
    const visits = sums(1000, 1200, 480, 450);
    const days = [0, 84, 126, 168];
    expect(overalls(visits, {}, days)).toEqual(['irSD', 'irPR', 'irPR']);
    expect(run(visits, {}, days).bestOverallResponse.confirmed).toEqual({
      value: 'irPR',
      date: '2026-05-11',
    });
  });
  it('W2: +25.0 % over the nadir is progression although half the baseline', () => {
    const visits = sums(1000, 400, 499, 500);
    expect(overalls(visits)).toEqual(['irPR', 'irPR', 'irPD']);
    expect(overalls(visits, { irPdBeatsPr: false })).toEqual(['irPR', 'irPR', 'irPR']);
  });
  it('W3: a new lesion adds to the burden and is no progression by itself', () => {
    const visits = [
      [index(1000)],
      [index(900), fresh(15, 12)],
      [index(900), fresh(20, 20)],
      [index(900), fresh(21, 20)],
    ];
    const days = [0, 84, 126, 154];
    const { timepoints, bestOverallResponse } = run(visits, {}, days);
    expect(timepoints.slice(1).map(({ overall }) => overall)).toEqual(['irSD', 'irPD', 'irPD']);
    expect(timepoints.map(({ burden }) => burden?.value)).toEqual([1000, 1080, 1300, 1320]);
    expect(timepoints[2]?.revised).toEqual(confirmed('V3'));
    expect(bestOverallResponse.confirmed).toEqual({ value: 'irSD', date: '2026-03-30' });
  });
  it('W3: a day short of 28 does not confirm', () => {
    const visits = [
      [index(1000)],
      [index(900), fresh(15, 12)],
      [index(900), fresh(20, 20)],
      [index(900), fresh(21, 20)],
    ];
    expect(revisions(visits, {}, [0, 84, 126, 153])).toEqual([null, null, null]);
  });
  it('W4: what is left of non-index or too small new lesions forbids irCR only', () => {
    expect(
      overalls([
        [index(1000), nonIndex('present')],
        [index(0), nonIndex('present')],
      ])
    ).toEqual(['irPR']);
    expect(
      overalls([
        [index(1000), nonIndex('present')],
        [index(0), nonIndex('absent'), fresh(4, 4)],
      ])
    ).toEqual(['irPR']);
    expect(
      overalls([
        [index(1000), nonIndex('present')],
        [index(0), nonIndex('absent')],
      ])
    ).toEqual(['irCR']);
  });
  it('W5: a progression that the next assessment does not bear out is void', () => {
    const visits = sums(600, 750, 740, 760, 770);
    const { timepoints, bestOverallResponse } = run(visits);
    expect(timepoints.slice(1).map(({ overall }) => overall)).toEqual([
      'irPD',
      'irSD',
      'irPD',
      'irPD',
    ]);
    expect(timepoints[2]?.burden?.changeFromNadirPct).toBe(23.33);
    expect(revisions(visits)).toEqual([
      { value: 'irSD', byTimepoint: 'V2', rule: 'irPd.void' },
      null,
      confirmed('V4'),
      null,
    ]);
    expect(bestOverallResponse.unconfirmed.value).toBe('irSD');
    expect(revisions(visits, { voidIrPd: 'NE' })[0]?.value).toBe('NE');
    expect(revisions(visits, { irPdConfirmation: false })).toEqual([null, null, null, null]);
  });
  it('W6: non-index progression never is irPD', () => {
    expect(
      overalls([
        [index(1000), nonIndex('present')],
        [index(500), nonIndex('progressed')],
      ])
    ).toEqual(['irPR']);
  });
});

describe('every cell of the table', () => {
  const row = (cells: string) => cells.split(' ');
  const columns = ['CR', 'NON-CR/NON-PD', 'PD', 'NE', null];
  it.each([
    ['CR', false, row('irCR irPR irPR irPR irCR')],
    ['CR', true, row('irPR irPR irPR irPR irPR')],
    ['PR', false, row('irPR irPR irPR irPR irPR')],
    ['PR', true, row('irPR irPR irPR irPR irPR')],
    ['SD', false, row('irSD irSD irSD irSD irSD')],
    ['SD', true, row('irSD irSD irSD irSD irSD')],
    ['PD', false, row('irPD irPD irPD irPD irPD')],
    ['PD', true, row('irPD irPD irPD irPD irPD')],
    ['NE', false, row('NE NE NE NE NE')],
    ['NE', true, row('NE NE NE NE NE')],
    [null, false, row('irCR irSD irSD irSD NED')],
    [null, true, row('irSD irSD irSD irSD irSD')],
  ])('burden %s, new non-measurable %s', (target, newLesions, expected) => {
    const cells = columns.map(
      nonTarget =>
        combine({ criterion: 'irrc', components: { target, nonTarget, newLesions } }).overall
    );
    expect(cells).toEqual(expected);
  });
  it.each(columns)(
    'without index lesions a new measurable one is irPD, non-index %s',
    nonTarget => {
      for (const newLesions of [false, true]) {
        const components = { target: null, nonTarget, newLesions, newMeasurable: true };
        expect(combine({ criterion: 'irrc', components }).overall).toBe('irPD');
      }
    }
  );
  it('forbids irCR when new lesions could not be judged', () => {
    const of = (target: string | null) =>
      combine({ criterion: 'irrc', components: { target, nonTarget: 'CR', newLesions: 'NE' } });
    expect([of('CR').overall, of(null).overall]).toEqual(['irPR', 'irSD']);
    expect(() => of('XX')).toThrow(expect.objectContaining({ code: 'CL_RESPONSE_UNKNOWN' }));
  });
});

describe('new lesions in the burden', () => {
  const base = [index(1000)];
  it('stay in it: 0 when gone, unknown when not read', () => {
    const { timepoints } = run([
      base,
      [index(400), fresh(10, 10)],
      [index(400), fresh(0, 0, { status: 'absent' })],
      [index(400)],
    ]);
    expect(timepoints.slice(1).map(({ burden }) => burden?.value)).toEqual([500, 400, null]);
    expect(timepoints.slice(1).map(({ overall }) => overall)).toEqual(['irPR', 'irPR', 'NE']);
  });
  it('that shrink below 5 mm stay counted, that grow to 5 mm begin to count', () => {
    const { timepoints } = run([
      base,
      [index(400), fresh(4.9, 4.9)],
      [index(400), fresh(5, 5)],
      [index(400), fresh(4, 4)],
    ]);
    expect(timepoints.slice(1).map(({ burden }) => burden?.value)).toEqual([400, 425, 416]);
  });
  it('with one diameter only leave the burden open', () => {
    const lesion: LesionInput = { ...fresh(10, 1), perpendicularDiameterMm: null };
    const { timepoints } = run([base, [index(400), lesion]]);
    expect(timepoints[1]).toMatchObject({
      overall: 'NE',
      burden: { value: null, lowerBound: 400 },
    });
    expect(timepoints[1]?.findings.map(({ rule }) => rule)).toContain(
      'measurement.perpendicularMissing'
    );
  });
  it('of a node count by their product', () => {
    const node = fresh(20, 20, { location: 'LYMPH NODE', node: true });
    expect(run([base, [index(900), node]]).timepoints[1]?.burden?.value).toBe(1300);
  });
  it('are parts of an index lesion never', () => {
    const part = (id: string): LesionInput => ({
      ...fresh(20, 10, { status: 'present', splitFrom: 'T01' }),
      id,
    });
    const { timepoints } = run([base, [part('T01a'), part('T01b')]]);
    expect(timepoints[1]).toMatchObject({
      overall: 'irPR',
      newLesions: false,
      burden: { value: 400 },
    });
  });
  it('that were equivocal count back to their first visit once confirmed', () => {
    const doubt = fresh(20, 20, { status: 'equivocal' });
    const visits = [base, [index(900), doubt], [index(900), fresh(20, 20)]];
    expect(overalls(visits)).toEqual(['irSD', 'irPD']);
    expect(revisions(visits)[0]).toEqual({
      value: 'irPD',
      byTimepoint: 'V2',
      rule: 'irPd.confirmed',
    });
    expect(revisions(visits, { irPdConfirmation: false })[0]).toEqual({
      value: 'irPD',
      byTimepoint: 'V2',
      rule: 'newLesion.equivocalConfirmed',
    });
    expect(revisions(visits, { equivocalBackdate: false })[0]).toBeNull();
  });
});

describe('gaps and states', () => {
  const ne: LesionInput = { ...index(10), evaluable: false, reason: 'OBSCURED' };
  delete ne.longestDiameterMm;
  delete ne.perpendicularDiameterMm;
  it('is irPD by what was read, else NE', () => {
    const two = [index(500), index(500, 'T02')];
    expect(overalls([two, [index(1250), { ...ne, id: 'T02' }]])).toEqual(['irPD']);
    expect(overalls([two, [index(1240), { ...ne, id: 'T02' }]])).toEqual(['NE']);
    expect(overalls([two, [index(1250), { ...ne, id: 'T02' }]], { partialBounds: 'none' })).toEqual(
      ['NE']
    );
  });
  it('confirms across one visit that could not be read, not across two', () => {
    const one = [[index(1000)], [index(1300)], [ne], [index(1300)]];
    expect(revisions(one)[0]).toEqual(confirmed('V3'));
    const two = [[index(1000)], [index(1300)], [ne], [ne], [index(1300)]];
    expect(revisions(two)[0]).toEqual({ value: 'irSD', byTimepoint: 'V3', rule: 'irPd.void' });
    expect(revisions(two, { maxInterveningNE: 2 })[0]).toEqual(confirmed('V4'));
  });
  it('takes the nadir from visits that were complete, and lets disease come back by the sum', () => {
    expect(overalls([[index(1000)], [ne], [index(400)], [index(0)], [index(30)]])).toEqual([
      'NE',
      'irPR',
      'irCR',
      'irPD',
    ]);
  });
  it('leaves an irPD without a later assessment as it is, or NE', () => {
    const visits = [[index(1000)], [index(1300)]];
    expect(run(visits).bestOverallResponse.confirmed.value).toBe('irPD');
    expect(revisions(visits, { unresolvedIrPd: 'NE' })[0]?.value).toBe('NE');
  });
  it('takes too small to measure as 5 by 5 mm, merged as part of the other', () => {
    const small: LesionInput = { id: 'T01', role: 'target', tooSmallToMeasure: true };
    const merged: LesionInput = { id: 'T02', role: 'target', mergedInto: 'T01' };
    expect(run([[index(1000)], [small]]).timepoints[1]).toMatchObject({
      overall: 'irPR',
      burden: { value: 25 },
    });
    expect(
      run([
        [index(500), index(500, 'T02')],
        [index(900), merged],
      ]).timepoints[1]
    ).toMatchObject({
      overall: 'irSD',
      burden: { value: 900 },
    });
  });
  it('without index lesions is irCR, irSD, irPD or NED', () => {
    const only = [nonIndex('present')];
    expect(
      overalls([
        only,
        [nonIndex('absent')],
        [nonIndex('present')],
        [nonIndex('present'), fresh(9, 9)],
      ])
    ).toEqual(['irCR', 'irSD', 'irPD']);
    const timepoints = timepointsOf([[], []]).map((one, at) =>
      at === 0 ? { ...one, noDisease: true } : one
    );
    expect(assess({ criterion: 'irrc', timepoints }).timepoints[1]?.overall).toBe('NED');
  });
  it('is NE throughout after a baseline without a product', () => {
    const flat: LesionInput = { ...index(1000), perpendicularDiameterMm: null };
    const { timepoints } = run([[flat], [index(2000)]]);
    expect(timepoints[1]?.overall).toBe('NE');
    expect(timepoints[0]?.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['baseline.notEvaluable', 'measurement.perpendicularMissing'])
    );
  });
  it('objects to too many index lesions, small ones and 0 mm across', () => {
    const rules = (lesions: LesionInput[]) =>
      run([lesions]).timepoints[0]?.findings.map(({ rule }) => rule);
    const many = Array.from({ length: 11 }, (_, at) => ({
      ...index(100, `T${at}`),
      location: at < 6 ? 'LIVER' : 'LUNG',
    }));
    expect(rules(many)).toEqual(
      expect.arrayContaining(['baseline.targets.tooMany', 'baseline.targets.tooManyPerOrgan'])
    );
    expect(rules(many.slice(0, 5))).not.toContain('baseline.targets.tooManyPerOrgan');
    expect(rules([{ ...index(100), perpendicularDiameterMm: 4.9 }])).toContain(
      'baseline.target.tooSmall'
    );
    expect(rules([{ ...index(100), perpendicularDiameterMm: 0 }])).toContain(
      'measurement.contradiction'
    );
  });
  it('says how far from a threshold it was', () => {
    const margin = (...areas: number[]) =>
      run(sums(...areas))
        .timepoints.at(-1)
        ?.trace.find(({ rule }) => rule.startsWith('target.'))?.margin;
    expect(margin(1000, 499)).toEqual({ value: -1, unit: 'mm2', category: 'SD' });
    expect(margin(1000, 1240)).toEqual({ value: -10, unit: 'mm2', category: 'PD' });
    expect(margin(1000, 400, 500)).toEqual({ value: 0, unit: 'mm2', category: 'PR' });
  });
});
