import { describe, expect, it } from '@jest/globals';
import { type Values, run, overall, q1, clean } from './course.testdata.js';

describe('examples of iwCLL 2018', () => {
  it('Q1: nodes -52 %, spleen excess, lymphocytes -50 %, haemoglobin 12', () => {
    expect(overall(q1(40))).toEqual(['PR']);
    expect(run(q1(40)).timepoints[1]?.burden?.changeFromBaselinePct).toBe(-52);
  });

  it('Q2: lymphocytes 150 under ibrutinib is PR-L, and progression otherwise', () => {
    expect(overall(q1(150), {}, { bcrInhibitor: true })).toEqual(['PR-L']);
    expect(overall(q1(150))).toEqual(['PD']);
    expect(overall(q1(40), {}, { bcrInhibitor: true })).toEqual(['PR']);
  });

  it('Q3: nodes from 2400 to 3600 mm²', () => {
    const visits = (longest: number) => [
      { node: [100, 50] as const },
      { node: [60, 40] as const },
      { node: [longest, 40] as const },
    ];
    expect(overall(visits(90))).toEqual(['PR', 'PD']);
    expect(overall(visits(89.9))[1]).toBe('SD');
  });

  it('Q4: everything complete but platelets of 80', () => {
    const low = { ...clean, labs: { ...clean.labs, platelets10e9PerL: 80 } };
    expect(overall([{ node: [30, 30] }, low])).toEqual(['CRi']);
    expect(overall([{ node: [30, 30] }, clean])).toEqual(['CR']);
  });

  it('Q5: haemoglobin 12.0 to 10.0 due to the leukaemia', () => {
    const fall = (haemoglobinGPerDl: number, cytopeniaDueToCll: boolean | null): Values[] => [
      { node: [30, 30], labs: { haemoglobinGPerDl: 12 } },
      { node: [30, 30], labs: { haemoglobinGPerDl, cytopeniaDueToCll } },
    ];
    expect(overall(fall(10, true))).toEqual(['PD']);
    expect(overall(fall(10.1, true))).toEqual(['SD']);
    expect(overall(fall(10, false))).toEqual(['SD']);
    expect(run(fall(10, null)).timepoints[1]?.findings.map(one => one.rule)).toEqual([
      'cytopenia.causeNotStated',
    ]);
  });

  it('Q6: the only abnormal parameter of group A improved, platelets 70 to 110', () => {
    const visits = (platelets10e9PerL: number): Values[] => [
      { node: [100, 50], labs: { platelets10e9PerL: 70 } },
      { node: [50, 40], labs: { platelets10e9PerL } },
    ];
    expect(overall(visits(110))).toEqual(['PR']);
    expect(overall(visits(105))).toEqual(['PR']);
    expect(overall(visits(99))).toEqual(['SD']);
  });
});
