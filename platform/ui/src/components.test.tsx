import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, type ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { Field } from './Field.js';
import { InlinePicker } from './InlinePicker.js';
import { KeyGuard } from './KeyGuard.js';
import { SignBar } from './SignBar.js';
import { SignSheet } from './SignSheet.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let place: HTMLElement;
let root: Root;

beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});

afterEach(() => {
  act(() => root.unmount());
  place.remove();
});

const render = (element: ReactElement): void => act(() => root.render(element));

function find<E extends Element>(selector: string): E {
  const found = place.querySelector<E>(selector);
  if (found === null) {
    throw new Error(`nothing matches ${selector}`);
  }
  return found;
}

const press = (target: Element, key: string, more: KeyboardEventInit = {}): void =>
  act(() => {
    target.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
    );
  });

function type(field: HTMLInputElement, value: string): void {
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  act(() => {
    setter?.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

describe('KeyGuard', () => {
  it.each([
    ['button', ' ', {}, false],
    ['button', 'Enter', {}, false],
    ['button', 'Enter', { ctrlKey: true }, true],
    ['button', 'd', {}, true],
    ['input', 'd', {}, false],
    ['input', 'Enter', { ctrlKey: true }, true],
  ])('on a %s lets "%s" %j pass: %s', (tag, key, more, passes) => {
    const shortcut = jest.fn();
    window.addEventListener('keydown', shortcut);
    render(
      <KeyGuard>
        <button type="button">b</button>
        <input />
      </KeyGuard>
    );
    press(find(tag), key, more);
    window.removeEventListener('keydown', shortcut);
    expect(shortcut).toHaveBeenCalledTimes(passes ? 1 : 0);
  });
});

describe('Field', () => {
  it('keeps its focus when the host blurs it and lets go on a press elsewhere, committing once', () => {
    const onCommit = jest.fn();
    jest.spyOn(document, 'hasFocus').mockReturnValue(true);
    render(
      <Field
        label="Comment"
        value=""
        onCommit={onCommit}
      />
    );
    const field = find<HTMLInputElement>('input');
    act(() => field.focus());
    type(field, 'rim');
    act(() => field.blur());
    expect(document.activeElement).toBe(field);
    expect(onCommit).not.toHaveBeenCalled();
    act(() => {
      document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    });
    expect(document.activeElement).not.toBe(field);
    expect(onCommit.mock.calls).toEqual([['rim']]);
  });
});

describe('InlinePicker', () => {
  const options = [
    { value: 'LIVER', label: 'Liver', searchText: 'hepatic' },
    { value: 'LUNG', label: 'Lung' },
  ];

  const renderPicker = (onClose = (): void => undefined) => {
    const onPick = jest.fn();
    render(
      <InlinePicker
        label="Location"
        options={options}
        onPick={onPick}
        onClose={onClose}
      />
    );
    return { field: find<HTMLInputElement>('input'), onPick };
  };

  it('filters and takes the active option by Enter', () => {
    const { field, onPick } = renderPicker();
    expect(document.activeElement).toBe(field);
    press(field, 'ArrowDown');
    expect(find('[aria-selected="true"]').textContent).toBe('Lung');
    type(field, 'liv');
    press(field, 'Enter');
    expect(onPick.mock.calls).toEqual([['LIVER']]);
  });

  it('finds an option by its other names', () => {
    const { field, onPick } = renderPicker();
    type(field, 'Hepat');
    press(field, 'Enter');
    expect(onPick.mock.calls).toEqual([['LIVER']]);
  });

  it('closes when the reader presses an image, so that the keys work again', () => {
    const onClose = jest.fn();
    jest.spyOn(document, 'hasFocus').mockReturnValue(true);
    renderPicker(onClose);
    act(() => {
      document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    });
    expect(onClose).toHaveBeenCalled();
  });
});

describe('SignBar', () => {
  it('says what is left, and its Sign stays focusable but does nothing', () => {
    const onOpen = jest.fn();
    const bar = (open: number): ReactElement => (
      <SignBar
        timepoint="TP 3"
        open={open}
        saved
        onGo={() => undefined}
        onOpen={onOpen}
      />
    );
    render(bar(2));
    expect(place.textContent).toContain('2 things before you can sign');
    act(() => find<HTMLButtonElement>('.cl-button-primary').click());
    expect(onOpen).not.toHaveBeenCalled();
    render(bar(0));
    expect(place.textContent).toContain('Ready to sign TP 3');
    act(() => find<HTMLButtonElement>('.cl-button-primary').click());
    expect(onOpen).toHaveBeenCalledTimes(1);
  });
});

describe('SignSheet', () => {
  it('signs with password and meaning by Enter, not without a password', () => {
    const onSign = jest.fn();
    render(
      <SignSheet
        timepoint="BL"
        content="5 targets"
        name="A. Ober"
        meanings={['My assessment', 'Correction']}
        error="The password is wrong."
        sending={false}
        onSign={onSign}
        onCancel={() => undefined}
      />
    );
    const field = find<HTMLInputElement>('input[type="password"]');
    press(field, 'Enter');
    expect(onSign).not.toHaveBeenCalled();
    type(field, 'secret');
    press(field, 'Enter');
    expect(onSign.mock.calls).toEqual([['secret', 'My assessment']]);
    expect(find('[role="alert"]').textContent).toBe('The password is wrong.');
  });
});
