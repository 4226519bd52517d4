import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import { node, run, type Values } from './course.testdata.js';

describe('the baseline', () => {
  const problem = (visits: Values[]) =>
    run(visits).timepoints[0]?.findings.find(({ rule }) => rule === 'baseline.notEvaluable')?.text;
  const lost = (id: string): LesionInput => ({ ...node(20, 20, id), evaluable: false });
  it.each<[string, Values, string | undefined]>([
    ['a spleen of 130 mm is enlarged', { more: { spleenLengthMm: 130 } }, undefined],
    ['a spleen of 129 mm is not', { more: { spleenLengthMm: 129 } }, 'not applicable'],
    ['a liver of 1 mm is enlarged', { more: { liverExcessMm: 1 } }, undefined],
    ['nothing of it known', { more: { labs: null, spleenLengthMm: null } }, 'not applicable'],
    [
      'several nodes not read',
      { lesions: [lost('T01'), lost('T02')] },
      'the baseline has no product for T01, T02.',
    ],
    [
      'not evaluable, without and with a reason',
      { node: [30, 30], more: { evaluable: false } },
      'the baseline is not evaluable (OTHER).',
    ],
    [
      'not evaluable with its reason',
      { node: [30, 30], more: { evaluable: false, reason: 'POOR_QUALITY' } },
      'the baseline is not evaluable (POOR_QUALITY).',
    ],
  ])('%s', (_name, base, expected) => {
    const text = problem([base]);
    if (expected === undefined) expect(text).toBeUndefined();
    else expect(text).toContain(expected);
  });

  it('says nothing of six nodes, but of a seventh', () => {
    const rules = (count: number) =>
      run([
        { lesions: Array.from({ length: count }, (_, index) => node(20, 20, `T0${index}`)) },
      ]).timepoints[0]?.findings.map(({ rule }) => rule);
    expect(rules(6)).not.toContain('baseline.targets.tooMany');
    expect(rules(7)).toContain('baseline.targets.tooMany');
  });

  it('none, no answer', () => {
    const result = run([]);
    expect(result).toMatchObject({ criterion: 'iwcll-2018', timepoints: [] });
    expect(result.parameters).toMatchObject({ confirmationDays: 56, spleenMetric: 'excess' });
  });
});
