import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
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
const one = (longest: number, across: number): Row => [[node('N1', longest, across)]];
const spleen = (length: number, longest = 20): Row => [
  [node('N1', longest, 20)],
  { spleenLengthMm: length },
];

describe('worked examples of section 6', () => {
  it('L1: 16 x 10 to 21 x 12 is progression (+57.5 %, LDi +5 mm)', () => {
    const [visit] = visits(id, [one(16, 10), one(21, 12)]);
    expect(visit).toMatchObject({ overall: 'PD', target: 'PD', newLesions: false });
    expect(visit?.burden).toMatchObject({ value: 252, nadir: 160, changeFromNadirPct: 57.5 });
    expect(visit?.trace.find(({ rule }) => rule === 'ct.pd.growth')).toMatchObject({
      numbers: { ldiMm: 21, ppdMm2: 252, nadirPpdMm2: 160, incrementMm: 5 },
      margin: { value: 0, unit: 'mm', category: 'SD' },
    });
  });

  it.each([
    ['L2: 25 x 20 to 32 x 25, +7 and +5 mm of 10', one(25, 20), one(32, 25), {}, 'SD'],
    ['L2: 25 x 20 to 35 x 22, +10 mm', one(25, 20), one(35, 22), {}, 'PD'],
    ['L3: LDi 15.0 is not over 15', one(10, 8), one(15, 12), {}, 'CR'],
    ['L3: LDi 15.1', one(10, 8), one(15.1, 12), {}, 'PD'],
    // 18 x 12 to 22 x 18: SDi +6 mm; at the visit the lesion is over 20 mm, where 10 mm are needed
    ['size class at the nadir', one(18, 12), one(22, 18), {}, 'PD'],
    ['size class at the visit', one(18, 12), one(22, 18), { incrementBySizeAt: 'current' }, 'SD'],
  ] satisfies [string, Row, Row, Record<string, unknown>, string][])(
    '%s',
    (_name, base, visit, parameters, expected) => {
      expect(overall(id, [base, visit], parameters)).toEqual([expected]);
    }
  );

  it('diamNadir: the diameters of the smallest product, or the smallest of each', () => {
    // products 377, 324 (the nadir) and 495: +4.5 and +4 mm over 18 x 18, but +9 mm over the smallest SDi of 13
    const rows = [one(29, 13), one(18, 18), one(22.5, 22)];
    expect(overall(id, rows)).toEqual(['SD', 'SD']);
    expect(overall(id, rows, { diamNadir: 'ownMin' })).toEqual(['SD', 'PD']);
  });

  it('L4: three nodes, 22.0 to 9.76 cm² to all normal', () => {
    const nodes = (...sizes: [number, number][]): Row => [
      sizes.map(([longest, across], index) => node(`N${index}`, longest, across)),
    ];
    const rated = visits(id, [
      nodes([40, 30], [30, 20], [25, 16]),
      nodes([28, 22], [16, 12], [14, 12]),
      nodes([15, 10], [14, 9], [12, 8]),
    ]);
    expect(rated.map(visit => visit.overall)).toEqual(['PR', 'CR']);
    expect(rated[0]?.burden).toMatchObject({ value: 976, changeFromBaselinePct: -55.64 });
  });

  it.each([
    ['L5: 15.0 to 16.0 cm', 150, 160, {}, 'SD'],
    ['L5: 15.0 to 16.1 cm', 150, 161, {}, 'PD'],
    ['L6: 12.5 to 14.4 cm', 125, 144, {}, 'SD'],
    ['L6: 12.5 to 14.5 cm', 125, 145, {}, 'PD'],
    ['under 13 cm in spite of +20 mm', 105, 130, {}, 'SD'],
  ] satisfies [string, number, number, Record<string, unknown>, string][])(
    'spleen %s',
    (_name, base, now, parameters, expected) => {
      expect(overall(id, [spleen(base), spleen(now)], parameters)).toEqual([expected]);
    }
  );

  it.each([
    ['15.5', 155, 'SD', 'spleen.enlarged'],
    ['15.4', 154, 'PR', 'spleen.regressed'],
  ])('L6: spleen 18.0 to %s cm and the nodes half gone', (_name, now, expected, rule) => {
    const [visit] = visits(id, [
      [[node('N1', 40, 20)], { spleenLengthMm: 180 }],
      [[node('N1', 20, 20)], { spleenLengthMm: now }],
    ]);
    expect(visit?.overall).toBe(expected);
    expect(visit?.trace.map(trace => trace.rule)).toContain(rule);
  });

  it('spleenRecurrentMm and spleenReference', () => {
    const back = [spleen(150), spleen(128), spleen(147), spleen(148)];
    expect(overall(id, back)).toEqual(['SD', 'SD', 'PD']);
    expect(overall(id, back, { spleenRecurrentMm: 19 })).toEqual(['SD', 'PD', 'PD']);
    // 170, 150, 161: +11 over 150, whose excess is 20; still below the baseline of 170
    const rows = [spleen(170), spleen(150), spleen(161)];
    expect(overall(id, rows)).toEqual(['SD', 'SD']);
    expect(overall(id, rows, { spleenReference: 'nadir' })).toEqual(['SD', 'PD']);
  });

  it.each([
    ['5PS 3 with a mass of 30 mm', { deauville: 3 }, {}, 'CMR', 'CR'],
    ['4 reduced', { deauville: 4, uptakeChange: 'REDUCED' }, {}, 'PMR', 'PR'],
    ['4 unchanged', { deauville: 4, uptakeChange: 'UNCHANGED' }, {}, 'NMR', 'SD'],
    ['5 new focus', { deauville: 5, petNewFocus: true }, {}, 'PMD', 'PD'],
    ['5 increased', { deauville: 5, uptakeChange: 'INCREASED' }, {}, 'PMD', 'PD'],
    [
      '3 where 2 is the limit',
      { deauville: 3, uptakeChange: 'REDUCED' },
      { deauvilleNegativeMax: 2 },
      'PMR',
      'PR',
    ],
    ['2 with marrow less avid', { deauville: 2, petMarrow: 'reduced' }, {}, 'PMR', 'PR'],
    ['2 with marrow as avid', { deauville: 2, petMarrow: 'unchanged' }, {}, 'NMR', 'SD'],
    ['2 with a new focus in the marrow', { deauville: 2, petMarrow: 'new' }, {}, 'PMD', 'PD'],
  ] satisfies [string, Record<string, unknown>, Record<string, unknown>, string, string][])(
    'L7: %s',
    (_name, pet, parameters, metabolic, expected) => {
      const [visit] = visits(id, [one(30, 20), [[node('N1', 30, 20)], pet]], parameters);
      expect(visit?.components).toEqual({ ct: 'SD', pet: metabolic });
      expect(visit?.overall).toBe(expected);
    }
  );

  it('L7: LYRIC, day 56, SPD 1000 to 1600, clinically well', () => {
    const rows = (clinicalStatus: string): Row[] => [
      one(40, 25),
      [[node('N1', 50, 32)], { clinicalStatus }],
    ];
    expect(overall(id, rows('stable'), { lyric: true })).toEqual(['IR1']);
    expect(overall(id, rows('worse'), { lyric: true })).toEqual(['PD']);
    expect(overall(id, rows('stable'))).toEqual(['PD']);
  });

  it('L8: PMR, PET not evaluable with CT SD, then with CT PD', () => {
    const rows: Row[] = [
      one(30, 20),
      [[node('N1', 28, 20)], { deauville: 4, uptakeChange: 'REDUCED' }],
      [[node('N1', 28, 20)], { pet: 'notEvaluable' }],
      [[node('N1', 40, 25)], { pet: 'notEvaluable' }],
    ];
    expect(overall(id, rows)).toEqual(['PR', 'PR', 'PD']);
    expect(overall(id, rows, { petNeCarry: 'ct' })).toEqual(['PR', 'SD', 'PD']);
  });

  it('petCtConflict: metabolic response with progression by CT', () => {
    const rows: Row[] = [
      one(30, 20),
      [[node('N1', 40, 25)], { deauville: 4, uptakeChange: 'UNCHANGED' }],
    ];
    const [visit] = visits(id, rows);
    expect(visit?.overall).toBe('SD');
    expect(visit?.findings.map(({ rule }) => rule)).toContain('overall.petCtConflict');
    expect(overall(id, rows, { petCtConflict: 'worst' })).toEqual(['PD']);
  });

  it('pdMinLdiExtranodalMm: 12 mm extranodal, doubled', () => {
    const rows: Row[] = [[[mass('M1', 20, 12)]], [[mass('M1', 6, 5)]], [[mass('M1', 12, 6)]]];
    expect(overall(id, rows)).toEqual(['PR', 'PR']);
    expect(overall(id, rows, { pdMinLdiExtranodalMm: 10 })).toEqual(['PR', 'PD']);
  });

  it('says which parameters were used', () => {
    expect(course(id, [one(30, 20)], { lyric: true }).parameters).toMatchObject({
      lyric: true,
      petNeCarry: 'last',
      spleenRecurrentMm: 20,
      minStableDays: 0,
    });
  });

  it.each([
    ['node of 15 mm', { node: true, location: 'LYMPH NODE', longestDiameterMm: 15 }, false],
    ['node of 15.1 mm', { node: true, location: 'LYMPH NODE', longestDiameterMm: 15.1 }, true],
    ['node of 16 mm by its other axis', { node: true, perpendicularDiameterMm: 16 }, true],
    ['extranodal 10 mm', { longestDiameterMm: 10 }, false],
    ['extranodal 10.1 mm', { longestDiameterMm: 10.1 }, true],
    ['extranodal 7 mm, unequivocal', { longestDiameterMm: 7, status: 'unequivocal' }, true],
    ['extranodal 7 mm, equivocal', { longestDiameterMm: 7, status: 'equivocal' }, false],
    ['any assessable disease', { location: 'PLEURAL EFFUSION', status: 'unequivocal' }, true],
  ] satisfies [string, Partial<LesionInput>, boolean][])(
    'new lesion: %s',
    (_name, lesion, isNew) => {
      const [visit] = visits(id, [one(30, 20), [[node('N1', 30, 20), fresh('NL', lesion)]]]);
      expect(visit).toMatchObject({ newLesions: isNew, overall: isNew ? 'PD' : 'SD' });
    }
  );

  it('disease that is not measured: worse, back again, larger', () => {
    const base: Row = [[node('N1', 40, 20), other('X', 'present')]];
    const now = (status: 'present' | 'absent' | 'progressed', more: object = {}): Row => [
      [node('N1', 14, 10), other('X', status, more)],
    ];
    expect(overall(id, [base, now('absent'), now('present')])).toEqual(['CR', 'PD']);
    expect(overall(id, [base, now('present'), now('progressed')])).toEqual(['PR', 'PD']);
    expect(overall(id, [base, now('present', { larger: true })])).toEqual(['SD']);
  });
});
