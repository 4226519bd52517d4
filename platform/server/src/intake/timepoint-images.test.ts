import { describe, expect, it } from '@jest/globals';
import { timepointMachine } from '../workflow/machines/timepoint.js';
import { statesOf } from '../workflow/machines/machine.js';
import { bySystem } from '../workflow/apply-transition.js';
import { transition } from '../workflow/machines/transition.js';
import { actByImages, stateByImages } from './timepoint-images.js';

const images = (exams: number, ...roles: string[]) => ({ exams, roles: new Set(roles) });

describe('a timepoint', () => {
  it.each([
    ['expected', images(0), ['CT']],
    ['expected', images(0), []],
    ['incomplete', images(1), ['CT']],
    ['incomplete', images(2, 'CT'), ['CT', 'MR']],
    ['complete', images(2, 'CT', 'MR', 'PT'), ['CT', 'MR']],
    ['complete', images(1), []],
  ] as const)('is %s by its images: %#', (state, has, required) => {
    expect(stateByImages(has, required)).toBe(state);
  });

  it('goes on when images come, and back only when some are lost', () => {
    expect(actByImages('expected', 'incomplete', false)).toBe('receivePart');
    expect(actByImages('missed', 'complete', false)).toBe('complete');
    expect(actByImages('complete', 'incomplete', false)).toBe(null);
    expect(actByImages('complete', 'incomplete', true)).toBe('losePart');
    expect(actByImages('complete', 'expected', false)).toBe(null);
    expect(actByImages('complete', 'expected', true)).toBe('loseAll');
    expect(actByImages('missed', 'expected', true)).toBe(null);
  });

  it('only ever takes a way that its machine has, to where its images put it', () => {
    for (const from of statesOf(timepointMachine)) {
      for (const to of ['expected', 'incomplete', 'complete'] as const) {
        for (const lost of [true, false]) {
          const act = actByImages(from, to, lost);
          if (act === null) continue;
          const outcome = transition(timepointMachine, from, act, bySystem('lost'));
          expect([from, act, outcome]).toEqual([
            from,
            act,
            expect.objectContaining({ ok: true, state: to }),
          ]);
        }
      }
    }
  });
});
