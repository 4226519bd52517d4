import { describe, expect, it } from '@jest/globals';
import { scopes } from './scope.js';
import { effectOn } from './version-effect.js';

const byScope = (state: Parameters<typeof effectOn>[0], subjectHasBegun: boolean) =>
  Object.fromEntries(scopes.map(scope => [scope, effectOn(state, subjectHasBegun, scope)]));

/** docs/administration.md, the table of scopes. */
describe('what an approval does to a read', () => {
  it.each(['ready', 'draft', 'onHold', 'signed'] as const)('that has begun: %s', state => {
    expect(byScope(state, true)).toEqual({
      ...{ newSubjects: 'stays', newTimepoints: 'stays', allWithRereading: 'asked' },
    });
  });

  it('that has not begun, of a subject that has', () => {
    expect(byScope('waiting', true)).toEqual({
      ...{ newSubjects: 'stays', newTimepoints: 'follows', allWithRereading: 'follows' },
    });
  });

  it('of a subject that has not begun', () => {
    expect(byScope('waiting', false)).toEqual({
      ...{ newSubjects: 'follows', newTimepoints: 'follows', allWithRereading: 'follows' },
    });
  });
});
