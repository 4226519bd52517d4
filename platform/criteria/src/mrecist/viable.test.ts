import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import {
  by,
  node,
  nt,
  nl,
  overall,
  run,
  viable,
  type Lesion,
  type Visit,
} from './course.testdata.js';

const bare: Lesion = { id: 'T01', role: 'target', location: 'LIVER' };
const ascites = (more: Partial<Lesion>) => nt({ location: 'ASCITES', ...more });

describe('what a lesion is followed by', () => {
  it.each<[string, Visit[], string[]]>([
    [
      'a place outside the list: its longest diameter',
      [[[by(30, { location: 'TOE' })]], [[by(21, { location: 'TOE' })], { arterialPhase: 'none' }]],
      ['PR'],
    ],
    [
      'no place: its longest diameter',
      [[[by(30, { location: null })]], [[by(21, { location: null })]]],
      ['PR'],
    ],
    [
      'a node: its short axis, arterial phase or not',
      [
        [[{ ...node('T01', 30), viableDiameterMm: 20 }]],
        [[{ ...node('T01', 21) }], { arterialPhase: 'none' }],
      ],
      ['PR'],
    ],
    [
      'absent with a viable diameter contradicts itself',
      [[[viable(30)]], [[viable(12, { status: 'absent' })]]],
      ['NE'],
    ],
    [
      'nothing viable, no arterial phase',
      [[[viable(30)]], [[viable(0)], { arterialPhase: 'none' }]],
      ['NE'],
    ],
    [
      'fluid that is gone is gone',
      [[[viable(30), ascites({})]], [[viable(0), ascites({ status: 'absent' })]]],
      ['CR'],
    ],
    [
      'a mass of two lesions that is gone',
      [
        [[viable(20), viable(15, { id: 'T02' })]],
        [[viable(0), viable(0, { id: 'T02' })]],
        [[viable(0), { ...bare, id: 'T02', mergedInto: 'T01' }]],
      ],
      ['CR', 'CR'],
    ],
    ['gone twice', [[[viable(30)]], [[viable(0)]], [[viable(0)]]], ['CR', 'CR']],
    [
      'gone twice, outside the liver',
      [30, 0, 0].map((mm): Visit => [[by(mm, { location: 'PANCREAS' })]]),
      ['CR', 'CR'],
    ],
    [
      'a node too small to measure is normal',
      [
        [[node('T01', 25)]],
        [[{ ...bare, location: 'PORTAL LYMPH NODE', tooSmallToMeasure: true }]],
      ],
      ['CR'],
    ],
  ])('%s', (_name, visits, expected) => {
    expect(overall(visits)).toEqual(expected);
  });

  it('is told by the baseline, wherever it is in the list', () => {
    const at = (id: string, lesion: Lesion, more: object) => ({ id, lesions: [lesion], ...more });
    const rate = (...timepoints: object[]) =>
      assess({ criterion: 'mrecist', timepoints: timepoints as never }).timepoints.map(one => [
        one.id,
        one.overall,
      ]);
    // A longest diameter of 30 mm at baseline reads as viable; 20 mm viable of it are a partial response.
    const marked = rate(at('V1', viable(20), {}), at('BL', by(30), { kind: 'baseline' }));
    expect(marked[1]).toEqual(['V1', 'PR']);
    const dated = rate(
      at('V1', viable(20), { date: '2026-03-01' }),
      at('BL', by(30), { date: '2026-01-05' })
    );
    expect(dated[1]).toEqual(['V1', 'PR']);
  });

  it('stays in the place it was first seen in', () => {
    const visits: Visit[] = [
      [[viable(30)]],
      [[viable(30), nl({ longestDiameterMm: 12, status: 'equivocal' })]],
      [[viable(30), nl({ longestDiameterMm: 12, status: 'equivocal', location: 'LUNG' })]],
      [
        [
          viable(30),
          nl({
            longestDiameterMm: 12,
            status: 'unequivocal',
            location: null,
            arterialEnhancement: false,
          }),
        ],
      ],
    ];
    expect(overall(visits)).toEqual(['SD', 'SD', 'SD']);
  });
});

describe('a nodule of the liver', () => {
  const base: Visit = [[viable(30)]];
  const seen = (mm: number, more: Partial<Lesion>): Visit => [
    [viable(30), nl({ longestDiameterMm: mm, ...more })],
  ];
  it.each<[string, Visit[], string[]]>([
    [
      'without enhancement, grown by 10 mm, is new disease',
      [base, seen(12, { arterialEnhancement: false }), seen(22, { arterialEnhancement: false })],
      ['SD', 'PD'],
    ],
    [
      'of sizes with two decimals, grown by exactly 10 mm',
      [base, seen(12.25, { washout: false }), seen(22.25, { washout: false })],
      ['SD', 'PD'],
    ],
    [
      'of sizes with two decimals, grown by less',
      [base, seen(12.25, { washout: false }), seen(22.24, { washout: false })],
      ['SD', 'SD'],
    ],
    [
      'without wash-out is equivocal, whatever it is called',
      [base, seen(12, { washout: false, status: 'unequivocal' })],
      ['SD'],
    ],
    ['with wash-out alone too', [base, seen(12, { washout: true, status: 'unequivocal' })], ['SD']],
  ])('%s', (_name, visits, expected) => {
    expect(overall(visits)).toEqual(expected);
  });
});

it('fluid without malignant cells settles an earlier doubt', () => {
  const fluid = (more: Partial<Lesion>): Visit => [
    [viable(30), nl({ location: 'ASCITES', ...more })],
  ];
  const output = run([
    [[viable(30)]],
    fluid({ status: 'equivocal', cytology: 'positive' }),
    fluid({ status: 'unequivocal', cytology: 'negative' }),
    fluid({ status: 'unequivocal', cytology: 'positive' }),
  ]);
  expect(output.timepoints.slice(1).map(one => [one.overall, one.revised])).toEqual([
    ['SD', null],
    ['SD', null],
    ['PD', null],
  ]);
});

describe('findings at a visit', () => {
  const findings = (visits: Visit[]) =>
    run(visits).timepoints.map(one => one.findings.map(({ rule, lesion }) => [rule, lesion]));
  const at = (first: Lesion[], second: Lesion[]) => findings([[first], [second]])[1];

  it.each<[string, Lesion[], Lesion[], string[][]]>([
    ['both diameters', [viable(30)], [viable(20, { longestDiameterMm: 40 })], []],
    [
      'a non-target by its longest diameter',
      [nt({ viableDiameterMm: 30 })],
      [nt({ longestDiameterMm: 30 })],
      [],
    ],
    [
      'a non-target said not to enhance',
      [nt({ viableDiameterMm: 30 })],
      [nt({ viableDiameterMm: 20, arterialEnhancement: false })],
      [],
    ],
    ['fluid as before', [viable(30), ascites({})], [viable(30), ascites({})], []],
    [
      'new fluid that is gone',
      [viable(30)],
      [viable(30), nl({ location: 'ASCITES', status: 'absent' })],
      [],
    ],
    [
      'new fluid',
      [viable(30)],
      [viable(30), nl({ location: 'ASCITES', status: 'unequivocal' })],
      [['mrecist.cytology', 'NL01']],
    ],
    [
      'enhancement of a new lesion without a size',
      [viable(30)],
      [viable(30), nl({ arterialEnhancement: true })],
      [['mrecist.sizeMissing', 'NL01']],
    ],
    [
      'wash-out of a new lesion without a size',
      [viable(30)],
      [viable(30), nl({ washout: false })],
      [['mrecist.sizeMissing', 'NL01']],
    ],
    [
      'a longest diameter where there was nothing',
      [bare],
      [by(30)],
      [['mrecist.viableMissing', 'T01']],
    ],
    ['no size at all', [viable(30)], [bare], [['measurement.missing', 'T01']]],
    [
      'a longest diameter of one, nothing of another',
      [viable(30), viable(30, { id: 'T02' })],
      [by(30), { ...bare, id: 'T02' }],
      [
        ['measurement.missing', 'T02'],
        ['mrecist.viableMissing', 'T01'],
      ],
    ],
  ])('%s', (_name, first, second, expected) => {
    expect(at(first, second)).toEqual(expected);
  });

  it.each<[string, Lesion, string[]]>([
    ['a non-target with a longest diameter', nt({ longestDiameterMm: 30 }), []],
    ['a non-target that does not enhance', nt({ arterialEnhancement: false }), []],
    ['a small longest diameter', by(9), ['baseline.target.tooSmall', 'mrecist.viableAssumed']],
    ['a target without a size', bare, ['measurement.missing', 'baseline.notEvaluable']],
    [
      'one outside the liver that does not enhance',
      viable(20, { location: 'PANCREAS', arterialEnhancement: false }),
      [],
    ],
  ])('at baseline: %s', (_name, lesion, expected) => {
    expect(findings([[[lesion]]])[0]?.map(([rule]) => rule)).toEqual(expected);
  });

  it('a target too small at baseline is told by its own longest diameter', () => {
    const output = run([
      [[viable(30, { longestDiameterMm: 35 })], { date: '2026-03-01' }],
      [[viable(8, { longestDiameterMm: 9 })], { date: '2026-01-05' }],
    ]);
    expect(output.timepoints[0]?.findings).toEqual([
      expect.objectContaining({
        rule: 'baseline.target.tooSmall',
        text: 'T01: 9 mm is below 10 mm longest diameter; record it as non-target.',
      }),
    ]);
  });
});
