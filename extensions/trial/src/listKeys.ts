import type { KeyBinding } from '@corelab/host';
import type { ListStore } from './listStore.js';

export type ListAction = 'previous' | 'next' | 'open' | 'openNext';

const scopes = ['list'];

/** Keys of the reading list. */
export const listKeys: readonly KeyBinding[] = [
  { chord: 'w', scopes, action: 'previous' },
  { chord: 'ArrowUp', scopes, action: 'previous' },
  { chord: 's', scopes, action: 'next' },
  { chord: 'ArrowDown', scopes, action: 'next' },
  { chord: 'Enter', scopes, action: 'open' },
  { chord: 'n', scopes, action: 'openNext' },
];

/** Runs one of them; true means the key was used. */
export function runListAction(store: ListStore, action: ListAction): boolean {
  const acts: Record<ListAction, () => void> = {
    previous: () => store.move(-1),
    next: () => store.move(1),
    open: () => void store.openCurrent(),
    openNext: () => void store.openNext(),
  };
  acts[action]();
  return true;
}
