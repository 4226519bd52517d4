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

  it('refuses other codes', () => {
    const components = { groupA: 'MR' };
    expect(() => combine({ criterion: 'iwcll-2018', components })).toThrow(/not a response/);
  });
});
