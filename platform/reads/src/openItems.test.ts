import { describe, expect, it } from '@jest/globals';
import {
  addLesion,
  carryForward,
  emptyReadDocument,
  openItems,
  setRegionQuality,
  setNoDisease,
  type Lesion,
  type ReadDocument,
} from './index.js';
import { markOf } from './readDocument.testdata.js';

function read(): ReadDocument {
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
    location: 'LYMPH NODE',
    mark: markOf(22, 18),
  });
  return addLesion(document, {
    role: 'non-target',
    baseline: true,
    trackingUid: '2.25.3',
    location: 'PLEURA',
    mark: markOf(12),
  });
}

function withLesion(document: ReadDocument, id: string, change: Partial<Lesion>): ReadDocument {
  return {
    ...document,
    lesions: document.lesions.map(lesion => (lesion.id === id ? { ...lesion, ...change } : lesion)),
  };
}

const followUp = (): ReadDocument => ({
  ...read(),
  nonTargetJudgement: 'NON-CR/NON-PD',
});

describe('openItems', () => {
  it('lets a complete read be signed', () => {
    expect(openItems(read(), { baseline: true })).toEqual([]);
    expect(openItems(followUp(), { baseline: false })).toEqual([]);
    expect(openItems(setNoDisease(emptyReadDocument(), true), { baseline: true })).toEqual([]);
  });

  it('names every carried lesion and the missing judgement', () => {
    expect(
      openItems(carryForward([read()]), { baseline: false }).map(({ lesion, code }) => [
        lesion,
        code,
      ])
    ).toEqual([
      [null, 'CL_NON_TARGET_JUDGEMENT'],
      ['T01', 'CL_LESION_OPEN'],
      ['T02', 'CL_LESION_OPEN'],
      ['NT01', 'CL_LESION_OPEN'],
    ]);
  });

  it.each<[string, ReadDocument, boolean, string, string | null]>([
    ['no lesion at baseline', emptyReadDocument(), true, 'CL_NO_BASELINE_LESIONS', null],
    [
      'lesions beside no disease',
      { ...read(), noDisease: true },
      true,
      'CL_NO_DISEASE_LESIONS',
      null,
    ],
    [
      'limited quality without a reason',
      setRegionQuality(read(), {
        region: 'chest',
        value: 'limited',
        reason: { code: 'OTHER', text: ' ' },
      }),
      true,
      'CL_NO_QUALITY_REASON',
      null,
    ],
    ['no location', withLesion(read(), 'T01', { location: null }), true, 'CL_NO_LOCATION', 'T01'],
    [
      'absent at baseline',
      withLesion(read(), 'T01', { state: 'absent' }),
      true,
      'CL_BASELINE_STATE',
      'T01',
    ],
    [
      'a state of another role',
      withLesion(followUp(), 'T01', { state: 'unequivocal' }),
      false,
      'CL_STATE_FOR_ROLE',
      'T01',
    ],
    [
      'measured without a mark',
      withLesion(followUp(), 'T01', { mark: null }),
      false,
      'CL_NO_MARK',
      'T01',
    ],
    [
      'a node by its length',
      withLesion(followUp(), 'T02', { mark: markOf(22) }),
      false,
      'CL_NO_SHORT_AXIS',
      'T02',
    ],
    [
      'not evaluable without a reason',
      withLesion(followUp(), 'T01', { state: 'notEvaluable' }),
      false,
      'CL_NO_REASON',
      'T01',
    ],
    [
      'other reason without words',
      withLesion(followUp(), 'T01', { state: 'notEvaluable', reason: { code: 'OTHER', text: '' } }),
      false,
      'CL_NO_REASON',
      'T01',
    ],
    [
      'merged into nothing',
      withLesion(followUp(), 'T01', { state: 'merged' }),
      false,
      'CL_MERGE_PARTNER',
      'T01',
    ],
    [
      'split without parts',
      withLesion(followUp(), 'T01', { state: 'split' }),
      false,
      'CL_SPLIT_PARTS',
      'T01',
    ],
  ])('blocks on %s', (_name, document, baseline, code, lesion) => {
    expect(openItems(document, { baseline })).toEqual([expect.objectContaining({ code, lesion })]);
  });
});
