import type { SaveView } from './StateLine.js';

const eventName = 'corelab:save';

let last: SaveView | null = null;

/** Tells other roots of this page what is saved: the panel and the case strip do not share one. */
export function announceSaveView(view: SaveView): void {
  last = view;
  window.dispatchEvent(new CustomEvent<SaveView>(eventName, { detail: view }));
}

/** The last announcement, null before the first. */
export function lastSaveView(): SaveView | null {
  return last;
}

/** Calls `listener` at every announcement; the returned function ends it. */
export function onSaveView(listener: () => void): () => void {
  window.addEventListener(eventName, listener);
  return () => window.removeEventListener(eventName, listener);
}
