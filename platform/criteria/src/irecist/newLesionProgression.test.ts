import { describe, expect, it } from '@jest/globals';
import { at, base, nl, run, sum, type VisitOf } from './course.testdata.js';

const small = nl(7);

describe('the component newLesionProgression', () => {
  const last = (...visits: VisitOf[]) => run([base, ...visits]).timepoints.at(-1);
  it.each<[string, VisitOf, string, string | null]>([
    [
      'further growth by the answer, not listed',
      at(91, [sum(100)], { nlntFurther: true }),
      'ICPD',
      'YES',
    ],
    ['not listed and no answer', at(91, [sum(100)]), 'NE', null],
    ['not grown', at(91, [sum(100), small]), 'IUPD', 'NO'],
    ['grown', at(91, [sum(100), nl(7.1)]), 'ICPD', 'YES'],
  ])('%s', (_name, visit, code, expected) => {
    const rated = last(at(56, [sum(100), small]), visit);
    expect([rated?.overall, rated?.components?.newLesionProgression]).toEqual([code, expected]);
  });
  it('says that the first one of a run of the targets was tested again', () => {
    const rated = last(at(56, [sum(130)]), at(70, [sum(130), small]), at(91, [sum(130), small]));
    expect(rated).toMatchObject({
      overall: 'ICPD',
      target: 'IUPD',
      components: { newLesionProgression: 'YES' },
    });
  });
  it('says growth of one that is no longer certain too', () => {
    const doubtful = nl(35, 'NL01', { status: 'equivocal' });
    const rated = last(at(56, [sum(100), nl(30)]), at(91, [sum(100), doubtful]));
    expect(rated).toMatchObject({
      overall: 'ICPD',
      newLesions: false,
      components: { newLesionProgression: 'YES' },
    });
  });
});
