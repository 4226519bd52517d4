import { describe, expect, it } from '@jest/globals';
import { ClientError, type Saved } from '@corelab/client';
import { emptyReadDocument, setComment, setNoDisease } from '@corelab/reads';
import { contextOf, markOf, noPanes, openBench, turns } from './caseBench.testdata.js';
import { runCaseAction } from '../keys/caseActions.js';
import { parsedDocument } from './loadCase.js';

const signature = {
  ...{ by: 'reader1', name: 'A. Ober', at: '2026-11-23T14:06:00Z' },
  ...{ zone: 'UTC', meaning: 'My assessment', hash: '9f3c0000aa' },
};
const locked = new ClientError('CL_READ_LOCKED', 409, 'The read is signed.');
const refused = (error: ClientError) => (): Promise<Saved> => Promise.reject(error);

describe('a read that was closed meanwhile', () => {
  it('is loaded anew when it was signed elsewhere, once', async () => {
    const { store } = await openBench(contextOf(), { api: { saveDraft: refused(locked) } });
    let loads = 0;
    store.setReload(() => {
      loads += 1;
    });
    store.edit('no disease', before => setNoDisease(before, true));
    await turns();
    expect([store.getSnapshot().draft.state, store.locked, loads]).toEqual(['locked', true, 1]);
  });

  it('is loaded anew when a signature is refused since it is signed: the answer of the first press was lost', async () => {
    const { store } = await openBench(contextOf(), { api: { sign: () => Promise.reject(locked) } });
    let loads = 0;
    store.setReload(() => {
      loads += 1;
    });
    await store.sign('secret', 'My assessment');
    expect(loads).toBe(1);
  });

  it('shows what was written here beside what was signed, keeps it, and erases it when told', async () => {
    const kept = {
      document: setNoDisease(emptyReadDocument(), true),
      ...{ etag: '"0"', changes: 3 },
    };
    const { store, saved, drafts } = await openBench(contextOf({ signature }), { kept });
    await turns();
    const { leftOver, document } = store.getSnapshot();
    expect([leftOver?.changes, leftOver?.document.noDisease, document.noDisease]).toEqual([
      ...[3, true, false],
    ]);
    expect([saved.length, drafts.entries.size]).toEqual([0, 1]);
    await store.giveUpLeftOver();
    expect([store.getSnapshot().leftOver, drafts.entries.size]).toEqual([null, 0]);
  });

  it('keeps nothing that says what was signed anyway', async () => {
    const kept = { document: emptyReadDocument(), etag: '"0"', changes: 3 };
    const { store, drafts } = await openBench(contextOf({ signature }), { kept });
    expect([store.getSnapshot().leftOver, drafts.entries.size]).toEqual([null, 0]);
  });

  it('stays to be looked at, and is changed no more, when somebody else has it', async () => {
    const gone = new ClientError('CL_NOT_FOUND', 404, 'not found');
    const { store, drafts } = await openBench(contextOf(), { api: { saveDraft: refused(gone) } });
    runCaseAction(store, 'add', noPanes);
    store.draw(markOf(32));
    await turns();
    expect(store.lockedBecause).toContain('Somebody else has this read now');
    expect(store.getSnapshot().document.lesions).toHaveLength(1);
    expect(drafts.entries.get('r1')).toMatchObject({ changes: 1, title: 'S-0042 Baseline' });
  });
});

describe('a read that was changed on another computer', () => {
  const newer = { document: setComment(emptyReadDocument(), null, 'there'), etag: '"7"' };
  const conflict = (document: unknown) =>
    new ClientError('CL_DRAFT_CONFLICT', 412, 'changed', { document, etag: '"7"' });

  it('is shown as it stands when the window is looked at again with nothing unsaved', async () => {
    let draft = { document: emptyReadDocument(), etag: '"0"' };
    const { store } = await openBench(contextOf(), {
      api: { draft: () => Promise.resolve(draft) },
    });
    let loads = 0;
    store.setReload(() => {
      loads += 1;
    });
    await store.lookForNewer();
    expect(loads).toBe(0);
    draft = newer;
    await store.lookForNewer();
    expect(loads).toBe(1);
  });

  it('asks nothing where the versions differ in the view alone', async () => {
    const etags: string[] = [];
    const { store } = await openBench(contextOf(), {
      api: {
        saveDraft: (_id, document, etag) => {
          etags.push(etag);
          const theirs = parsedDocument(document, 'the document');
          return etags.length === 1
            ? Promise.reject(conflict({ ...theirs, view: { ...theirs.view, layout: '2x2' } }))
            : Promise.resolve({ savedAt: '', etag: '"8"' });
        },
      },
    });
    store.edit('no disease', before => setNoDisease(before, true));
    await turns();
    expect([store.getSnapshot().draft.state, etags]).toEqual(['saved', ['"0"', '"7"']]);
  });

  it('is merged as chosen, and one step back is the version of this window', async () => {
    let asked = 0;
    const { store } = await openBench(contextOf(), {
      api: {
        saveDraft: () => {
          asked += 1;
          return asked === 1
            ? Promise.reject(conflict(newer.document))
            : Promise.resolve({ savedAt: '', etag: '"8"' });
        },
      },
    });
    store.edit('no disease', before => setNoDisease(before, true));
    await turns();
    store.resolveConflict(
      new Map([
        ['noDisease', 'mine'],
        ['comment', 'theirs'],
      ])
    );
    await turns();
    expect(store.getSnapshot().document).toMatchObject({ noDisease: true, comment: 'there' });
    store.undo();
    expect(store.getSnapshot().document).toMatchObject({ noDisease: true, comment: '' });
  });
});
