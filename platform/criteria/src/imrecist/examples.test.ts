import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { AssessmentInput, LesionInput, TimepointInput } from '../schemas.js';

const dateOf = (day: number): string =>
  new Date(Date.UTC(2026, 0, 5) + day * 86_400_000).toISOString().slice(0, 10);
const sum = (mm: number): LesionInput => ({
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  longestDiameterMm: mm,
});
const nl = (mm: number, id = 'NL01', more: Partial<LesionInput> = {}): LesionInput => ({
  id,
  role: 'new',
  location: 'LUNG',
  status: 'unequivocal',
  longestDiameterMm: mm,
  ...more,
});
const bone: LesionInput = { id: 'NL09', role: 'new', location: 'BONE', status: 'unequivocal' };
const nt = (status: 'present' | 'absent' | 'progressed'): LesionInput => ({
  id: 'NT01',
  role: 'non-target',
  location: 'BONE',
  status,
});
const unread: LesionInput = { id: 'T01', role: 'target', location: 'LIVER', evaluable: false };
type VisitOf = [day: number, lesions: LesionInput[], more?: Partial<TimepointInput>];

const run = (visits: VisitOf[], more: Partial<AssessmentInput> = {}) =>
  assess({
    criterion: 'imrecist',
    timepoints: visits.map(([day, lesions, own]) => ({
      id: `d${day}`,
      date: dateOf(day),
      lesions,
      ...own,
    })),
    ...more,
  });
const rated = (visits: VisitOf[], more: Partial<AssessmentInput> = {}) =>
  run(visits, more)
    .timepoints.slice(1)
    .map(visit => visit.overall);
const revised = (visits: VisitOf[], more: Partial<AssessmentInput> = {}) =>
  run(visits, more)
    .timepoints.slice(1)
    .map(visit => visit.revised?.value ?? null);

describe('examples of imRECIST', () => {
  it.each<[string, VisitOf[], string[], (string | null)[]]>([
    [
      'M1',
      [
        [0, [sum(80)]],
        [42, [sum(80), nl(12)]],
        [84, [sum(70), nl(12)]],
        [126, [sum(50), nl(10)]],
      ],
      ['SD', 'SD', 'SD'],
      [null, null, null],
    ],
    [
      'M2',
      [
        [0, [sum(80)]],
        [42, [sum(60), nl(40)]],
        [77, [sum(60), nl(45)]],
      ],
      ['PD', 'PD'],
      ['PD', null],
    ],
    [
      'M3',
      [
        [0, [sum(50)]],
        [42, [sum(60)]],
        [77, [sum(45)]],
      ],
      ['PD', 'SD'],
      ['SD', null],
    ],
    [
      'M4',
      [
        [0, [sum(40), nt('present')]],
        [42, [sum(40), nt('progressed')]],
        [84, [sum(28), nt('progressed')]],
      ],
      ['SD', 'PR'],
      [null, null],
    ],
    [
      'M5',
      [
        [0, [sum(30), nt('present')]],
        [42, [sum(0), nt('absent'), bone]],
      ],
      ['PR'],
      [null],
    ],
    [
      'M6',
      [
        [0, [sum(60)]],
        [42, [sum(40)]],
        [84, [sum(40), nl(15)]],
        [126, [sum(39), nl(15)]],
      ],
      ['PR', 'PD', 'PD'],
      [null, 'PD', null],
    ],
  ])('%s', (_name, visits, overall, later) => {
    expect(rated(visits)).toEqual(overall);
    expect(revised(visits)).toEqual(later);
  });

  it('M1 is progression at V1 by RECIST 1.1', () => {
    const timepoints = [
      { id: 'BL', date: dateOf(0), lesions: [sum(80)] },
      { id: 'V1', date: dateOf(42), lesions: [sum(80), nl(12)] },
    ];
    expect(assess({ criterion: 'recist-1.1', timepoints }).timepoints[1]?.overall).toBe('PD');
  });
  it('M1 and M2 show the total burden with its changes', () => {
    expect(
      run([
        [0, [sum(80)]],
        [42, [sum(60), nl(40)]],
      ]).timepoints[1]?.burden
    ).toEqual({
      value: 100,
      unit: 'mm',
      nadir: 80,
      changeFromBaselinePct: 25,
      changeFromNadirPct: 25,
      changeFromNadir: 20,
    });
  });
  it('M2 dates the confirmed progression at its first visit; M3 has no event; M6 keeps its response', () => {
    const best = (visits: VisitOf[]) => run(visits).bestOverallResponse.unconfirmed;
    expect(
      best([
        [0, [sum(80)]],
        [42, [sum(60), nl(40)]],
        [77, [sum(60), nl(45)]],
      ])
    ).toEqual({ value: 'PD', date: dateOf(42) });
    expect(
      best([
        [0, [sum(50)]],
        [42, [sum(60)]],
        [77, [sum(45)]],
      ])
    ).toEqual({ value: 'SD', date: dateOf(42) });
    expect(
      best([
        [0, [sum(60)]],
        [42, [sum(40)]],
        [84, [sum(40), nl(15)]],
        [126, [sum(39), nl(15)]],
      ])
    ).toEqual({ value: 'PR', date: dateOf(42) });
  });
});

describe('confirmation of progression', () => {
  const base: VisitOf = [0, [sum(50)]];
  it.each<[string, VisitOf[], Partial<AssessmentInput>, (string | null)[]]>([
    ['no later visit: it stands', [base, [42, [sum(60)]]], {}, [null]],
    [
      'a visit 27 days later decides nothing',
      [base, [42, [sum(60)]], [69, [sum(45)]]],
      {},
      [null, null],
    ],
    ['a visit 28 days later decides', [base, [42, [sum(60)]], [70, [sum(45)]]], {}, ['SD', null]],
    [
      'pdConfirmationDays 29',
      [base, [42, [sum(60)]], [70, [sum(45)]]],
      { parameters: { pdConfirmationDays: 29 } },
      [null, null],
    ],
    [
      'a visit that is not evaluable is passed over',
      [base, [42, [sum(60)]], [77, [unread]], [112, [sum(61)]]],
      {},
      ['PD', null, null],
    ],
    [
      'the same nadir counts, not a lower one in between',
      [base, [42, [sum(60)]], [56, [sum(40)]], [77, [sum(50)]]],
      {},
      // 50 is +25 % over 40 but not over the 50 before the first progression.
      ['SD', null, null],
    ],
    [
      'a void progression with the sum 30 % below baseline is PR',
      [
        [0, [sum(100)]],
        [42, [sum(50)]],
        [84, [sum(62)]],
        [126, [sum(55)]],
      ],
      {},
      [null, 'PR', null],
    ],
    [
      'a visit under new therapy does not void',
      [base, [42, [sum(60)]], [77, [sum(45)]]],
      { newTherapyDate: dateOf(60) },
      [null, null],
    ],
    [
      'void, then a second one is confirmed',
      [base, [42, [sum(60)]], [77, [sum(45)]], [112, [sum(54)]], [147, [sum(55)]]],
      {},
      ['SD', null, 'PD', null],
    ],
  ])('%s', (_name, visits, more, expected) => {
    expect(revised(visits, more)).toEqual(expected);
  });

  it('counts a response after a first progression that is not confirmed', () => {
    const visits: VisitOf[] = [base, [42, [sum(60)]], [77, [sum(30)]]];
    expect(run(visits).bestOverallResponse.unconfirmed).toEqual({ value: 'PR', date: dateOf(77) });
  });
  it('does not count a response after a confirmed progression', () => {
    const visits: VisitOf[] = [base, [42, [sum(60)]], [77, [sum(61)]], [112, [sum(20)]]];
    expect(run(visits).bestOverallResponse.unconfirmed).toEqual({ value: 'PD', date: dateOf(42) });
  });
});

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
