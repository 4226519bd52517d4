import type { KeyBinding } from '@corelab/host';
import { text, type KeyGroup } from '@corelab/ui';
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

const actions: readonly ListAction[] = ['previous', 'next', 'open', 'openNext'];

/** The same keys for the list in Preferences, one line per action. */
export function listKeyLines(): KeyGroup {
  return {
    title: text('keys.listTitle'),
    lines: actions.map(action => ({
      keys: listKeys
        .filter(binding => binding.action === action)
        .map(({ chord }) => (chord.length === 1 ? chord.toUpperCase() : chord))
        .join(', '),
      label: text(`keys.list.${action}`),
    })),
  };
}

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
