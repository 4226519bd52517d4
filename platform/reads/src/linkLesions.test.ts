import { describe, expect, it } from '@jest/globals';
import {
  addLesion,
  addPart,
  carryForward,
  emptyReadDocument,
  lesionProgress,
  merge,
  parseReadDocument,
  ReadError,
  removeLesion,
  setMark,
  setNonTargetsAsBefore,
  setState,
  split,
  unmerge,
  type Lesion,
  type ReadDocument,
} from './index.js';
import { markOf } from './readDocument.testdata.js';

const roles = ['target', 'target', 'non-target', 'non-target', 'non-target', 'non-target'] as const;

const baseline = (): ReadDocument =>
  roles.reduce<ReadDocument>(
    (document, role, index) =>
      addLesion(document, {
        role,
        baseline: true,
        trackingUid: `2.25.${index + 1}`,
        location: 'LIVER',
        mark: markOf(20 + index, 10),
      }),
    emptyReadDocument()
  );
const followUp = () => carryForward([baseline()]);
const parted = () => split(followUp(), 'T01', ['2.25.81', '2.25.82']);
const ids = (document: ReadDocument) => document.lesions.map(({ id }) => id);
const of = (document: ReadDocument, id: string): Lesion | undefined =>
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

describe('parts of a split', () => {
  it('a further part takes the next letter and stands behind the others', () => {
    const document = addPart(parted(), 'T01', '2.25.83');
    expect(ids(document).slice(0, 5)).toEqual(['T01', 'T01a', 'T01b', 'T01c', 'T02']);
    expect(of(document, 'T01c')).toMatchObject({ splitFrom: 'T01', state: 'toDo' });
    expect(parseReadDocument(document).ok).toBe(true);
  });

  it('a lesion that split earlier can come apart further', () => {
    const later = carryForward([baseline(), parted()]);
    expect(of(addPart(later, 'T01', '2.25.83'), 'T01c')?.createdInThisRead).toBe(true);
  });

  it('a part goes alone only while two others stay', () => {
    expect(codeOf(() => removeLesion(parted(), 'T01b'))).toBe('CL_LESION_LINKED');
    const three = addPart(parted(), 'T01', '2.25.83');
    expect(ids(removeLesion(three, 'T01b')).slice(0, 3)).toEqual(['T01', 'T01a', 'T01c']);
    expect(codeOf(() => removeLesion(merge(three, 'T02', 'T01b'), 'T01b'))).toBe(
      'CL_LESION_LINKED'
    );
  });

  it.each([
    [
      'a part of a lesion that is whole',
      () => addPart(followUp(), 'T01', '2.25.83'),
      'CL_SPLIT_PARTS',
    ],
    ['a part under a used UID', () => addPart(parted(), 'T01', '2.25.82'), 'CL_LESION_DUPLICATE'],
    ['a state of the parent', () => setState(parted(), 'T01', 'absent'), 'CL_LESION_LINKED'],
    ['separating what is not merged', () => unmerge(followUp(), 'T01'), 'CL_LESION_LINKED'],
  ])('refuses %s', (_what, act, code) => {
    expect(codeOf(act)).toBe(code);
  });

  it('counts progress by parts, not by the parent', () => {
    expect(lesionProgress(followUp().lesions)).toEqual({ done: 0, of: 6 });
    const measured = setMark(parted(), 'T01a', markOf(9));
    expect(lesionProgress(measured.lesions)).toEqual({ done: 1, of: 7 });
  });
});

describe('separating merged lesions', () => {
  it('makes the lesion to do again, also one merged at an earlier timepoint', () => {
    const merged = merge(followUp(), 'T02', 'T01');
    expect(unmerge(merged, 'T02')).toEqual(followUp());
    const later = carryForward([baseline(), merged]);
    expect(of(later, 'T02')?.state).toBe('merged');
    expect(of(unmerge(later, 'T02'), 'T02')).toMatchObject({ state: 'toDo', mergedInto: null });
  });
});

describe('other non-targets unchanged', () => {
  const previous = () => {
    let document = setState(followUp(), 'NT01', 'present');
    document = setState(document, 'NT02', 'absent');
    document = setState(document, 'NT03', 'progressed');
    return setState(document, 'NT04', 'notEvaluable', { code: 'POOR_QUALITY', text: 'motion' });
  };
  const next = () => carryForward([baseline(), previous()]);

  it('sets present and absent as they were, and nothing else', () => {
    const { document, changed } = setNonTargetsAsBefore(next(), previous());
    expect(changed).toBe(2);
    expect(document.lesions.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'T01 toDo',
      'T02 toDo',
      'NT01 present',
      'NT02 absent',
      'NT03 toDo',
      'NT04 toDo',
    ]);
    expect(document.nonTargetJudgement).toBeNull();
  });

  it('leaves what the reader has already judged', () => {
    const judged = setState(next(), 'NT01', 'progressed');
    expect(of(setNonTargetsAsBefore(judged, previous()).document, 'NT01')?.state).toBe(
      'progressed'
    );
  });

  it('answers the same document when there is nothing to set', () => {
    const document = next();
    expect(setNonTargetsAsBefore(document, emptyReadDocument()).document).toBe(document);
  });
});
