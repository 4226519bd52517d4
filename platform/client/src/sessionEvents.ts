const ended = 'corelab:session-ended';
const renewed = 'corelab:session-renewed';

/** Parts of one page share no state but the window: each end and renewal of the session is an event on it. */
function tell(name: string): void {
  globalThis.dispatchEvent(new Event(name));
}

function listen(name: string, listener: () => void): () => void {
  globalThis.addEventListener(name, listener);
  return () => globalThis.removeEventListener(name, listener);
}

/** A request was refused because nobody is logged in. */
export function announceSessionEnded(): void {
  tell(ended);
}

/** The returned function ends the listening. */
export function onSessionEnded(listener: () => void): () => void {
  return listen(ended, listener);
}

/** The same person is logged in again: what waited can be sent. */
export function announceSessionRenewed(): void {
  tell(renewed);
}

/** The returned function ends the listening. */
export function onSessionRenewed(listener: () => void): () => void {
  return listen(renewed, listener);
}
