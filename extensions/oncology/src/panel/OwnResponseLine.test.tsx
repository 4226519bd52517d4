import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { ReadContext } from '@corelab/client';
import {
  carryForward,
  setMark,
  setNonTargetJudgement,
  setReaderResponse,
  setState,
  type ReadDocument,
} from '@corelab/reads';
import {
  baselineDocument,
  earlierStudy,
  followUpContext,
  markOf,
  noPanes as commands,
  openBench,
  turns,
} from '../case/caseBench.testdata.js';
import { dueThings } from '../keys/caseActions.js';
import { CasePanel } from './CasePanel.js';

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

const first = baselineDocument();
/** Both targets at half their size: a partial response. */
const half = ((): ReadDocument => {
  let read = carryForward([first]);
  read = setMark(read, 'T01', markOf(20, 12, 5, earlierStudy));
  read = setMark(read, 'T02', markOf(10, 6, 6, earlierStudy));
  return setNonTargetJudgement(setState(read, 'NT01', 'present'), 'NON-CR/NON-PD');
})();
const charter: ReadContext['charter'] = {
  ...{ criterion: 'recist-1.1', parameters: {}, showDerived: 'afterLesions' },
  ...{ bulkUnchanged: true, readerMayDiffer: true },
};
const context = (change: Partial<ReadContext['charter']> = {}): ReadContext =>
  followUpContext({
    charter: { ...charter, ...change },
    history: [{ timepoint: 'Baseline', day: 0, date: '2020-01-01', document: first }],
  });

async function show(of: ReadContext, document: ReadDocument) {
  const { store } = await openBench(of, { document });
  await act(async () => {
    root.render(
      <CasePanel
        store={store}
        commands={commands}
      />
    );
  });
  return store;
}

const line = (): HTMLElement | null => place.querySelector('[data-own-response]');
const select = (): HTMLSelectElement => {
  const found = line()?.querySelector('select');
  if (found == null) throw new Error('no choice of a response');
  return found;
};
/** Does it, and lets what it saves be saved. */
const doing = (what: () => unknown): Promise<void> =>
  act(async () => {
    what();
    await turns();
  });
const choose = (value: string): Promise<void> =>
  doing(() => {
    select().value = value;
    select().dispatchEvent(new Event('change', { bubbles: true }));
  });
const type = async (words: string): Promise<void> => {
  const field = line()?.querySelector('textarea');
  if (field == null) throw new Error('no field for the reason');
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
  await doing(() => {
    field.focus();
    set?.call(field, words);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await doing(() => field.blur());
};
const press = (name: string): Promise<void> =>
  doing(() => line()?.querySelector<HTMLElement>(`[data-act="${name}"]`)?.click());

describe('the response of the reader', () => {
  it('is the calculated one until another is chosen, and that needs its reason', async () => {
    const store = await show(context(), half);
    expect([...select().options].map(({ textContent }) => textContent)).toEqual([
      ...['PR, as calculated', 'CR', 'SD', 'NON-CR/NON-PD', 'NED', 'PD', 'NE'],
    ]);
    expect(line()?.querySelector('textarea')).toBeNull();
    await choose('SD');
    expect(store.getSnapshot().document.readerResponse).toEqual({
      ...{ criterion: 'recist-1.1', value: 'SD', inPlaceOf: 'PR', reason: '' },
    });
    expect(place.querySelector('[data-overall]')?.textContent).toBe('PR');
    expect(dueThings(store).map(({ message }) => message)).toEqual([
      'another response than the calculated one needs its reason',
    ]);
    await type(' The rim is scar ');
    expect(store.getSnapshot().document.readerResponse?.reason).toBe('The rim is scar');
    expect(dueThings(store)).toEqual([]);
    await doing(() => store.open('sign'));
    expect(place.textContent).toContain('overall SD (calculated PR)');
  });

  it('is taken back with the choice of the calculated one, and by undo', async () => {
    const store = await show(context(), half);
    await choose('SD');
    await choose('PR');
    expect(store.getSnapshot().document).toEqual(half);
    await doing(() => store.undo());
    expect(store.getSnapshot().document.readerResponse?.value).toBe('SD');
  });

  it('is asked for anew when another one is calculated', async () => {
    const store = await show(context(), half);
    await choose('SD');
    await type('The rim is scar');
    const worse = (document: ReadDocument): ReadDocument =>
      setMark(document, 'T01', markOf(90, 45, 5, earlierStudy));
    await doing(() => store.edit('measure', worse));
    expect(line()?.textContent).toContain('PD is calculated now; SD was given in place of PR.');
    expect(dueThings(store)).toHaveLength(1);
    await press('keep-response');
    expect(store.getSnapshot().document.readerResponse).toMatchObject({
      ...{ value: 'SD', inPlaceOf: 'PD', reason: 'The rim is scar' },
    });
    expect(dueThings(store)).toEqual([]);
    await doing(() => store.undo());
    await press('drop-response');
    expect(store.getSnapshot().document).not.toHaveProperty('readerResponse');
  });

  it('waits with a reason that looks like identity', async () => {
    const store = await show(context(), half);
    await choose('SD');
    await type('Seen with jane.doe@hospital.example');
    expect(store.getSnapshot().document.readerResponse?.reason).toBe('');
    expect(place.querySelector('[data-waiting="response"]')?.textContent).toContain(
      'The reason of my response is not kept'
    );
  });

  it('is not asked for where the charter does not let them differ, at a baseline or before all is read', async () => {
    await show(context({ readerMayDiffer: false }), half);
    expect(line()).toBeNull();
    act(() => root.unmount());
    root = createRoot(place);
    await show(context(), carryForward([first]));
    expect(line()).toBeNull();
    act(() => root.unmount());
    root = createRoot(place);
    await show(followUpContext({ ...context(), baseline: true, history: [] }), first);
    expect(line()).toBeNull();
  });

  it('stays in sight where it was signed', async () => {
    const response = {
      ...{ criterion: 'recist-1.1', value: 'SD', inPlaceOf: 'PR' },
      reason: 'Scar',
    };
    const signature = {
      ...{ name: 'R', at: '2020-03-01T00:00:00.000Z', meaning: 'My assessment', hash: 'abc' },
    };
    const signed = { ...context({ readerMayDiffer: false }), state: 'signed', signature };
    await show(signed as ReadContext, setReaderResponse(half, response));
    expect(line()?.textContent).toBe('My responseSDin place of the calculated PRScar');
  });
});
