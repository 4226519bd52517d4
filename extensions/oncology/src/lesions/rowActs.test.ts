import { describe, expect, it } from '@jest/globals';
import { addLesion, carryForward, setState, type ReadDocument } from '@corelab/reads';
import {
  baselineDocument,
  contextOf,
  followUpContext,
  markOf,
  openBench,
} from '../case/caseBench.testdata.js';
import { keyLines } from '../keys/keymap.js';
import { press, prompt, run, select, states } from './acting.testdata.js';

describe('other non-targets unchanged', () => {
  const withThree = (): ReadDocument =>
    ['2.25.31', '2.25.32', '2.25.33'].reduce<ReadDocument>(
      (document, trackingUid) =>
        addLesion(document, {
          role: 'non-target',
          baseline: true,
          trackingUid,
          location: 'LIVER',
          mark: markOf(9),
        }),
      baselineDocument()
    );
  const context = (bulkUnchanged: boolean) => {
    const last = setState(carryForward([withThree()]), 'NT02', 'absent');
    const read = ['NT01', 'NT03'].reduce((document, id) => setState(document, id, 'present'), last);
    return followUpContext({
      charter: { criterion: 'recist-1.1', parameters: {}, showDerived: 'live', bulkUnchanged },
      history: [
        { timepoint: 'Baseline', day: 0, date: '2020-01-01', document: withThree() },
        {
          timepoint: 'TP 1',
          day: 56,
          date: '2020-02-26',
          document: setState(read, 'NT04', 'notEvaluable', { code: 'OBSCURED', text: 'obscured' }),
        },
      ],
    });
  };

  it('sets those to do as they were, says how many, and never the overall judgement', async () => {
    const { store } = await openBench(context(true));
    select(store, 'NT01');
    run(store, 'progressed');
    press(store, 'Escape');
    press(store, 'Shift+A');
    expect(states(store).slice(2)).toEqual([
      'NT01 progressed',
      'NT02 absent',
      'NT03 present',
      'NT04 toDo',
    ]);
    expect(store.getSnapshot()).toMatchObject({ prompt: 'Set 2 as before.', offersUndo: true });
    expect(store.getSnapshot().document.nonTargetJudgement).toBeNull();
    run(store, 'undo');
    expect(prompt(store)).toBe('Undone: 2 non-targets as before. Redo Ctrl+Y');
    expect(states(store)[3]).toBe('NT02 toDo');
    expect(states(store)[2]).toBe('NT01 progressed');
  });

  it('is refused where the charter forbids it', async () => {
    const { store } = await openBench(context(false));
    run(store, 'asBefore');
    expect(prompt(store)).toBe('In this trial each non-target is judged by itself');
    expect(states(store)[2]).toBe('NT01 toDo');
  });

  it('says when nothing is left to set', async () => {
    const { store } = await openBench(context(true));
    run(store, 'asBefore', 'asBefore');
    expect(prompt(store)).toContain('No non-target is left');
  });
});

describe('role', () => {
  it('changes at baseline after drawing, with a new number, in one step', async () => {
    const { store } = await openBench(contextOf(), { document: baselineDocument() });
    select(store, 'T02');
    press(store, 'Shift+R');
    expect(states(store)).toEqual(['T01 measured', 'NT02 present', 'NT01 present']);
    expect(store.selectedLesion).toMatchObject({ id: 'NT02', trackingUid: '2.25.2' });
    expect(prompt(store)).toBe('T02 is now NT02, non-target.');
    press(store, 'Shift+R');
    expect(store.selectedLesion).toMatchObject({ id: 'T02', state: 'measured' });
    run(store, 'undo', 'undo');
    expect(states(store)).toEqual(['T01 measured', 'T02 measured', 'NT01 present']);
  });

  it('stays later, and says why', async () => {
    const { store } = await openBench(followUpContext());
    select(store, 'T01');
    run(store, 'role');
    expect(prompt(store)).toBe('T01 keeps its role: it changes at baseline only');
  });
});

describe('judging', () => {
  it('asks for a comment on unequivocal progression', async () => {
    const { store } = await openBench(followUpContext());
    select(store, 'NT01');
    press(store, 'Shift+P');
    expect(states(store)[2]).toBe('NT01 progressed');
    expect(store.getSnapshot()).toMatchObject({ sheet: 'comment', offersUndo: true });
    expect(prompt(store)).toContain('Say in the comment what shows it');
  });

  it.each([
    ['1', 'NOT_IMAGED', 'not imaged'],
    ['2', 'POOR_QUALITY', 'motion or artefact'],
    ['3', 'METHOD_CHANGE', 'other technique or no contrast'],
    ['4', 'OBSCURED', 'obscured'],
  ])('e then %s is not evaluable: %s', async (digit, code, words) => {
    const { store } = await openBench(followUpContext());
    select(store, 'T01');
    press(store, 'e');
    press(store, digit);
    expect(store.selectedLesion).toMatchObject({
      state: 'notEvaluable',
      reason: { code, text: words },
    });
    expect(store.getSnapshot().sheet).toBe('none');
  });

  it('names the counting diameter it replaced, and its Undo brings the mark back', async () => {
    const { store } = await openBench(followUpContext());
    select(store, 'T01');
    store.draw(markOf(24.1));
    run(store, 'tooSmall');
    expect(store.getSnapshot()).toMatchObject({
      prompt: 'T01: replaced 24.1\u00a0mm.'.replace('\u00a0', ' '),
      offersUndo: true,
    });
    store.undo();
    expect(store.selectedLesion?.mark?.longestDiameterMm).toBe(24.1);
    expect(store.getSnapshot().offersUndo).toBe(false);
  });

  it('removes a new lesion: its mark first, then itself, or itself at once', async () => {
    const { store } = await openBench(followUpContext());
    run(store, 'add');
    store.draw(markOf(11));
    run(store, 'escape', 'remove');
    expect(store.selectedLesion).toMatchObject({ id: 'NL01', mark: null });
    run(store, 'remove');
    expect(states(store)).toHaveLength(3);
    run(store, 'undo', 'undo');
    select(store, 'NL01');
    press(store, 'Shift+Delete');
    expect(states(store)).toHaveLength(3);
    expect(store.getSnapshot()).toMatchObject({ prompt: 'NL01 removed.', offersUndo: true });
  });
});

it('the overlay names every act with its key', () => {
  const lines = keyLines().map(({ keys, label }) => `${keys}: ${label}`);
  expect(lines).toEqual(
    expect.arrayContaining([
      'Shift+S: Split, or add a part',
      'Shift+M: Merge into another lesion',
      'Shift+A: Other non-targets unchanged',
      'Shift+R: Change the role at baseline',
    ])
  );
});
