import type { KeyLine } from './KeyOverlay.js';

/** The keys of one scope, for whoever lists them all. */
export interface OfferedKeys {
  title: string;
  lines: KeyLine[];
}

const offers: (() => OfferedKeys)[] = [];

/** Adds a scope's keys to the directory; `keys` is asked at each look, so that it follows the language. */
export function offerKeys(keys: () => OfferedKeys): void {
  offers.push(keys);
}

/** All offered scopes in the order of their offering. */
export function offeredKeys(): OfferedKeys[] {
  return offers.map(keys => keys());
}
