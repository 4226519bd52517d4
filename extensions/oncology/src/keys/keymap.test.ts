import { describe, expect, it } from '@jest/globals';
import { checkKeymap } from '@corelab/host';
import { caseKeys, keyGroups } from './keymap.js';

const actionOf = (chord: string, scope: string) =>
  caseKeys.find(binding => binding.chord === chord && binding.scopes.includes(scope))?.action;

describe('the keys of a case', () => {
  it('are bound once in each scope', () => {
    expect(() => checkKeymap(caseKeys)).not.toThrow();
  });

  it('give digits to the windows, and to the reason while one is asked', () => {
    expect(['1', '2', '3', '4', '5', '0'].map(digit => actionOf(digit, 'lesions'))).toEqual([
      'softTissue',
      'lung',
      'liver',
      'bone',
      'brain',
      'acquired',
    ]);
    expect(actionOf('1', 'reasons')).toBe('reason1');
    expect(actionOf('0', 'reasons')).toBeUndefined();
  });

  it('leave the arrows to a list of partners', () => {
    expect(actionOf('ArrowDown', 'lesions')).toBe('imageDown');
    expect(actionOf('ArrowDown', 'partners')).toBe('next');
  });

  it('are all in the overlay, each action once, but the digits of a reason', () => {
    const lines = keyGroups().flatMap(group => group.lines);
    const actions = new Set(caseKeys.map(({ action }) => action).filter(a => !/^reason/.test(a)));
    const mouseLines = 2;
    expect(lines).toHaveLength(actions.size + mouseLines);
    expect(
      lines.filter(({ keys, label }) => keys === '' || /^(keys|window)\./.test(label))
    ).toEqual([]);
    expect(keyGroups().map(({ title }) => title)).toEqual(['Lesions', 'Images', 'Windows', 'Read']);
  });
});
