import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { ReadContext } from '@corelab/client';
import {
  contextOf,
  followUpContext,
  noPanes,
  openBench,
  turns,
} from '../case/caseBench.testdata.js';
import { comparisonChoices } from '../images/comparison.js';
import { CasePanel } from './CasePanel.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const together: NonNullable<ReadContext['together']> = [
  { readId: 'r0', timepoint: 'Baseline', state: 'draft', left: 0, current: false },
  { readId: 'r1', timepoint: 'TP 1', state: 'draft', left: 9, current: true },
  { readId: 'r2', timepoint: 'TP 2', state: 'ready', left: null, current: false },
];

describe('a case whose timepoints are read together', () => {
  let place: HTMLElement;
  let root: Root;
  const opened: string[] = [];
  beforeEach(() => {
    place = document.body.appendChild(document.createElement('div'));
    root = createRoot(place);
    opened.length = 0;
  });
  afterEach(() => {
    act(() => root.unmount());
    place.remove();
  });
  const show = async (context: ReadContext) => {
    const { store } = await openBench(context);
    const commands = { ...noPanes, openTimepoint: (id: string) => void opened.push(id) };
    await act(async () => {
      root.render(
        <CasePanel
          store={store}
          commands={commands}
        />
      );
    });
    return store;
  };
  const buttons = () => [...place.querySelectorAll<HTMLButtonElement>('[data-together] button')];

  it('names them with what is left in each, the open one as it stands, and goes to another', async () => {
    const store = await show(followUpContext({ together }));
    const left = store.getSnapshot().openItems.length;
    expect(buttons().map(({ textContent }) => textContent)).toEqual([
      ...['Baseline done', `TP 1 ${left} to do`, 'TP 2 not opened'],
    ]);
    expect(buttons().map(({ disabled }) => disabled)).toEqual([false, true, false]);
    act(() => buttons()[2]?.click());
    expect(opened).toEqual(['r2']);
  });

  it('waits for what is not saved before it leaves', async () => {
    const store = await show(followUpContext({ together }));
    act(() => store.edit('comment', before => ({ ...before, comment: 'Seen' })));
    expect(buttons().map(({ disabled }) => disabled)).toEqual([true, true, true]);
    await act(turns);
    expect(buttons().map(({ disabled }) => disabled)).toEqual([false, true, false]);
  });

  it('is like any other where they are read one after the other', async () => {
    await show(contextOf());
    expect(buttons()).toEqual([]);
  });

  it('may be compared with each other timepoint, later ones too', () => {
    const study = (timepoint: string, uid: string, current = false) => ({
      ...{ timepoint, studyInstanceUid: uid, current, series: [], notShown: [] },
    });
    const studies = [study('TP 1', '1.1', true), study('Baseline', '1.0'), study('TP 2', '1.2')];
    const names = (context: ReadContext) =>
      comparisonChoices(context, { ok: false, reason: '' }, false).map(one => one.timepoint);
    expect(names(followUpContext({ studies, together }))).toEqual(['Baseline', 'TP 2']);
    expect(names(followUpContext({ studies }))).toEqual(['Baseline']);
  });
});
