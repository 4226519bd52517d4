import { describe, expect, it } from '@jest/globals';
import {
  viable,
  by,
  node,
  nt,
  nl,
  run,
  overall,
  type Lesion,
  type Visit,
} from './course.testdata.js';

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
    ['viable diameter missing', [[[viable(30)]], [[by(30)]]], [[], ['mrecist.viableMissing']]],
  ])('%s', (_name, visits, expected) => {
    expect(rules(visits)).toEqual(expected);
  });
});

describe('a non-target node at baseline', () => {
  const found = (location: string, shortAxisMm: number) =>
    run([[[viable(30), { ...node('NT01', shortAxisMm), role: 'non-target', location }]]])
      .timepoints[0]?.findings.filter(({ lesion }) => lesion === 'NT01')
      .map(({ rule, text }) => `${rule} ${text}`);
  const normal = (mm: number) => [
    `baseline.node.normal NT01: a node under ${mm} mm short axis is normal and not recorded.`,
  ];
  it.each<[string, number, string[]]>([
    ['PORTAL LYMPH NODE', 19.9, normal(20)],
    ['PORTAL LYMPH NODE', 20, []],
    ['LYMPH NODE', 9.9, normal(10)],
    ['LYMPH NODE', 10, []],
  ])('%s of %d mm', (location, mm, expected) => {
    expect(found(location, mm)).toEqual(expected);
  });
});
