import { useCallback, useEffect, useState } from 'react';
import { holdNavigation } from '@corelab/host';

export interface LeaveGuard {
  /** Leaves, where the person has tried to; null while nobody has. */
  readonly leave: (() => void) | null;
  stay(): void;
  /** Goes at once where nothing is unsaved, else asks. */
  ask(go: () => void): void;
}

/** Keeps the page while something is unsaved, and holds the way on until the person has decided. */
export function useLeaveGuard(unsaved: boolean): LeaveGuard {
  const [leave, setLeave] = useState<(() => void) | null>(null);
  useEffect(() => {
    if (!unsaved) return undefined;
    const browserAsks = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', browserAsks);
    const release = holdNavigation(go =>
      setLeave(() => () => {
        // Asked once: a page that is loaded would ask again.
        window.removeEventListener('beforeunload', browserAsks);
        go();
      })
    );
    return () => {
      window.removeEventListener('beforeunload', browserAsks);
      release();
    };
  }, [unsaved]);
  const stay = useCallback(() => setLeave(null), []);
  const ask = useCallback(
    (go: () => void) => {
      if (unsaved) setLeave(() => go);
      else go();
    },
    [unsaved]
  );
  return { leave, stay, ask };
}
