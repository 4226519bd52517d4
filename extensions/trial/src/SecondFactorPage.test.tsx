import { afterEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { ClientError, type ServerCalls } from '@corelab/client';
import { SecondFactorPage } from './SecondFactorPage.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const off = { since: null, required: false, recoveryCodesLeft: 0 };
const on = { since: '2026-03-01T09:00:00.000Z', required: false, recoveryCodesLeft: 2 };
const key = { key: 'ABCDEFGH', address: 'otpauth://x', picture: { size: 3, path: 'M0 0h1v1h-1z' } };

let root: Root;
let place: HTMLElement;
let asked: unknown[];
afterEach(() => {
  act(() => root.unmount());
  place.remove();
});

async function open(...replies: unknown[]): Promise<void> {
  asked = [];
  const answer = (path: string, given: { body?: unknown }): Promise<never> => {
    asked.push(given.body === undefined ? path : [path, given.body]);
    const reply = replies.shift();
    return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply as never);
  };
  const server = { get: answer, post: answer } as unknown as ServerCalls;
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  await act(async () => root.render(<SecondFactorPage server={server} />));
}

async function click(words: string): Promise<void> {
  const button = [...place.querySelectorAll('button')].find(one => one.textContent === words);
  if (button === undefined) throw new Error(`no ${words}: ${place.textContent}`);
  await act(async () => button.click());
}

async function write(label: string, value: string): Promise<void> {
  const found = [...place.querySelectorAll('label')].find(one => one.textContent === label);
  const field = place.querySelector<HTMLInputElement>(`[id="${found?.htmlFor}"]`);
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  await act(async () => {
    setter?.call(field, value);
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

describe('the own second factor', () => {
  it('begins with the password, a key as picture and text, and its first code', async () => {
    await open(off, key, new ClientError('CL_SECOND_FACTOR_WRONG', 422, 'no'), {
      recoveryCodes: ['AAAA-1', 'BBBB-2'],
    });
    expect(place.textContent).toContain('asks for the password alone');
    await click('Begin');
    await write('Password', 'secret');
    await click('Show the key');
    expect(place.querySelector('svg path')?.getAttribute('d')).toBe(key.picture.path);
    expect(place.textContent).toContain('Key: ABCD EFGH');
    await write('Code', '000000');
    await click('Use it from now on');
    expect(place.querySelector('[role="alert"]')?.textContent).toContain('The code is not right');
    await write('Code', ' 123456 ');
    await click('Use it from now on');
    expect(place.textContent).toContain('AAAA-1');
    expect(asked).toEqual([
      '/api/second-factor',
      ['/api/second-factor/key', { password: 'secret' }],
      ['/api/second-factor/confirm', { code: '000000' }],
      ['/api/second-factor/confirm', { code: '123456' }],
    ]);
  });

  it('is replaced, renewed and ended with password and code, and warns of the last recovery codes', async () => {
    await open(on, off);
    expect(place.querySelector('.cl-attention')?.textContent).toBe('2 recovery codes are left.');
    await click('End the second factor');
    await write('Password', 'secret');
    await write('Code', '123456');
    // Both are there now, and the button that began it is the one that does it.
    await click('End the second factor');
    expect(asked.at(-1)).toEqual([
      '/api/second-factor/end',
      { password: 'secret', code: '123456' },
    ]);
    expect(place.textContent).toContain('asks for the password alone');
  });

  it('can not be ended where it is required, and says so', async () => {
    await open({ ...on, required: true });
    expect(place.textContent).toContain('This installation requires it of you.');
    expect(place.textContent).not.toContain('End the second factor');
  });

  it('keeps what was typed after a refusal of the network', async () => {
    await open(off, new ClientError('CL_OFFLINE', 0, 'no answer'));
    await click('Begin');
    await write('Password', 'secret');
    await click('Show the key');
    expect(place.querySelector('[role="alert"]')?.textContent).toContain('It was not done');
    expect(place.querySelector('input')?.value).toBe('secret');
  });
});
