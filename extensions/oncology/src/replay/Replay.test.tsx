import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReplayedRead } from '@corelab/client';
import type { HostServices } from '@corelab/host';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { CaseStore } from '../case/caseStore.js';
import {
  baselineDocument,
  contextOf,
  noPanes as commands,
  openBench,
} from '../case/caseBench.testdata.js';
import { runCaseAction } from '../keys/caseActions.js';
import { CasePanel } from '../panel/CasePanel.js';
import { loadReplay } from './loadReplay.js';
import { isForReplay } from './replayKeys.js';
import { ReplayStore } from './replayStore.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const signature = {
  ...{ by: 'reader1', name: 'A. Ober', at: '2026-11-23T14:06:00Z', zone: 'Europe/Berlin' },
  ...{ meaning: 'My assessment', hash: '9f3c0000aa' },
};
const timepoint = {
  ...{ id: 'BL', burden: { value: 77.7, unit: 'mm' }, lesions: [], findings: [] },
  trace: [{ rule: 'sum', text: 'As it was derived then', numbers: {}, source: 'paper' }],
};
const best = { value: 'MISSING', date: null };
const result = {
  ...{ criterion: 'recist-1.1', parameters: {}, timepoints: [timepoint] },
  bestOverallResponse: { unconfirmed: best, confirmed: best, flags: [] },
};

const replayedRead = (more: Partial<ReplayedRead> = {}): ReplayedRead => ({
  context: { ...contextOf(), state: 'signed', signature, meanings: [] },
  document: baselineDocument(),
  standing: { standing: 'stands', until: null },
  results: { primary: { criterion: 'recist-1.1', result }, others: [] },
  facts: [],
  pictures: { missing: 'noViewer' },
  ...{ asKept: true, problems: [] },
  ...more,
});

/** A host that shows nothing. */
const noPanesOfHost = {
  viewportGridService: { getState: () => ({ viewports: new Map() }) },
} as unknown as HostServices;

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

async function show(more: Partial<ReplayedRead> = {}) {
  const replayed = replayedRead(more);
  const bench = await openBench(contextOf(), {
    api: { replay: () => Promise.resolve(replayed) },
  });
  const { shown, ports } = await loadReplay(bench.ports, replayed.context.readId);
  const store = new CaseStore(ports, shown);
  const replay = new ReplayStore({
    ...{ services: noPanesOfHost, replayed },
    ...{ paneOf: () => null, restore: () => undefined },
    report: reason => {
      throw reason;
    },
  });
  await act(async () => {
    root.render(
      <CasePanel
        store={store}
        commands={commands}
        replay={replay}
      />
    );
  });
  return { ...bench, store, replay };
}

describe('a replay', () => {
  it('says whose it is, when it was signed and that all is as signed, and shows what was derived then', async () => {
    await show();
    const words = place.textContent ?? '';
    expect(words).toContain('as A. Ober saw it when they signed it on 2026-11-23 14:06 UTC');
    expect(words).toContain('15:06 Europe/Berlin');
    expect(words).toContain('Everything is as the signature binds it');
    expect(words).toContain('77.7');
    expect(words).toContain('signed by a program, without a viewer');
    expect(words).toContain('record 9f3c0000aa');
  });

  it('says that the signature does not stand, and what is not as it was signed', async () => {
    await show({
      standing: { standing: 'superseded', until: '2026-11-24T08:00:00Z' },
      ...{ asKept: false, problems: ['document', 'pictures'] },
    });
    const words = place.textContent ?? '';
    expect(words).toContain('superseded on 2026-11-24 08:00 UTC');
    expect(words).toContain('Not as the signature binds it: marks and values, pictures taken');
    expect(words).toContain('earlier timepoints are shown as they stand now');
  });

  it('lets nothing be changed: no sign bar, no problem, no next case, no act', async () => {
    const { store, saved, signed } = await show();
    for (const gone of ['[data-act=sign]', '[data-act=problem]', '[data-sign=ready]'])
      expect(place.querySelector(gone)).toBeNull();
    expect(place.querySelector('[data-sign=signed] button')).toBeNull();
    const before = store.getSnapshot().document;
    for (const action of ['absent', 'remove', 'undo', 'sign', 'flag', 'nextCase', 'arm'] as const)
      expect(isForReplay(action)).toBe(false);
    runCaseAction(store, 'absent', commands);
    runCaseAction(store, 'add', commands);
    await act(() => store.sign('secret', 'm'));
    expect(store.getSnapshot().document).toBe(before);
    expect([saved, signed]).toEqual([[], []]);
  });

  it('says of a picture that no pane shows it any more', async () => {
    const cornersLps = null;
    const kept = { sopInstanceUid: '1.4', sha256: 'a'.repeat(64), widthPx: 4, heightPx: 4 };
    await show({
      pictures: { panes: [{ ...kept, cornersLps, words: { topPx: 0, bottomPx: 0 } }] },
    });
    expect(place.querySelector('[data-picture]')).toBeNull();
    await act(async () => {
      place.querySelector<HTMLElement>('[data-act=pictures]')?.click();
    });
    const picture = place.querySelector('[data-picture]');
    expect(picture?.getAttribute('data-outcome')).toBe('gone');
    const image = picture?.querySelector('img');
    expect(image?.getAttribute('src')).toContain(`/replay/pictures/${kept.sha256}`);
  });
});
