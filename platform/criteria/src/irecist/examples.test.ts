import { describe, expect, it } from '@jest/globals';
import {
  dateOf,
  sum,
  nl,
  nt,
  unread,
  at,
  run,
  overall,
  base,
  type VisitOf,
} from './course.testdata.js';

describe('examples of iRECIST', () => {
  it.each<[string, VisitOf[], string[]]>([
    ['I1', [base, at(56, [sum(130)]), at(91, [sum(136)])], ['IUPD', 'ICPD']],
    [
      'I2',
      [base, at(56, [sum(130)]), at(91, [sum(132)]), at(126, [sum(136)])],
      ['IUPD', 'IUPD', 'ICPD'],
    ],
    [
      'I3',
      [base, at(56, [sum(130)]), at(91, [sum(115)]), at(126, [sum(125)]), at(161, [sum(131)])],
      ['IUPD', 'ISD', 'IUPD', 'ICPD'],
    ],
    ['I4', [base, at(56, [sum(90), nl(12)]), at(91, [sum(60), nl(12)])], ['IUPD', 'IPR']],
    [
      'I5',
      [base, at(56, [sum(50)]), at(112, [sum(50), nl(12)]), at(147, [sum(50), nl(12)])],
      ['IPR', 'IUPD', 'IUPD'],
    ],
    [
      'I6',
      [base, at(56, [sum(100), nl(12)]), at(91, [sum(100), nl(16)]), at(126, [sum(100), nl(18)])],
      ['IUPD', 'IUPD', 'ICPD'],
    ],
    [
      'I7',
      [
        at(0, [sum(100), nt('present')]),
        at(56, [sum(100), nt('progressed')]),
        at(91, [sum(100), nt('progressed')], { ntFurther: false }),
        at(126, [sum(100), nt('progressed')], { ntFurther: true }),
      ],
      ['IUPD', 'IUPD', 'ICPD'],
    ],
    [
      'I8 early scan for a symptom with a new lesion',
      [base, at(60, [sum(125)]), at(74, [sum(125), nl(11)], { newSymptom: true })],
      ['IUPD', 'ICPD'],
    ],
    [
      'I8 early scan with growth alone',
      [base, at(60, [sum(125)]), at(74, [sum(133)], { newSymptom: true }), at(95, [sum(133)])],
      ['IUPD', 'IUPD', 'ICPD'],
    ],
    [
      'I9',
      [
        base,
        at(56, [sum(60)]),
        at(112, [sum(75)]),
        at(147, [sum(58)]),
        at(203, [sum(70)]),
        at(238, [sum(76)]),
      ],
      ['IPR', 'IUPD', 'IPR', 'IUPD', 'ICPD'],
    ],
  ])('%s', (_name, visits, expected) => {
    expect(overall(visits)).toEqual(expected);
  });

  it('I1 makes the first iUPD the confirmed event', () => {
    const { timepoints, bestOverallResponse } = run([base, at(56, [sum(130)]), at(91, [sum(136)])]);
    expect(timepoints[1]).toMatchObject({
      overall: 'IUPD',
      target: 'IUPD',
      revised: { value: 'ICPD', byTimepoint: 'd91', rule: 'run.confirmed' },
      date: dateOf(56),
    });
    expect(timepoints[2]).toMatchObject({ overall: 'ICPD', target: 'ICPD', revised: null });
    expect(bestOverallResponse.unconfirmed).toEqual({ value: 'ICPD', date: dateOf(56) });
    const step = timepoints[2]?.trace.find(({ rule }) => rule === 'run.confirmed.target');
    expect(step).toMatchObject({
      numbers: { daysSinceFirstIupd: 35, growthInRunMm: 6 },
      margin: { value: 1, unit: 'mm', category: 'IUPD' },
    });
  });

  it('I3 dates the event at the run that is confirmed, not at the one that was reset', () => {
    const { timepoints } = run([
      base,
      at(56, [sum(130)]),
      at(91, [sum(115)]),
      at(126, [sum(125)]),
      at(161, [sum(131)]),
    ]);
    expect(timepoints.map(({ revised }) => revised?.value ?? null)).toEqual([
      null,
      null,
      null,
      'ICPD',
      null,
    ]);
  });

  it.each<[string, VisitOf[], string, number]>([
    [
      'I10 a response after an unconfirmed progression counts',
      [base, at(56, [sum(130)]), at(91, [sum(60)]), at(126, [sum(80)]), at(161, [sum(86)])],
      'IPR',
      91,
    ],
    ['I10 iUPD, iCPD', [base, at(56, [sum(130)]), at(91, [sum(136)])], 'ICPD', 56],
    [
      'I10 iUPD, NE, NE',
      [base, at(56, [sum(130)]), at(91, [unread]), at(126, [unread])],
      'IUPD',
      56,
    ],
  ])('%s', (_name, visits, value, day) => {
    expect(run(visits).bestOverallResponse.unconfirmed).toEqual({ value, date: dateOf(day) });
  });
});
