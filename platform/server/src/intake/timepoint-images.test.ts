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
    const [came, lost] = [
      { lost: false, cameIn: true },
      { lost: true, cameIn: false },
    ];
    expect(actByImages('expected', 'incomplete', came)).toBe('receivePart');
    expect(actByImages('missed', 'complete', came)).toBe('complete');
    expect(actByImages('complete', 'incomplete', came)).toBe(null);
    expect(actByImages('complete', 'incomplete', lost)).toBe('losePart');
    expect(actByImages('complete', 'expected', came)).toBe(null);
    expect(actByImages('complete', 'expected', lost)).toBe('loseAll');
    expect(actByImages('missed', 'expected', lost)).toBe(null);
  });

  it('that was said to be not readable stays so until other images come', () => {
    expect(actByImages('notReadable', 'complete', { lost: false, cameIn: false })).toBe(null);
    expect(actByImages('notReadable', 'complete', { lost: true, cameIn: false })).toBe(null);
    expect(actByImages('notReadable', 'complete', { lost: false, cameIn: true })).toBe('complete');
    expect(actByImages('notReadable', 'expected', { lost: true, cameIn: false })).toBe('loseAll');
  });

  it('only ever takes a way that its machine has, to where its images put it', () => {
    for (const from of statesOf(timepointMachine)) {
      for (const to of ['expected', 'incomplete', 'complete'] as const) {
        for (const [lost, cameIn] of [
          ...[[true, false] as const, [false, true] as const],
          ...[[true, true] as const, [false, false] as const],
        ]) {
          const act = actByImages(from, to, { lost, cameIn });
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
