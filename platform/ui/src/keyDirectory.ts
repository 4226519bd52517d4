import type { KeyGroup } from './KeyOverlay.js';

const offers: (() => readonly KeyGroup[])[] = [];

/** Adds a scope's keys to the directory; `keys` is asked at each look, so that it follows the language. */
export function offerKeys(keys: () => readonly KeyGroup[]): void {
  offers.push(keys);
}

/** All offered scopes in the order of their offering. */
export function offeredKeys(): KeyGroup[] {
  return offers.flatMap(keys => [...keys()]);
}
