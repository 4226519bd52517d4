import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import { at, base, dateOf, nl, nt, overall, run, sum, unread } from './course.testdata.js';

describe('what growth within a run is counted from', () => {
  it('a sum of the run that was complete, not a part of one', () => {
    const second = (mm: number) => ({ ...sum(mm), id: 'T02' });
    const visits = [
      at(0, [sum(100), second(20)]),
      // 150 mm alone are +25 % of 120 mm; how much more there was is not known.
      at(56, [sum(150), { ...unread, id: 'T02' }]),
      at(91, [sum(150), second(20)]),
      at(126, [sum(155), second(20)]),
    ];
    expect(overall(visits)).toEqual(['IUPD', 'IUPD', 'ICPD']);
    expect(
      run(visits)
        .timepoints.slice(2)
        .map(({ trace }) => trace.at(-1)?.numbers.growthInRunMm)
    ).toEqual([null, 5]);
  });
  it('not the sum of a scan that was too early', () => {
    const visits = [
      at(0, [sum(100), nt('present')]),
      at(56, [sum(130), nt('present')]),
      at(70, [sum(126), nt('progressed')]),
      at(91, [sum(131), nt('present')]),
    ];
    expect(overall(visits)).toEqual(['IUPD', 'IUPD', 'IUPD']);
  });
});

describe('dates and revisions', () => {
  it('dates iCPD by the first scan that shows progression', () => {
    const confirmed = at(91, [
      { ...sum(130), date: dateOf(95) },
      { ...nl(12), date: dateOf(93) },
    ]);
    expect(run([base, at(56, [sum(130)]), confirmed]).timepoints[2]).toMatchObject({
      overall: 'ICPD',
      date: dateOf(93),
    });
  });
  it('revises an equivocal new lesion that confirms a run later', () => {
    const doubtful = nl(6, 'NL01', { status: 'equivocal' });
    const { timepoints } = run([
      base,
      at(28, [sum(100), doubtful]),
      at(56, [sum(130), doubtful]),
      at(91, [sum(130), nl(12)]),
    ]);
    expect(timepoints.map(({ revised }) => revised?.value ?? null)).toEqual([
      null,
      'IUPD',
      'ICPD',
      null,
    ]);
    expect(timepoints[1]?.revised?.byTimepoint).toBe('d91');
  });
});

describe('visits without a rating', () => {
  it('say what was seen of new lesions', () => {
    const newLesions = [
      at(56, [sum(10)]),
      at(56, [sum(10), nl(12)]),
      at(56, [sum(10)], { evaluable: false }),
    ].map(visit => run([at(0, [unread]), visit]).timepoints[1]?.newLesions);
    expect(newLesions).toEqual([false, true, null]);
  });
  it('are none without a visit', () => {
    expect(assess({ criterion: 'irecist', timepoints: [] }).timepoints).toEqual([]);
  });
});

describe('the size of what is too small to be measured', () => {
  it('may have more decimals than any measurement', () => {
    const small = {
      id: 'T01',
      role: 'target' as const,
      location: 'LIVER',
      tooSmallToMeasure: true,
    };
    const { timepoints } = run([at(0, [sum(10)]), at(56, [small])], { tstmDefaultMm: 2.55 });
    expect(timepoints[1]).toMatchObject({ overall: 'IPR', burden: { value: 2.55 } });
  });
});
