import { describe, expect, it } from '@jest/globals';
import { addLesion, carryForward, split } from '@corelab/reads';
import {
  baselineDocument,
  contextOf,
  followUpContext,
  markOf,
  openBench,
} from '../case/caseBench.testdata.js';
import { press, prompt, row, rows, run, select, states } from './acting.testdata.js';
import { earlierUid } from './lesionValues.js';
import { separateSelected } from './linkActs.js';
import { promptOf } from './prompt.js';
import { responseState } from './responseState.js';

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
