import { useEffect } from 'react';

/** While `unsent`, the browser asks before the page is closed, loaded anew or left for another one: this is in it alone. */
export function useAskBeforeUnload(unsent: boolean): void {
  useEffect(() => {
    if (!unsent) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsent]);
}
