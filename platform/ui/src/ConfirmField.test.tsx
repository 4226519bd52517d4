import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { SignSheet } from './SignSheet.js';
import { announceSigner, type ConfirmEnd } from './signerAnnouncement.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let place: HTMLElement;
let root: Root;
let finish: (end: ConfirmEnd) => void;
let cancelled: number;
let signed: string[];

beforeEach(() => {
  jest.useFakeTimers();
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  cancelled = 0;
  signed = [];
  announceSigner({
    provider: 'Saint Anna',
    confirm: () => {
      const end = new Promise<ConfirmEnd>(resolve => (finish = resolve));
      return {
        end,
        cancel: () => {
          cancelled += 1;
          finish({ kind: 'cancelled' });
        },
      };
    },
  });
  show(null, false);
});

const show = (error: string | null, sending: boolean): void =>
  act(() =>
    root.render(
      <SignSheet
        {...{ timepoint: 'TP 2', content: 'SD', name: 'A. Ober', meanings: ['My assessment'] }}
        {...{ error, sending }}
        onSign={secret => signed.push(secret)}
        onCancel={() => undefined}
      />
    )
  );

afterEach(() => {
  act(() => root.unmount());
  place.remove();
  announceSigner(null);
  jest.useRealTimers();
});

const button = (act: string): HTMLButtonElement | null =>
  place.querySelector(`[data-act="${act}"]`);
const press = (one: HTMLElement | null): Promise<void> => act(async () => one?.click());
const end = (how: ConfirmEnd): Promise<void> => act(async () => finish(how));

describe('a signature of who logs in at the provider', () => {
  it('asks for no password; after a fresh login it can be signed once', async () => {
    expect(place.querySelector('input[type="password"]')).toBeNull();
    expect(button('sign')?.disabled).toBe(true);
    await press(button('confirm'));
    expect(place.textContent).toContain('in the window that opened');
    await end({ kind: 'done', secret: 'fresh' });
    expect(place.textContent).toContain('Logged in with Saint Anna just now');
    await press(button('sign'));
    expect(signed).toEqual(['fresh']);
  });

  it('wants another login when it failed, however often that is', async () => {
    for (const time of [1, 2]) {
      await press(button('confirm'));
      await end({ kind: 'done', secret: `fresh ${time}` });
      await press(button('sign'));
      show(null, true);
      expect(button('confirm')).toBeNull();
      show('Not signed.', false);
      expect(button('sign')?.disabled).toBe(true);
      expect(place.textContent).not.toContain('just now');
    }
    expect(signed).toEqual(['fresh 1', 'fresh 2']);
  });

  it('is none any more when two minutes went by', async () => {
    await press(button('confirm'));
    await end({ kind: 'done', secret: 'fresh' });
    act(() => void jest.advanceTimersByTime(120_000));
    expect(button('sign')?.disabled).toBe(true);
    expect(button('confirm')?.disabled).toBe(false);
  });

  it.each<[ConfirmEnd, string]>([
    [{ kind: 'blocked' }, 'Allow windows of this site'],
    [{ kind: 'refused', code: 'CL_OTHER_PERSON', message: '' }, 'Somebody else logged in there'],
    [{ kind: 'refused', code: 'CL_PROVIDER_NOBODY', message: '' }, 'Somebody else logged in there'],
    [{ kind: 'refused', code: 'CL_PROVIDER_REFUSED', message: '' }, 'did not let you in'],
    [{ kind: 'refused', code: 'CL_PROVIDER_ANSWER', message: '' }, 'is not right'],
    [{ kind: 'refused', code: 'CL_PROVIDER_LOGIN_UNKNOWN', message: '' }, 'too long ago'],
    [{ kind: 'refused', code: 'CL_NOT_LOGGED_IN', message: '' }, 'The session ended meanwhile'],
    [
      { kind: 'refused', code: 'CL_PROVIDER_NOT_FRESH', message: '' },
      'did not ask for the password',
    ],
    [{ kind: 'refused', code: 'CL_PROVIDER_UNAVAILABLE', message: '' }, 'does not answer'],
    [{ kind: 'refused', code: 'CL_NEW', message: 'A reason.' }, 'A reason.'],
  ])('says why not: %j', async (how, says) => {
    await press(button('confirm'));
    await end(how);
    expect(place.querySelector('[role="alert"]')?.textContent).toContain(says);
    expect(button('confirm')?.disabled).toBe(false);
  });

  it('can be given up', async () => {
    await press(button('confirm'));
    await press(button('give-up'));
    expect(cancelled).toBe(1);
    expect(button('confirm')?.disabled).toBe(false);
    expect(place.querySelector('[role="alert"]')).toBeNull();
  });
});
