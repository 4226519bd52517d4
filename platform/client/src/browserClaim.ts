import type { Channel, Locks } from './readClaim.js';

/** The browser's locks and a channel of its windows; null where it has no locks (not a secure context). */
export function browserClaim(
  readId: string,
  { navigator }: Window
): { locks: Locks; channel: Channel } | null {
  if (!('locks' in navigator)) {
    return null;
  }
  const broadcast = new BroadcastChannel(`corelab-read-${readId}`);
  return {
    locks: {
      request: (name, options, held) => navigator.locks.request(name, options, held),
    },
    channel: {
      post: message => broadcast.postMessage(message),
      listen: listener => {
        broadcast.onmessage = event => listener(event.data);
      },
      close: () => broadcast.close(),
    },
  };
}
