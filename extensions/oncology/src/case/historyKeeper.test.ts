import { describe, expect, it } from '@jest/globals';
import { createMemoryTable, type KeptHistory } from '@corelab/client';
import { EditHistory, setComment, type ReadDocument } from '@corelab/reads';
import { runCaseAction } from '../keys/caseActions.js';
import { followUpContext, markOf, noPanes, openBench, turns } from './caseBench.testdata.js';
import type { CaseStore } from './caseStore.js';

const run = (store: CaseStore, ...actions: Parameters<typeof runCaseAction>[1][]): void =>
  actions.forEach(action => runCaseAction(store, action, noPanes));
const firstState = (store: CaseStore) => store.getSnapshot().document.lesions[0]?.state;

/** Two acts on T01, saved; then what a page loaded anew finds. */
async function beforeReload() {
  const histories = createMemoryTable<KeptHistory>();
  const { store, saved } = await openBench(followUpContext(), { histories });
  store.select('2.25.1');
  store.draw(markOf(24));
  run(store, 'tooSmall');
  await turns();
  const document = saved.at(-1);
  if (document === undefined) throw new Error('nothing was saved');
  return { histories, document };
}

async function reload(
  histories: ReturnType<typeof createMemoryTable<KeptHistory>>,
  document: ReadDocument
) {
  return openBench(followUpContext(), { histories, document });
}

describe('the undo history across reloads', () => {
  it('undoes the last act made before, then the one before that, and redoes them', async () => {
    const { histories, document } = await beforeReload();
    const { store, saved } = await reload(histories, document);
    expect(store.getSnapshot()).toMatchObject({ canUndo: true, canRedo: false });
    run(store, 'undo');
    expect(store.getSnapshot().prompt).toBe('Undone: T01 state. Redo Ctrl+Y');
    expect(store.lesion('2.25.1')?.mark?.longestDiameterMm).toBe(24);
    run(store, 'undo');
    expect(firstState(store)).toBe('toDo');
    run(store, 'redo', 'redo');
    expect(firstState(store)).toBe('tooSmallToMeasure');
    await turns();
    expect(saved.at(-1)?.lesions).toEqual(document.lesions);
  });

  it('keeps what had been undone, to redo after a reload', async () => {
    const { histories, document } = await beforeReload();
    const first = await reload(histories, document);
    run(first.store, 'undo');
    expect(firstState(first.store)).toBe('measured');
    await turns();
    const { store } = await reload(histories, first.saved.at(-1) ?? document);
    run(store, 'redo');
    expect(firstState(store)).toBe('tooSmallToMeasure');
  });

  it("is dropped where the server's document is another one", async () => {
    const { histories, document } = await beforeReload();
    const { store } = await reload(histories, setComment(document, null, 'from another window'));
    expect(store.getSnapshot().canUndo).toBe(false);
    expect(histories.entries.size).toBe(0);
  });

  it.each([
    ["another person's", { user: 'reader2' }],
    ['damaged', { history: '{"steps":[' }],
    ['of an older form', { history: '{"steps":[{"label":"","document":{}}],"at":0}' }],
  ])('is dropped when it is %s', async (_what, change) => {
    const { histories, document } = await beforeReload();
    const kept = histories.entries.get('r1');
    if (kept === undefined) throw new Error('nothing was kept');
    histories.entries.set('r1', { ...kept, ...change });
    const { store } = await reload(histories, document);
    expect(store.getSnapshot().canUndo).toBe(false);
    expect(histories.entries.size).toBe(0);
  });

  it('is erased at signing, and not looked at in a signed read', async () => {
    const { histories, document } = await beforeReload();
    const { store } = await reload(histories, document);
    await store.sign('secret', 'My assessment');
    await turns();
    expect(histories.entries.size).toBe(0);
    const again = await beforeReload();
    const signature = { by: '', name: '', at: '', meaning: '', zone: 'UTC', hash: '' };
    const signed = await openBench(followUpContext({ signature }), again);
    expect(signed.store.getSnapshot().canUndo).toBe(false);
    expect(again.histories.entries.size).toBe(0);
  });

  it('says so where this computer can not keep it, and reading goes on', async () => {
    const refuse = () => Promise.reject(new Error('no storage'));
    const { store } = await openBench(followUpContext(), {
      histories: { get: refuse, put: refuse, delete: refuse, keys: refuse },
    });
    expect(store.getSnapshot().prompt).toContain('cannot keep the undo history');
    store.select('2.25.1');
    store.draw(markOf(24));
    await turns();
    expect(store.getSnapshot().prompt).toContain('cannot keep the undo history');
    run(store, 'tooSmall');
    await turns();
    expect(store.getSnapshot().prompt).toContain('replaced 24.0');
    expect(store.getSnapshot().draft.state).toBe('saved');
  });

  it('holds a hundred acts', async () => {
    const histories = createMemoryTable<KeptHistory>();
    const { store } = await openBench(followUpContext(), { histories });
    for (let count = 0; count < 130; count += 1) {
      store.edit(`comment ${count}`, document => setComment(document, null, String(count)));
    }
    await turns();
    const kept = EditHistory.parse(histories.entries.get('r1')?.history ?? '');
    expect(kept.steps).toHaveLength(101);
    expect(EditHistory.undoLabel(kept)).toBe('comment 129');
  });
});
