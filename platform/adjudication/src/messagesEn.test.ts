import { describe, expect, it } from '@jest/globals';
import { differenceKinds } from './difference.js';
import { sizeFields } from './enteredState.js';
import { messagesEn } from './messagesEn.js';
import { refusals } from './replacement.js';
import { dateVariables, namedVariables } from './rules.js';
import { messagesDe } from './messagesDe.js';
import { sayInEnglish } from './sayInEnglish.js';
import { messageFormats } from './sayMessage.js';

const variants: Readonly<Record<string, readonly string[]>> = {
  size: sizeFields,
  reason: ['lesion', 'timepoint'],
};
const variables = [...namedVariables, 'number'];
const expected = [
  ...differenceKinds.flatMap(kind =>
    (variants[kind] ?? ['']).map(variant => `difference.${kind}${variant && `.${variant}`}`)
  ),
  ...['without', 'with', 'as'].flatMap(condition => [
    ...variables.map(name => `counterfactual.${condition}.${name}`),
    ...dateVariables.flatMap(name =>
      ['none', 'undated'].map(form => `counterfactual.${condition}.${name}.${form}`)
    ),
    `counterfactual.${condition}.nothing`,
  ]),
  ...refusals.map(reason => `counterfactual.refused.${reason}`),
  ...['agree', 'differ', 'newly'].flatMap(verdict =>
    variables.map(name => `agreement.${verdict}.${name}`)
  ),
];

describe('the English catalogue', () => {
  it('has a sentence for every kind, outcome, refusal and verdict, and no other', () => {
    expect(Object.keys(messagesEn).sort()).toEqual(expected.sort());
  });
  it('asks only for formats that there are', () => {
    const asked = Object.values(messagesEn).flatMap(text =>
      [...text.matchAll(/\{\{\w+, (\w+)\}\}/g)].map(([, format]) => format)
    );
    expect([...new Set(asked)].sort()).toEqual([...messageFormats].sort());
  });
  it('refuses a key and a value that are not there', () => {
    expect(() => sayInEnglish({ key: 'difference.none', values: {} })).toThrow(RangeError);
    expect(() => sayInEnglish({ key: 'difference.timepointOnlyOne', values: {} })).toThrow(
      'difference.timepointOnlyOne has no value "by"'
    );
  });
  it('says what is missing in words', () => {
    expect(
      sayInEnglish({
        key: 'difference.place',
        values: { nameA: 'A', nameB: 'B', placeA: null, placeB: 'LUNG, LEFT' },
      })
    ).toBe('Same lesion, named otherwise: A place not given, B left lung');
  });
});

describe('the German catalogue', () => {
  const filledIn = (sentence: string) =>
    [...sentence.matchAll(/\{\{[^}]+\}\}/g)].map(String).sort();
  it.each(Object.keys(messagesEn) as (keyof typeof messagesEn)[])(
    'fills in under %s what English does',
    key => {
      expect(filledIn(messagesDe[key])).toEqual(filledIn(messagesEn[key]));
    }
  );
});
