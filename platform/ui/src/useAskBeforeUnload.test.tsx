import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Field } from './Field.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root;
let place: HTMLElement;

beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});

afterEach(() => place.remove());

/** Whether the browser would ask. */
function asks(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

const show = (value: string): void =>
  act(() =>
    root.render(
      <Field
        label="Comment"
        value={value}
        multiline
        onCommit={() => undefined}
      />
    )
  );

function type(words: string): void {
  const box = place.querySelector('textarea');
  if (box === null) throw new Error('there is no field');
  const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value') ?? {};
  act(() => {
    set?.call(box, words);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

describe('a page that is left', () => {
  it('is asked about while words are typed that nothing has taken yet', () => {
    show('');
    expect(asks()).toBe(false);
    type('near the vein');
    expect(asks()).toBe(true);
    show('near the vein');
    expect(asks()).toBe(false);
    type('near the vein, left');
    expect(asks()).toBe(true);
    act(() => root.unmount());
    expect(asks()).toBe(false);
  });

  it('leaves what is typed out of what the browser keeps by itself', () => {
    show('');
    expect(place.querySelector('textarea')?.getAttribute('autocomplete')).toBe('off');
    act(() => root.unmount());
  });
});
