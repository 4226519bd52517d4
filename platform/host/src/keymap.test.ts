import { afterEach, describe, expect, it } from '@jest/globals';
import { checkKeymap, chordOf, startKeyDispatcher } from './keymap.js';

const bindings = [
  { chord: 'd', scopes: ['ALL'], action: 'nextDue' },
  { chord: 'x', scopes: ['LES'], action: 'absent' },
  { chord: 'x', scopes: ['SCO'], action: 'ten' },
];

const press = (target: EventTarget, key: string, given: KeyboardEventInit = {}): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...given });
  target.dispatchEvent(event);
  return event;
};

describe('chordOf', () => {
  it.each([
    [{ key: 'd' }, 'd'],
    [{ key: 'C', shiftKey: true }, 'Shift+C'],
    [{ key: '?', shiftKey: true }, '?'],
    [{ key: 'Enter', ctrlKey: true }, 'Ctrl+Enter'],
    [{ key: 's', metaKey: true }, 'Ctrl+s'],
    [{ key: ' ' }, 'Space'],
    [{ key: 'F9', shiftKey: true }, 'Shift+F9'],
  ])('%j is %s', (given, chord) => {
    expect(chordOf(new KeyboardEvent('keydown', given))).toBe(chord);
  });
});

describe('checkKeymap', () => {
  it('allows one key in scopes that exclude each other', () => {
    expect(() => checkKeymap(bindings)).not.toThrow();
  });

  it('refuses two actions on one key in one scope, by name', () => {
    const clash = [...bindings, { chord: 'd', scopes: ['LES', 'ALL'], action: 'other' }];
    expect(() => checkKeymap(clash)).toThrow('d in ALL is bound to nextDue and to other');
  });
});

describe('startKeyDispatcher', () => {
  let end = (): void => undefined;
  afterEach(() => {
    end();
    document.body.replaceChildren();
  });

  const start = (scopes: string[]): string[] => {
    const ran: string[] = [];
    end = startKeyDispatcher({
      window,
      bindings,
      scopes: () => scopes,
      run: action => {
        ran.push(action);
        return true;
      },
    });
    return ran;
  };

  it('runs the action of the scope in force and uses the key up', () => {
    const ran = start(['ALL', 'SCO']);
    expect(press(document.body, 'x').defaultPrevented).toBe(true);
    press(document.body, 'q');
    expect(ran).toEqual(['ten']);
  });

  it('leaves typing, open menus and handled events alone', () => {
    const ran = start(['ALL']);
    document.body.innerHTML = '<textarea></textarea>';
    press(document.querySelector('textarea') ?? document.body, 'd');
    document.body.innerHTML = '<div role="menu"></div>';
    press(document.body, 'd');
    document.body.innerHTML = '';
    document.body.addEventListener('keydown', event => event.preventDefault(), { once: true });
    press(document.body, 'd');
    expect(ran).toEqual([]);
  });

  it('tells when a held key goes up or the window loses the keyboard', () => {
    const told: string[] = [];
    end = startKeyDispatcher({
      window,
      bindings: [{ chord: '`', scopes: ['ALL'], action: 'hide', held: true }],
      scopes: () => ['ALL'],
      run: action => told.push(`run ${action}`) > 0,
      release: action => told.push(`release ${action}`),
    });
    const key = (type: string, code: string): boolean =>
      document.body.dispatchEvent(
        new KeyboardEvent(type, { key: code === 'Backquote' ? '`' : 'd', code, bubbles: true })
      );
    key('keydown', 'Backquote');
    key('keyup', 'KeyD');
    expect(told).toEqual(['run hide']);
    key('keyup', 'Backquote');
    key('keydown', 'Backquote');
    window.dispatchEvent(new Event('blur'));
    window.dispatchEvent(new Event('blur'));
    expect(told).toEqual(['run hide', 'release hide', 'run hide', 'release hide']);
  });
});
