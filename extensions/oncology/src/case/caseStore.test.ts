import { describe, expect, it } from '@jest/globals';
import { ClientError } from '@corelab/client';
import { emptyReadDocument, setLocation, setNonTargetJudgement } from '@corelab/reads';
import {
  noPanes as commands,
  baselineDocument,
  contextOf,
  followUpContext,
  markOf,
  openBench,
  turns,
} from './caseBench.testdata.js';
import { dueThings, runCaseAction } from '../keys/caseActions.js';
import { responseState } from '../lesions/responseState.js';
import type { CaseStore } from './caseStore.js';
import type { CaseAction } from '../keys/keymap.js';

const run = (store: CaseStore, ...actions: CaseAction[]): void =>
  actions.forEach(action => runCaseAction(store, action, commands));
const header = (store: CaseStore) => {
  const { document, assessment, signature } = store.getSnapshot();
  return responseState(store.context, document, assessment, signature !== null);
};
const states = (store: CaseStore) =>
  store.getSnapshot().document.lesions.map(({ id, state }) => `${id} ${state}`);

describe('CaseStore at baseline', () => {
  it('makes a drawing the next target, asks its location, saves, and shows the sum at once', async () => {
    const { store, saved } = await openBench(contextOf());
    run(store, 'add');
    expect(store.draw(markOf(32.1))).toBe('2.25.101');
    expect(store.getSnapshot()).toMatchObject({
      selected: '2.25.101',
      sheet: 'location',
      armed: null,
    });
    store.edit('location', document => setLocation(document, 'T01', 'LIVER'));
    expect(header(store)).toMatchObject({ kind: 'response', response: { sum: 32.1 } });
    await turns();
    expect(store.getSnapshot().draft.state).toBe('saved');
    expect(saved.at(-1)?.lesions).toMatchObject([
      { id: 'T01', location: 'LIVER', state: 'measured' },
    ]);
    expect(saved.at(-1)?.view.selectedLesion).toBe('T01');
  });

  it('changes the role by the same key', async () => {
    const { store } = await openBench(contextOf());
    run(store, 'add', 'add');
    store.draw(markOf(12));
    expect(states(store)).toEqual(['NT01 present']);
    run(store, 'add', 'add', 'add');
    expect(store.getSnapshot().armed).toEqual({ kind: 'add', role: 'target' });
  });

  it('takes no drawing that belongs to nothing, and says so', async () => {
    const { store } = await openBench(contextOf());
    expect(store.draw(markOf(12))).toBeNull();
    expect(store.getSnapshot().prompt).toContain('belongs to no lesion');
  });

  it('undoes and redoes across panel and drawings, naming the act', async () => {
    const { store, saved } = await openBench(contextOf());
    run(store, 'add');
    store.draw(markOf(32.1));
    store.edit('T01 location', document => setLocation(document, 'T01', 'LIVER'));
    run(store, 'undo', 'undo');
    expect(store.getSnapshot().document.lesions).toEqual([]);
    expect(store.getSnapshot().prompt).toContain('Undone: target added');
    run(store, 'undo');
    expect(store.getSnapshot().prompt).toBe('Nothing to undo');
    run(store, 'redo', 'redo');
    expect(store.getSnapshot().document.lesions).toMatchObject([{ location: 'LIVER' }]);
    await turns();
    expect(saved.at(-1)?.lesions).toMatchObject([{ location: 'LIVER' }]);
  });

  it('keeps one drag as one step', async () => {
    const { store } = await openBench(contextOf());
    run(store, 'add');
    store.draw(markOf(32));
    const uid = store.getSnapshot().selected ?? '';
    [33, 34, 35].forEach(size => store.remeasure(uid, markOf(size), 'drag'));
    expect(store.selectedLesion?.mark?.longestDiameterMm).toBe(35);
    run(store, 'undo');
    expect(store.lesion(uid)?.mark?.longestDiameterMm).toBe(32);
  });

  it('refuses a mark without extent and keeps the tool armed', async () => {
    const { store } = await openBench(contextOf());
    run(store, 'add');
    expect(store.draw({ ...markOf(1), longestDiameterMm: 0, shortAxisMm: 0 })).toBeNull();
    expect(store.getSnapshot().armed).toEqual({ kind: 'add', role: 'target' });
    expect(store.getSnapshot().document.lesions).toEqual([]);
  });
});

describe('CaseStore at follow-up', () => {
  it('starts with carried rows and a response that waits for them', async () => {
    const { store } = await openBench(followUpContext());
    expect(states(store)).toEqual(['T01 toDo', 'T02 toDo', 'NT01 toDo']);
    expect(header(store)).toMatchObject({ kind: 'soFar', sum: null, done: 0, of: 3 });
    expect(dueThings(store).map(({ lesion }) => lesion)).toEqual(['T01', 'T02', 'NT01', null]);
  });

  it('reads a whole timepoint by keys and drawings to a partial response', async () => {
    const { store, signed } = await openBench(followUpContext());
    run(store, 'due');
    store.draw(markOf(20));
    expect(header(store)).toMatchObject({ kind: 'soFar', sum: 20, done: 1, of: 3 });
    run(store, 'due', 'absent', 'due', 'present');
    store.edit('judgement', document => setNonTargetJudgement(document, 'NON-CR/NON-PD'));
    expect(states(store)).toEqual(['T01 measured', 'T02 absent', 'NT01 present']);
    expect(header(store)).toMatchObject({
      kind: 'response',
      response: { sum: 20, target: 'PR', nonTarget: 'NON-CR/NON-PD', overall: 'PR' },
    });
    run(store, 'sign');
    expect(store.getSnapshot().sheet).toBe('sign');
    await store.sign('secret', 'My assessment');
    expect(signed).toMatchObject([{ password: 'secret', etag: '"2"' }]);
    expect(store.locked).toBe(true);
    run(store, 'absent');
    expect(states(store)[0]).toBe('T01 measured');
    expect(store.draw(markOf(9))).toBeNull();
    run(store, 'undo');
    expect(store.getSnapshot().prompt).toBe('The read is signed. It can not be changed.');
  });

  it('asks the reason before "not evaluable" and takes it by digit', async () => {
    const { store } = await openBench(followUpContext());
    run(store, 'next', 'notEvaluable');
    expect(store.getSnapshot().sheet).toBe('reason');
    run(store, 'reason2');
    expect(store.selectedLesion).toMatchObject({
      state: 'notEvaluable',
      reason: { code: 'POOR_QUALITY' },
    });
  });

  it('calls a new lesion equivocal, then unequivocal, which is progression at once', async () => {
    const { store } = await openBench(followUpContext());
    run(store, 'add');
    store.draw(markOf(11));
    run(store, 'equivocal');
    expect(store.selectedLesion).toMatchObject({ id: 'NL01', state: 'equivocal' });
    run(store, 'equivocal');
    expect(store.selectedLesion?.state).toBe('unequivocal');
    expect(header(store)).toMatchObject({ kind: 'soFar', overall: 'PD' });
  });

  it('never removes a carried lesion', async () => {
    const { store } = await openBench(followUpContext());
    run(store, 'next', 'remove');
    expect(store.getSnapshot().prompt).toContain('T01 comes from an earlier timepoint');
    expect(store.getSnapshot().document.lesions).toHaveLength(3);
  });

  it.each([
    ['afterLesions', { kind: 'afterLesions', done: 0, of: 3 }],
    ['afterSigning', { kind: 'afterSigning' }],
  ] as const)('shows nothing derived under %s', async (showDerived, expected) => {
    const charter = { criterion: 'recist-1.1', parameters: {}, showDerived, bulkUnchanged: true };
    const { store } = await openBench(followUpContext({ charter }));
    expect(header(store)).toEqual(expected);
  });

  it('says why there is no response', async () => {
    const charter = {
      criterion: 'unheard-of',
      parameters: {},
      showDerived: 'live' as const,
      bulkUnchanged: true,
    };
    const { store } = await openBench(followUpContext({ charter }));
    expect(header(store)).toMatchObject({ kind: 'notComputable' });
  });
});

describe('saving and signing', () => {
  it('does not sign before everything is saved', async () => {
    const offline = () => Promise.reject(new ClientError('CL_OFFLINE', 0, 'no answer'));
    const { store, signed } = await openBench(contextOf(), { api: { saveDraft: offline } });
    run(store, 'add');
    store.draw(markOf(32));
    await store.sign('secret', 'My assessment');
    expect(signed).toEqual([]);
    expect(store.getSnapshot().signing).toEqual({
      sending: false,
      error: 'Not signed: not all changes are saved. Sign when the server has them.',
    });
  });

  it('signs with pictures of what the saved draft says the panes show', async () => {
    const { store, saved, signed } = await openBench(contextOf(), { document: baselineDocument() });
    const pane = {
      ...{ timepoint: 'BL', studyInstanceUid: '1.2', seriesInstanceUid: '1.3' },
      ...{ sopInstanceUid: '1.4', windowCenter: 40, windowWidth: 400, zoom: 2, pan: null },
    };
    store.setViewSource(() => ({ layout: '1x1', panes: [pane] }));
    const pictures = { panes: [{ sopInstanceUid: '1.4', missing: 'unreadable' as const }] };
    store.setPictureSource(() => Promise.resolve(pictures));
    await store.sign('secret', 'My assessment');
    expect(saved.at(-1)?.view.panes).toEqual([pane]);
    expect(signed).toMatchObject([{ etag: `"${saved.length}"`, pictures }]);
  });

  it('repeats a signature without answer under the same request id', async () => {
    const asked: string[] = [];
    const { store } = await openBench(contextOf(), {
      document: baselineDocument(),
      api: {
        sign: (_id, { requestId }) => {
          asked.push(requestId);
          const offline = asked.length === 1;
          return Promise.reject(
            new ClientError(offline ? 'CL_OFFLINE' : 'CL_PASSWORD_WRONG', offline ? 0 : 403, 'no')
          );
        },
      },
    });
    await store.sign('a', 'm');
    await store.sign('a', 'm');
    await store.sign('b', 'm');
    expect(asked[1]).toBe(asked[0]);
    expect(asked[2]).not.toBe(asked[0]);
  });

  it('takes up what this computer kept unsent', async () => {
    const { store, saved, drafts } = await openBench(contextOf(), {
      kept: { document: baselineDocument(), etag: '"0"', changes: 3 },
    });
    expect(store.getSnapshot().document.lesions).toHaveLength(3);
    await turns();
    expect(saved).toHaveLength(1);
    expect(drafts.entries.size).toBe(0);
  });

  it('keeps both sides of a conflict until each row is chosen', async () => {
    const theirs = { ...baselineDocument(), comment: 'theirs' };
    const etags: string[] = [];
    const unchosen: unknown[] = [];
    const { store } = await openBench(contextOf(), {
      document: emptyReadDocument(),
      api: {
        saveDraft: (_id, _document, etag, mine) => {
          etags.push(etag);
          unchosen.push(mine);
          return etags.length === 1
            ? Promise.reject(
                new ClientError('CL_DRAFT_CONFLICT', 412, 'changed', {
                  document: theirs,
                  etag: '"9"',
                })
              )
            : Promise.resolve({ savedAt: '', etag: '"10"' });
        },
      },
    });
    run(store, 'add');
    store.draw(markOf(50));
    await turns();
    expect(store.getSnapshot().draft.state).toBe('conflict');
    store.resolveConflict(new Map([['2.25.2 whole', 'theirs']]));
    await turns();
    expect(etags).toEqual(['"0"', '"9"']);
    expect(unchosen).toEqual([
      undefined,
      expect.objectContaining({ lesions: [expect.objectContaining({ id: 'T01' })] }),
    ]);
    expect(store.getSnapshot().draft.state).toBe('saved');
    expect(store.getSnapshot().document.lesions.map(({ trackingUid }) => trackingUid)).toEqual([
      '2.25.101',
      '2.25.2',
    ]);
  });
});
