import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { LesionInput, TimepointInput } from '../schemas.js';

const baselineDay = Date.UTC(2026, 0, 5);
const dateOf = (day: number): string =>
  new Date(baselineDay + day * 86_400_000).toISOString().slice(0, 10);

interface Own {
  readonly ntFurther?: boolean;
  readonly nlntFurther?: boolean;
  readonly newSymptom?: boolean;
}
type Given = Partial<TimepointInput> & Own;
interface VisitOf {
  readonly day: number;
  readonly lesions: LesionInput[];
  readonly more: Given;
}

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
const nt = (status: 'present' | 'absent' | 'progressed'): LesionInput => ({
  id: 'NT01',
  role: 'non-target',
  location: 'BONE',
  status,
});
const unread: LesionInput = { id: 'T01', role: 'target', location: 'LIVER', evaluable: false };
const at = (day: number, lesions: LesionInput[], more: Given = {}): VisitOf => ({
  day,
  lesions,
  more,
});

function run(visits: readonly VisitOf[], parameters: Record<string, unknown> = {}) {
  return assess({
    criterion: 'irecist',
    parameters,
    timepoints: visits.map(({ day, lesions, more }) => ({
      id: `d${day}`,
      date: dateOf(day),
      lesions,
      ...more,
    })),
  });
}
const overall = (visits: readonly VisitOf[], parameters: Record<string, unknown> = {}) =>
  run(visits, parameters)
    .timepoints.slice(1)
    .map(visit => visit.overall);
const base = at(0, [sum(100)]);

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

describe('the run of unconfirmed progression', () => {
  it.each<[string, VisitOf[], Record<string, unknown>, string[]]>([
    [
      'growth counts from the smallest sum of the run',
      [base, at(56, [sum(130)]), at(91, [sum(126)]), at(126, [sum(131)])],
      {},
      ['IUPD', 'IUPD', 'ICPD'],
    ],
    [
      'growth counts from the first iUPD with confirmRef firstIupd',
      [base, at(56, [sum(130)]), at(91, [sum(126)]), at(126, [sum(131)]), at(161, [sum(135)])],
      { confirmRef: 'firstIupd' },
      ['IUPD', 'IUPD', 'IUPD', 'ICPD'],
    ],
    [
      '4.9 mm of growth do not confirm',
      [base, at(56, [sum(130)]), at(91, [sum(134.9)])],
      {},
      ['IUPD', 'IUPD'],
    ],
    [
      'a visit that is not evaluable keeps it open',
      [base, at(56, [sum(130)]), at(91, [unread]), at(126, [sum(135)])],
      {},
      ['IUPD', 'NE', 'ICPD'],
    ],
    [
      'a new lesion confirms although the targets are not evaluable',
      [base, at(56, [sum(130)]), at(91, [unread, nl(12)])],
      {},
      ['IUPD', 'ICPD'],
    ],
    [
      'a whole visit that is not evaluable keeps it open',
      [base, at(56, [sum(130)]), at(91, [sum(50)], { evaluable: false }), at(126, [sum(135)])],
      {},
      ['IUPD', 'NE', 'ICPD'],
    ],
    [
      'another category confirms: non-target after target',
      [
        at(0, [sum(100), nt('present')]),
        at(56, [sum(130), nt('present')]),
        at(91, [sum(130), nt('progressed')]),
      ],
      {},
      ['IUPD', 'ICPD'],
    ],
    [
      'another category confirms: target after new lesion',
      [base, at(56, [sum(100), nl(12)]), at(91, [sum(120), nl(12)])],
      {},
      ['IUPD', 'ICPD'],
    ],
    [
      'a further new lesion confirms',
      [base, at(56, [sum(100), nl(12)]), at(91, [sum(100), nl(12), nl(8, 'NL02')])],
      {},
      ['IUPD', 'ICPD'],
    ],
    [
      'any growth of a new non-target lesion confirms',
      [base, at(56, [sum(100), nl(7)]), at(91, [sum(100), nl(7)]), at(126, [sum(100), nl(7.1)])],
      {},
      ['IUPD', 'IUPD', 'ICPD'],
    ],
    [
      'a new non-target lesion that did not grow by the reader’s answer does not confirm',
      [base, at(56, [sum(100), nl(7)]), at(91, [sum(100), nl(7.1)], { nlntFurther: false })],
      {},
      ['IUPD', 'IUPD'],
    ],
    [
      'a new lesion that goes leaves the run',
      [base, at(56, [sum(90), nl(12)]), at(91, [sum(90), { ...nl(0), status: 'absent' }])],
      {},
      ['IUPD', 'ISD'],
    ],
    [
      'new target lesions that shrink leave the run',
      [base, at(56, [sum(90), nl(12)]), at(91, [sum(90), nl(11)])],
      {},
      ['IUPD', 'ISD'],
    ],
    [
      'leaveRule anyNonProgression leaves it with new lesions unchanged',
      [base, at(56, [sum(50), nl(12)]), at(91, [sum(50), nl(12)])],
      { leaveRule: 'anyNonProgression' },
      ['IUPD', 'IPR'],
    ],
    [
      'a new lesion that is not evaluable keeps it open as NE',
      [
        base,
        at(56, [sum(90), nl(12)]),
        at(91, [sum(90), { id: 'NL01', role: 'new', evaluable: false }]),
        at(126, [sum(90), nl(17)]),
      ],
      {},
      ['IUPD', 'NE', 'ICPD'],
    ],
    [
      'a non-target that is not evaluable keeps its run open as NE',
      [
        at(0, [sum(100), nt('present')]),
        at(56, [sum(100), nt('progressed')]),
        at(91, [sum(60), { id: 'NT01', role: 'non-target', evaluable: false }]),
        at(126, [sum(60), nt('present')]),
      ],
      {},
      ['IUPD', 'NE', 'IPR'],
    ],
    [
      'after a reset a known new lesion acts as none, and forbids iCR',
      [base, at(56, [sum(90), nl(12)]), at(91, [sum(60), nl(12)]), at(126, [sum(0), nl(12)])],
      {},
      ['IUPD', 'IPR', 'IPR'],
    ],
    [
      'nlForbidsIcr false allows iCR',
      [base, at(56, [sum(90), nl(12)]), at(91, [sum(60), nl(12)]), at(126, [sum(0), nl(12)])],
      { nlForbidsIcr: false },
      ['IUPD', 'IPR', 'ICR'],
    ],
    [
      'after a reset growth of the new targets by 20 % and 5 mm opens a run',
      [
        base,
        at(56, [sum(90), nl(12)]),
        at(91, [sum(60), nl(12)]),
        at(126, [sum(60), nl(16.9)]),
        at(161, [sum(60), nl(17)]),
      ],
      {},
      ['IUPD', 'IPR', 'IPR', 'IUPD'],
    ],
    [
      'after a reset another new lesion opens a run',
      [
        base,
        at(56, [sum(90), nl(12)]),
        at(91, [sum(60), nl(12)]),
        at(126, [sum(60), nl(12), nl(20, 'NL02')]),
        at(161, [sum(60), nl(12), nl(25, 'NL02')]),
      ],
      {},
      ['IUPD', 'IPR', 'IUPD', 'ICPD'],
    ],
    [
      'visits after iCPD are rated as outside a run',
      [base, at(56, [sum(130)]), at(91, [sum(136)]), at(126, [sum(60)])],
      {},
      ['IUPD', 'ICPD', 'IPR'],
    ],
  ])('%s', (_name, visits, parameters, expected) => {
    expect(overall(visits, parameters)).toEqual(expected);
  });

  it.each<[number, Record<string, unknown>, string, string[]]>([
    [81, {}, 'IUPD', []],
    [82, {}, 'ICPD', []],
    [112, {}, 'ICPD', []],
    [113, {}, 'ICPD', ['run.confirmedLate']],
    [114, { windowMaxDays: 56 }, 'ICPD', ['run.confirmedLate']],
    [115, { windowMaxDays: 56 }, 'IUPD', []],
  ])('first iUPD at day 56, growth at day %i with %j: %s', (day, parameters, expected, rules) => {
    const visit = run([base, at(56, [sum(130)]), at(day, [sum(136)])], parameters).timepoints[2];
    expect(visit?.overall).toBe(expected);
    expect(visit?.findings.map(({ rule }) => rule)).toEqual(rules);
  });

  it('cannot confirm without dates and says so', () => {
    const { timepoints } = assess({
      criterion: 'irecist',
      timepoints: [100, 130, 140].map((mm, index) => ({ id: `V${index}`, lesions: [sum(mm)] })),
    });
    expect(timepoints[2]?.overall).toBe('IUPD');
    expect(timepoints[2]?.findings).toContainEqual(
      expect.objectContaining({ rule: 'run.windowUnknown', severity: 'block' })
    );
  });

  it('says that growth of the non-targets was not answered', () => {
    const { timepoints } = run([
      at(0, [sum(100), nt('present')]),
      at(56, [sum(100), nt('progressed')]),
      at(91, [sum(100), nt('progressed')]),
    ]);
    expect(timepoints[2]?.overall).toBe('IUPD');
    expect(timepoints[2]?.findings.map(({ rule }) => rule)).toContain('run.ntFurtherMissing');
  });

  it('revises an equivocal new lesion to iUPD at its first sight', () => {
    const { timepoints } = run([
      base,
      at(56, [sum(100), nl(6, 'NL01', { status: 'equivocal' })]),
      at(91, [sum(100), nl(12)]),
    ]);
    expect(timepoints.slice(1).map(visit => visit.overall)).toEqual(['ISD', 'IUPD']);
    expect(timepoints[1]?.revised).toEqual({
      value: 'IUPD',
      byTimepoint: 'd91',
      rule: 'newLesion.equivocalConfirmed',
    });
  });

  it('is iUPD for disease back after iCR, then left when it is gone again', () => {
    const visits = [base, at(56, [sum(0)]), at(91, [sum(3)]), at(126, [sum(0)])];
    expect(overall(visits)).toEqual(['ICR', 'IUPD', 'ICR']);
    expect(overall(visits, { reappearAfterCr: 'sumRule' })).toEqual(['ICR', 'IPR', 'ICR']);
  });

  it('takes at most two new targets per organ and five in all, the largest first', () => {
    const many = ['LUNG', 'LUNG', 'LUNG', 'SPLEEN', 'BRAIN', 'SKIN', 'PANCREAS'].map(
      (location, index) => nl(20 - index, `NL0${index}`, { location })
    );
    const trace = run([base, at(56, [sum(100), ...many])]).timepoints[1]?.trace;
    // 20 + 19 of the lung, 17, 16, 15; the third of the lung and the sixth are followed by judgement.
    expect(trace?.find(({ rule }) => rule === 'newLesion.sum')?.numbers).toEqual({
      newLesionSumMm: 87,
      newLesionNadirMm: null,
    });
  });

  it('is NE at every visit without a baseline value, NED without disease', () => {
    expect(overall([at(0, [unread]), at(56, [sum(10)])])).toEqual(['NE']);
    expect(overall([at(0, [], { noDisease: true }), at(56, [])])).toEqual(['NED']);
    expect(overall([at(0, [nt('present')]), at(56, [nt('present')])])).toEqual([
      'NON-ICR/NON-IUPD',
    ]);
  });

  it('rates merged and split targets as RECIST 1.1 does', () => {
    const two = at(0, [sum(20), { ...sum(15), id: 'T02' }]);
    const merged = at(56, [
      sum(30),
      { id: 'T02', role: 'target', location: 'LIVER', mergedInto: 'T01' },
    ]);
    expect(overall([two, merged])).toEqual(['ISD']);
    const part = (id: string, mm: number) => ({ ...sum(mm), id, splitFrom: 'T01' });
    expect(overall([at(0, [sum(40)]), at(56, [part('a', 12), part('b', 10)])])).toEqual(['IPR']);
  });
});
