import { afterEach, describe, expect, it } from '@jest/globals';
import { freeBodyPointer } from './bodyPointer.js';

const observed = (): Promise<void> => new Promise(done => setTimeout(done));

let end = (): void => undefined;

afterEach(() => {
  end();
  document.body.replaceChildren();
  document.body.removeAttribute('style');
});

function openLayer(role: string): HTMLElement {
  const place = document.body.appendChild(document.createElement('div'));
  const layer = place.appendChild(document.createElement('div'));
  layer.setAttribute('role', role);
  layer.dataset['state'] = 'open';
  return place;
}

describe('freeBodyPointer', () => {
  it.each(['menu', 'dialog', 'alertdialog', 'listbox'])(
    'leaves the block of an open %s',
    async role => {
      end = freeBodyPointer(document);
      openLayer(role);
      document.body.style.pointerEvents = 'none';
      await observed();
      expect(document.body.style.pointerEvents).toBe('none');
    }
  );

  it('takes away the block that a closed dialog has restored', async () => {
    end = freeBodyPointer(document);
    const dialog = openLayer('dialog');
    document.body.style.pointerEvents = 'none';
    await observed();
    dialog.remove();
    document.body.style.pointerEvents = 'none';
    await observed();
    expect(document.body.style.pointerEvents).toBe('');
  });

  it('takes away the block when the last layer leaves without touching it', async () => {
    end = freeBodyPointer(document);
    const menu = openLayer('menu');
    document.body.style.pointerEvents = 'none';
    await observed();
    menu.remove();
    await observed();
    expect(document.body.style.pointerEvents).toBe('');
  });

  it('leaves other styles of the page, and everything after its end', async () => {
    end = freeBodyPointer(document);
    document.body.style.margin = '1px';
    end();
    document.body.style.pointerEvents = 'none';
    await observed();
    expect(document.body.style.cssText).toContain('margin: 1px');
    expect(document.body.style.pointerEvents).toBe('none');
  });
});
