import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import { week, target, baseline, scan, run, bone } from './course.testdata.js';

describe('PCWG2', () => {
  const pcwg2 = { standard: 'pcwg2' };

  it('needs the second scan in the window, and none after it', () => {
    expect(bone([scan(8, 2), scan(14, 4)], pcwg2)[0]).toEqual(['PDu', 'PD']);
    expect(bone([scan(12, 0), scan(18, 2)], pcwg2)[1]).toEqual(['PD', null]);
    const later = { ...pcwg2, 'pcwg2.laterConfirm': true };
    expect(bone([scan(12, 0), scan(18, 2), scan(24, 2)], later)[1]).toEqual(['PDu', 'PD']);
  });

  it('waits for a second assessment when soft tissue progresses at the first', () => {
    const visits = (second: number) => [
      baseline(),
      scan(12, 0, { lesions: [target(60)] }),
      scan(18, 0, { lesions: [target(second)] }),
    ];
    const confirmed = run(visits(61), pcwg2).timepoints;
    expect(confirmed[1]?.overall).toBe('PDu');
    expect(run(visits(72), pcwg2).timepoints[1]).toMatchObject({
      overall: 'PDu',
      date: week(12),
      revised: { value: 'PD', byTimepoint: 'w18' },
    });
    expect(run(visits(50), pcwg2).timepoints[1]).toMatchObject({
      overall: 'PDu',
      revised: { value: 'NON-PD', byTimepoint: 'w18' },
    });
  });

  it('needs no 5 mm, takes nodes by their longest diameter and from 20 mm', () => {
    const small = (mm: number) => [{ ...target(mm), location: 'LUNG' }];
    const after = [scan(13, 0, { lesions: small(12) })];
    const [, visit] = run([baseline({ lesions: small(10) }), ...after], pcwg2).timepoints;
    expect(visit?.components?.softTissue).toBe('PD');
    const node: LesionInput = {
      id: 'T01',
      role: 'target',
      location: 'PELVIC LYMPH NODE',
      longestDiameterMm: 19,
      shortAxisMm: 15,
    };
    const [base] = run([baseline({ lesions: [node] })], pcwg2).timepoints;
    expect(base?.burden?.value).toBe(19);
    expect(base?.findings.map(one => one.rule)).toEqual(['baseline.node.tooSmall']);
  });
});
