import { describe, expect, it } from '@jest/globals';
import { addLesion, carryForward, setState, split, type ReadDocument } from '@corelab/reads';
import { runCaseAction } from '../keys/caseActions.js';
import {
  noPanes as commands,
  baselineDocument,
  contextOf,
  followUpContext,
  markOf,
  openBench,
} from '../case/caseBench.testdata.js';
import type { CaseStore } from '../case/caseStore.js';
import { caseKeys, keyLines, scopeOf, type CaseAction } from '../keys/keymap.js';
import { lesionRows } from './lesionRows.js';
import { separateSelected } from './linkActs.js';
import { earlierUid } from './lesionValues.js';
import { promptOf } from './prompt.js';
import { qualitySummary } from './qualitySummary.js';
import { responseState } from './responseState.js';
import { judgeRegion, lesionsOffered, markRegion } from './regionActs.js';

const run = (store: CaseStore, ...actions: CaseAction[]): void =>
  actions.forEach(action => runCaseAction(store, action, commands));
/** Runs what the keymap has for a key in the scope that is in force. */
const press = (store: CaseStore, chord: string): void => {
  const scope = scopeOf(store.getSnapshot().sheet);
  const binding = caseKeys.find(key => key.chord === chord && key.scopes.includes(scope));
  if (binding === undefined) throw new Error(`${chord} does nothing in ${scope}`);
  runCaseAction(store, binding.action as CaseAction, commands);
};
const states = (store: CaseStore) =>
  store.getSnapshot().document.lesions.map(({ id, state }) => `${id} ${state}`);
const select = (store: CaseStore, id: string) =>
  store.select(
    store.getSnapshot().document.lesions.find(lesion => lesion.id === id)?.trackingUid ?? null
  );
const rows = (store: CaseStore) => {
  const { document, assessment } = store.getSnapshot();
  return lesionRows(document, 'target', {
    context: store.context,
    current: assessment.ok ? assessment.current : null,
    drawing: null,
    comparison: store.getSnapshot().comparison,
    signed: false,
  });
};
const row = (store: CaseStore, id: string) => rows(store).find(candidate => candidate.id === id);
const prompt = (store: CaseStore) => store.getSnapshot().prompt;

describe('split', () => {
  it('makes two parts under the parent, arms the first, totals them, and is one undo step', async () => {
    const { store } = await openBench(followUpContext());
    select(store, 'T01');
    press(store, 'Shift+S');
    expect(states(store)).toEqual(['T01 split', 'T01a toDo', 'T01b toDo', 'T02 toDo', 'NT01 toDo']);
    expect(store.selectedLesion?.id).toBe('T01a');
    expect(store.getSnapshot()).toMatchObject({
      prompt: 'T01 split in 2. Draw T01a.',
      offersUndo: true,
      armed: { kind: 'lesion', trackingUid: store.selectedLesion?.trackingUid },
    });
    store.draw(markOf(12.1));
    expect(row(store, 'T01')).toMatchObject({ current: '12.1', otherAxis: 'so far' });
    select(store, 'T01b');
    store.draw(markOf(9.2));
    expect(row(store, 'T01')).toMatchObject({
      stateWord: 'Split in 2',
      comparison: '40.0',
      current: '21.3',
      otherAxis: 'total of 2',
      change: '\u221246.8\u00a0%',
    });
    expect(rows(store).map(({ id, indented }) => `${id} ${indented}`)).toEqual([
      'T01 false',
      'T01a true',
      'T01b true',
      'T02 false',
    ]);
    run(store, 'undo', 'undo', 'undo');
    expect(states(store)).toEqual(['T01 toDo', 'T02 toDo', 'NT01 toDo']);
    expect(store.selectedLesion?.id).toBe('T01');
  });

  it('takes the value of a part that is too small from the engine', async () => {
    const { store } = await openBench(followUpContext());
    select(store, 'T01');
    run(store, 'split');
    store.draw(markOf(12));
    select(store, 'T01b');
    run(store, 'tooSmall');
    expect(row(store, 'T01')).toMatchObject({ current: '17.0', otherAxis: 'total of 2' });
  });

  it('adds a further part from the parent or a part, and takes one away while two stay', async () => {
    const { store } = await openBench(followUpContext());
    select(store, 'T01');
    run(store, 'split', 'split');
    expect(store.selectedLesion?.id).toBe('T01c');
    run(store, 'removeLesion');
    expect(states(store).slice(0, 3)).toEqual(['T01 split', 'T01a toDo', 'T01b toDo']);
    select(store, 'T01b');
    run(store, 'removeLesion');
    expect(states(store)).toHaveLength(5);
  });

  it('is taken back in one step and one undo, also from a part', async () => {
    const { store } = await openBench(followUpContext());
    select(store, 'T01');
    run(store, 'split');
    separateSelected(store);
    expect(states(store)).toEqual(['T01 toDo', 'T02 toDo', 'NT01 toDo']);
    expect(store.selectedLesion?.id).toBe('T01');
    run(store, 'undo');
    expect(states(store)[0]).toBe('T01 split');
  });

  it('of an earlier timepoint stays, and says why', async () => {
    const earlier = split(carryForward([baselineDocument()]), 'T01', ['2.25.8', '2.25.9']);
    const { store } = await openBench(followUpContext(), {
      document: carryForward([baselineDocument(), earlier]),
    });
    select(store, 'T01a');
    separateSelected(store);
    expect(prompt(store)).toContain('T01 came apart at an earlier timepoint');
    expect(states(store)).toHaveLength(5);
  });

  it.each([
    ['at baseline', contextOf(), baselineDocument(), 'T01', 'recorded at a follow-up'],
    [
      'on a new lesion',
      followUpContext(),
      addLesion(carryForward([baselineDocument()]), {
        role: 'new',
        baseline: false,
        trackingUid: '2.25.9',
      }),
      'NL01',
      'NL01 is a new lesion',
    ],
  ] as const)('is refused %s', async (_where, context, document, id, why) => {
    const { store } = await openBench(context, { document });
    select(store, id);
    run(store, 'split');
    expect(prompt(store)).toContain(why);
    expect(store.getSnapshot().document).toBe(document);
  });

  it('shows a part where its parent was, until it has an earlier mark of its own', async () => {
    const { store } = await openBench(followUpContext());
    select(store, 'T01');
    run(store, 'split');
    const { document } = store.getSnapshot();
    const part = store.selectedLesion;
    if (part === null) throw new Error('no part is selected');
    expect(earlierUid(document, part, () => false)).toBe('2.25.1');
    expect(earlierUid(document, part, uid => uid === part.trackingUid)).toBe(part.trackingUid);
  });

  it('gives the parent neither state nor ruler', async () => {
    const { store } = await openBench(followUpContext());
    select(store, 'T01');
    run(store, 'split');
    select(store, 'T01');
    run(store, 'absent', 'arm');
    expect(states(store)[0]).toBe('T01 split');
    expect(store.getSnapshot().armed).toBeNull();
    expect(prompt(store)).toBe('T01 is split: choose one of its parts');
  });
});

describe('merge', () => {
  it('asks into which lesion, with keys of its own, and is one undo step', async () => {
    const { store } = await openBench(followUpContext());
    select(store, 'T02');
    press(store, 'Shift+S');
    select(store, 'T01');
    press(store, 'Shift+M');
    const choice = () => store.lesion(store.getSnapshot().partner)?.id;
    expect(choice()).toBe('T02a');
    expect(promptOf(store, store.getSnapshot())).toContain('Merge T01: W, S choose');
    press(store, 's');
    press(store, 's');
    expect(choice()).toBe('T02b');
    press(store, 'w');
    press(store, 'Enter');
    expect(states(store)[0]).toBe('T01 merged');
    expect(store.getSnapshot()).toMatchObject({
      sheet: 'none',
      prompt: 'T01 merged into T02a, which carries the joint mass.',
      offersUndo: true,
    });
    expect(row(store, 'T01')).toMatchObject({ stateWord: 'Merged into T02a', icon: 'merged' });
    run(store, 'undo');
    expect(states(store)[0]).toBe('T01 toDo');
  });

  it('is left by Esc with nothing changed', async () => {
    const { store } = await openBench(followUpContext());
    select(store, 'T01');
    press(store, 'Shift+M');
    press(store, 'Escape');
    expect(store.getSnapshot().sheet).toBe('none');
    expect(states(store)[0]).toBe('T01 toDo');
  });

  it('is taken back, and takes no state meanwhile', async () => {
    const { store } = await openBench(followUpContext());
    select(store, 'T02');
    run(store, 'merge', 'take', 'tooSmall');
    expect(prompt(store)).toBe('T02 is merged into T01: separate them first');
    expect(states(store)[1]).toBe('T02 merged');
    separateSelected(store);
    expect(states(store)[1]).toBe('T02 toDo');
    run(store, 'undo');
    expect(states(store)[1]).toBe('T02 merged');
  });

  it('is refused where nothing can carry the mass, or the lesion carries another', async () => {
    const { store } = await openBench(followUpContext());
    select(store, 'NT01');
    run(store, 'merge');
    expect(prompt(store)).toBe('No other lesion of this role can carry NT01');
    select(store, 'T02');
    run(store, 'merge', 'take');
    select(store, 'T01');
    run(store, 'merge');
    expect(prompt(store)).toBe('T02 is merged into T01: separate them first');
    expect(store.getSnapshot().sheet).toBe('none');
  });
});

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

describe('a region that can not be read', () => {
  it('marks its lesions in one step, which the line takes back', async () => {
    const { store } = await openBench(followUpContext());
    const entry = { region: 'chest', value: 'notReadable' } as const;
    judgeRegion(store, { ...entry, reason: null });
    const offered = () =>
      store
        .getSnapshot()
        .document.imageQuality.map(quality =>
          lesionsOffered(store, store.getSnapshot().document, quality)
        );
    expect(offered()).toEqual([0, 0, 0, 0]);
    judgeRegion(store, { ...entry, reason: { code: 'NOT_IMAGED', text: 'not imaged' } });
    expect(offered()).toEqual([0, 2, 0, 0]);
    markRegion(store, 'chest');
    expect(states(store)).toEqual(['T01 toDo', 'T02 notEvaluable', 'NT01 notEvaluable']);
    expect(store.getSnapshot()).toMatchObject({
      prompt: '2 lesions not evaluable: chest, not imaged.',
      offersUndo: true,
    });
    run(store, 'undo');
    expect(states(store)).toEqual(['T01 toDo', 'T02 toDo', 'NT01 toDo']);
    expect(qualitySummary(store.getSnapshot().document)).toBe('chest: Not readable, not imaged');
  });
});

it('a non-target without a mark shows how it was judged, at the earlier timepoint too', async () => {
  const earlier = setState(carryForward([baselineDocument()]), 'NT01', 'absent');
  const { store } = await openBench(
    followUpContext({
      history: [
        { timepoint: 'Baseline', day: 0, date: '2020-01-01', document: baselineDocument() },
        { timepoint: 'TP 1', day: 56, date: '2020-02-26', document: earlier },
      ],
    })
  );
  const { document } = store.getSnapshot();
  const [shown] = lesionRows(document, 'non-target', {
    context: store.context,
    current: null,
    drawing: null,
    comparison: 'TP 1',
    signed: false,
  });
  expect(shown).toMatchObject({ id: 'NT01', comparison: 'Absent', stateWord: 'To judge' });
});

it('a merge alone is no measurement of this timepoint', async () => {
  const { store } = await openBench(followUpContext());
  select(store, 'T02');
  run(store, 'merge', 'take');
  const { document, assessment } = store.getSnapshot();
  expect(responseState(store.context, document, assessment, false)).toMatchObject({
    kind: 'soFar',
    sum: null,
  });
});
