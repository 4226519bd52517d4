import { describe, expect, it } from '@jest/globals';
import { openingPrompt, type LoadedCase } from './loadCase.js';

const loaded = (part: Partial<LoadedCase>): LoadedCase =>
  ({ unsent: null, keptUnreadable: false, ...part }) as LoadedCase;

describe('openingPrompt', () => {
  it('says nothing when nothing was kept', () => {
    expect(openingPrompt(loaded({}))).toBeNull();
  });
  it('says that changes were brought back', () => {
    expect(openingPrompt(loaded({ unsent: { document: {}, etag: '"1"', changes: 3 } }))).toContain(
      '3'
    );
  });
  it("never hides that this computer's store could not be looked at", () => {
    expect(openingPrompt(loaded({ keptUnreadable: true }))).toContain('cannot look at');
  });
});
