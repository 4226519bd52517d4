import { describe, expect, it } from '@jest/globals';
import { agree, type AgreementInput } from './agree.js';
import type { Case } from './adjudicationCases.js';
import { AgreementError } from './agreementError.js';
import { control } from './controlChart.js';

const both = ['R1', 'R2'];
const agreed: Case = { readers: both };
const taken = (accepted: string, triggers: string[] = []): Case => ({
  readers: both,
  adjudication: { outcome: 'accepted', accepted, triggers },
});

describe('adjudication', () => {
  const cases: Case[] = [
    agreed,
    agreed,
    { readers: both, adjudication: null },
    taken('R1', ['bor', 'pdDate']),
    taken('R1', ['bor']),
    taken('R2', ['pdDate']),
    { readers: both, adjudication: { outcome: 'neither', triggers: ['bor'] } },
    { readers: both, adjudication: { outcome: 'pending' } },
    { readers: ['R2'] },
    { readers: ['R2', 'R3'] },
  ];
  const result = () => agree({ statistic: 'adjudication', cases });
  const reader = (name: string) => result().readers.find(one => one.reader === name);

  it('counts cases read by two, and those that went to an adjudicator', () => {
    const all = result();
    expect(all).toMatchObject({
      n: 9,
      excluded: 1,
      raters: 3,
      cases: 10,
      pending: 1,
      neither: 1,
      adjudicationRate: { count: 5, of: 9, value: 5 / 9 },
      value: 5 / 9,
    });
    expect(all.lower).toBe(all.adjudicationRate.lower);
    expect(all.upper).toBe(all.adjudicationRate.upper);
  });
  it('counts every trigger over the cases read by two', () => {
    expect(result().triggers.map(({ trigger, rate }) => [trigger, rate.count, rate.of])).toEqual([
      ['bor', 3, 9],
      ['pdDate', 2, 9],
    ]);
  });
  it('gives every reader what was taken, lost, and lost of all read', () => {
    expect(reader('R1')).toMatchObject({
      read: 8,
      acceptance: { count: 2, of: 4, value: 0.5 },
      lostShare: { count: 2, of: 4, value: 0.5 },
      disagreementIndex: { count: 2, of: 8, value: 0.25 },
    });
    expect(reader('R2')).toMatchObject({
      read: 10,
      acceptance: { count: 1, of: 4 },
      disagreementIndex: { count: 3, of: 10 },
    });
    expect(reader('R3')).toMatchObject({
      read: 1,
      acceptance: { count: 0, of: 0, value: null, control: { centre: null, outside: null } },
      disagreementIndex: { count: 0, of: 1, value: 0 },
    });
  });
  it('draws control limits around all readers', () => {
    const centre = 3 / 8;
    expect(reader('R1')?.acceptance.control).toEqual({
      centre,
      lower: 0,
      upper: 1,
      outside: false,
    });
    const lost = 5 / 19;
    const { control: chart } = reader('R2')?.disagreementIndex ?? {};
    expect(chart?.centre).toBeCloseTo(lost, 12);
    expect(chart?.upper).toBeCloseTo(lost + 3 * Math.sqrt((lost * (1 - lost)) / 10), 12);
  });
  it('charts periods around the whole, in their order', () => {
    const quiet = Array.from({ length: 60 }, (): Case => ({ ...agreed, period: '2026-02' }));
    const loud = Array.from({ length: 20 }, (): Case => ({ ...taken('R2'), period: '2026-01' }));
    const calm = Array.from({ length: 20 }, (): Case => ({ ...taken('R1'), period: '2026-02' }));
    const charted = agree({ statistic: 'adjudication', cases: [...loud, ...quiet, ...calm] });
    expect(charted.periods.map(({ period }) => period)).toEqual(['2026-01', '2026-02']);
    const [january, february] = charted.periods;
    expect(january?.adjudicationRate).toMatchObject({ count: 20, of: 20 });
    expect(january?.adjudicationRate.control).toMatchObject({ centre: 0.4, outside: true });
    expect(january?.adjudicationRate.control.upper).toBeCloseTo(0.4 + 3 * Math.sqrt(0.24 / 20), 12);
    expect(february?.adjudicationRate.control).toMatchObject({ outside: false });
    expect(january?.readers.map(one => [one.reader, one.acceptance.value])).toEqual([
      ['R1', 0],
      ['R2', 1],
    ]);
    expect(january?.readers[0]?.acceptance.control).toMatchObject({ centre: 0.5, outside: true });
  });
  it('leaves cases with one read out of a period', () => {
    const { periods } = agree({
      statistic: 'adjudication',
      cases: [
        { readers: ['R1'], period: 'P' },
        { ...agreed, period: 'P' },
      ],
    });
    expect(periods[0]?.adjudicationRate).toMatchObject({ count: 0, of: 1, value: 0 });
  });
});

describe('control chart', () => {
  it('calls a share outside only beyond three sigma, on both sides', () => {
    const total = { count: 500, of: 1000 };
    // Three sigma of 100 at one half are 15.
    expect(control({ count: 65, of: 100 }, total)).toEqual({
      centre: 0.5,
      lower: 0.35,
      upper: 0.65,
      outside: false,
    });
    expect(control({ count: 66, of: 100 }, total).outside).toBe(true);
    expect(control({ count: 35, of: 100 }, total).outside).toBe(false);
    expect(control({ count: 34, of: 100 }, total).outside).toBe(true);
  });
  it('is cut at 0 and 1', () => {
    expect(control({ count: 0, of: 2 }, { count: 1, of: 2 })).toMatchObject({ lower: 0, upper: 1 });
  });
});

describe('a case that can not be', () => {
  it.each<[string, Case[], string, string]>([
    ['no reader', [{ readers: [] }], '/cases/0/readers', 'expected one reader or two, found 0'],
    ['three readers', [agreed, { readers: ['A', 'B', 'C'] }], '/cases/1/readers', 'found 3'],
    ['one reader twice', [{ readers: ['A', 'A'] }], '/cases/0/readers', 'two different readers'],
    [
      'adjudicated after one read',
      [{ readers: ['A'], adjudication: { outcome: 'pending' } }],
      '/cases/0/adjudication',
      'nothing to adjudicate',
    ],
    [
      'nobody accepted',
      [{ readers: both, adjudication: { outcome: 'accepted' } }],
      '/cases/0/adjudication/accepted',
      'expected one of "R1", "R2", found nothing',
    ],
    ['a stranger accepted', [taken('R9')], '/cases/0/adjudication/accepted', 'found "R9"'],
    [
      'one accepted while pending',
      [{ readers: both, adjudication: { outcome: 'pending', accepted: 'R1' } }],
      '/cases/0/adjudication/accepted',
      'expected nothing with outcome pending',
    ],
    [
      'a period missing',
      [{ ...agreed, period: 'P' }, agreed],
      '/cases/1',
      'expected a period, as other cases have one',
    ],
  ])('%s', (_name, cases, path, message) => {
    const input: AgreementInput = { statistic: 'adjudication', cases };
    expect(() => agree(input)).toThrow(AgreementError);
    expect(() => agree(input)).toThrow(
      expect.objectContaining({
        code: 'CL_AGREEMENT_CASE',
        path,
        message: expect.stringContaining(message),
      })
    );
  });
});
