import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { AssessmentInput } from '../schemas.js';
import {
  dateOf,
  sum,
  nl,
  bone,
  nt,
  unread,
  run,
  rated,
  revised,
  type VisitOf,
} from './course.testdata.js';

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
