import { describe, expect, it } from '@jest/globals';
import { emptyDecision } from '@corelab/adjudication';
import { ClientError } from '@corelab/client';
import { choose, goToDue, openSignSheet } from './adjudicationActions.js';
import { adjudicationOf, openAdjudicationBench, turns } from './adjudicationBench.testdata.js';
import { chooseRead, setReasonCode, setReasonText } from './decisionEdits.js';

const complete = setReasonText(
  setReasonCode(chooseRead(emptyDecision(), 'a'), 'newLesion'),
  'No such lesion on the brain'
);

describe('AdjudicationStore', () => {
  it('opens at the difference with the largest effect, its timepoint beside the one before', async () => {
    const { store } = await openAdjudicationBench();
    expect(store.difference?.kind).toBe('newLesionOnlyOne');
    expect(store.getSnapshot()).toMatchObject({
      selected: 0,
      timepoint: 'TP1',
      comparison: 'Baseline',
    });
    expect(store.context.studies.find(({ current }) => current)?.timepoint).toBe('TP 1');
  });

  it('never shows one timepoint in both panes', async () => {
    const { store } = await openAdjudicationBench();
    store.showTimepoint('BL');
    expect(store.getSnapshot()).toMatchObject({ timepoint: 'BL', comparison: 'TP 1' });
    store.compare('Baseline');
    expect(store.getSnapshot().comparison).toBe('TP 1');
  });

  it('saves each act at once, and takes it back by its name', async () => {
    const { store, saved } = await openAdjudicationBench();
    choose(store, 'b', null);
    await turns();
    expect(saved).toEqual([chooseRead(emptyDecision(), 'b')]);
    store.undo();
    await turns();
    expect(saved.at(-1)).toEqual(emptyDecision());
    expect(store.getSnapshot().prompt).toContain('Read B chosen');
  });

  it('says what is left: the differences not looked at, then choice and reason', async () => {
    const { store } = await openAdjudicationBench();
    const { length } = store.adjudication.case.differences;
    for (let left = length; left > 1; left -= 1) goToDue(store);
    expect(store.getSnapshot().seen.size).toBe(length);
    goToDue(store);
    expect(store.getSnapshot().prompt).toBe('Choose Read A or Read B.');
    choose(store, 'a', null);
    goToDue(store);
    expect(store.getSnapshot().prompt).toBe('Choose a reason.');
  });

  it('is only looked at where its adjudicator read anew, whose reads are what was signed', async () => {
    const readAnew = adjudicationOf({ mode: 'thirdRead', state: 'signed' });
    const { store, saved } = await openAdjudicationBench(readAnew);
    expect(store.lock).toBe('signed');
    choose(store, 'a', null);
    await turns();
    expect(saved).toEqual([]);
    expect(store.getSnapshot().document).toEqual(emptyDecision());
  });

  it('takes a timepoint at a time where the charter has each decided', async () => {
    const { store } = await openAdjudicationBench(adjudicationOf({ mode: 'perTimepoint' }));
    choose(store, 'a', null);
    expect(store.getSnapshot().document.choice).toEqual({
      kind: 'perTimepoint',
      sides: { TP1: 'a' },
    });
    expect(store.getSnapshot().openItems.map(({ timepoint }) => timepoint)).toContain('BL');
  });

  it('goes on with what this computer kept unsent', async () => {
    const kept = { document: complete, etag: '"0"', changes: 2 };
    const { store, saved } = await openAdjudicationBench(adjudicationOf(), { kept });
    await turns();
    expect(saved).toEqual([complete]);
    expect(store.getSnapshot().prompt).toContain('2');
  });

  it('shows both decisions on a conflict and drops neither', async () => {
    const theirs = chooseRead(emptyDecision(), 'b');
    let tries = 0;
    const { store } = await openAdjudicationBench(adjudicationOf(), {
      api: {
        saveDecision: () => {
          tries += 1;
          return tries === 1
            ? Promise.reject(
                new ClientError('CL_DRAFT_CONFLICT', 412, 'changed', {
                  document: theirs,
                  etag: '"7"',
                })
              )
            : Promise.resolve({ savedAt: '', etag: '"8"' });
        },
      },
    });
    choose(store, 'a', null);
    await turns();
    expect(store.getSnapshot().draft.state).toBe('conflict');
    store.resolveConflict(new Map([['choice', 'theirs']]));
    await turns();
    expect(store.getSnapshot().document.choice).toEqual({ kind: 'read', side: 'b' });
    expect(store.getSnapshot().draft.state).toBe('saved');
  });

  it('signs what was saved last, and is locked afterwards', async () => {
    const { store, signed } = await openAdjudicationBench(adjudicationOf(), { document: complete });
    await store.sign('secret', 'My assessment');
    expect(signed).toEqual([
      { password: 'secret', meaning: 'My assessment', etag: '"0"', requestId: 'request-1' },
    ]);
    expect(store.lock).toBe('signed');
    choose(store, 'b', null);
    expect(store.getSnapshot().document).toEqual(complete);
  });

  it('keeps words that look like identity out of the decision until they are changed or insisted on', async () => {
    const said: unknown[] = [];
    const { store } = await openAdjudicationBench(adjudicationOf(), {
      api: {
        saveDecision: (_id, document, _etag, _mine, notIdentity) => {
          said.push([document.reason.text, notIdentity]);
          return Promise.resolve({ savedAt: '', etag: `"${said.length}"` });
        },
      },
    });
    const write = (words: string) => store.edit('reason', one => setReasonText(one, words));
    const words = 'as Dr. Zyxwvut says';
    write(words);
    await turns();
    expect(said).toEqual([]);
    expect(store.getSnapshot().held).toMatchObject({ text: words, found: [{ kind: 'person' }] });
    openSignSheet(store);
    expect(store.getSnapshot().prompt).toContain('The reason of the decision is not kept');
    store.texts.insist();
    write(words);
    await turns();
    expect(said).toEqual([[words, [{ path: '/reason/text', kinds: ['person'] }]]]);
    expect(store.getSnapshot().held).toBeNull();
  });

  it('takes words that the trial knows out of every step, and saves the rest', async () => {
    const kept: unknown[] = [];
    const { store, drafts } = await openAdjudicationBench(adjudicationOf(), {
      api: {
        saveDecision: (_id, document) => {
          if (document.reason.text.includes('BER')) {
            const found = [{ kind: 'known', from: 11, to: 14 }];
            const fields = [{ path: '/reason/text', found }];
            return Promise.reject(new ClientError('CL_TEXT_IDENTIFIES', 422, 'no', { fields }));
          }
          kept.push(document);
          return Promise.resolve({ savedAt: '', etag: `"${kept.length}"` });
        },
      },
    });
    store.edit('reason', one => setReasonText(one, 'a margin'));
    await turns();
    store.edit('reason', one => setReasonText(one, 'typical of BER'));
    choose(store, 'a', null);
    await turns();
    const rest = setReasonText(chooseRead(emptyDecision(), 'a'), 'a margin');
    expect(kept.at(-1)).toEqual(rest);
    expect(store.getSnapshot()).toMatchObject({
      document: rest,
      held: { text: 'typical of BER', found: [{ kind: 'known' }] },
      draft: { state: 'saved', pending: 0 },
    });
    for (const act of ['undo', 'undo', 'redo', 'redo'] as const) store[act]();
    await turns();
    expect(store.getSnapshot().document).toEqual(rest);
    expect(JSON.stringify([...drafts.entries])).not.toContain('BER');
  });
});
