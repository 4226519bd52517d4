import { describe, expect, it } from '@jest/globals';
import type { Labs } from './inputs.js';
import { run, overall, confirmed, serum, plasmacytoma } from './course.testdata.js';

describe('examples of IMWG 2016', () => {
  it('Y1: -50 % is PR, -49.5 % is MR', () => {
    expect(overall(serum(3, 1.5))).toEqual(['PR']);
    expect(overall(serum(3, 1.515))).toEqual(['MR']);
  });

  it('Y2: -90 % with urine below 100 mg is VGPR, -89.7 % is PR', () => {
    const urine = (value: number, serumMGPerDl: number): Labs => ({
      serumMGPerDl,
      urineMMgPer24h: value,
    });
    expect(overall([urine(60, 3), urine(60, 0.3)])).toEqual(['VGPR']);
    expect(overall([urine(60, 3), urine(60, 0.31)])).toEqual(['PR']);
    expect(overall([urine(150, 3), urine(100, 0.3)])).toEqual(['PR']);
    expect(overall([urine(150, 3), urine(99.9, 0.3)])).toEqual(['VGPR']);
    expect(overall(serum(3, 0.3))).toEqual(['PR']);
  });

  it('Y3: from 1.5, 1.9 is no progression and 2.0 is', () => {
    expect(overall(serum(3, 1.5, 1.5, 1.9, 1.9))).toEqual(['PR', 'PR', 'MR', 'MR']);
    expect(overall(serum(3, 1.5, 1.5, 2, 2))).toEqual(['PR', 'PR', 'PD', 'PD']);
    expect(confirmed(serum(3, 1.5, 1.5, 2, 2))).toEqual(['PR', 'PR', 'PD', 'PD']);
  });

  it('Y4: from 5.0, +1.0 g/dL is progression at +20 %', () => {
    expect(overall(serum(5, 6, 6))).toEqual(['PD', 'PD']);
    expect(overall(serum(5, 5.9))).toEqual(['SD']);
    expect(overall(serum(4.9, 5.9))).toEqual(['SD']);
  });

  it('Y5: light chains alone, 48.0 to 23.5 mg/dL', () => {
    const flc = (difference: number): Labs => ({
      involvedFlcMgPerDl: difference + 0.5,
      uninvolvedFlcMgPerDl: 0.5,
      flcRatioNormal: false,
    });
    expect(overall([flc(48), flc(23.5)])).toEqual(['PR']);
    expect(overall([flc(48), flc(24.5)])).toEqual(['SD']);
    expect(overall([flc(48), flc(4.8)])).toEqual(['VGPR']);
    expect(overall([flc(20), flc(30)])).toEqual(['SD']);
    expect(overall([flc(20), flc(30.1)])).toEqual(['PD']);
  });

  const negative: Labs = {
    serumMGPerDl: 0,
    urineMMgPer24h: 0,
    serumImmunofixation: 'negative',
    urineImmunofixation: 'negative',
  };
  it('Y6: negative immunofixation and marrow 3 % is CR, without marrow VGPR', () => {
    const base: Labs = { serumMGPerDl: 3, urineMMgPer24h: 300 };
    expect(overall([base, { ...negative, marrowPlasmaCellsPct: 3 }])).toEqual(['CR']);
    expect(overall([base, negative])).toEqual(['VGPR']);
    expect(overall([base, { ...negative, marrowPlasmaCellsPct: 5 }])).toEqual(['VGPR']);
    const stringent = { marrowPlasmaCellsPct: 3, clonalMarrowCells: false, flcRatioNormal: true };
    expect(overall([base, { ...negative, ...stringent }])).toEqual(['sCR']);
    expect(overall([base, { ...negative, ...stringent, clonalMarrowCells: true }])).toEqual(['CR']);
    const positive = { serumImmunofixation: 'positive' as const };
    expect(overall([base, { ...negative, ...stringent, ...positive }])).toEqual(['VGPR']);
  });

  it('Y6: marrow is not repeated to confirm, unless asked for', () => {
    const base: Labs = { serumMGPerDl: 3, urineMMgPer24h: 300 };
    const course = [base, { ...negative, marrowPlasmaCellsPct: 3 }, negative];
    expect(confirmed(course)).toEqual(['CR', 'CR']);
    expect(overall(course, { 'imwg.carryUnrepeated': false })).toEqual(['CR', 'VGPR']);
  });

  it('Y7: a plasmacytoma that shrank by 40 % keeps serum -92 % at SD', () => {
    const visit = (serumMGPerDl: number, across: number) => ({
      labs: { serumMGPerDl, urineMMgPer24h: 50 },
      lesions: [plasmacytoma(50, across)],
    });
    const last = (across: number) => run([visit(5, 40), visit(0.4, across)]).timepoints[1];
    expect(last(24)).toMatchObject({ overall: 'SD', burden: { changeFromBaselinePct: -40 } });
    expect(last(20)?.overall).toBe('PR');
    expect(last(4)?.overall).toBe('VGPR');
  });

  it('Y8: marrow alone, from 10 % to 18 or 20 %', () => {
    const marrow = (...values: number[]): Labs[] =>
      values.map(marrowPlasmaCellsPct => ({ marrowPlasmaCellsPct }));
    expect(overall(marrow(40, 10, 10, 18))).toEqual(['PR', 'PR', 'PR']);
    expect(overall(marrow(40, 10, 10, 20))).toEqual(['PR', 'PR', 'PD']);
    expect(confirmed(marrow(40, 10, 10, 20))).toEqual(['PR', 'PR', 'PD']);
  });
});
