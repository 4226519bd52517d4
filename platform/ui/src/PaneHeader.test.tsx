import { afterEach, describe, expect, it } from '@jest/globals';
import { act, type ReactElement } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { PaneFooter } from './PaneFooter.js';
import { PaneHeader } from './PaneHeader.js';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

let root: Root;
let host: HTMLElement;

function show(element: ReactElement): void {
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
  act(() => root.render(element));
}

afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

const series = [
  { value: '1.1', label: 'CT-PV-AX 1' },
  { value: '1.2', label: 'CT-PV-AX 2' },
];

function header(chosen: string[]): ReactElement {
  return (
    <PaneHeader
      current={false}
      timepoint="TP 1"
      comparisons={[
        { value: 'Baseline', label: 'Baseline' },
        { value: 'TP 1', label: 'TP 1 nadir' },
      ]}
      series={series}
      seriesValue="1.1"
      missingRole="PT-AC"
      stage={{ at: 0, of: 2, onChoose: at => void chosen.push(`stage ${at}`) }}
      onCompare={timepoint => void chosen.push(timepoint)}
      onSeries={uid => void chosen.push(uid)}
    />
  );
}

const button = (name: string): HTMLElement => {
  const found = [...host.querySelectorAll('button')].find(
    ({ textContent, ariaLabel }) => (ariaLabel ?? textContent).trim() === name
  );
  if (found === undefined) throw new Error(`no button ${name}`);
  return found;
};
const press = (element: Element, key: string): void =>
  act(() => void element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));

describe('PaneHeader', () => {
  it('chooses comparison and series from menus', () => {
    const chosen: string[] = [];
    show(header(chosen));
    act(() => button('Compare with: TP 1 nadir').click());
    expect(document.activeElement?.textContent).toBe('TP 1 nadir');
    act(() => button('Baseline').click());
    act(() => button('Series: CT-PV-AX 1').click());
    act(() => button('CT-PV-AX 2').click());
    expect(chosen).toEqual(['Baseline', '1.2']);
    expect(host.querySelector('[role=menu]')).toBeNull();
  });

  it('chooses one of the layouts, and says which images its timepoint has not', () => {
    const chosen: string[] = [];
    show(header(chosen));
    expect(host.querySelector('[data-missing-role]')?.textContent).toBe('No PT-AC at TP 1');
    act(() => button('Layout: Layout 1/2').click());
    act(() => button('Layout 2/2').click());
    expect(chosen).toEqual(['stage 1']);
  });

  it('moves by arrow and closes by Escape, the focus back on its button', () => {
    show(header([]));
    act(() => button('Series: CT-PV-AX 1').click());
    press(document.activeElement ?? host, 'ArrowDown');
    expect(document.activeElement?.textContent).toBe('CT-PV-AX 2');
    press(document.activeElement ?? host, 'Escape');
    expect(host.querySelector('[role=menu]')).toBeNull();
    expect(document.activeElement).toBe(button('Series: CT-PV-AX 1'));
  });

  it('closes when the host takes the focus', () => {
    show(header([]));
    act(() => button('Series: CT-PV-AX 1').click());
    act(() => (document.activeElement as HTMLElement).blur());
    expect(host.querySelector('[role=menu]')).toBeNull();
  });
});

describe('PaneFooter', () => {
  const line = (link: { on: boolean; offset: number | null }): string | null => {
    show(
      <PaneFooter
        slice={61}
        coming={false}
        slices={120}
        window={{ width: 1500, center: -600 }}
        link={link}
        prompt="T01: draw"
      />
    );
    return host.textContent;
  };

  it('says slice, window and the offset of the link', () => {
    expect(line({ on: true, offset: 3 })).toBe('T01: drawSlice 61/120W 1500 L −600linked +3');
  });

  it('says when panes are not linked', () => {
    expect(line({ on: false, offset: 3 })).toMatch(/not linked$/);
  });
});
