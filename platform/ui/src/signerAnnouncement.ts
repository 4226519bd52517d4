import { useEffect, useState } from 'react';

const eventName = 'corelab:signer';

/** How a login in a window of its own ended. */
export type ConfirmEnd =
  | { readonly kind: 'done'; readonly secret: string | null }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'blocked' }
  | { readonly kind: 'cancelled' };

/** Of a person who logs in at the organisation's own provider: they sign by doing so again. */
export interface SignerView {
  /** What the provider is called. */
  readonly provider: string;
  confirm(purpose: 'sign' | 'renew'): { readonly end: Promise<ConfirmEnd>; cancel(): void };
}

let last: SignerView | null = null;

/** Tells all roots of this page how its person signs; null: with a password. */
export function announceSigner(view: SignerView | null): void {
  if (last?.provider === view?.provider) return;
  last = view;
  window.dispatchEvent(new Event(eventName));
}

/** How the person of this page signs; null: with a password. */
export function useSigner(): SignerView | null {
  const [signer, setSigner] = useState(last);
  useEffect(() => {
    const heard = (): void => setSigner(last);
    heard();
    window.addEventListener(eventName, heard);
    return () => window.removeEventListener(eventName, heard);
  }, []);
  return signer;
}
