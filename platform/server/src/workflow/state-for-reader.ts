import type { ReadState } from './machines/read.js';

/** The state as its reader sees it: that something came later, and is not decided, would tell of later timepoints. */
export const stateForReader = (state: ReadState): ReadState =>
  state === 'impactPending' ? 'signed' : state;
