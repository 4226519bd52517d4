import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PaneInput } from './paneInput.js';

describe('a press on a pane', () => {
  let coming = false;
  let told: string[] = [];
  let pane: HTMLElement;
  const input = new PaneInput(document, {
    acted: () => void told.push('acted'),
    isComing: () => coming,
    tooEarly: () => void told.push('tooEarly'),
    over: () => undefined,
    held: viewportId => void told.push(`held ${viewportId}`),
    scrollAll: () => undefined,
    doubleClick: () => undefined,
  });

  beforeEach(() => {
    coming = false;
    told = [];
    pane = document.body.appendChild(document.createElement('div'));
    pane.dataset['viewportid'] = 'current';
    pane.addEventListener('mousedown', () => told.push('host'));
    input.start();
  });

  afterEach(() => {
    input.stop();
    pane.remove();
  });

  const press = (): void => {
    for (const name of ['pointerdown', 'mousedown', 'pointerup']) {
      pane.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
    }
  };

  it('reaches the host while the picture is that of its slice', () => {
    press();
    expect(told).toEqual(['acted', 'held current', 'host', 'held null']);
  });

  it('is kept from the host while another slice is on its way, and the reader is told', () => {
    coming = true;
    press();
    expect(told).toEqual(['acted', 'held current', 'tooEarly', 'held null']);
  });

  it('is nothing to it elsewhere, or after it stopped', () => {
    document.body.dispatchEvent(new Event('mousedown', { bubbles: true }));
    input.stop();
    press();
    expect(told).toEqual(['host']);
  });
});
