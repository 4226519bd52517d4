import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { LesionInput } from '../schemas.js';
import { fresh, index, nonIndex, overalls, revisions, run, timepointsOf } from './irrc.testdata.js';

const sums = (...areas: number[]): LesionInput[][] => areas.map(area => [index(area)]);
const unread = (id: string): LesionInput => ({ id, role: 'target', evaluable: false });

describe('a void irPD', () => {
  it('is the response of its burden, half the baseline being irPR', () => {
    // Nadir 400: 500 is +25 %, 450 is not; both are half of 1000 or less.
    expect(revisions(sums(1000, 400, 500, 450))[1]).toEqual({
      value: 'irPR',
      byTimepoint: 'V3',
      rule: 'irPd.void',
    });
  });
  it('by a part of its lesions is no response, for the rest may be anything', () => {
    const two = (area: number) => [index(area), index(area, 'T02')];
    // Nadir 300: what was read at V2 is 400, +33 % over it and 60 % below the baseline of 1000.
    const visits = [two(500), two(150), [index(400), unread('T02')], two(150)];
    expect(overalls(visits)).toEqual(['irPR', 'irPD', 'irPR']);
    expect(revisions(visits)[1]).toEqual({ value: 'irSD', byTimepoint: 'V3', rule: 'irPd.void' });
  });
  it('of a new measurable lesion without index lesions is irSD', () => {
    const visits = [
      [nonIndex('present')],
      [nonIndex('present'), fresh(10, 10)],
      [nonIndex('present'), fresh(0, 0, { status: 'absent' })],
    ];
    expect(overalls(visits)).toEqual(['irPD', 'irSD']);
    expect(revisions(visits)[0]).toEqual({ value: 'irSD', byTimepoint: 'V2', rule: 'irPd.void' });
  });
  it('has the date of its latest scan, not that of its burden', () => {
    const visit = (area: number): LesionInput[] => [
      { ...index(area), date: '2026-02-16' },
      { ...nonIndex('present'), date: '2026-02-20' },
    ];
    const of = (area: number) =>
      run([[index(600), nonIndex('present')], visit(750), [index(area), nonIndex('present')]])
        .timepoints[1];
    expect(of(760)).toMatchObject({ revised: { value: 'irPD' }, date: '2026-02-16' });
    expect(of(740)).toMatchObject({ revised: { value: 'irSD' }, date: '2026-02-20' });
  });
});

describe('dates', () => {
  const dated = (...lesions: LesionInput[]) =>
    run([[index(600), nonIndex('present')], lesions]).timepoints[1];
  it('of an irPD are those of the burden alone', () => {
    const visit = dated(
      { ...index(750), date: '2026-02-18' },
      { ...nonIndex('progressed'), date: '2026-02-16' },
      fresh(4, 4, { date: '2026-02-17' })
    );
    expect(visit).toMatchObject({ overall: 'irPD', date: '2026-02-18' });
  });
  it('of new measurable lesions without index lesions are the latest', () => {
    const visits = [
      [nonIndex('present')],
      [{ ...nonIndex('present'), date: '2026-02-18' }, fresh(10, 10, { date: '2026-02-20' })],
    ];
    expect(run(visits).timepoints[1]).toMatchObject({ overall: 'irPD', date: '2026-02-20' });
  });
  it('of a visit that could not be rated are the latest, whatever its burden', () => {
    const flat: LesionInput = { ...index(600), perpendicularDiameterMm: null };
    const visit = [
      { ...index(900), date: '2026-02-18' },
      { ...nonIndex('present'), date: '2026-02-20' },
    ];
    expect(run([[flat, nonIndex('present')], visit]).timepoints[1]).toMatchObject({
      overall: 'NE',
      date: '2026-02-20',
    });
  });
  it('of anything else are the latest', () => {
    const visit = dated(
      { ...index(600), date: '2026-02-16' },
      { ...nonIndex('progressed'), date: '2026-02-18' }
    );
    expect(visit).toMatchObject({ overall: 'irSD', date: '2026-02-18' });
  });
});

describe('confirmation', () => {
  it('needs both dates: a subject without dates of visits may have those of some scans', () => {
    const dates = (first: string | null, second: string | null) => {
      const timepoints = timepointsOf(sums(1000, 1300, 1300)).map(one => ({ ...one, date: null }));
      const scans = [null, first, second];
      return assess({
        criterion: 'irrc',
        timepoints: timepoints.map((one, at) => ({
          ...one,
          lesions: one.lesions.map(lesion => ({ ...lesion, date: scans[at] ?? null })),
        })),
      }).timepoints.map(({ revised }) => revised?.rule ?? null);
    };
    expect(dates('2026-02-16', '2026-03-30')).toEqual([null, 'irPd.confirmed', null]);
    expect(dates('2026-02-16', null)).toEqual([null, null, null]);
    expect(dates(null, '2026-03-30')).toEqual([null, null, null]);
    expect(dates(null, null)).toEqual([null, null, null]);
  });
  it('that never comes is said by the last visit', () => {
    const parameters = { unresolvedIrPd: 'NE' };
    const open = (by: string) => ({ value: 'NE', byTimepoint: by, rule: 'irPd.unresolved' });
    const visits = sums(1000, 1300, 1300, 1300);
    expect(revisions(visits, parameters, [0, 42, 49, 56])).toEqual([
      open('V3'),
      open('V3'),
      open('V3'),
    ]);
    expect(revisions(visits, {}, [0, 42, 49, 56])).toEqual([null, null, null]);
  });
});

describe('an equivocal new lesion', () => {
  const parameters = { irPdConfirmation: false };
  const doubt = fresh(20, 20, { status: 'equivocal' });
  const at = (...lesions: (LesionInput | null)[]) => [
    [index(1000)],
    ...lesions.map(lesion => (lesion ? [index(900), lesion] : [index(900)])),
  ];
  const dated = (by: string) => ({
    value: 'irPD',
    byTimepoint: by,
    rule: 'newLesion.equivocalConfirmed',
  });
  it('counts back from the first visit that is sure, to every visit in doubt', () => {
    const sure = fresh(20, 20);
    expect(revisions(at(doubt, doubt, sure, sure), parameters)).toEqual([
      dated('V3'),
      dated('V3'),
      null,
      null,
    ]);
  });
  it('that stays in doubt counts never', () => {
    expect(revisions(at(doubt, doubt), parameters)).toEqual([null, null]);
  });
  it('that was gone in between is another one when it comes back', () => {
    const gone = fresh(0, 0, { status: 'absent' });
    expect(revisions(at(doubt, gone, fresh(20, 20)), parameters)).toEqual([null, null, null]);
  });
  it('is still the same one after a visit that did not read it, which says nothing itself', () => {
    const skipped = fresh(20, 20, { evaluable: false });
    expect(revisions(at(doubt, skipped, fresh(20, 20)), parameters)).toEqual([
      dated('V3'),
      null,
      null,
    ]);
    expect(revisions(at(skipped, fresh(20, 20)), parameters)).toEqual([null, null]);
  });
  it('changes the visits it was in doubt at, not what later visits were compared with', () => {
    // V1 read 900, later 1300 with the lesion. V2 is 1160: +29 % over the 900, not 25 % over the baseline of 1000, so
    // V1's irPD is void while V2's own stands and V3 confirms it.
    const visits = [
      [index(1000)],
      [index(900), doubt],
      [index(760), fresh(20, 20)],
      [index(760), fresh(20, 20)],
    ];
    expect(overalls(visits)).toEqual(['irSD', 'irPD', 'irPD']);
    expect(revisions(visits)).toEqual([
      { value: 'irSD', byTimepoint: 'V2', rule: 'irPd.void' },
      { value: 'irPD', byTimepoint: 'V3', rule: 'irPd.confirmed' },
      null,
    ]);
  });
  it('has the date of the burden that it adds to', () => {
    const visits = at({ ...doubt, date: '2026-02-20' }, fresh(20, 20));
    const [, first] = run(visits, parameters).timepoints;
    expect(first).toMatchObject({ overall: 'irSD', revised: dated('V2'), date: '2026-02-20' });
  });
});
