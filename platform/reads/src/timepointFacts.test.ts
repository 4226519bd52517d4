import { describe, expect, it } from '@jest/globals';
import { assess } from '@corelab/criteria';
import {
  addLesion,
  carryForward,
  emptyReadDocument,
  factsTakenBy,
  hashReadDocument,
  parseReadDocument,
  setNonTargetJudgement,
  setState,
  setTimepointFact,
  toAssessmentInput,
  type ReadDocument,
} from './index.js';

/** A non-target that is there; nothing is measured. */
const baseline = setState(
  addLesion(emptyReadDocument(), {
    ...{ role: 'non-target', baseline: true, trackingUid: '2.25.1' },
    ...{ location: 'PLEURA', mark: null },
  }),
  'NT01',
  'present'
);
const progressed = setNonTargetJudgement(
  setState(carryForward([baseline]), 'NT01', 'progressed'),
  'PD'
);

const course = (criterion: string, ...documents: ReadDocument[]) =>
  toAssessmentInput({
    ...{ criterion, parameters: {} },
    timepoints: documents.map((document, index) => ({
      ...{ id: `TP${index}`, date: `2026-0${index + 1}-01`, document },
    })),
  });

describe('facts of a timepoint that a criterion asks for', () => {
  it('are those of all criteria of a trial together', () => {
    expect(factsTakenBy(['recist-1.1'])).toEqual([]);
    expect(factsTakenBy(['recist-1.1', 'imrecist'])).toEqual([]);
    expect(factsTakenBy(['recist-1.1', 'irecist'])).toEqual([
      ...['ntFurther', 'nlntFurther', 'newSymptom'],
    ]);
    expect(factsTakenBy(['no-criterion'])).toEqual([]);
  });

  it('decide what the one criterion makes of the marks and are kept from the other', () => {
    const answered = setTimepointFact(progressed, 'ntFurther', true);
    const overall = (criterion: string, last: ReadDocument) =>
      assess(course(criterion, baseline, progressed, last))
        .timepoints.slice(1)
        .map(one => one.overall);
    expect(overall('irecist', progressed)).toEqual(['IUPD', 'IUPD']);
    expect(overall('irecist', answered)).toEqual(['IUPD', 'ICPD']);
    expect(overall('irecist', setTimepointFact(progressed, 'ntFurther', false))).toEqual([
      ...['IUPD', 'IUPD'],
    ]);
    expect(course('recist-1.1', baseline, progressed, answered)).toEqual(
      course('recist-1.1', baseline, progressed, progressed)
    );
  });

  it('leave no trace once taken back, and are not carried to the next timepoint', () => {
    const answered = setTimepointFact(progressed, 'newSymptom', true);
    expect(parseReadDocument(answered).ok).toBe(true);
    expect(hashReadDocument(answered)).not.toBe(hashReadDocument(progressed));
    expect(setTimepointFact(answered, 'newSymptom', null)).toEqual(progressed);
    expect(setTimepointFact(progressed, 'newSymptom', null)).toBe(progressed);
    expect(carryForward([baseline, answered])).not.toHaveProperty('newSymptom');
  });
});
