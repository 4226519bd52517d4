import { describe, expect, it } from '@jest/globals';
import { dateOf, viable, by, node, nt, nl, run, overall, type Visit } from './course.testdata.js';

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

describe('a viable diameter without enhancement', () => {
  it('contradicts itself: not evaluable, with a finding', () => {
    const [, visit] = run([
      [[viable(40)]],
      [[viable(44, { arterialEnhancement: false })]],
    ]).timepoints;
    expect(visit).toMatchObject({ target: 'NE', overall: 'NE', lesions: [{ value: null }] });
    expect(visit?.findings).toContainEqual(
      expect.objectContaining({ rule: 'mrecist.viableContradicted', lesion: 'T01' })
    );
  });
});
