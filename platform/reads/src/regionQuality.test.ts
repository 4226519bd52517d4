import { describe, expect, it } from '@jest/globals';
import {
  addLesion,
  carryForward,
  emptyReadDocument,
  lesionsToMark,
  merge,
  parseReadDocument,
  ReadError,
  setMark,
  setRegionNotEvaluable,
  setRegionQuality,
  type ReadDocument,
} from './index.js';
import { markOf } from './readDocument.testdata.js';

const baseline = (): ReadDocument =>
  (
    [
      ['target', 'LIVER'],
      ['target', 'LIVER'],
      ['target', 'LUNG'],
      ['non-target', 'ASCITES'],
      ['non-target', 'BONE'],
    ] as const
  ).reduce<ReadDocument>(
    (document, [role, location], index) =>
      addLesion(document, {
        role,
        location,
        baseline: true,
        trackingUid: `2.25.${index + 1}`,
        mark: markOf(20),
      }),
    emptyReadDocument()
  );
const followUp = () => carryForward([baseline()]);
const notImaged = { code: 'NOT_IMAGED', text: 'not imaged' };
const dark = (document = followUp()) =>
  setRegionQuality(document, { region: 'abdomen', value: 'notReadable', reason: notImaged });

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ReadError) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('image quality by region', () => {
  it('starts optimal in every imaged region, those of the charter where it names them', () => {
    expect(followUp().imageQuality.map(({ region, value }) => `${region} ${value}`)).toEqual([
      'neck optimal',
      'chest optimal',
      'abdomen optimal',
      'pelvis optimal',
    ]);
    expect(carryForward([baseline()], ['head']).imageQuality).toEqual([
      { region: 'head', value: 'optimal', reason: null },
    ]);
  });

  it('touches no lesion by itself, and forgets the reason when optimal again', () => {
    expect(dark().lesions).toEqual(followUp().lesions);
    const again = setRegionQuality(dark(), {
      region: 'abdomen',
      value: 'optimal',
      reason: notImaged,
    });
    expect(again).toEqual(followUp());
  });

  it('marks the lesions of that region alone, measured ones too, with its reason', () => {
    const measured = setMark(followUp(), 'T01', markOf(18));
    const marked = setRegionNotEvaluable(dark(measured), 'abdomen');
    expect(marked.lesions.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'T01 notEvaluable',
      'T02 notEvaluable',
      'T03 toDo',
      'NT01 notEvaluable',
      'NT02 toDo',
    ]);
    expect(marked.lesions[0]).toMatchObject({ mark: null, reason: notImaged });
    expect(lesionsToMark(marked, 'abdomen')).toEqual([]);
    expect(parseReadDocument(marked).ok).toBe(true);
  });

  it('leaves what is merged, and a new lesion found in this read', () => {
    const document = addLesion(merge(followUp(), 'T02', 'T01'), {
      role: 'new',
      location: 'LIVER',
      baseline: false,
      trackingUid: '2.25.9',
    });
    expect(lesionsToMark(document, 'abdomen').map(({ id }) => id)).toEqual(['T01', 'NT01']);
  });

  it.each([
    [
      'a region that can be read',
      () => setRegionNotEvaluable(followUp(), 'abdomen'),
      'CL_REGION_READABLE',
    ],
    [
      'a region without a reason',
      () =>
        setRegionNotEvaluable(
          setRegionQuality(followUp(), { region: 'chest', value: 'notReadable', reason: null }),
          'chest'
        ),
      'CL_REGION_READABLE',
    ],
    [
      'a region the read does not judge',
      () => setRegionQuality(followUp(), { region: 'head', value: 'limited', reason: null }),
      'CL_REGION_UNKNOWN',
    ],
  ])('refuses to mark %s', (_what, act, code) => {
    expect(codeOf(act)).toBe(code);
  });
});
