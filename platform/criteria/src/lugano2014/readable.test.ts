import { describe, expect, it } from '@jest/globals';
import {
  node,
  other,
  overall,
  type Row,
  stated,
  visits,
  course,
} from '../lymphoma/course.testdata.js';

const id = 'lugano-2014';
const one = (longest: number, across: number, more: Record<string, unknown> = {}): Row => [
  [node('N1', longest, across)],
  more,
];

describe('visits and examinations that were not read', () => {
  it('a visit that is not evaluable is NE in both, though neither was done', () => {
    const none = { evaluable: false, ct: 'notDone', pet: 'notDone' };
    expect(visits(id, [one(30, 20), [[], none]])[0]).toMatchObject({
      overall: 'NE',
      components: { ct: 'NE', pet: 'NE' },
    });
  });

  it('one that is said to be evaluable is read', () => {
    const base = one(30, 20, { spleenLengthMm: 150 });
    const [visit] = visits(id, [
      base,
      one(14, 10, { evaluable: true, spleenLengthMm: 130, deauville: 2 }),
    ]);
    expect(visit).toMatchObject({ overall: 'CR', components: { ct: 'CR', pet: 'CMR' } });
    const ct = visits(id, [base, one(14, 10, { evaluable: true, spleenLengthMm: 130 })]);
    expect(ct[0]).toMatchObject({ overall: 'CR', components: { ct: 'CR', pet: null } });
  });

  it('a spleen of a visit that is not evaluable is no reference', () => {
    const spleen = (spleenLengthMm: number, more: object = {}): Row =>
      one(30, 20, { spleenLengthMm, ...more });
    const rows = (evaluable: boolean): Row[] => [
      spleen(125),
      spleen(100, { evaluable }),
      spleen(135),
    ];
    // +10 mm over 125, +35 mm over 100; 20 mm over 130 are asked
    const nadir = { spleenReference: 'nadir' };
    expect(overall(id, rows(true), nadir)).toEqual(['SD', 'PD']);
    expect(overall(id, rows(false), nadir)).toEqual(['NE', 'SD']);
  });

  it('targets that count 0 after local treatment are NE where the CT was not read', () => {
    const treated: Row = [[node('N1', 20, 15, { locallyTreated: { date: '2026-02-20' } })]];
    const [, second] = visits(id, [one(30, 20), treated, [[], { ct: 'notEvaluable' }]], {
      localTreatment: 'zero',
    });
    expect(second).toMatchObject({ overall: 'NE', target: 'NE', components: { ct: 'NE' } });
  });

  it('carries the last PET over any number that were not evaluable', () => {
    const unread = one(20, 20, { pet: 'notEvaluable' });
    const rows = [one(30, 20), one(30, 20, { deauville: 2 }), unread, unread];
    expect(overall(id, rows)).toEqual(['CR', 'CR', 'CR']);
  });
});

describe('organs', () => {
  it('a liver that is normal again is no response while other disease persists', () => {
    const row = (longest: number, liver: string): Row => [
      [node('N1', longest, 10), other('X', 'present')],
      { liver },
    ];
    expect(overall(id, [row(40, 'enlarged'), row(14, 'normal')])).toEqual(['PR']);
  });

  it('a spleen of exactly 130 mm is not enlarged', () => {
    const row = (spleenLengthMm: number | null): Row => [[], { noDisease: true, spleenLengthMm }];
    expect(overall(id, [row(130), row(130), row(149), row(150)])).toEqual(['NED', 'NED', 'PD']);
    expect(overall(id, [row(130.1), row(130)])).toEqual(['CR']);
    const missing = (length: number) =>
      visits(id, [row(length), row(null)])[0]?.findings.find(
        ({ rule }) => rule === 'spleen.missing'
      )?.severity;
    expect([missing(130), missing(130.1)]).toEqual(['warning', 'block']);
  });
});

describe('findings', () => {
  it('a target without a size at baseline is not called too small', () => {
    const found = course(id, [[[stated('N1', {})]]]).timepoints[0]?.findings.map(
      ({ rule }) => rule
    );
    expect(found).toContain('measurement.missing');
    expect(found).not.toContain('baseline.target.tooSmall');
  });
});
