import { createRoot, type Root } from 'react-dom/client';
import {
  createSessionApi,
  freshLoginHere,
  announceSessionRenewed,
  onSessionEnded,
  SessionWatch,
  type ClientError,
  type SessionApi,
  type SessionState,
} from '@corelab/client';
import {
  announceSessionNotice,
  announceSigner,
  lastSaveView,
  SessionModal,
  text,
  onlyInPage,
} from '@corelab/ui';
import { PageShutter } from './pageShutter.js';

type Ended = Extract<SessionState, { kind: 'ended' }>;

const hourMs = 3_600_000;
const two = (value: number): string => String(value).padStart(2, '0');

function clockOf(ms: number): string {
  const date = new Date(ms);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

function loginAddress({ pathname, search }: Location): string {
  return `/login?next=${encodeURIComponent(pathname + search)}`;
}

/** Why the password did not open the session, as a sentence. */
export function refusalText(refusal: ClientError): string {
  const { code, body, isOffline, message } = refusal;
  const facts = typeof body === 'object' && body !== null ? body : {};
  if (isOffline) return text('session.offline');
  if (code === 'CL_PASSWORD_WRONG') return text('session.wrong');
  if (code === 'CL_SECOND_FACTOR_WRONG') return text('secondFactor.wrong');
  if (code === 'CL_SECOND_FACTOR_ENROL') return text('secondFactor.atLogin');
  if (code === 'CL_OTHER_PERSON') return text('session.other');
  if (code === 'CL_ACCOUNT_LOCKED' && 'minutes' in facts && 'tries' in facts) {
    return text('session.locked', {
      minutes: Number(facts.minutes),
      tries: Number(facts.tries),
    });
  }
  return message;
}

export interface SessionGuardParts {
  window: Window;
  api: SessionApi;
  navigate(url: string): void;
}

const browserParts = (): SessionGuardParts => ({
  window,
  api: createSessionApi({ fetch: (url, init) => fetch(url, init) }),
  navigate: url => window.location.assign(url),
});

function modalOf(state: Ended, watch: SessionWatch, loginHref: string) {
  const save = lastSaveView();
  const byIdleness = state.afterMs !== null && state.afterMs >= 60_000;
  return (
    <SessionModal
      name={state.name}
      afterMinutes={byIdleness ? Math.round((state.afterMs ?? 0) / 60_000) : null}
      unkept={save !== null && onlyInPage(save)}
      error={state.refusal === null ? null : refusalText(state.refusal)}
      sending={state.sending}
      closed={state.refusal?.code === 'CL_OTHER_PERSON'}
      loginHref={loginHref}
      codeAsked={state.codeAsked}
      onRenew={(password, code) => void watch.renew(password, code)}
      onRenewed={() => void watch.look()}
    />
  );
}

/**
 * Guards the session of a page from its start, in a root of its own beside the host's: the warning goes to panel and
 * pages, the end dims all and asks the password in place. Returns the function that ends it.
 */
export function startSessionGuard(parts: SessionGuardParts = browserParts()): () => void {
  const { window, api } = parts;
  const place = window.document.body.appendChild(window.document.createElement('div'));
  place.className = 'cl-root';
  const shutter = new PageShutter(place, window);
  let root: Root | null = null;
  const show = (state: SessionState): void => {
    announceSessionNotice(
      state.kind === 'warning'
        ? {
            time: clockOf(state.endsAt),
            limitHours:
              state.by === 'limit' ? Math.max(1, Math.round(state.limitMs / hourMs)) : null,
            onStay: () => void watch.stay(),
          }
        : null
    );
    if (state.kind === 'ended') {
      shutter.close();
      root ??= createRoot(place);
      root.render(modalOf(state, watch, loginAddress(window.location)));
    } else if (root !== null) {
      root.unmount();
      root = null;
      shutter.open();
    }
  };
  const watch = new SessionWatch({
    api,
    now: () => Date.now(),
    schedule: (task, ms) => {
      const id = window.setTimeout(task, ms);
      return () => window.clearTimeout(id);
    },
    onState: show,
    known: ({ provider }) =>
      announceSigner(
        provider?.signs === true ? { provider: provider.name, confirm: freshLoginHere } : null
      ),
    renewed: announceSessionRenewed,
    otherHat: () => {
      // What only this window has stays in it, under a hat that can't send it, until the person goes.
      const save = lastSaveView();
      if (save === null || !onlyInPage(save)) parts.navigate('/');
    },
    toLogin: () => parts.navigate(loginAddress(window.location)),
  });
  const acted = (): void => watch.acted();
  const look = (): void => void watch.look();
  const acts = ['keydown', 'pointerdown', 'wheel'] as const;
  acts.forEach(name => window.addEventListener(name, acted, { capture: true, passive: true }));
  window.addEventListener('focus', look);
  const stopListening = onSessionEnded(look);
  look();
  return () => {
    watch.stop();
    stopListening();
    acts.forEach(name => window.removeEventListener(name, acted, { capture: true }));
    window.removeEventListener('focus', look);
    root?.unmount();
    shutter.end();
    announceSessionNotice(null);
    place.remove();
  };
}
