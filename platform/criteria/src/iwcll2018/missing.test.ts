import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { LesionInput } from '../schemas.js';
import type { Labs } from './inputs.js';
import { clean, node, overall, run, type Values } from './course.testdata.js';

const base: Values = { node: [30, 30] };
/** `clean` with these laboratory values. */
const cleanBut = (labs: Labs): Values => ({ ...clean, labs: { ...clean.labs, ...labs } });
const traceOf = (visits: Values[], name: string) =>
  run(visits)
    .timepoints.at(-1)
    ?.trace.find(({ rule }) => rule.startsWith(`${name}.`));

describe('a value that is missing at the visit', () => {
  it.each<[string, Values]>([
    ['lymphocytes', cleanBut({ lymphocytes10e9PerL: null })],
    ['spleen', { ...clean, more: { spleenLengthMm: null } }],
    ['liver', { ...clean, more: { liverExcessMm: null } }],
  ])('is not normal: %s, PR where the rest is CR', (_name, visit) => {
    expect(overall([base, clean])).toEqual(['CR']);
    expect(overall([base, visit])).toEqual(['PR']);
  });
  it('is not normal: the size of a node that is no target', () => {
    const other = (mm: number | null): LesionInput => ({
      id: 'N02',
      role: 'non-target',
      location: 'INGUINAL LYMPH NODE',
      status: 'present',
      longestDiameterMm: mm,
    });
    const visits = (mm: number | null): Values[] => [
      { lesions: [node(30, 30), other(16)] },
      { lesions: [node(14, 10), other(mm)], labs: { marrow: 'normal' } },
    ];
    expect(overall(visits(14.9))).toEqual(['CR']);
    expect(overall(visits(15))).toEqual(['PR']);
    expect(overall(visits(null))).toEqual(['PR']);
  });
});

describe('a value that is missing at baseline', () => {
  it.each<[string, Values, Values]>([
    [
      'lymphocytes of 20',
      { ...base, labs: { lymphocytes10e9PerL: null } },
      { ...base, labs: { lymphocytes10e9PerL: 20 } },
    ],
    [
      'a spleen of 150 mm',
      { ...base, more: { spleenLengthMm: null } },
      { ...base, more: { spleenLengthMm: 150 } },
    ],
    [
      'a liver of 10 mm',
      { ...base, more: { liverExcessMm: null } },
      { ...base, more: { liverExcessMm: 10 } },
    ],
  ])('no progression can be told from it: %s', (_name, before, now) => {
    expect(overall([before, now])).toEqual(['SD']);
  });
  it('does not make the parameter one that has to improve', () => {
    const now: Values = { node: [15, 15], labs: { platelets10e9PerL: 90 } };
    const start: Values = { ...base, labs: { platelets10e9PerL: null } };
    expect(overall([start, now])).toEqual(['PR']);
    expect(traceOf([start, now], 'platelets')?.rule).toBe('platelets.ne');
    expect(
      traceOf([{ ...base, labs: { lymphocytes10e9PerL: null } }, now], 'lymphocytes')?.rule
    ).toBe('lymphocytes.ne');
  });
  it('of platelets of 100 needs no improvement, of 99.9 it does', () => {
    const visits = (platelets: number): Values[] => [
      { ...base, labs: { platelets10e9PerL: platelets } },
      { node: [15, 15], labs: { platelets10e9PerL: 90 } },
    ];
    expect(overall(visits(100))).toEqual(['PR']);
    expect(overall(visits(99.9))).toEqual(['SD']);
  });
  it('is no size of a node', () => {
    const unknown: LesionInput = { ...node(20, 20), longestDiameterMm: null };
    expect(run([{ lesions: [unknown] }]).timepoints[0]?.findings.map(({ rule }) => rule)).toEqual(
      expect.not.arrayContaining(['baseline.node.normal'])
    );
  });
});

describe('a visit that was not evaluable', () => {
  it('leaves no lowest spleen: 165 mm is no progression from 180 mm', () => {
    const spleen = (spleenLengthMm: number, evaluable = true): Values => ({
      more: { spleenLengthMm, evaluable },
    });
    expect(overall([spleen(180), spleen(140, false), spleen(165)])).toEqual(['NE', 'SD']);
    expect(overall([spleen(180), spleen(140), spleen(165)])).toEqual(['PR', 'PD']);
  });
  it('says why', () => {
    const text = (more: Values['more']) =>
      run([base, { ...base, more: { evaluable: false, ...more } }]).timepoints[1]?.trace.at(-1)
        ?.text;
    expect(text({})).toBe('Not evaluable: the visit is not evaluable (OTHER).');
    expect(text({ reason: 'POOR_QUALITY' })).toBe(
      'Not evaluable: the visit is not evaluable (POOR_QUALITY).'
    );
  });
});

describe('symptoms in the reason', () => {
  const text = (visit: Values) => run([base, visit]).timepoints[1]?.trace.at(-1)?.text;
  it.each<[string, Values, string]>([
    [
      'present keep CR away',
      { ...clean, more: { constitutionalSymptoms: true } },
      'group A PR, group B CR, marrow NORMAL, symptoms present: PR.',
    ],
    [
      'not stated keep it away',
      { ...clean, more: { constitutionalSymptoms: null } },
      'group A PR, group B CR, marrow NORMAL, symptoms not stated: PR.',
    ],
    [
      'are not named where a node does',
      { ...clean, node: [16, 10], more: { constitutionalSymptoms: true } },
      'group A PR, group B CR, marrow NORMAL: PR.',
    ],
  ])('%s', (_name, visit, expected) => {
    expect(text(visit)).toBe(expected);
  });
});

describe('an equivocal new node', () => {
  it('that shrank below 15 mm starts again', () => {
    const fresh = (mm: number, status: 'equivocal' | 'unequivocal'): Values => ({
      lesions: [node(30, 30), { ...node(mm, 10, 'L1'), role: 'new', status }],
    });
    const { timepoints } = run([
      base,
      fresh(16, 'equivocal'),
      fresh(14.9, 'equivocal'),
      fresh(16, 'unequivocal'),
    ]);
    expect(timepoints.map(({ overall: code, revised }) => [code, revised])).toEqual([
      [undefined, undefined],
      ['SD', null],
      ['SD', null],
      ['PD', null],
    ]);
  });
});

describe('a parameter that is not of iwCLL', () => {
  it('is refused by its name', () => {
    expect(() =>
      assess({ criterion: 'iwcll-2018', parameters: { spleen: 1 }, timepoints: [] })
    ).toThrow(/iwcll-2018 has no parameter "spleen"/);
  });
});
