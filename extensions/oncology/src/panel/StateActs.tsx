import type { ReactNode } from 'react';
import { IconButton, text } from '@corelab/ui';
import { OwnWindowButton } from './OwnWindowParts.js';

export interface StateActsProps {
  store: {
    readonly locked: boolean;
    undo(): void;
    redo(): void;
    open(sheet: 'keys'): void;
  };
  snapshot: { readonly canUndo: boolean; readonly canRedo: boolean };
  /** Acts of the one panel alone, between the window and the keys. */
  children?: ReactNode;
}

/** The acts at the top of every panel: undo, redo, a window of its own, the keys. */
export function StateActs({ store, snapshot, children }: StateActsProps) {
  return (
    <>
      <IconButton
        icon="undo"
        label={text('keys.undo')}
        keys="Ctrl+Z"
        name="undo"
        disabled={!snapshot.canUndo || store.locked}
        onPress={() => store.undo()}
      />
      <IconButton
        icon="redo"
        label={text('keys.redo')}
        keys="Ctrl+Y"
        name="redo"
        disabled={!snapshot.canRedo || store.locked}
        onPress={() => store.redo()}
      />
      <OwnWindowButton />
      {children}
      <button
        type="button"
        className="cl-button cl-button-quiet"
        onClick={() => store.open('keys')}
      >
        {text('keys.button')} <kbd className="cl-key">?</kbd>
      </button>
    </>
  );
}
