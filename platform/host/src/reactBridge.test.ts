import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { act, createElement, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { hostComponent } from './reactBridge.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root | null = null;
const mount = (element: Parameters<Root['render']>[0]): void => {
  const host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
  act(() => root?.render(element));
};

describe('hostComponent', () => {
  afterEach(() => {
    jest.useFakeTimers();
    act(() => root?.unmount());
    act(() => jest.runAllTimers());
    jest.useRealTimers();
    document.body.replaceChildren();
  });

  it('keeps state and clicks in a root of its own', () => {
    const Counter = () => {
      const [count, setCount] = useState(0);
      return createElement('button', { onClick: () => setCount(count + 1) }, `count ${count}`);
    };
    mount(createElement(hostComponent(() => createElement(Counter))));
    act(() => document.querySelector('button')?.click());
    expect(document.body.textContent).toBe('count 1');
  });

  it('hands on what the host passes', () => {
    const Border = hostComponent(({ route }) => createElement('i', null, String(route)));
    mount(createElement(Border, { route: '/here' }));
    expect(document.body.textContent).toBe('/here');
  });

  it('shows an error of the part in its place', () => {
    const silence = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const Broken = () => {
      throw new Error('no data');
    };
    mount(createElement(hostComponent(() => createElement(Broken))));
    silence.mockRestore();
    expect(document.querySelector('[role="alert"]')?.textContent).toContain('no data');
  });
});
