import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { announceCase, lastCase, onCase } from './caseAnnouncement.js';
import { CaseStrip } from './CaseStrip.js';
import { onlyInPage, saveSentence, StateLine, type SaveView } from './StateLine.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const view = { trial: 'ONC-DEMO', subject: 'S-0042', timepoint: 'TP 3', slot: 'R1' };
const saved: SaveView = {
  state: 'saved',
  savedAt: '14:05:32',
  pending: 0,
  keptHere: true,
  message: null,
};
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

describe('CaseStrip', () => {
  it('says case, timepoint, slot and save state, and leads to the list', () => {
    let left = 0;
    const onList = (): void => void (left += 1);
    act(() =>
      root.render(
        <CaseStrip
          view={view}
          save={saved}
          onList={onList}
        />
      )
    );
    expect(place.textContent).toBe('ListONC-DEMOS-0042TP 3R1Saved 14:05:32');
    act(() => place.querySelector<HTMLElement>('[data-strip=list]')?.click());
    expect(left).toBe(1);
  });

  it('has only the way to the list while no case is open, whatever was saved before', () => {
    act(() =>
      root.render(
        <CaseStrip
          view={null}
          save={saved}
          onList={() => undefined}
        />
      )
    );
    expect(place.textContent).toBe('List');
  });

  it.each([
    saved,
    { ...saved, savedAt: null },
    { ...saved, state: 'offline' as const, pending: 4 },
    { ...saved, state: 'offline' as const, pending: 4, keptHere: false },
    { ...saved, state: 'error' as const, message: 'refused' },
    { ...saved, state: 'signed' as const },
    { ...saved, state: 'offline' as const, pending: 4, keeping: true },
  ])('has the words of the panel: $state', save => {
    act(() =>
      root.render(
        <>
          <CaseStrip
            view={view}
            save={save}
            onList={() => undefined}
          />
          <StateLine save={save} />
        </>
      )
    );
    const inStrip = place.querySelector('[data-strip=save]');
    expect(inStrip?.textContent).toBe(place.querySelector('[data-save]')?.textContent);
    expect(inStrip?.getAttribute('title')).toBe(inStrip?.textContent);
  });
});

it.each(['offline', 'slow', 'gone', 'error'] as const)(
  'does not say that changes are kept before they are: %s',
  state => {
    const save = { ...saved, state, pending: 2, message: 'refused' };
    expect(saveSentence(save)).toContain('2 changes kept on this computer');
    expect(saveSentence({ ...save, keeping: true })).not.toContain('kept');
    expect(onlyInPage({ ...save, keeping: true })).toBe(true);
    expect(onlyInPage(save)).toBe(false);
  }
);

describe('the announcement of the open case', () => {
  it('tells listeners until they stop, and keeps the last', () => {
    const told: unknown[] = [];
    const stop = onCase(() => told.push(lastCase()));
    announceCase(view);
    announceCase(null);
    stop();
    announceCase(view);
    expect(told).toEqual([view, null]);
    expect(lastCase()).toBe(view);
  });
});
