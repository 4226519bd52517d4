import { act, type ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { QueryClient } from '@tanstack/react-query';
import { ClientError, type Session } from '@corelab/client';
import { staffPages, type StaffPageId } from '@corelab/extension-trial';
import type { StaffServer } from './frame/server.js';
import { StaffRoom } from './frame/StaffRoom.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
// jsdom lays nothing out: a table that shows the rows in sight needs a height.
Object.defineProperty(HTMLElement.prototype, 'clientHeight', { get: () => 600 });
Object.defineProperty(HTMLElement.prototype, 'clientWidth', { get: () => 1200 });

/** A person of staff in one trial. */
export const sessionOf = (...roles: string[]): Session => ({
  user: 'anna',
  name: 'Anna Adler',
  hat: roles[0] ?? null,
  hats: roles,
  roles,
  administrator: false,
  trials: [{ id: 'T-1', name: 'Trial one', demo: false, roles, results: false }],
  provider: null,
  csrfToken: 't',
  expiresAt: '',
});

export interface Asked {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly given: unknown;
}

type Answers = Readonly<Record<string, unknown>>;

/** A server that answers from a table by `get /path`; an Error in it is a refusal. What was asked is in `asked`. */
export function fakeServer(session: Session | ClientError, answers: Answers) {
  const asked: Asked[] = [];
  const told = (value: unknown): Promise<never> =>
    value instanceof Error ? Promise.reject(value) : Promise.resolve(value as never);
  const answer = (method: Asked['method']) => (path: string, given: unknown) => {
    asked.push({ method, path, given });
    const key = `${method} ${path}`;
    if (!Object.hasOwn(answers, key)) throw new Error(`no answer for ${key}`);
    const value = answers[key];
    return told(
      typeof value === 'function' ? (value as (given: unknown) => unknown)(given) : value
    );
  };
  const server = {
    get: answer('get'),
    post: answer('post'),
    session: () => told(session),
    logout: () => Promise.resolve(),
    kept: { list: () => Promise.resolve([]) },
    wear: (hat: string) => answer('post')('hat', { hat }),
    deliver: (trial: string, files: unknown, options: unknown) =>
      answer('post')('deliver', { trial, files, options }),
  } as unknown as StaffServer;
  return { server, asked };
}

export interface Bench {
  readonly place: HTMLElement;
  readonly visited: string[];
  /** Lets answers arrive. */
  settle(): Promise<void>;
  /** Waits until something holds. @throws Error after many rounds, with what the page says. */
  until(what: () => unknown): Promise<void>;
  /** Waits until the page says these words. */
  says(words: string): Promise<void>;
  /** The first button whose words are these, once it is there; one that is disabled does nothing. */
  click(words: string): Promise<void>;
  /** Writes into the field with this label. */
  write(label: string, value: string): void;
  /** Takes an option of a choice. @throws Error where there is no such choice. */
  choose(select: Element | null, value: string): void;
  press(target: Element, key: string): void;
  end(): void;
}

/** A page in its room. */
export async function openPage(
  id: StaffPageId,
  content: ReactElement,
  server: StaffServer,
  search = ''
): Promise<Bench> {
  const page = staffPages.find(one => one.id === id);
  if (page === undefined) throw new Error(`no page ${id}`);
  const place = document.body.appendChild(document.createElement('div'));
  const root: Root = createRoot(place);
  const visited: string[] = [];
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  /** One answer may lead to the next question: three rounds are enough for any page. */
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 3; round += 1) {
      await act(async () => new Promise(done => setTimeout(done, 0)));
    }
  };
  await act(async () =>
    root.render(
      <StaffRoom
        page={page}
        server={server}
        query={new URLSearchParams(search)}
        go={address => visited.push(address)}
        load={address => visited.push(`load ${address}`)}
        queries={queries}
      >
        {content}
      </StaffRoom>
    )
  );
  await settle();
  const until = async (what: () => unknown): Promise<void> => {
    for (let round = 0; !what(); round += 1) {
      if (round === 500) throw new Error(`it never came; the page says: ${place.textContent}`);
      await act(async () => new Promise(done => setTimeout(done, 1)));
    }
  };
  const button = (words: string): HTMLButtonElement | undefined =>
    [...place.querySelectorAll('button')].find(({ textContent }) => textContent === words);
  const labelled = (label: string): HTMLInputElement | HTMLTextAreaElement => {
    const found = [...place.querySelectorAll('label')].find(one => one.textContent === label);
    const field = found === undefined ? null : place.querySelector(`[id="${found.htmlFor}"]`);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field;
    throw new Error(`no field ${label}`);
  };
  return {
    place,
    visited,
    settle,
    until,
    says: words => until(() => place.textContent?.includes(words)),
    async click(words) {
      await until(() => button(words) !== undefined);
      await act(async () => button(words)?.click());
      await settle();
    },
    write(label, value) {
      const field = labelled(label);
      const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set;
      act(() => {
        setter?.call(field, value);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
    },
    choose(select, value) {
      if (!(select instanceof HTMLSelectElement)) throw new Error('no choice');
      act(() => {
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      });
    },
    press: (target, key) =>
      act(() => {
        target.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
        );
      }),
    end() {
      act(() => root.unmount());
      place.remove();
      queries.clear();
    },
  };
}
