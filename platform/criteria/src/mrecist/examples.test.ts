import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { LesionInput, TimepointInput } from '../schemas.js';
import type { LesionOwn, TimepointOwn } from './inputs.js';

type Lesion = LesionInput & LesionOwn;
type Visit = [lesions: Lesion[], more?: Partial<TimepointInput> & TimepointOwn];

const dateOf = (index: number): string =>
  new Date(Date.UTC(2026, 0, 5 + 56 * index)).toISOString().slice(0, 10);
const viable = (mm: number, more: Partial<Lesion> = {}): Lesion => ({
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  viableDiameterMm: mm,
  ...more,
});
const by = (longestDiameterMm: number, more: Partial<Lesion> = {}): Lesion => ({
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  longestDiameterMm,
  ...more,
});
const node = (id: string, shortAxisMm: number, location = 'PORTAL LYMPH NODE'): Lesion => ({
  id,
  role: 'target',
  location,
  shortAxisMm,
});
const nt = (more: Partial<Lesion>): Lesion => ({
  id: 'NT01',
  role: 'non-target',
  location: 'LIVER',
  status: 'present',
  ...more,
});
const nl = (more: Partial<Lesion>): Lesion => ({
  id: 'NL01',
  role: 'new',
  location: 'LIVER',
  ...more,
});

const run = (visits: Visit[], parameters: Record<string, unknown> = {}) =>
  assess({
    criterion: 'mrecist',
    parameters,
    timepoints: visits.map(([lesions, more], index) => ({
      id: index === 0 ? 'BL' : `V${index}`,
      date: dateOf(index),
      lesions,
      ...more,
    })),
  });
const overall = (visits: Visit[], parameters: Record<string, unknown> = {}) =>
  run(visits, parameters)
    .timepoints.slice(1)
    .map(visit => visit.overall);

describe('examples of mRECIST', () => {
  const typical = { arterialEnhancement: true, washout: true };
  const h2: Visit[] = [[[viable(20)]], [[viable(16)]], [[viable(19.2)]]];
  it.each<[string, Visit[], Record<string, unknown>, string[]]>([
    [
      'H1',
      [
        [[viable(60, { longestDiameterMm: 60 })]],
        [[viable(42, { longestDiameterMm: 58 })]],
        [[viable(25, { longestDiameterMm: 50 })]],
        [[viable(0, { longestDiameterMm: 40, status: 'present' })]],
      ],
      {},
      ['PR', 'PR', 'CR'],
    ],
    ['H2', h2, {}, ['SD', 'PD']],
    ['H2 pdAbsMm 5', h2, { pdAbsMm: 5 }, ['SD', 'SD']],
    [
      'H3',
      [[[viable(50)]], [[viable(36)]], [[viable(43.1)]], [[viable(43.2)]]],
      {},
      ['SD', 'SD', 'PD'],
    ],
    ['H4', [[[viable(30)]], [[viable(30), nl({ longestDiameterMm: 12, ...typical })]]], {}, ['PD']],
    [
      'H5',
      [
        [[viable(30)]],
        [[viable(30), nl({ longestDiameterMm: 12, arterialEnhancement: true, washout: false })]],
        [[viable(30), nl({ longestDiameterMm: 22, arterialEnhancement: true, washout: false })]],
      ],
      {},
      ['SD', 'PD'],
    ],
    [
      'H6 portal vein thrombus still enhancing',
      [
        [[viable(30), nt({ arterialEnhancement: true })]],
        [[viable(0), nt({ arterialEnhancement: true })]],
      ],
      {},
      ['PR'],
    ],
    [
      'H7 hilar node of 18 mm and ascites without cytology',
      [
        [[viable(30)]],
        [
          [
            viable(20),
            {
              id: 'NL01',
              role: 'new',
              location: 'PORTAL LYMPH NODE',
              shortAxisMm: 18,
              status: 'unequivocal',
            },
            { id: 'NL02', role: 'new', location: 'ASCITES', status: 'unequivocal' },
          ],
        ],
      ],
      {},
      ['PR'],
    ],
  ])('%s', (_name, visits, parameters, expected) => {
    expect(overall(visits, parameters)).toEqual(expected);
  });

  it('H5 revises the first sight to PD with its date', () => {
    const small = { arterialEnhancement: true, washout: false };
    const output = run([
      [[viable(30)]],
      [[viable(30), nl({ longestDiameterMm: 12, ...small })]],
      [[viable(30), nl({ longestDiameterMm: 22, ...small })]],
    ]);
    expect(output.timepoints[1]?.revised).toEqual({
      value: 'PD',
      byTimepoint: 'V2',
      rule: 'newLesion.equivocalConfirmed',
    });
    expect(output.bestOverallResponse.unconfirmed).toEqual({ value: 'PD', date: dateOf(1) });
  });
});

describe('targets', () => {
  it.each<[string, Visit[], string[]]>([
    [
      'no enhancement stated, no diameter',
      [[[viable(30)]], [[by(25, { arterialEnhancement: false })]]],
      ['CR'],
    ],
    ['longest diameter alone after a viable one is missing', [[[viable(30)]], [[by(10)]]], ['NE']],
    ['longest diameters throughout are read as viable', [[[by(30)]], [[by(20)]]], ['PR']],
    [
      'atypical lesion by longest diameter',
      [[[by(30, { arterialEnhancement: false })]], [[by(20, { arterialEnhancement: false })]]],
      ['PR'],
    ],
    [
      'extrahepatic lesion by longest diameter',
      [[[by(30, { location: 'LUNG' })]], [[by(21, { location: 'LUNG' })]]],
      ['PR'],
    ],
    ['porta node of 19.9 mm is normal', [[[node('T01', 25)]], [[node('T01', 19.9)]]], ['CR']],
    ['porta node of 20 mm is not', [[[node('T01', 25)]], [[node('T01', 20)]]], ['SD']],
    [
      'node elsewhere of 10 mm is not normal',
      [[[node('T01', 20, 'LYMPH NODE')]], [[node('T01', 10, 'LYMPH NODE')]]],
      ['PR'],
    ],
    [
      'no arterial phase: not evaluable',
      [[[viable(30)]], [[viable(10)], { arterialPhase: 'poor' }]],
      ['NE'],
    ],
    [
      'no arterial phase, extrahepatic targets alone progress',
      [
        [[viable(30), by(30, { id: 'T02', location: 'LUNG' })]],
        [[viable(10), by(72, { id: 'T02', location: 'LUNG' })], { arterialPhase: 'none' }],
      ],
      ['PD'],
    ],
    [
      'baseline without arterial phase',
      [[[viable(30)], { arterialPhase: 'none' }], [[viable(10)]]],
      ['NE'],
    ],
    ['enhancement back after CR', [[[viable(30)]], [[viable(0)]], [[viable(3)]]], ['CR', 'PD']],
    [
      'merged',
      [
        [[viable(20), viable(15, { id: 'T02' })]],
        [[viable(30), { id: 'T02', role: 'target', mergedInto: 'T01' }]],
      ],
      ['SD'],
    ],
    [
      'split',
      [
        [[viable(40)]],
        [[viable(12, { id: 'a', splitFrom: 'T01' }), viable(10, { id: 'b', splitFrom: 'T01' })]],
      ],
      ['PR'],
    ],
    [
      'nadir passes over a visit that was not evaluable',
      [[[viable(50)]], [[viable(20)]], [[viable(5)], { arterialPhase: 'none' }], [[viable(24)]]],
      ['PR', 'NE', 'PD'],
    ],
    ['no targets', [[[nt({})]], [[nt({})]]], ['NON-CR/NON-PD']],
    ['no targets, enhancement gone', [[[nt({})]], [[nt({ arterialEnhancement: false })]]], ['CR']],
    ['no disease', [[[], { noDisease: true }], [[]]], ['NED']],
  ])('%s', (_name, visits, expected) => {
    expect(overall(visits)).toEqual(expected);
  });
});

describe('new and worse lesions', () => {
  const base: Visit = [[viable(30)]];
  const stable = viable(30);
  it.each<[string, Lesion, string, boolean | null]>([
    [
      '9.9 mm with the pattern',
      nl({ longestDiameterMm: 9.9, arterialEnhancement: true, washout: true }),
      'SD',
      false,
    ],
    [
      '10 mm with the pattern',
      nl({ longestDiameterMm: 10, arterialEnhancement: true, washout: true }),
      'PD',
      true,
    ],
    [
      '12 mm without enhancement',
      nl({ longestDiameterMm: 12, arterialEnhancement: false, washout: true }),
      'SD',
      false,
    ],
    [
      '12 mm called unequivocal, pattern not stated',
      nl({ longestDiameterMm: 12, status: 'unequivocal' }),
      'PD',
      true,
    ],
    ['12 mm, nothing stated', nl({ longestDiameterMm: 12 }), 'SD', false],
    ['called unequivocal, not measured', nl({ status: 'unequivocal' }), 'PD', true],
    ['extrahepatic', nl({ location: 'LUNG', status: 'unequivocal' }), 'PD', true],
    ['node elsewhere of 14.9 mm', nl({ location: 'LYMPH NODE', shortAxisMm: 14.9 }), 'SD', false],
    ['node elsewhere of 15 mm', nl({ location: 'LYMPH NODE', shortAxisMm: 15 }), 'PD', true],
    ['porta node of 20 mm', nl({ location: 'PORTAL LYMPH NODE', shortAxisMm: 20 }), 'PD', true],
    [
      'ascites with malignant cells',
      nl({ location: 'ASCITES', status: 'unequivocal', cytology: 'positive' }),
      'PD',
      true,
    ],
    [
      'ascites with negative cytology',
      nl({ location: 'ASCITES', status: 'unequivocal', cytology: 'negative' }),
      'SD',
      false,
    ],
  ])('%s', (_name, lesion, expected, newLesions) => {
    const visit = run([base, [[stable, lesion]]]).timepoints[1];
    expect(visit).toMatchObject({ overall: expected, newLesions });
  });

  it('growth of 9.9 mm does not make a nodule unequivocal', () => {
    const at = (mm: number): Visit => [
      [stable, nl({ longestDiameterMm: mm, arterialEnhancement: true, washout: false })],
    ];
    expect(overall([base, at(12), at(21.9)])).toEqual(['SD', 'SD']);
  });

  it('more ascites is progression with positive cytology only, and says so', () => {
    const fluid = (more: Partial<Lesion>) => nt({ location: 'ASCITES', ...more });
    const course = (more: Partial<Lesion>): Visit[] => [
      [[stable, fluid({})]],
      [[stable, fluid({ status: 'progressed', ...more })]],
    ];
    expect(overall(course({ cytology: 'positive' }))).toEqual(['PD']);
    expect(overall(course({}))).toEqual(['SD']);
    expect(run(course({})).timepoints[1]?.findings.map(({ rule }) => rule)).toContain(
      'mrecist.cytology'
    );
  });
});

describe('findings', () => {
  const rules = (visits: Visit[]) =>
    run(visits).timepoints.map(({ findings }) => findings.map(({ rule }) => rule));
  it.each<[string, Visit[], string[][]]>([
    ['small viable part of a large lesion', [[[viable(8, { longestDiameterMm: 30 })]]], [[]]],
    ['small lesion', [[[viable(8, { longestDiameterMm: 9 })]]], [['baseline.target.tooSmall']]],
    ['porta node under 20 mm', [[[node('T01', 19)]]], [['baseline.node.tooSmall']]],
    ['longest diameter read as viable', [[[by(30)]]], [['mrecist.viableAssumed']]],
    ['atypical', [[[by(30, { arterialEnhancement: false })]]], [['mrecist.atypical']]],
    [
      'viable diameter missing',
      [[[viable(30)]], [[by(30)]]],
      [[], ['measurement.missing', 'mrecist.viableMissing']],
    ],
  ])('%s', (_name, visits, expected) => {
    expect(rules(visits)).toEqual(expected);
  });
});
