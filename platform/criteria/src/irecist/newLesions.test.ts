import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import { at, base, dateOf, nl, nt, overall, run, sum, type VisitOf } from './course.testdata.js';

const small = nl(7);
const second = (mm: number) => nl(mm, 'NL02');
const notSeen = (id: string): LesionInput => ({ id, role: 'new', evaluable: false });
const gone = (id: string): LesionInput => ({ id, role: 'new', location: 'LUNG', status: 'absent' });
const traceOf = (visits: readonly VisitOf[], rule: string) =>
  run(visits)
    .timepoints.at(-1)
    ?.trace.find(one => one.rule === rule);

describe('new lesions of a run of unconfirmed progression', () => {
  it.each<[string, VisitOf[], string[]]>([
    [
      'one that could not be judged when the run opened is no further one',
      [base, at(56, [sum(100), nl(12), notSeen('NL02')]), at(91, [sum(100), nl(12), second(8)])],
      ['IUPD', 'IUPD'],
    ],
    [
      'nor does it let an early scan for a symptom confirm',
      [
        base,
        at(56, [sum(100), nl(12), notSeen('NL02')]),
        at(70, [sum(100), nl(17), second(8)], { newSymptom: true }),
      ],
      ['IUPD', 'IUPD'],
    ],
    [
      'the first one, of a scan that was too early, confirms when it is still there in the window',
      [base, at(56, [sum(130)]), at(70, [sum(130), small]), at(91, [sum(130), small])],
      ['IUPD', 'IUPD', 'ICPD'],
    ],
    [
      'and so it does when the targets are no progression any more',
      [base, at(56, [sum(130)]), at(70, [sum(130), small]), at(91, [sum(110), small])],
      ['IUPD', 'IUPD', 'ICPD'],
    ],
    [
      'one of an earlier run is not the first of a run of the targets',
      [
        base,
        at(56, [sum(100), nl(12)]),
        at(91, [sum(60), nl(12)]),
        at(126, [sum(80), nl(12)]),
        at(161, [sum(80), nl(12)]),
      ],
      ['IUPD', 'IPR', 'IUPD', 'IUPD'],
    ],
    [
      'but confirms it when it grows by 20 % and 5 mm over its own nadir',
      [
        base,
        at(56, [sum(100), nl(12)]),
        at(91, [sum(60), nl(12)]),
        at(126, [sum(80), nl(12)]),
        at(161, [sum(80), nl(17)]),
      ],
      ['IUPD', 'IPR', 'IUPD', 'ICPD'],
    ],
    [
      'a sum that was never complete has no nadir',
      [
        base,
        at(56, [sum(100), nl(12)]),
        at(91, [sum(60), nl(12)]),
        at(126, [sum(60), notSeen('NL01'), second(20)]),
        at(161, [sum(0), nl(12), second(20)]),
      ],
      ['IUPD', 'IPR', 'IUPD', 'IPR'],
    ],
    [
      'a reader who says that it did not grow is believed: the smallest size stays 7 mm',
      [
        base,
        at(56, [sum(100), nl(8)]),
        at(91, [sum(100), nl(7)]),
        at(126, [sum(100), nl(7.5)], { nlntFurther: false }),
        at(161, [sum(100), nl(7.2)]),
      ],
      ['IUPD', 'IUPD', 'IUPD', 'ICPD'],
    ],
    [
      'a measured one is judged by its size, not by a state of progressed',
      [
        base,
        at(56, [sum(100), nl(12)]),
        at(91, [sum(100), nl(12, 'NL01', { status: 'progressed' })]),
      ],
      ['IUPD', 'IUPD'],
    ],
    [
      'an answer comes before the state of one that is not measured',
      [
        base,
        at(56, [sum(100), small]),
        at(91, [sum(100), nl(7, 'NL01', { status: 'progressed' })], { nlntFurther: false }),
      ],
      ['IUPD', 'IUPD'],
    ],
    [
      'one that was seen at an early scan and is gone closes the run',
      [
        base,
        at(56, [sum(100), nl(12)]),
        at(70, [sum(100), nl(12), second(8)]),
        at(91, [sum(100), nl(12), gone('NL02')]),
      ],
      ['IUPD', 'IUPD', 'ISD'],
    ],
    [
      'one that is gone after a visit that did not show it closes the run',
      [
        at(0, [sum(100), nt('present')]),
        at(56, [sum(100), nt('progressed'), small]),
        at(91, [sum(100), nt('progressed'), notSeen('NL01')], { ntFurther: false }),
        at(126, [sum(100), nt('present'), gone('NL01')], { ntFurther: false }),
      ],
      ['IUPD', 'IUPD', 'ISD'],
    ],
    [
      'growth of targets that are stable confirms nothing',
      [
        base,
        at(56, [sum(130), small]),
        at(70, [sum(100), small], { nlntFurther: true }),
        at(91, [sum(100), small], { nlntFurther: false }),
        at(126, [sum(110), small], { nlntFurther: false }),
      ],
      ['IUPD', 'IUPD', 'IUPD', 'IUPD'],
    ],
    [
      'after a reset growth counts from the sum of all that are measured now',
      [
        base,
        at(56, [sum(90), nl(12)]),
        at(91, [sum(60), nl(12)]),
        at(126, [sum(60), nl(12), second(20)]),
        at(161, [sum(60), nl(12), second(19)]),
        at(196, [sum(60), nl(12), second(19)]),
      ],
      ['IUPD', 'IPR', 'IUPD', 'IPR', 'IPR'],
    ],
  ])('%s', (_name, visits, expected) => {
    expect(overall(visits)).toEqual(expected);
  });

  it.each(['NE', 'exclude'])('one that was resected did not shrink: localTreatment %s', rule => {
    const resected = nl(12, 'NL01', { locallyTreated: { date: dateOf(70) } });
    const visits = [base, at(56, [sum(100), nl(12)]), at(91, [sum(100), resected])];
    expect(overall(visits, { localTreatment: rule })).toEqual(['IUPD', 'NE']);
  });
});

describe('which new lesions are measured later on', () => {
  const sumAt = (...visits: VisitOf[]) =>
    traceOf([base, ...visits], 'newLesion.sum')?.numbers.newLesionSumMm;

  it('counts those taken before against the limit of their organ', () => {
    const lungs = [nl(12), second(11)];
    const third = nl(20, 'NL03');
    expect(sumAt(at(56, [sum(100), ...lungs]), at(91, [sum(100), ...lungs, third]))).toBe(23);
    const spleen = nl(20, 'NL03', { location: 'SPLEEN' });
    expect(sumAt(at(56, [sum(100), ...lungs]), at(91, [sum(100), ...lungs, spleen]))).toBe(43);
  });
  it('counts one that two visits showed once', () => {
    const visits = [at(56, [sum(100), nl(12)]), at(91, [sum(100), nl(12)])];
    expect(sumAt(...visits, at(126, [sum(100), nl(12), second(20)]))).toBe(32);
  });
});

describe('what is said of several new lesions', () => {
  const both = (mm: number) => [nl(mm), second(mm)];
  it.each<[string, string, VisitOf[], string]>([
    [
      'two further ones',
      'run.confirmed.newLesion',
      [at(56, [sum(100), nl(12)]), at(91, [sum(100), nl(12), second(8), nl(8, 'NL03')])],
      'Further new lesion: NL02, NL03. Progression first seen at d56 is confirmed.',
    ],
    [
      'the first two of a run of the targets',
      'run.confirmed.otherCategory',
      [at(56, [sum(130)]), at(91, [sum(130), ...both(7)])],
      'Progression in a category that was not yet in the run: new lesion NL01, NL02. Progression first seen at d56 is confirmed.',
    ],
    [
      'one that is gone',
      'run.reset',
      [at(56, [sum(100), ...both(7)]), at(91, [sum(100), nl(7), gone('NL02')])],
      'The run that d56 opened is closed unconfirmed: NL02 is gone; a new one needs a new confirmation.',
    ],
    [
      'two that are gone',
      'run.reset',
      [at(56, [sum(100), ...both(7)]), at(91, [sum(100), gone('NL01'), gone('NL02')])],
      'The run that d56 opened is closed unconfirmed: NL01, NL02 are gone; a new one needs a new confirmation.',
    ],
    [
      'two that forbid iCR',
      'overall.newLesionStays',
      [at(56, [sum(100), ...both(7)]), at(91, [sum(0), ...both(7)])],
      'New lesions are still there (NL01, NL02), which forbids iCR: IPR.',
    ],
    [
      'one that opens a run with the targets',
      'run.opened',
      [at(56, [sum(130), nl(12)])],
      'Unconfirmed progression by targets, new lesions (new lesion NL01): it opens a run that the next assessment confirms or resolves.',
    ],
  ])('%s', (_name, rule, visits, text) => {
    expect(traceOf([base, ...visits], rule)?.text).toBe(text);
  });
});
