const eventName = 'corelab:session-notice';

/** A session near its end, as the parts of a page show it; `time` is a clock time, already formatted. */
export interface SessionNoticeView {
  time: string;
  /** Whole hours of the longest session where that limit ends it; null where doing something helps. */
  limitHours: number | null;
  onStay(): void;
}

let last: SessionNoticeView | null = null;

/** Tells all roots of this page that the session ends soon; null when it does not any more. */
export function announceSessionNotice(view: SessionNoticeView | null): void {
  last = view;
  window.dispatchEvent(new Event(eventName));
}

/** The last announcement, null before the first. */
export function lastSessionNotice(): SessionNoticeView | null {
  return last;
}

/** Calls `listener` at every announcement; the returned function ends it. */
export function onSessionNotice(listener: () => void): () => void {
  window.addEventListener(eventName, listener);
  return () => window.removeEventListener(eventName, listener);
}
