import { describe, expect, it } from '@jest/globals';
import { combine } from '../assess.js';

const groupsA = ['CR', 'PR', 'PR-L', 'SD', 'PD', 'NE'];
const groupsB = ['CR', 'PR', 'SD', 'PD', 'NE', null];
const marrows = ['NORMAL', 'HYPOCELLULAR', 'INVOLVED', 'PD', null];
/** Section 15 in its own order: progression, not evaluable, complete, the rule of partial response, stable. */
function byText(a: string, b: string | null, marrow: string | null, cytopenia: boolean): string {
  if (a === 'PD' || b === 'PD' || marrow === 'PD') return 'PD';
  if (a === 'NE' || b === 'NE') return 'NE';
  const clear = marrow === 'NORMAL' || marrow === 'HYPOCELLULAR';
  if (a === 'CR' && clear && cytopenia) return 'CRi';
  if (a === 'CR' && clear && b === 'CR') return marrow === 'NORMAL' ? 'CR' : 'CRi';
  if (a === 'SD' || b === 'SD') return 'SD';
  return a === 'PR-L' ? 'PR-L' : 'PR';
}
const cells = groupsA.flatMap(groupA =>
  groupsB.flatMap(groupB =>
    marrows.flatMap(marrow =>
      [false, true].map(cytopenia => ({ groupA, groupB, marrow, cytopenia }))
    )
  )
);

describe('combination', () => {
  it.each(cells)('$groupA, $groupB, marrow $marrow, cytopenia $cytopenia', components => {
    const { groupA, groupB, marrow, cytopenia } = components;
    expect(combine({ criterion: 'iwcll-2018', components })).toEqual({
      overall: byText(groupA, groupB, marrow, cytopenia),
    });
    expect(
      combine({ criterion: 'iwcll-2018', components: { ...components, newLesions: true } })
    ).toEqual({ overall: 'PD' });
  });

  it.each([['groupA'], ['groupB'], ['marrow']])('refuses other codes of %s, by its path', name => {
    const components = { groupA: 'PR', [name]: 'MR' };
    let error: unknown;
    try {
      combine({ criterion: 'iwcll-2018', components });
    } catch (caught) {
      error = caught;
    }
    expect(error).toMatchObject({ path: `/components/${name}` });
    expect(String(error)).toMatch(/"MR" is not a response of iwcll-2018/);
  });

  it('takes group A that is not given for one not evaluable, the rest for not stated', () => {
    const of = (components: Record<string, unknown>) =>
      combine({ criterion: 'iwcll-2018', components }).overall;
    expect(of({ groupB: 'PR' })).toBe('NE');
    expect(of({ groupA: 'CR', groupB: 'CR', marrow: 'NORMAL' })).toBe('CR');
  });
});
