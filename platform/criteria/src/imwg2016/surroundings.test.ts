import { describe, expect, it } from '@jest/globals';
import { combine } from '../assess.js';
import { plasmacytoma, run, serum } from './course.testdata.js';

describe('the combination table', () => {
  it.each([
    [{ current: null, next: 'PR' }, 'NE'],
    [{ next: 'PR' }, 'NE'],
    [{ current: 'PR' }, 'SD'],
    // Without a kind a progression is by the laboratory.
    [{ current: 'PD', next: null }, 'NE'],
    [{ current: 'PD', next: 'PD' }, 'PD'],
  ])('%j is %s', (components, value) => {
    expect(combine({ criterion: 'imwg-2016', components })).toEqual({ overall: value });
  });

  it.each([
    [{ current: 'UPR' }, '/components/current', '"UPR" is not a response of imwg-2016 here'],
    [{ current: 'PR', next: 'NE' }, '/components/next', '"NE" is not a response of imwg-2016 here'],
  ])('refuses %j', (components, path, message) => {
    expect(() => combine({ criterion: 'imwg-2016', components })).toThrow(
      expect.objectContaining({ path, message: expect.stringContaining(message) })
    );
  });
});

it('names a parameter that it does not have', () => {
  expect(() => run([], { unknown: 1 })).toThrow('imwg-2016 has no parameter "unknown"');
});

describe('new therapy', () => {
  const first = (newTherapyDate: string, dates: (string | null)[]) => {
    const visits = serum(3, 1, 1).map((labs, at) => ({ labs, more: { date: dates[at] ?? null } }));
    const { timepoints } = run(visits, {}, { newTherapyDate });
    return timepoints[1]?.components?.confirmed;
  };
  const dates = ['2026-01-05', '2026-02-02', '2026-03-02'];
  it.each([
    ['the day after the second sample', '2026-03-03', dates, 'PR'],
    ['the day of the second sample', '2026-03-02', dates, 'SD'],
    ['before both', '2026-02-01', dates, 'PR'],
    ['where samples have no dates', '2026-03-01', [], 'PR'],
  ])('%s', (_name, therapy, given, expected) => {
    expect(first(therapy, given)).toBe(expected);
  });
});

describe('the baseline', () => {
  const baseline = (...visits: Parameters<typeof run>[0]) => {
    const [base] = run(visits).timepoints;
    return [base?.trace[0]?.text, base?.findings.map(({ rule, text }) => [rule, text])];
  };
  const labs = { serumMGPerDl: 3, urineMMgPer24h: 200 };
  const goesBy = 'The response goes by serum M-protein, urine M-protein.';
  it('names what the response goes by', () => {
    expect(baseline({ labs })).toEqual([goesBy, []]);
  });
  it('is measurable by plasmacytomas alone', () => {
    expect(baseline({ lesions: [plasmacytoma(20, 20)] })).toEqual(['No measurable marker.', []]);
  });
  it.each([
    [{ evaluable: false, reason: 'NOT_DONE' }, 'the baseline is not evaluable (NOT_DONE)'],
    [{ evaluable: false }, 'the baseline is not evaluable (OTHER)'],
    [
      {
        lesions: [
          { ...plasmacytoma(20, 20), perpendicularDiameterMm: null },
          { ...plasmacytoma(20, 20, 'T02'), evaluable: false },
        ],
      },
      'the baseline has no product for T01, T02',
    ],
  ])('says why it can not be used: %j', (more, problem) => {
    const [text, findings] = baseline({ labs, more });
    expect(text).toBe(goesBy);
    expect(findings).toContainEqual(['baseline.notEvaluable', `Every visit is NE: ${problem}.`]);
    const visit = run([{ labs, more }, { labs }]).timepoints[1];
    expect(visit?.trace.at(-1)?.text).toBe(`Not evaluable: ${problem}.`);
    expect(visit?.burden).toBeNull();
  });
  it.each([
    [{ evaluable: false, reason: 'NOT_DONE' }, 'NOT_DONE'],
    [{ evaluable: false }, 'OTHER'],
  ])('as a later visit does: %j', (more, reason) => {
    const visit = run([{ labs }, { labs, more }]).timepoints[1];
    expect(visit?.trace.at(-1)?.text).toBe(
      `Not evaluable: the visit is not evaluable (${reason}).`
    );
    expect(visit?.newLesions).toBeNull();
  });
});
