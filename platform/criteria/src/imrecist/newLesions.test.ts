import { describe, expect, it } from '@jest/globals';
import { sum, nl, bone, nt, unread, run, rated, revised, type VisitOf } from './course.testdata.js';

describe('new lesions and missing data', () => {
  const base: VisitOf = [0, [sum(30)]];
  it.each<[string, VisitOf[], Record<string, unknown>, string[]]>([
    ['9.9 mm is not measurable: 30 + 9.9 stays 30', [base, [42, [sum(30), nl(9.9)]]], {}, ['SD']],
    ['10 mm is: 40 is +33 %', [base, [42, [sum(30), nl(10)]]], {}, ['PD']],
    [
      'a node counts from 15 mm short axis',
      [
        base,
        [42, [sum(30), { id: 'NL01', role: 'new', location: 'LYMPH NODE', shortAxisMm: 14.9 }]],
        [84, [sum(30), { id: 'NL01', role: 'new', location: 'LYMPH NODE', shortAxisMm: 15 }]],
      ],
      {},
      ['SD', 'PD'],
    ],
    [
      'one that is no longer evaluable leaves the burden unknown',
      [
        [0, [sum(80)]],
        [42, [sum(40), nl(10)]],
        [84, [sum(40), { id: 'NL01', role: 'new', evaluable: false }]],
      ],
      {},
      ['PR', 'NE'],
    ],
    [
      'what was read alone can be progression',
      [
        [0, [sum(80)]],
        [42, [sum(40), nl(10)]],
        [84, [sum(60), { id: 'NL01', role: 'new', evaluable: false }]],
      ],
      {},
      ['PR', 'PD'],
    ],
    [
      'all gone again, new lesion too, is CR',
      [base, [42, [sum(15), nl(10)]], [84, [sum(0), { ...nl(0), status: 'absent' }]]],
      {},
      ['SD', 'CR'],
    ],
    ['targets gone with a measurable new lesion is PR', [base, [42, [sum(0), nl(10)]]], {}, ['PR']],
    [
      'an equivocal lesion does not count',
      [base, [42, [sum(0), nl(10, 'NL01', { status: 'equivocal' })]]],
      {},
      ['CR'],
    ],
    [
      'a lesion not judged forbids CR',
      [base, [42, [sum(0), { id: 'NL01', role: 'new', evaluable: false }]]],
      {},
      ['PR'],
    ],
    [
      'unless newLesionNe is ignore',
      [base, [42, [sum(0), { id: 'NL01', role: 'new', evaluable: false }]]],
      { newLesionNe: 'ignore' },
      ['CR'],
    ],
    [
      'no targets: non-targets persist',
      [
        [0, [nt('present')]],
        [42, [nt('progressed')]],
      ],
      {},
      ['NON-CR/NON-PD'],
    ],
    [
      'no targets: non-targets gone',
      [
        [0, [nt('present')]],
        [42, [nt('absent')]],
      ],
      {},
      ['CR'],
    ],
    [
      'no targets: measurable new lesion',
      [
        [0, [nt('present')]],
        [42, [nt('present'), nl(10)]],
      ],
      {},
      ['PD'],
    ],
    [
      'no disease',
      [
        [0, [], { noDisease: true }],
        [42, []],
      ],
      {},
      ['NED'],
    ],
    [
      'no disease, measurable new lesion',
      [
        [0, [], { noDisease: true }],
        [42, [nl(10)]],
      ],
      {},
      ['PD'],
    ],
    [
      'no disease, other new lesion',
      [
        [0, [], { noDisease: true }],
        [42, [bone]],
      ],
      {},
      ['NON-CR/NON-PD'],
    ],
    [
      'baseline without a value',
      [
        [0, [unread]],
        [42, [sum(10)]],
      ],
      {},
      ['NE'],
    ],
    [
      'visit not evaluable',
      [base, [42, [sum(10)], { evaluable: false }], [84, [sum(20)]]],
      {},
      ['NE', 'PR'],
    ],
    [
      'merged',
      [
        [0, [sum(20), { ...sum(15), id: 'T02' }]],
        [42, [sum(30), { id: 'T02', role: 'target', location: 'LIVER', mergedInto: 'T01' }]],
      ],
      {},
      ['SD'],
    ],
    [
      'split',
      [
        [0, [sum(40)]],
        [
          42,
          [
            { ...sum(12), id: 'T01a', splitFrom: 'T01' },
            { ...sum(10), id: 'T01b', splitFrom: 'T01' },
          ],
        ],
      ],
      {},
      ['PR'],
    ],
    [
      'disease back after CR needs 5 mm',
      [base, [42, [sum(0)]], [84, [sum(4.9)]], [126, [sum(5)]]],
      {},
      ['CR', 'PR', 'PD'],
    ],
    [
      'under 5 mm of growth is not progression',
      [
        [0, [sum(20)]],
        [42, [sum(24.9)]],
      ],
      {},
      ['SD'],
    ],
    [
      'at most two per organ',
      [
        [0, [sum(100)]],
        [42, [sum(100), nl(10), nl(10, 'NL02'), nl(10, 'NL03')]],
      ],
      {},
      ['PD'],
    ],
    [
      'and the third of an organ adds nothing',
      [
        [0, [sum(110)]],
        [42, [sum(110), nl(10), nl(10, 'NL02'), nl(10, 'NL03')]],
      ],
      {},
      ['SD'],
    ],
  ])('%s', (_name, visits, parameters, expected) => {
    expect(rated(visits, { parameters })).toEqual(expected);
  });

  it('rates the first equivocal visit again once the lesion is unequivocal', () => {
    const visits: VisitOf[] = [
      base,
      [42, [sum(30), nl(10, 'NL01', { status: 'equivocal' })]],
      [63, [sum(30), nl(11)]],
    ];
    expect(rated(visits)).toEqual(['SD', 'PD']);
    expect(run(visits).timepoints[1]?.revised).toEqual({
      value: 'PD',
      byTimepoint: 'd63',
      rule: 'newLesion.equivocalConfirmed',
    });
    expect(revised(visits, { parameters: { equivocalBackdate: false } })).toEqual([null, null]);
  });
});
