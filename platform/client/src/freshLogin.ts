/** How a login at the organisation's provider, in a window of its own, ended. */
export type FreshLoginEnd =
  /** `secret`: to sign with, once and within two minutes; null where it was for going on. */
  | { readonly kind: 'done'; readonly secret: string | null }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  /** The browser opened no window. */
  | { readonly kind: 'blocked' }
  | { readonly kind: 'cancelled' };

export interface FreshLogin {
  readonly end: Promise<FreshLoginEnd>;
  cancel(): void;
}

export interface FreshLoginPorts {
  /** Whether a window came. */
  open(url: string): boolean;
  /** Calls back with what windows of this origin say; the returned function ends it. */
  listen(heard: (message: unknown) => void): () => void;
  newId(): string;
}

const isText = (value: unknown): value is string => typeof value === 'string';

/**
 * Has the person log in anew at the provider. The window can't be watched: what isolates pages from each other cuts it off
 * from this one as soon as it leaves this site, so its end comes over a channel of this origin.
 */
export function startFreshLogin(purpose: 'sign' | 'renew', ports: FreshLoginPorts): FreshLogin {
  const id = ports.newId();
  let cancel: () => void = () => undefined;
  const end = new Promise<FreshLoginEnd>(resolve => {
    const finish = (how: FreshLoginEnd): void => {
      stop();
      resolve(how);
    };
    const stop = ports.listen(message => {
      if (typeof message !== 'object' || message === null) return;
      const { window, secret, refused, message: says } = message as Record<string, unknown>;
      if (window !== id) return;
      if (isText(refused)) {
        finish({ kind: 'refused', code: refused, message: isText(says) ? says : refused });
      } else {
        finish({ kind: 'done', secret: isText(secret) ? secret : null });
      }
    });
    cancel = () => finish({ kind: 'cancelled' });
    if (!ports.open(`/login/provider?for=${purpose}&window=${id}`)) finish({ kind: 'blocked' });
  });
  return { end, cancel: () => cancel() };
}

/** A fresh login in this browser. */
export function freshLoginHere(purpose: 'sign' | 'renew'): FreshLogin {
  return startFreshLogin(purpose, {
    open: url => window.open(url, '_blank', 'popup,width=520,height=680') !== null,
    listen: heard => {
      const channel = new BroadcastChannel('corelab-provider-login');
      channel.onmessage = event => heard(event.data);
      return () => channel.close();
    },
    newId: () => crypto.randomUUID(),
  });
}
