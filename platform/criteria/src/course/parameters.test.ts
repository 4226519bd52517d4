import { describe, expect, it } from '@jest/globals';
import { Type } from '@sinclair/typebox';
import { days, flag, oneOf, parametersOf } from './parameters.js';

const schema = Type.Object(
  { carry: oneOf(['none', 'faq'], ''), wait: days(28, ''), strict: flag(true, '') },
  { additionalProperties: false }
);
const defaults = { carry: 'none', wait: 28, strict: true };
const refusal = (given: Record<string, unknown>) => {
  try {
    parametersOf('recist-1.1', schema, given);
  } catch (error) {
    const { code, path, message } = error as { code: string; path: string; message: string };
    return [code, path, message];
  }
  return null;
};

describe('parameters', () => {
  it('have their defaults where nothing is given', () => {
    for (const given of [null, undefined, {}, { wait: undefined }])
      expect(parametersOf('recist-1.1', schema, given)).toStrictEqual(defaults);
    expect(parametersOf('recist-1.1', schema, { wait: 0, strict: false })).toStrictEqual({
      carry: 'none',
      wait: 0,
      strict: false,
    });
  });
  it.each([
    [
      { wait: -1 },
      '/parameters/wait',
      'parameter wait: Expected integer to be greater or equal to 0, got -1',
    ],
    [
      { carry: 'always' },
      '/parameters/carry',
      'parameter carry: Expected union value, got "always"',
    ],
    [{ strict: null }, '/parameters/strict', 'parameter strict: Expected boolean, got null'],
    [
      { waits: 1 },
      '/parameters/waits',
      'recist-1.1 has no parameter "waits" (known: carry, wait, strict)',
    ],
  ])('%j is refused', (given, path, message) => {
    expect(refusal(given)).toEqual(['CL_PARAMETER', path, message]);
  });
});
