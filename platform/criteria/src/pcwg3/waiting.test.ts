import { describe, expect, it } from '@jest/globals';
import { baseline, day, run, scan, target, week } from './course.testdata.js';

const pcwg2 = { standard: 'pcwg2' };
const grown = [target(70)];

describe('soft tissue of PCWG2 that waits for its second assessment', () => {
  const first = scan(8, 0, { lesions: grown });
  const last = scan(16, 0, { lesions: grown });

  it('an assessment in between that was not evaluable stays so', () => {
    const between = scan(12, 0, { softTissueEvaluable: false });
    const [, one, unread] = run([baseline(), first, between, last], pcwg2).timepoints;
    expect(one).toMatchObject({ overall: 'PDu', revised: { value: 'PD', byTimepoint: 'w16' } });
    expect(unread).toMatchObject({ overall: 'NE', revised: null });
  });

  it('has the date of its own progression, whenever a bone scan without one was', () => {
    const early = { newLesions: 0, lesionsPresent: true, date: week(7) };
    const visits = [{ ...first, boneScan: early }, last];
    expect(run([baseline(), ...visits], pcwg2).timepoints[1]).toMatchObject({
      revised: { value: 'PD', byTimepoint: 'w16' },
      date: week(8),
    });
  });
});

describe('days that confirm PSA', () => {
  /** PSA in ng/mL by day after a baseline of 100, at each visit. */
  const rated = (values: readonly (readonly [number, number])[], psaConfirmDays = 21) =>
    run(
      [
        baseline({ psaNgMl: 100 }),
        ...values.map(([days, psaNgMl]) =>
          scan(0, 0, { id: `d${days}`, date: day(days), psaNgMl })
        ),
      ],
      { psaConfirmDays }
    ).timepoints.slice(1);
  const rise = [
    [28, 40],
    [56, 50],
    [84, 50],
  ] as const;

  it.each([
    [28, 'PD'],
    [29, 'PDu'],
  ])('a rise, 28 days later, where %i are needed: %s', (needed, category) => {
    expect(rated(rise, needed).at(-1)?.components?.psa).toBe(category);
  });

  it.each([
    [20, false],
    [21, true],
  ])('a decline, %i days later, where 21 are needed: confirmed %s', (gap, confirmed) => {
    const last = rated([
      [28, 40],
      [28 + gap, 40],
    ]).at(-1);
    const text = last?.trace.find(({ rule }) => rule === 'psa.50')?.text ?? '';
    expect(text).toContain('at least 50 % below the baseline');
    expect(text.includes('confirmed: PSA50')).toBe(confirmed);
  });
});
