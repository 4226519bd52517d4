import { describe, expect, it } from '@jest/globals';
import {
  addLesion,
  carryForward,
  EditHistory,
  emptyReadDocument,
  merge,
  nextLesionId,
  parseReadDocument,
  ReadError,
  removeLesion,
  setComment,
  setLocation,
  setMark,
  setNoDisease,
  setRole,
  setState,
  split,
  unsplit,
  type ReadDocument,
} from './index.js';
import { markOf } from './readDocument.testdata.js';

function baselineRead(): ReadDocument {
  let document = emptyReadDocument();
  document = addLesion(document, {
    role: 'target',
    baseline: true,
    trackingUid: '2.25.1',
    location: 'LIVER',
    mark: markOf(30, 20),
  });
  document = addLesion(document, {
    role: 'target',
    baseline: true,
    trackingUid: '2.25.2',
    location: 'LIVER',
    mark: markOf(20),
  });
  return addLesion(document, {
    role: 'non-target',
    baseline: true,
    trackingUid: '2.25.3',
    location: 'PLEURA',
  });
}

const followUp = () => carryForward([baselineRead()]);
const of = (document: ReadDocument, id: string) =>
  document.lesions.find(lesion => lesion.id === id);

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ReadError) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('lesion edits', () => {
  it('number lesions per role and never change the document they are given', () => {
    const before = baselineRead();
    const text = JSON.stringify(before);
    const after = addLesion(before, { role: 'target', baseline: true, trackingUid: '2.25.4' });
    expect(after.lesions.map(lesion => lesion.id)).toEqual(['T01', 'T02', 'NT01', 'T03']);
    expect(JSON.stringify(before)).toBe(text);
    expect(nextLesionId(split(followUp(), 'T02', ['2.25.8', '2.25.9']).lesions, 'target')).toBe(
      'T03'
    );
    expect(nextLesionId(after.lesions, 'new')).toBe('NL01');
  });

  it('record diameters to a tenth of a millimetre and set the state', () => {
    const document = setMark(followUp(), 'T01', {
      ...markOf(30, 20),
      longestDiameterMm: 23.449,
      shortAxisMm: 11.05,
    });
    expect(of(document, 'T01')).toMatchObject({
      state: 'measured',
      mark: { longestDiameterMm: 23.4, shortAxisMm: 11.1 },
    });
    expect(of(setMark(document, 'T01', null), 'T01')).toMatchObject({ state: 'toDo', mark: null });
    expect(of(setMark(document, 'NT01', markOf(12)), 'NT01')?.state).toBe('present');
  });

  it('drop the mark when there is nothing to measure', () => {
    const document = setState(baselineRead(), 'T01', 'notEvaluable', {
      code: 'OBSCURED',
      text: '',
    });
    expect(of(document, 'T01')).toMatchObject({ mark: null, reason: { code: 'OBSCURED' } });
    expect(of(setState(document, 'T01', 'absent'), 'T01')?.reason).toBeNull();
  });

  it('rename a lesion with its role and keep it selected', () => {
    const document = baselineRead();
    document.view.selectedLesion = 'T02';
    const changed = setRole(document, 'T02', 'non-target', true);
    expect(of(changed, 'NT02')).toMatchObject({ trackingUid: '2.25.2', state: 'present' });
    expect(changed.view.selectedLesion).toBe('NT02');
    expect(removeLesion(changed, 'NT02').view.selectedLesion).toBeNull();
  });

  it('split into parts that are not new lesions, and back', () => {
    const document = split(followUp(), 'T01', ['2.25.8', '2.25.9']);
    expect(document.lesions.map(lesion => [lesion.id, lesion.state])).toEqual([
      ['T01', 'split'],
      ['T01a', 'toDo'],
      ['T01b', 'toDo'],
      ['T02', 'toDo'],
      ['NT01', 'toDo'],
    ]);
    expect(of(document, 'T01a')).toMatchObject({
      role: 'target',
      splitFrom: 'T01',
      location: 'LIVER',
    });
    expect(unsplit(document, 'T01')).toEqual(followUp());
    expect(parseReadDocument(document).ok).toBe(true);
  });

  it('merge into the lesion that carries the joint mass', () => {
    expect(of(merge(followUp(), 'T02', 'T01'), 'T02')).toMatchObject({
      state: 'merged',
      mergedInto: 'T01',
    });
  });

  it.each<[string, () => unknown, string]>([
    ['removing a carried lesion', () => removeLesion(followUp(), 'T01'), 'CL_LESION_CARRIED'],
    ['moving a carried lesion', () => setLocation(followUp(), 'T01', 'LUNG'), 'CL_LESION_CARRIED'],
    [
      'another role for a carried lesion',
      () => setRole(followUp(), 'T01', 'new', false),
      'CL_LESION_CARRIED',
    ],
    [
      'a target after baseline',
      () => addLesion(followUp(), { role: 'target', baseline: false, trackingUid: '2.25.7' }),
      'CL_LESION_ROLE',
    ],
    [
      'a new lesion at baseline',
      () => addLesion(baselineRead(), { role: 'new', baseline: true, trackingUid: '2.25.7' }),
      'CL_LESION_ROLE',
    ],
    [
      'a tracking UID in use',
      () => addLesion(baselineRead(), { role: 'target', baseline: true, trackingUid: '2.25.1' }),
      'CL_LESION_DUPLICATE',
    ],
    [
      'a lesion that is not there',
      () => setState(followUp(), 'T09', 'absent'),
      'CL_LESION_UNKNOWN',
    ],
    [
      'a state of another role',
      () => setState(followUp(), 'T01', 'unequivocal'),
      'CL_LESION_STATE',
    ],
    ['measured without a mark', () => setState(followUp(), 'T01', 'measured'), 'CL_MARK_MISSING'],
    ['a diameter of zero', () => setMark(followUp(), 'T01', markOf(0)), 'CL_MARK_VALUE'],
    [
      'a short axis over the long one',
      () => setMark(followUp(), 'T01', markOf(10, 12)),
      'CL_MARK_VALUE',
    ],
    [
      'marking a merged lesion',
      () => setMark(merge(followUp(), 'T02', 'T01'), 'T02', markOf(9)),
      'CL_LESION_LINKED',
    ],
    ['a merge across roles', () => merge(followUp(), 'T01', 'NT01'), 'CL_MERGE_PARTNER'],
    ['a merge with itself', () => merge(followUp(), 'T01', 'T01'), 'CL_MERGE_PARTNER'],
    [
      'a chain of merges',
      () => merge(merge(followUp(), 'T01', 'T02'), 'T02', 'T01'),
      'CL_MERGE_PARTNER',
    ],
    ['a merge at baseline', () => merge(baselineRead(), 'T01', 'T02'), 'CL_LESION_ROLE'],
    ['one part', () => split(followUp(), 'T01', ['2.25.8']), 'CL_SPLIT_PARTS'],
    [
      'a split of a part',
      () => split(split(followUp(), 'T01', ['2.25.8', '2.25.9']), 'T01a', ['2.25.5', '2.25.6']),
      'CL_SPLIT_PARTS',
    ],
    ['no disease beside lesions', () => setNoDisease(baselineRead(), true), 'CL_LESION_NO_DISEASE'],
    [
      'a lesion beside no disease',
      () =>
        addLesion(setNoDisease(emptyReadDocument(), true), {
          role: 'target',
          baseline: true,
          trackingUid: '2.25.1',
        }),
      'CL_LESION_NO_DISEASE',
    ],
  ])('refuse %s', (_name, act, code) => {
    expect(codeOf(act)).toBe(code);
  });
});

describe('carryForward', () => {
  it('keeps identity and drops what was read', () => {
    expect(followUp().lesions).toEqual([
      expect.objectContaining({
        id: 'T01',
        trackingUid: '2.25.1',
        location: 'LIVER',
        state: 'toDo',
        mark: null,
        createdInThisRead: false,
      }),
      expect.objectContaining({ id: 'T02', state: 'toDo' }),
      expect.objectContaining({ id: 'NT01', role: 'non-target', state: 'toDo' }),
    ]);
  });

  it('carries new lesions as new, merges and splits as they stand', () => {
    let first = addLesion(followUp(), {
      role: 'new',
      baseline: false,
      trackingUid: '2.25.7',
      location: 'BONE',
    });
    first = setState(
      merge(split(first, 'T01', ['2.25.8', '2.25.9']), 'T02', 'T01a'),
      'NL01',
      'unequivocal'
    );
    const next = carryForward([baselineRead(), first]);
    expect(
      next.lesions.map(({ id, role, state, mergedInto, splitFrom }) => [
        id,
        role,
        state,
        mergedInto,
        splitFrom,
      ])
    ).toEqual([
      ['T01', 'target', 'split', null, null],
      ['T01a', 'target', 'toDo', null, 'T01'],
      ['T01b', 'target', 'toDo', null, 'T01'],
      ['T02', 'target', 'merged', 'T01a', null],
      ['NT01', 'non-target', 'toDo', null, null],
      ['NL01', 'new', 'toDo', null, null],
    ]);
    expect(parseReadDocument(next).ok).toBe(true);
  });

  it('gives an empty document to a first read', () => {
    expect(carryForward([])).toEqual(emptyReadDocument());
  });
});

describe('EditHistory', () => {
  const first = emptyReadDocument();
  const second = setComment(first, null, 'a');
  const third = setComment(first, null, 'b');

  it('undoes, redoes and forgets what was undone at the next edit', () => {
    let history = EditHistory.push(EditHistory.start(first), 'comment', second);
    expect(EditHistory.undoLabel(history)).toBe('comment');
    history = EditHistory.undo(history);
    expect(EditHistory.current(history)).toEqual(first);
    expect(EditHistory.redoLabel(history)).toBe('comment');
    expect(EditHistory.current(EditHistory.redo(history))).toEqual(second);
    history = EditHistory.push(history, 'other', third);
    expect(EditHistory.redo(history)).toBe(history);
    expect(EditHistory.undo(EditHistory.undo(history)).at).toBe(0);
  });

  it('survives being written and read, and refuses what it did not write', () => {
    const history = EditHistory.push(EditHistory.start(first), 'comment', second);
    expect(EditHistory.parse(EditHistory.serialise(history))).toEqual(history);
    for (const text of [
      '',
      '[]',
      '{"steps":[],"at":0}',
      '{"steps":[{"label":"x","document":{}}],"at":0}',
    ]) {
      expect(codeOf(() => EditHistory.parse(text))).toBe('CL_HISTORY_FORM');
    }
  });
});
