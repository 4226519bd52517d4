import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import { sum, nl, nt, unread, at, run, overall, base, type VisitOf } from './course.testdata.js';

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
