import { afterEach, describe, expect, it } from '@jest/globals';
import { de } from './language/de.js';
import { en } from './language/en.js';
import { formatChange, formatMm, formatPercentChange } from './numbers.js';
import { setLanguage, text, type TextKey } from './text.js';

afterEach(() => void setLanguage('en'));

const placeholders = (sentence: string): string[] =>
  [...sentence.matchAll(/{{(\w+)}}/g)].map(([, name]) => name ?? '').sort();

describe('text', () => {
  it('has the same values to fill in both languages', () => {
    for (const key of Object.keys(en) as TextKey[]) {
      expect({ key, values: placeholders(de[key]) }).toEqual({
        key,
        values: placeholders(en[key]),
      });
    }
  });

  it('speaks German when asked, English for anything else', () => {
    expect(setLanguage('de-CH')).toBe('de');
    expect(text('sign.button')).toBe('Unterschreiben');
    expect(setLanguage('fr')).toBe('en');
    expect(text('sign.open', { count: 1 })).toBe('1 thing before you can sign');
  });

  it('writes no exclamation mark', () => {
    expect([...Object.values(en), ...Object.values(de)].filter(s => s.includes('!'))).toEqual([]);
  });
});

describe('numbers', () => {
  it.each([
    [formatMm(24.12), '24.1\u00a0mm'],
    [formatChange(-2.34), '\u22122.3'],
    [formatChange(2.34), '+2.3'],
    [formatChange(-0.01), '0.0'],
    [formatPercentChange(-29.74), '\u221229.7\u00a0%'],
  ])('%s', (given, expected) => {
    expect(given).toBe(expected);
  });
});
