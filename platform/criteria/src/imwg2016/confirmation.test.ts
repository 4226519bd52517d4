import { describe, expect, it } from '@jest/globals';
import { combine } from '../assess.js';
import type { Labs } from './inputs.js';
import { run, confirmed, serum } from './course.testdata.js';

const responses = ['sCR', 'CR', 'VGPR', 'PR', 'MR'];
const nexts = ['PD', 'sCR', 'CR', 'VGPR', 'PR', 'MR', 'SD', 'DEATH', null];
const expectedCells = (kind: string): [string, string, string | null, string][] => [
  ...responses.flatMap((a, at) =>
    nexts.map((b): [string, string, string | null, string] => {
      const other = b === null ? -1 : responses.indexOf(b);
      const value = b === 'SD' ? 'SD' : other < 0 ? 'SD' : other <= at ? a : (b ?? '');
      return [kind, a, b, value];
    })
  ),
  ...['SD', 'NE'].flatMap(a =>
    nexts.map((b): [string, string, string | null, string] => [kind, a, b, a])
  ),
  ...nexts.map((b): [string, string, string | null, string] => [
    kind,
    'PD',
    b,
    kind === 'imaging' || b === 'PD' || b === 'DEATH' ? 'PD' : 'NE',
  ]),
];

describe('confirmation', () => {
  it.each([...expectedCells('laboratory'), ...expectedCells('imaging')])(
    '%s: %s then %s is %s',
    (kind, current, next, value) => {
      const components = { kind, current, next };
      expect(combine({ criterion: 'imwg-2016', components })).toEqual({ overall: value });
    }
  );

  it('refuses other codes', () => {
    expect(() => combine({ criterion: 'imwg-2016', components: { current: 'UPR' } })).toThrow(
      /not a response/
    );
  });

  it('revises a visit by the next evaluable one, and keeps the best confirmed', () => {
    const labs = serum(3, 1.5, 2, 1.5, 1.5, 2.9);
    const rated = run(labs.map(one => ({ labs: one }))).timepoints.slice(1);
    expect(rated.map(one => one.overall)).toEqual(['PR', 'MR', 'PR', 'PR', 'PD']);
    expect(rated.map(one => one.revised?.value ?? null)).toEqual(['MR', null, null, null, null]);
    expect(rated.map(one => one.components?.confirmed)).toEqual(['MR', 'MR', 'PR', 'PR', 'PR']);
  });

  it('waits across a visit without an answer, but not beyond new therapy', () => {
    const labs: Labs[] = [{ serumMGPerDl: 3 }, { serumMGPerDl: 1 }, {}, { serumMGPerDl: 1 }];
    expect(confirmed(labs)).toEqual(['PR', 'PR', 'PR']);
    const visits = labs.map(one => ({ labs: one }));
    const [, first] = run(visits, {}, { newTherapyDate: '2026-03-01' }).timepoints;
    expect(first?.components?.confirmed).toBe('SD');
  });

  it('counts death due to progression as the second sample, unless told otherwise', () => {
    const visits = serum(3, 4).map(labs => ({ labs }));
    const death = { deathDueToProgressionDate: '2026-03-01' };
    const value = (parameters: Record<string, unknown>, subject: Record<string, unknown>) =>
      run(visits, parameters, subject).bestOverallResponse.confirmed.value;
    expect(value({}, {})).toBe('NE');
    expect(value({}, death)).toBe('PD');
    expect(value({ 'imwg.deathConfirmsPd': false }, death)).toBe('NE');
  });

  it('takes back progression that the next sample does not show', () => {
    const rated = run(serum(3, 1, 1, 1.6, 1.2, 1.2).map(labs => ({ labs })));
    expect(rated.timepoints[3]).toMatchObject({
      overall: 'PD',
      revised: { value: 'PR', byTimepoint: 'V4' },
    });
    expect(rated.bestOverallResponse.unconfirmed.value).toBe('PR');
  });
});
