import { describe, expect, it } from '@jest/globals';
import { marginAs, once, type Reason, written } from './reason.js';
import type { Margin } from './schemas.js';

const bare: Reason = { rule: 'target.sd', text: 'stable', numbers: { sum: 40 }, source: 'Table 1' };
const margin: Margin = { value: 1.5, unit: 'mm', category: 'PD' };
const doubled = (one: Margin): Margin => ({ ...one, value: 2 * one.value });

describe('a written reason', () => {
  it('has no threshold and no margin where the reason has none', () => {
    expect(written(bare)).toStrictEqual(bare);
  });
  it('has what was to be made later', () => {
    const late: Reason = {
      ...bare,
      text: () => 'stable',
      numbers: () => ({ sum: 40 }),
      threshold: () => '20 %',
      margin: () => margin,
    };
    expect(written(late)).toStrictEqual({ ...bare, threshold: '20 %', margin });
  });
  it('says of a margin that there is none', () => {
    expect(written({ ...bare, margin: null })).toStrictEqual({ ...bare, margin: null });
  });
});

describe('a margin said otherwise', () => {
  it.each([
    ['a number', margin, { ...margin, value: 3 }],
    ['none', null, null],
    ['one made later', () => margin, { ...margin, value: 3 }],
  ])('%s', (_name, given, expected) => {
    expect(written(marginAs({ ...bare, margin: given }, doubled)).margin).toEqual(expected);
  });
  it('leaves a reason without one as it is', () => {
    expect(marginAs(bare, doubled)).toBe(bare);
  });
});

it('makes once what is asked for twice', () => {
  let made = 0;
  const value = once(() => ({ made: (made += 1) }));
  expect(made).toBe(0);
  expect([value(), value()]).toEqual([{ made: 1 }, { made: 1 }]);
});
