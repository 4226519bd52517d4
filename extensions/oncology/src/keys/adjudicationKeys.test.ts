import { describe, expect, it } from '@jest/globals';
import { checkKeymap } from '@corelab/host';
import { adjudicationKeyGroups, adjudicationKeys } from './adjudicationKeys.js';

describe('the keys of an adjudication', () => {
  it('are bound once', () => {
    expect(() => checkKeymap(adjudicationKeys)).not.toThrow();
  });

  it('show and choose the reads by their letters', () => {
    const actionOf = (chord: string) =>
      adjudicationKeys.find(binding => binding.chord === chord)?.action;
    expect(['a', 'b', 'Shift+A', 'Shift+B', 'd', 'w', 's'].map(actionOf)).toEqual([
      'toggleA',
      'toggleB',
      'chooseA',
      'chooseB',
      'due',
      'previous',
      'next',
    ]);
  });

  it('are all in the overlay, each action once', () => {
    const lines = adjudicationKeyGroups().flatMap(group => group.lines);
    const actions = new Set(adjudicationKeys.map(({ action }) => action));
    const mouseLines = 2;
    expect(lines).toHaveLength(actions.size + mouseLines);
    expect(
      lines.filter(({ keys, label }) => keys === '' || /^(adj|keys|window)\./.test(label))
    ).toEqual([]);
  });
});
