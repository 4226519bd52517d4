import { remembered } from './remembered.js';

/** Rules with and without a test that looks, for ../../ruleTestRunner.test.mjs. */
export function isResponse(changePct: number): boolean {
  return changePct <= -30;
}

export function isProgression(changePct: number): boolean {
  return changePct >= 20;
}

export function isComplete(sumMm: number): boolean {
  return sumMm === 0;
}

/** Counts down: a mutant that never gets there runs into the limit of repetitions. */
export function stepsToZero(sumMm: number): number {
  let steps = 0;
  for (let left = sumMm; left > 0; left -= 1) steps += 1;
  return steps;
}

/** Made once: a mutant in it would not run again if it were kept. */
export const limitOf = remembered(({ base }: { readonly base: number }) => base * 2);

export const words = ['PR'];
