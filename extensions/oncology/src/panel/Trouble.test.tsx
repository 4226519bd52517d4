import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { ClientError, type Saved } from '@corelab/client';
import { emptyReadDocument, setComment, setNoDisease } from '@corelab/reads';
import { saveSentence } from '@corelab/ui';
import { draftView } from '../case/announceSave.js';
import { contextOf, noPanes as commands, openBench } from '../case/caseBench.testdata.js';
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

type Bench = Parameters<typeof openBench>[1];

async function show(context = contextOf(), options: Bench = {}) {
  const { store, drafts } = await openBench(context, options);
  await act(async () => {
    root.render(
      <CasePanel
        store={store}
        commands={commands}
      />
    );
  });
  return { store, drafts };
}

const shown = (selector: string): string => place.querySelector(selector)?.textContent ?? '';
const press = (selector: string) =>
  act(async () => place.querySelector<HTMLElement>(selector)?.click());
const rowsOf = (selector: string) =>
  [...place.querySelectorAll(`${selector} tbody tr`)].map(row =>
    [...row.children].map(({ textContent }) => textContent)
  );

describe('a panel in trouble', () => {
  it('shows what was written here beside what was signed, until it is given up', async () => {
    const signature = { by: 'r', name: 'A. Ober', at: '', zone: 'UTC', meaning: 'm', hash: 'h' };
    const document = setComment(setNoDisease(emptyReadDocument(), true), null, 'seen twice');
    const { drafts } = await show(contextOf({ signature }), {
      kept: { document, etag: '"0"', changes: 2 },
    });
    expect(shown('[data-left-over]')).toContain(
      'Signed without 2 changes written on this computer'
    );
    expect(rowsOf('[data-left-over]')).toEqual([
      ['No disease at baseline', 'Yes', 'No'],
      ['Comment on this timepoint', 'seen twice', 'nothing'],
    ]);
    await press('[data-act=giveUp]');
    expect(drafts.entries.size).toBe(1);
    await press('[data-act=erase]');
    expect([drafts.entries.size, shown('[data-left-over]')]).toEqual([0, '']);
  });

  it('chooses nothing by itself between two versions', async () => {
    const theirs = setComment(emptyReadDocument(), null, 'there');
    const conflict = { document: theirs, etag: '"7"' };
    let asked = 0;
    const saveDraft = (): Promise<Saved> => {
      asked += 1;
      return asked === 1
        ? Promise.reject(new ClientError('CL_DRAFT_CONFLICT', 412, 'changed', conflict))
        : Promise.resolve({ savedAt: '', etag: '"8"' });
    };
    const { store } = await show(contextOf(), { api: { saveDraft } });
    await act(async () => {
      store.edit('no disease', before => setNoDisease(before, true));
    });
    const sheet = '[role=alert].cl-sheet';
    expect(shown(sheet)).toContain('2 rows to choose');
    await press('[data-act=take]');
    expect(asked).toBe(1);
    await press('[data-conflict=comment] label:nth-child(2) input');
    expect(shown(sheet)).toContain('1 row to choose');
    await press('[data-all=theirs]');
    await press('[data-conflict=noDisease] input');
    await press('[data-act=take]');
    expect([asked, shown(sheet)]).toEqual([2, '']);
    expect(store.getSnapshot().document).toMatchObject({ noDisease: true, comment: 'there' });
  });

  it('says that nothing is kept on this computer, before the server is away', async () => {
    const { store } = await openBench(contextOf());
    const draft = { ...store.getSnapshot().draft, keptHere: false };
    expect(saveSentence(draftView(draft, null))).toBe(
      'Saved. This computer keeps nothing while the server is away'
    );
    expect(saveSentence(draftView({ ...draft, state: 'offline', pending: 1 }, null))).toContain(
      'leave this page open'
    );
  });
});
