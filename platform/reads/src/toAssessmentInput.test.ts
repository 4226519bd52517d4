import { describe, expect, it } from '@jest/globals';
import { assess } from '@corelab/criteria';
import {
  addLesion,
  carryForward,
  emptyReadDocument,
  merge,
  setRegionQuality,
  setMark,
  setNoDisease,
  setState,
  split,
  toAssessmentInput,
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
    mark: markOf(32.1, 20),
  });
  return addLesion(document, {
    role: 'target',
    baseline: true,
    trackingUid: '2.25.2',
    location: 'LYMPH NODE',
    mark: markOf(22, 18),
  });
}

const course = (...documents: ReadDocument[]) =>
  toAssessmentInput({
    criterion: 'recist-1.1',
    parameters: {},
    timepoints: documents.map((document, index) => ({
      id: index === 0 ? 'BL' : `TP${index}`,
      date: `2026-0${index + 1}-01`,
      document,
    })),
  });

describe('toAssessmentInput', () => {
  it('gives diameters, node and slice thickness of what was measured', () => {
    expect(course(baselineRead())).toEqual({
      criterion: 'recist-1.1',
      parameters: {},
      timepoints: [
        {
          id: 'BL',
          date: '2026-01-01',
          lesions: [
            {
              id: 'T01',
              role: 'target',
              location: 'LIVER',
              node: false,
              longestDiameterMm: 32.1,
              shortAxisMm: 20,
              perpendicularDiameterMm: 20,
              sliceThicknessMm: 2.5,
            },
            {
              id: 'T02',
              role: 'target',
              location: 'LYMPH NODE',
              node: true,
              longestDiameterMm: 22,
              shortAxisMm: 18,
              perpendicularDiameterMm: 18,
              sliceThicknessMm: 2.5,
            },
          ],
        },
      ],
    });
  });

  it('is taken by the engine, which gives the response', () => {
    let follow = carryForward([baselineRead()]);
    follow = setMark(setMark(follow, 'T01', markOf(18, 12)), 'T02', markOf(16, 12));
    const output = assess(course(baselineRead(), follow));
    expect(output.timepoints[0]?.burden?.value).toBe(50.1);
    expect(output.timepoints[1]).toMatchObject({
      burden: { value: 30 },
      target: 'PR',
      overall: 'PR',
    });
  });

  it('never counts a lesion still to do as 0', () => {
    const follow = setMark(carryForward([baselineRead()]), 'T01', markOf(18, 12));
    const input = course(baselineRead(), follow);
    expect(input.timepoints[1]?.lesions[1]).toMatchObject({
      id: 'T02',
      evaluable: false,
      reason: 'NOT_READ',
    });
    const output = assess(input);
    expect(output.timepoints[1]?.burden?.value).toBeNull();
    expect(output.timepoints[1]?.target).toBe('NE');
  });

  it('adds up the parts of a split and gives a merge to the lesion that carries it', () => {
    let parts = split(carryForward([baselineRead()]), 'T01', ['2.25.8', '2.25.9']);
    parts = setMark(
      setMark(setMark(parts, 'T01a', markOf(10)), 'T01b', markOf(12)),
      'T02',
      markOf(20, 18)
    );
    expect(assess(course(baselineRead(), parts)).timepoints[1]?.burden?.value).toBe(40);
    const joined = merge(
      setMark(carryForward([baselineRead()]), 'T02', markOf(40, 30)),
      'T01',
      'T02'
    );
    expect(assess(course(baselineRead(), joined)).timepoints[1]?.burden?.value).toBe(30);
  });

  it('says what is absent, too small, not evaluable or not readable', () => {
    let follow = setState(carryForward([baselineRead()]), 'T01', 'absent');
    follow = setState(follow, 'T02', 'notEvaluable', { code: 'NOT_IMAGED', text: '' });
    expect(course(baselineRead(), follow).timepoints[1]?.lesions).toEqual([
      { id: 'T01', role: 'target', location: 'LIVER', node: false, status: 'absent' },
      {
        id: 'T02',
        role: 'target',
        location: 'LYMPH NODE',
        node: true,
        evaluable: false,
        reason: 'NOT_IMAGED',
      },
    ]);
    const small = setState(carryForward([baselineRead()]), 'T01', 'tooSmallToMeasure');
    expect(course(baselineRead(), small).timepoints[1]?.lesions[0]?.tooSmallToMeasure).toBe(true);
    const motion = { code: 'POOR_QUALITY', text: 'motion' };
    const regions = ['neck', 'chest', 'abdomen', 'pelvis'] as const;
    const unreadable = (hidden: readonly (typeof regions)[number][]): ReadDocument =>
      hidden.reduce<ReadDocument>(
        (document, region) =>
          setRegionQuality(document, { region, value: 'notReadable', reason: motion }),
        carryForward([baselineRead()])
      );
    const dark = unreadable(regions);
    const limited = unreadable(regions.slice(1));
    expect(course(baselineRead(), limited).timepoints[1]).not.toHaveProperty('evaluable');
    expect(course(baselineRead(), dark).timepoints[1]).toMatchObject({
      evaluable: false,
      reason: 'motion',
    });
    expect(course(setNoDisease(emptyReadDocument(), true)).timepoints[0]?.noDisease).toBe(true);
  });
});
