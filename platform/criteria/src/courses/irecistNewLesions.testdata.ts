import type { LesionInput } from '../schemas.js';
import { coursesOf, type VisitOf } from './course.testdata.js';
import { irecistNewLesionRunCourses } from './irecistNewLesionRuns.testdata.js';
import { fresh, nodal, nonTarget, second, target } from './recistLesions.testdata.js';

type Lesion = LesionInput & { readonly newLesionKind?: 'target' | 'non-target' };
const course = coursesOf<Lesion>('irecist');

const at = (
  day: number,
  lesions: readonly Lesion[],
  more: Record<string, unknown> = {}
): VisitOf<Lesion> => ({ day, lesions, ...more });
const seen = (mm: number, more: Partial<Lesion> = {}): Lesion =>
  fresh('unequivocal', { longestDiameterMm: mm, ...more });
const bone = (status: LesionInput['status'], more: Partial<Lesion> = {}): Lesion =>
  fresh(status, { id: 'NL02', location: 'BONE', laterality: null, ...more });
const organs = ['LUNG', 'LUNG', 'LUNG', 'LIVER', 'SPLEEN', 'PANCREAS', 'BRAIN'];
const many = (mm: number): Lesion[] =>
  organs.map((location, index) => ({
    ...seen(mm + index),
    id: `NL0${index + 1}`,
    location,
    laterality: location === 'LUNG' ? 'LEFT' : null,
  }));
const stays = [
  at(0, [target(30), second(20)]),
  at(56, [target(15), second(20), seen(12)]),
  at(91, [target(0), second(0), seen(11)]),
  at(126, [target(0), second(0), seen(11)]),
  at(161, [target(0), second(0), fresh('absent')]),
];
const scenarioF = [
  at(0, [target(100)]),
  at(56, [target(50)]),
  at(112, [target(50), seen(12)]),
  at(147, [target(50), seen(12)]),
];

/** New lesions: measured apart, in a run, after a reset. */
export const irecistNewLesionCourses = [
  course(
    'A new lesion while the targets improve',
    'New lung lesion of 12 mm at day 56: iUPD. At day 91 it is unchanged, but the targets went from SD to PR: the run is closed, iPR.',
    [at(0, [target(100)]), at(56, [target(90), seen(12)]), at(91, [target(60), seen(12)])]
  ),
  course(
    'A new lesion and nothing changes',
    'iPR at day 56, a new lesion at day 112: iUPD. At day 147 nothing changed: iUPD, the run stays open.',
    scenarioF
  ),
  course(
    'A new lesion and nothing changes, any visit without progression leaves',
    'The same with leaveRule anyNonProgression: at day 147 the run is closed, iPR by the targets of 50 mm.',
    scenarioF,
    { parameters: { leaveRule: 'anyNonProgression' } }
  ),
  course(
    'A new lesion that grows',
    '12, 16 and 18 mm: +4 mm is not enough, iUPD; +6 mm over the smallest sum of the run is: iCPD.',
    [
      at(0, [target(100)]),
      at(56, [target(100), seen(12)]),
      at(91, [target(100), seen(16)]),
      at(126, [target(100), seen(18)]),
    ]
  ),
  course(
    'A new lesion that shrinks or goes away',
    'At day 91 the new lesion is 11 mm, smaller than 12 mm: closed, iSD. A second new lesion opens a run at day 126; gone at day 161: closed, iSD.',
    [
      at(0, [target(100)]),
      at(56, [target(100), seen(12)]),
      at(91, [target(100), seen(11)]),
      at(126, [target(100), seen(11), bone('unequivocal')]),
      at(161, [target(100), seen(11), bone('absent')]),
    ]
  ),
  course(
    'A further new lesion',
    'A second new lesion at day 91, not there when the first opened the run: iCPD.',
    [
      at(0, [target(100)]),
      at(56, [target(100), seen(12)]),
      at(91, [target(100), seen(12), bone('unequivocal')]),
    ]
  ),
  course(
    'A new lesion of the run not looked at',
    'At day 91 the new lesion is not mentioned: whether it grew is not known, NE, the run stays open. At day 126 it is 17 mm, +5 mm: iCPD.',
    [
      at(0, [target(100)]),
      at(56, [target(100), seen(12)]),
      at(91, [target(100)]),
      at(126, [target(100), seen(17)]),
    ]
  ),
  course(
    'New non-target lesions that grow',
    'A bone lesion of 8 mm is too small to be followed by its sum. Unchanged: iUPD. 8.1 mm: any growth confirms, iCPD.',
    [
      at(0, [target(100)]),
      at(56, [target(100), bone('unequivocal', { longestDiameterMm: 8 })]),
      at(91, [target(100), bone('unequivocal', { longestDiameterMm: 8 })]),
      at(126, [target(100), bone('unequivocal', { longestDiameterMm: 8.1 })]),
    ]
  ),
  course(
    'New non-target lesions, growth not answered',
    'A bone lesion without a size: whether it grew is not answered, iUPD and a query. Then the reader marks it as progressed: iCPD.',
    [
      at(0, [target(100)]),
      at(56, [target(100), bone('unequivocal')]),
      at(91, [target(100), bone('unequivocal')]),
      at(126, [target(100), bone('progressed')]),
    ]
  ),
  course(
    'New non-target lesions, growth answered',
    'The answer decides: no growth at day 91, iUPD without a query although it measures more; growth at day 126, iCPD.',
    [
      at(0, [target(100)]),
      at(56, [target(100), bone('unequivocal', { longestDiameterMm: 8 })]),
      at(91, [target(100), bone('unequivocal', { longestDiameterMm: 9 })], { nlntFurther: false }),
      at(126, [target(100), bone('unequivocal', { longestDiameterMm: 9 })], { nlntFurther: true }),
    ]
  ),
  course(
    'A new non-target lesion as the first of a run of the targets',
    'The targets opened the run; the new node of 12 mm short axis is a new lesion, but too small for a sum: iCPD by another category.',
    [
      at(0, [target(100)]),
      at(56, [target(130)]),
      at(91, [target(130), { ...nodal('NL01', 12), role: 'new', status: 'unequivocal' }]),
    ]
  ),
  course(
    'New lesions that are still there forbid iCR',
    'The targets are gone at day 91 while the new lesion shrank to 11 mm: closed, but only iPR, now and at day 126. With the new lesion gone it is iCR.',
    stays
  ),
  course(
    'New lesions that are still there do not forbid iCR',
    'The same with nlForbidsIcr false: iCR at day 91.',
    stays,
    { parameters: { nlForbidsIcr: false } }
  ),
  course(
    'Non-target disease alone with a new lesion still there',
    'No target at baseline: bone gone, the new lesion shrank: NON-iCR/NON-iUPD in the place of iCR.',
    [
      at(0, [nonTarget('present')]),
      at(56, [nonTarget('present'), seen(12)]),
      at(91, [nonTarget('absent'), seen(11)]),
    ]
  ),
  course(
    'Growth of new lesions after a reset',
    'After the reset at day 91 the new lesion at 11 mm is no event. At day 126 16 mm are +45.45 % and +5 mm over its nadir of 11 mm: iUPD, a new run; 21 mm confirm it, +5 mm.',
    [
      at(0, [target(100)]),
      at(56, [target(100), seen(12)]),
      at(91, [target(100), seen(11)]),
      at(126, [target(100), seen(16)]),
      at(161, [target(100), seen(21)]),
    ]
  ),
  course(
    'Growth of new lesions after a reset that is too little',
    '15.9 mm are +44.55 % but +4.9 mm over the nadir of 11 mm: iSD.',
    [
      at(0, [target(100)]),
      at(56, [target(100), seen(12)]),
      at(91, [target(100), seen(11)]),
      at(126, [target(100), seen(15.9)]),
    ]
  ),
  course(
    'A new non-target lesion progresses after a reset',
    'The targets improve at day 91: iPR. At day 126 the bone lesion is unequivocally worse: iUPD.',
    [
      at(0, [target(100)]),
      at(56, [target(100), bone('unequivocal')]),
      at(91, [target(60), bone('present')]),
      at(126, [target(60), bone('progressed')]),
    ]
  ),
  course(
    'Which new lesions are measured',
    'Seven new lesions from 12 to 18 mm: the largest five, at most two of the lungs, make the sum: brain 18, pancreas 17, spleen 16, liver 15 and lung 14 mm = 80 mm. NL01 and NL02 are followed without a sum.',
    [at(0, [target(100)]), at(56, [target(100), ...many(12)])]
  ),
  course(
    'Limits of the protocol for new lesions',
    'With maxNewTargets 3 and maxNewTargetsPerOrgan 1: brain 18, pancreas 17 and spleen 16 mm = 51 mm.',
    [at(0, [target(100)]), at(56, [target(100), ...many(12)])],
    { parameters: { maxNewTargets: 3, maxNewTargetsPerOrgan: 1 } }
  ),
  course(
    'As the reader chose the new lesions',
    'The reader follows the lesion of 9 mm by its size and the one of 20 mm by judgement: the sum is 9 mm. A node needs 15 mm short axis: that of 14.9 mm is not measured, that of 15 mm is, from day 91 on: iCPD as a further new lesion, 9 + 15 mm.',
    [
      at(0, [target(100)]),
      at(56, [
        target(100),
        seen(9, { newLesionKind: 'target' }),
        bone('unequivocal', { longestDiameterMm: 20, newLesionKind: 'non-target' }),
        { ...nodal('NL03', 14.9), role: 'new', status: 'unequivocal' },
      ]),
      at(91, [
        target(100),
        seen(9),
        bone('unequivocal', { longestDiameterMm: 20 }),
        { ...nodal('NL03', 14.9), role: 'new', status: 'unequivocal' },
        { ...nodal('NL04', 15), role: 'new', status: 'unequivocal' },
      ]),
    ]
  ),
  ...irecistNewLesionRunCourses,
];
