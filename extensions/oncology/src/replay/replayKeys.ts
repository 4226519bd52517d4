import type { CaseAction } from '../keys/keymap.js';

/** Keys that only look: everything else that a read has keys for is left alone while it is replayed. */
const looking = [
  'help',
  'escape',
  'previous',
  'next',
  'derivation',
] as const satisfies readonly CaseAction[];

export const isForReplay = (action: string): action is (typeof looking)[number] =>
  looking.some(one => one === action);
