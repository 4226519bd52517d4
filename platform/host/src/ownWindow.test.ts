import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, createElement } from 'react';
import { startKeyDispatcher } from './keymap.js';
import { OwnWindow } from './ownWindow.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let frame: HTMLIFrameElement;
let own: OwnWindow;
let refused: boolean;

/** A frame's window stands for the opened one: a document and classes of its own, as there. */
function other(): Window {
  if (frame.contentWindow === null) throw new Error('the frame has no window');
  return frame.contentWindow;
}

beforeEach(() => {
  document.head.innerHTML =
    '<link rel="stylesheet" href="/plugins/suite.css"><title>S-1 TP 3</title>';
  document.body.className = 'bg-background theme-deep';
  document.documentElement.lang = 'de';
  frame = document.body.appendChild(document.createElement('iframe'));
  refused = false;
  own = new OwnWindow({
    page: window,
    open: () => (refused ? null : frame.contentWindow),
    empty: () => createElement('p', null, 'nothing open'),
  });
});

afterEach(() => {
  act(() => own.close());
  frame.remove();
});

const button = () => createElement('button', null, 'Panel');

describe('OwnWindow', () => {
  it('draws what is offered, with the page’s stylesheets, theme, language and title', () => {
    own.offer(button);
    act(() => own.open());
    const { document: there } = other();
    expect(there.querySelector('button')?.textContent).toBe('Panel');
    expect(there.querySelector('link')?.getAttribute('href')).toBe(
      'http://localhost/plugins/suite.css'
    );
    expect([there.body.className, there.documentElement.lang, there.title]).toEqual([
      'theme-deep',
      'de',
      'S-1 TP 3',
    ]);
    expect(own.getState()).toBe('open');
  });

  it('stays while one part gives way to the next, and says when there is none', () => {
    own.offer(button);
    act(() => own.open());
    act(() => own.offer(null));
    expect(other().document.body.textContent).toBe('nothing open');
    act(() => own.offer(() => createElement('p', null, 'next case')));
    expect(other().document.body.textContent).toBe('next case');
  });

  it('docks when the other window is closed', () => {
    const states: string[] = [];
    own.subscribe(() => states.push(own.getState()));
    act(() => own.open());
    act(() => void other().dispatchEvent(new Event('pagehide')));
    expect(states).toEqual(['open', 'docked']);
    expect(own.window).toBeNull();
  });

  it('is a state of its own when the browser refuses, until it does not', () => {
    refused = true;
    act(() => own.open());
    expect(own.getState()).toBe('blocked');
    refused = false;
    act(() => own.open());
    expect(own.getState()).toBe('open');
  });

  it('counts work in the other window as work in the page', () => {
    let acts = 0;
    const acted = (): void => void (acts += 1);
    window.addEventListener('pointerdown', acted, true);
    act(() => own.open());
    other().dispatchEvent(new Event('keydown'));
    act(() => own.close());
    other().dispatchEvent(new Event('keydown'));
    window.removeEventListener('pointerdown', acted, true);
    expect(acts).toBe(1);
  });

  it('leaves keys to fields of the other window, and takes them elsewhere in it', () => {
    act(() => own.open());
    const ran: string[] = [];
    const stop = startKeyDispatcher({
      window: other(),
      bindings: [{ chord: 'd', scopes: ['lesions'], action: 'due' }],
      scopes: () => ['lesions'],
      run: action => ran.push(action) > 0,
    });
    const field = other().document.body.appendChild(other().document.createElement('input'));
    const press = (target: Element): void => {
      target.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', bubbles: true }));
    };
    press(field);
    press(other().document.body);
    stop();
    expect(ran).toEqual(['due']);
  });
});
