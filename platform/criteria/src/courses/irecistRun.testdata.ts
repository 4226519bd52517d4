import type { LesionInput } from '../schemas.js';
import { coursesOf, type VisitOf } from './course.testdata.js';
import { fresh, nonTarget, target, unmeasured } from './recistLesions.testdata.js';

const course = coursesOf<LesionInput>('irecist');

const at = (
  day: number,
  lesions: readonly LesionInput[],
  more: Record<string, unknown> = {}
): VisitOf<LesionInput> => ({ day, lesions, ...more });
const sum = (mm: number) => [target(mm)];
const with12 = (mm: number) => [target(mm), fresh('unequivocal', { longestDiameterMm: 12 })];
const unread = unmeasured('T01', 'LIVER', { evaluable: false, reason: 'POOR_QUALITY' });
const small = [
  at(0, sum(100)),
  at(56, sum(130)),
  at(91, sum(126)),
  at(126, sum(131)),
  at(161, sum(135)),
];
const window = (day: number) => [at(0, sum(100)), at(56, sum(130)), at(day, sum(136))];
const bone = (
  day: number,
  status: LesionInput['status'],
  ntFurther: boolean | null = null
): VisitOf<LesionInput> =>
  at(day, [target(100), nonTarget(status)], ntFurther === null ? {} : { ntFurther });

/** How a run of unconfirmed progression opens, is confirmed and is left. */
export const irecistRunCourses = [
  course(
    'Progression confirmed by the targets',
    '130 mm at day 56 are +30 %: iUPD. 135 mm at day 91 are +5 mm in the run, exactly enough: iCPD, and the first iUPD is revised to it.',
    [at(0, sum(100)), at(56, sum(130)), at(91, sum(135))]
  ),
  course(
    'Growth within the run adds up',
    '+2 mm at day 91 is not enough, iUPD, 3 mm short of confirming; +6 mm since day 56 is, 70 days after the first iUPD: iCPD, with a note that it came late.',
    [at(0, sum(100)), at(56, sum(130)), at(91, sum(132)), at(126, sum(136))]
  ),
  course(
    'Growth from the smallest sum of the run',
    '126 mm at day 91 is still +26 % over the baseline: iUPD. 131 mm are +5 mm over it: iCPD at day 126.',
    small
  ),
  course(
    'Growth from the first sum of the run',
    'The same with confirmRef firstIupd: 131 mm are only +1 mm over the first 130 mm, iUPD; 135 mm are +5 mm: iCPD at day 161.',
    small,
    { parameters: { confirmRef: 'firstIupd' } }
  ),
  course(
    'Pseudo-progression',
    '115 mm at day 91 are no progression any more: iSD, the run is closed. 125 mm at day 126 open a new one (+25 % over 100 mm), which 131 mm confirm; the event is that of day 126.',
    [at(0, sum(100)), at(56, sum(130)), at(91, sum(115)), at(126, sum(125)), at(161, sum(131))]
  ),
  course(
    'Response after an unconfirmed progression',
    'iPR at 60 mm; 75 mm are +25 % over it: iUPD; 58 mm: iPR again. 70 mm are +20.69 % over 58 mm: iUPD, confirmed at 76 mm. The best response is iPR of day 56.',
    [
      at(0, sum(100)),
      at(56, sum(60)),
      at(112, sum(75)),
      at(147, sum(58)),
      at(203, sum(70)),
      at(238, sum(76)),
    ]
  ),
  course(
    'The earliest confirming scan',
    'Day 82 is 26 days after the first iUPD: 28 less the tolerance of 2, just in time: iCPD.',
    window(82)
  ),
  course(
    'A scan that is too early',
    'Day 81 is 25 days after: 136 mm cannot confirm and change nothing in the run: iUPD. At day 95 the same 136 mm are still +6 mm over 130 mm: iCPD.',
    [...window(81), at(95, sum(136))]
  ),
  course(
    'A scan that is too early and shows no growth',
    'Day 70: iUPD; no margin to iCPD is given, since no growth could have confirmed.',
    [at(0, sum(100)), at(56, sum(130)), at(70, sum(130))]
  ),
  course(
    'The last confirming scan',
    'windowMaxDays 56: day 114 is 58 days after, within the tolerance: iCPD, with the note that 56 days are over.',
    window(114),
    { parameters: { windowMaxDays: 56 } }
  ),
  course(
    'A scan that is too late',
    'windowMaxDays 56: day 115 is 59 days after: iUPD.',
    window(115),
    { parameters: { windowMaxDays: 56 } }
  ),
  course('No dates', 'Without dates the window cannot be checked: iUPD, and a query.', [
    { date: null, lesions: sum(100) },
    { date: null, lesions: sum(130) },
    { date: null, lesions: sum(140) },
  ]),
  course(
    'An early scan for a new symptom',
    'Day 74 was scanned for a new symptom and shows a new lesion: iCPD, 14 days before the window opens. Growth alone would not do.',
    [
      at(0, sum(100)),
      at(60, sum(125)),
      at(74, [target(125), fresh('unequivocal', { longestDiameterMm: 11 })], {
        newSymptom: true,
        clinicalStatus: 'worse',
      }),
    ]
  ),
  course(
    'An early scan for a new symptom without a new lesion',
    'Day 74 shows growth alone: iUPD, references unchanged. Day 95, 35 days after, confirms the same 133 mm: +8 mm, iCPD.',
    [at(0, sum(100)), at(60, sum(125)), at(74, sum(133), { newSymptom: true }), at(95, sum(133))]
  ),
  course(
    'Non-target progression',
    'Bone unequivocally worse: iUPD. No further growth: iUPD. Any further growth: iCPD, although it is only present at that visit.',
    [
      bone(0, 'present'),
      bone(56, 'progressed'),
      bone(91, 'progressed', false),
      bone(126, 'present', true),
    ]
  ),
  course(
    'Non-target progression, the question not answered',
    'Whether bone grew further is not answered: still unequivocally worse, it is iUPD with a query; present, it closes the run, iSD, with the query too, since any growth would have confirmed. Gone, there is nothing to ask.',
    [bone(0, 'present'), bone(56, 'progressed'), bone(91, 'progressed'), bone(126, 'present')]
  ),
  course(
    'Another category confirms',
    'The targets opened the run; at day 91 bone is unequivocally worse, which is new to the run: iCPD although the sum did not grow.',
    [
      at(0, [target(100), nonTarget('present')]),
      at(56, [target(130), nonTarget('present')]),
      at(91, [target(130), nonTarget('progressed')]),
    ]
  ),
  course(
    'The targets confirm new lesions',
    'A new lesion opened the run; at day 91 the sum is +20 % over the nadir: iCPD.',
    [at(0, sum(100)), at(56, with12(100)), at(91, with12(120))]
  ),
  course(
    'Visits that cannot be read within a run',
    'The targets of day 91 were not evaluable, and nothing of day 126: NE twice, the run stays open. 136 mm at day 161 are +6 mm over 130 mm: iCPD.',
    [
      at(0, sum(100)),
      at(56, sum(130)),
      at(91, [unread]),
      { day: 126, evaluable: false, reason: 'POOR_QUALITY' },
      at(161, sum(136)),
    ]
  ),
  course(
    'What was read confirms',
    'The targets of day 91 were not evaluable, but a new lesion appeared: iCPD.',
    [at(0, sum(100)), at(56, sum(130)), at(91, [unread, fresh('unequivocal')])]
  ),
  course(
    'Non-targets not read within their run',
    'Bone opened the run and was not imaged at day 91: NE, the run stays open. At day 126 it grew further: iCPD.',
    [
      bone(0, 'present'),
      bone(56, 'progressed'),
      at(91, [target(100), nonTarget(undefined, { evaluable: false })]),
      bone(126, 'progressed', true),
    ]
  ),
  course(
    'After confirmation',
    'iCPD at day 91. Later visits are rated as outside a run and shown: 137 mm are iUPD, 90 mm iSD; the best response stays iCPD, dated at the first iUPD.',
    [at(0, sum(100)), at(56, sum(130)), at(91, sum(136)), at(126, sum(137)), at(161, sum(90))]
  ),
  course(
    'A run that is never resolved',
    'iUPD and two visits that cannot be read: the best response is iUPD.',
    [
      at(0, sum(100)),
      at(56, sum(130)),
      { day: 91, evaluable: false },
      { day: 126, evaluable: false },
    ]
  ),
];
