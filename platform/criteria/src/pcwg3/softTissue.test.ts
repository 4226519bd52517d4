import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import { week, target, baseline, scan, run } from './course.testdata.js';

describe('soft tissue of PCWG3', () => {
  const node = (id: string, role: LesionInput['role'], mm: number): LesionInput => ({
    id,
    role,
    location: 'PELVIC LYMPH NODE',
    shortAxisMm: mm,
  });
  const softOf = (lesions: LesionInput[][], parameters: Record<string, unknown> = {}) =>
    run(
      lesions.map((rows, index) =>
        index === 0 ? baseline({ lesions: rows }) : scan(8 * index, 0, { lesions: rows })
      ),
      parameters
    ).timepoints.slice(1);
  const overall = (...lesions: LesionInput[][]) => softOf(lesions).map(one => one.overall);

  it('calls a node that was normal new only from 10 mm and 5 mm more', () => {
    const t = target(50);
    const nl = (mm: number) => node('NL01', 'new', mm);
    expect(overall([t], [t, nl(7)], [t, nl(11.9)])).toEqual(['SD', 'SD']);
    expect(overall([t], [t, nl(7)], [t, nl(12)])).toEqual(['SD', 'PD']);
    expect(overall([t], [t, nl(4)], [t, nl(9.9)])).toEqual(['SD', 'SD']);
    expect(overall([t], [t, nl(11)])).toEqual(['PD']);
  });

  it('lets a nodal target come back after a complete response only from 5 mm more', () => {
    const t = (mm: number) => node('T01', 'target', mm);
    const components = (...rows: LesionInput[][]) =>
      softOf(rows).map(one => one.components?.softTissue);
    expect(components([t(20)], [t(9)], [t(11)])).toEqual(['CR', 'PR']);
    expect(components([t(20)], [t(9)], [t(14)])).toEqual(['CR', 'PD']);
    const liver = (mm: number): LesionInput => ({ ...target(mm), id: 'T02' });
    const beside = (mm: number) =>
      components([t(20), liver(30)], [t(9), liver(0)], [t(mm), liver(0)]);
    expect(beside(13.5)).toEqual(['CR', 'PR']);
    expect(beside(14)).toEqual(['CR', 'PD']);
    expect(components([liver(30)], [liver(0)], [liver(3)])).toEqual(['CR', 'PD']);
  });

  it('allows five targets per site, and a total only where asked for', () => {
    const many = (location: string, count: number, from = 0): LesionInput[] =>
      Array.from({ length: count }, (_one, index) => ({
        id: `T${from + index}`,
        role: 'target',
        location,
        longestDiameterMm: 20,
      }));
    const rules = (lesions: LesionInput[], parameters: Record<string, unknown> = {}) =>
      run([baseline({ lesions })], parameters).timepoints[0]?.findings.map(one => one.rule) ?? [];
    const ten = [...many('LIVER', 5), ...many('LUNG', 5, 5)];
    expect(rules(ten)).not.toContain('baseline.targets.tooManyPerSite');
    expect(rules(ten)).not.toContain('baseline.targets.tooMany');
    expect(rules(ten, { 'pcwg.maxTotal': 9 })).toContain('baseline.targets.tooMany');
    expect(rules(many('LIVER', 6))).toContain('baseline.targets.tooManyPerSite');
  });

  it('confirms responses after 28 days', () => {
    const result = run([baseline(), scan(8, 0, { lesions: [target(30)] })]);
    expect(result.bestOverallResponse).toMatchObject({
      unconfirmed: { value: 'PR' },
      confirmed: { value: 'SD' },
    });
    const small = { lesions: [target(30)] };
    expect(
      run([baseline(), scan(8, 0, small), scan(12, 0, small)]).bestOverallResponse.confirmed.value
    ).toBe('PR');
  });

  it('revises a visit when an equivocal lesion is confirmed', () => {
    const nl = (status: 'equivocal' | 'unequivocal'): LesionInput => ({
      id: 'NL01',
      role: 'new',
      location: 'LUNG',
      status,
    });
    const [first, second] = softOf([
      [target(50)],
      [target(50), nl('equivocal')],
      [target(50), nl('unequivocal')],
    ]);
    expect(first).toMatchObject({
      overall: 'SD',
      date: week(8),
      revised: { value: 'PD', byTimepoint: 'w16' },
    });
    expect(second?.overall).toBe('PD');
  });

  it('rates bone alone where CT could not be read, and NE without progression', () => {
    const soft = { softTissueEvaluable: false, lesions: [] };
    const [, quiet] = run([baseline(), scan(8, 0, soft)]).timepoints;
    expect(quiet).toMatchObject({
      overall: 'NE',
      components: { softTissue: 'NE', bone: 'NON-PD' },
    });
    const rated = run([baseline(), scan(8, 2, soft), scan(14, 4, soft)]).timepoints;
    expect(rated[2]?.overall).toBe('PD');
    expect(rated[1]?.revised).toMatchObject({ value: 'PD', byTimepoint: 'w14' });
  });
});
