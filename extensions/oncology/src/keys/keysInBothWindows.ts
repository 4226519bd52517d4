import { startKeyDispatcher, type KeyDispatcherOptions } from '@corelab/host';
import { caseWindow } from '../case/caseWindow.js';

/** The same keys in the page and in the panel's own window, while there is one; the returned function ends both. */
export function keysInBothWindows(options: Omit<KeyDispatcherOptions, 'window'>): () => void {
  const keysIn = (target: Window): (() => void) =>
    startKeyDispatcher({ ...options, window: target });
  const nothing = (): void => undefined;
  let stopOther = nothing;
  const follow = (): void => {
    stopOther();
    stopOther = caseWindow.window === null ? nothing : keysIn(caseWindow.window);
  };
  const stopPage = keysIn(window);
  const stopFollowing = caseWindow.subscribe(follow);
  follow();
  return () => {
    stopFollowing();
    stopOther();
    stopPage();
  };
}
