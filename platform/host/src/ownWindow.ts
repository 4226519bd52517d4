import { createElement, type ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { PanelBoundary } from './reactBridge.js';

export type OwnWindowState = 'docked' | 'open' | 'blocked';

export interface OwnWindowOptions {
  /** The page's window. */
  page: Window;
  /** Opens an empty window of the same origin, or returns null when the browser refuses. */
  open(page: Window): Window | null;
  /** What is said while nothing is offered. */
  empty(): ReactElement;
}

const forwarded = ['keydown', 'pointerdown', 'wheel'] as const;

/**
 * A part of the page in a window of its own, for a further monitor: one JavaScript context and one state, drawn by a
 * root of ours in the other window's document. Stylesheets come by link and theme and language follow the page's. The
 * part stays there from case to case until the window is closed, which docks it; leaving the page closes the window.
 */
export class OwnWindow {
  readonly #options: OwnWindowOptions;
  readonly #listeners = new Set<() => void>();
  #state: OwnWindowState = 'docked';
  #other: Window | null = null;
  #root: Root | null = null;
  #part: (() => ReactElement) | null = null;
  #stops: (() => void)[] = [];

  constructor(options: OwnWindowOptions) {
    this.#options = options;
  }

  readonly getState = (): OwnWindowState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** The other window while it is open. */
  get window(): Window | null {
    return this.#other;
  }

  /** What is drawn there while it is open; null takes it back. */
  offer(part: (() => ReactElement) | null): void {
    this.#part = part;
    this.#paint();
  }

  /** Opens the window, or brings it to the front. Needs a press of the reader; else browsers refuse, which is a state. */
  open(): void {
    if (this.#other !== null) {
      this.#other.focus();
      return;
    }
    const { page } = this.#options;
    const other = this.#options.open(page);
    if (other === null) {
      this.#set('blocked');
      return;
    }
    this.#other = other;
    const place = this.#dress(other.document);
    this.#root = createRoot(place);
    const dock = (): void => this.#dock();
    const leave = (): void => this.close();
    other.addEventListener('pagehide', dock);
    page.addEventListener('pagehide', leave);
    // Whoever works in this window is at work in the page: its session must not end for idleness.
    const forward = (): void => void page.dispatchEvent(new Event('pointerdown'));
    forwarded.forEach(name => other.addEventListener(name, forward, true));
    this.#stops.push(() => {
      other.removeEventListener('pagehide', dock);
      page.removeEventListener('pagehide', leave);
      forwarded.forEach(name => other.removeEventListener(name, forward, true));
    });
    this.#paint();
    this.#set('open');
  }

  /** Closes the window and docks the part. */
  close(): void {
    const other = this.#other;
    this.#dock();
    other?.close();
  }

  #dress(document: Document): HTMLElement {
    const { document: page } = this.#options.page;
    const head = [...page.head.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
    document.head.replaceChildren(
      ...head.map(link => {
        const copy = document.createElement('link');
        copy.rel = 'stylesheet';
        copy.href = link.href;
        return copy;
      })
    );
    const place = document.createElement('div');
    place.className = 'cl-root cl-own-window';
    document.body.replaceChildren(place);
    const follow = (): void => {
      document.documentElement.lang = page.documentElement.lang;
      document.title = page.title;
      document.body.className = [...page.body.classList]
        .filter(name => name.startsWith('theme-'))
        .join(' ');
    };
    follow();
    const observer = new MutationObserver(follow);
    observer.observe(page.body, { attributes: true, attributeFilter: ['class'] });
    observer.observe(page.head, { childList: true, subtree: true, characterData: true });
    this.#stops.push(() => observer.disconnect());
    return place;
  }

  #dock(): void {
    this.#stops.forEach(stop => stop());
    this.#stops = [];
    this.#other = null;
    const root = this.#root;
    this.#root = null;
    // React refuses to unmount one root while another is rendering: leave it for a later task.
    setTimeout(() => root?.unmount(), 0);
    this.#set('docked');
  }

  #paint(): void {
    const part = this.#part ?? this.#options.empty;
    this.#root?.render(createElement(PanelBoundary, null, part()));
  }

  #set(state: OwnWindowState): void {
    if (state !== this.#state) {
      this.#state = state;
      this.#listeners.forEach(listener => listener());
    }
  }
}

/** A window of the panel's width, as tall as the screen allows, to be dragged to the monitor it belongs on. */
export function openPanelWindow(page: Window): Window | null {
  const { availHeight, availWidth } = page.screen;
  const width = 480;
  return page.open(
    '',
    'corelab-panel',
    `popup,width=${width},height=${availHeight - 80},left=${availWidth - width},top=0`
  );
}
