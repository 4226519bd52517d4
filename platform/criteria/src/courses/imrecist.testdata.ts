import type { LesionInput } from '../schemas.js';
import { coursesOf, type VisitOf } from './course.testdata.js';
import { imrecistEntryCourses } from './imrecistEntries.testdata.js';
import { fresh, nodal, nonTarget, target, unmeasured } from './recistLesions.testdata.js';

const course = coursesOf<LesionInput>('imrecist');

const at = (day: number, lesions: readonly LesionInput[]): VisitOf<LesionInput> => ({
  day,
  lesions,
});
const sum = (mm: number) => [target(mm)];
const seen = (mm: number, more: Partial<LesionInput> = {}): LesionInput =>
  fresh('unequivocal', { longestDiameterMm: mm, ...more });
const confirming = (day: number) => [
  at(0, sum(80)),
  at(42, [target(60), seen(40)]),
  at(day, [target(60), seen(45)]),
];
const voided = [
  at(0, sum(50)),
  at(42, sum(60)),
  at(77, sum(45)),
  at(140, sum(54)),
  at(175, sum(54)),
];

export const imrecistCourses = [
  course(
    'A new lesion adds to the burden',
    'A new lung lesion of 12 mm makes 92 mm of 80 mm: +15 %, SD, where RECIST 1.1 has PD. 82 mm are SD; 60 mm are -25 % against the baseline of 80 mm, SD.',
    [sum(80), [target(80), seen(12)], [target(70), seen(12)], [target(50), seen(10)]]
  ),
  course(
    'Progression by the burden, confirmed',
    '60 + 40 mm at day 42 are exactly +25 % over 80 mm: PD. 105 mm at day 77 are still PD against the same 80 mm: confirmed, dated at day 42.',
    confirming(77)
  ),
  course('Confirmed after 28 days', 'Day 70 is exactly 28 days after: confirmed.', confirming(70)),
  course(
    'Too early to confirm',
    'Day 69 is 27 days after: it neither confirms nor voids; the PD of day 42 stands.',
    confirming(69)
  ),
  course(
    'Progression that is void',
    '60 mm at day 42 are +20 % and +10 mm: PD. 45 mm at day 77 are not: PD is void, day 42 is SD. 54 mm at day 140 are +20 % over the new nadir of 45 mm: PD, confirmed at day 175, dated at day 140.',
    voided
  ),
  course(
    'Progression that is void within a response',
    'PR at 60 mm; 72 mm at day 112 are +20 % over 60 mm and still 40 % less than 120 mm: PD, void at day 168, which makes it PR.',
    [at(0, sum(120)), at(56, sum(60)), at(112, sum(72)), at(168, sum(62))]
  ),
  course(
    'Response, then progression by a new lesion',
    'PR at 40 mm of 60 mm. 40 + 15 mm are +37.5 % over 40 mm: PD, which 54 mm (+35 %) confirm. The best response is PR.',
    [
      at(0, sum(60)),
      at(42, sum(40)),
      at(84, [target(40), seen(15)]),
      at(119, [target(39), seen(15)]),
    ]
  ),
  course(
    'Non-target progression is none',
    'Bone is unequivocally worse: SD, then PR at 28 mm of 40 mm, exactly -30 %.',
    [
      [target(40), nonTarget('present')],
      [target(40), nonTarget('progressed')],
      [target(28), nonTarget('progressed')],
    ]
  ),
  course(
    'What forbids a complete response',
    'The targets are gone: with a new bone lesion that is not measured, PR; with the non-target still there, PR; with a new lesion that was not looked at, PR; with all of it gone, CR.',
    [
      [target(30), nonTarget('present')],
      [
        target(0),
        nonTarget('absent'),
        fresh('unequivocal', { location: 'BONE', laterality: null }),
      ],
      [target(0), nonTarget('present'), fresh('absent', { location: 'BONE', laterality: null })],
      [target(0), nonTarget('absent')],
      [target(0), nonTarget('absent'), fresh('absent', { location: 'BONE', laterality: null })],
    ]
  ),
  course(
    'New lesions not judged are ignored',
    'With newLesionNe ignore the new lesion that was not looked at does not forbid CR.',
    [[target(30)], [target(0), fresh(undefined, { evaluable: false })]],
    { parameters: { newLesionNe: 'ignore' } }
  ),
  course(
    'A measured new lesion that goes away',
    'The new lesion of 12 mm counts 0 once it is gone, and the targets are gone too: CR. Back at 12 mm it is +12 mm over 0 mm: PD.',
    [[target(40)], [target(20), seen(12)], [target(0), fresh('absent')], [target(0), seen(12)]]
  ),
  course(
    'A measured new lesion that is missing',
    'The new lesion is not mentioned at V2: the burden is not known, NE. At V3 the targets alone are 50 mm, +25 % and +10 mm over 40 mm: PD whatever it is.',
    [[target(40)], [target(30), seen(12)], [target(30)], [target(50)]]
  ),
  course(
    'New nodes',
    'A new node of 14.9 mm short axis is not measured: SD by the targets. One of 15 mm is: 20 + 15 mm are +75 %, PD. When it is 9.9 mm it is normal, and with the targets gone that is CR.',
    [
      [target(20)],
      [target(20), { ...nodal('NL01', 14.9), role: 'new', status: 'unequivocal' }],
      [
        target(20),
        { ...nodal('NL01', 14), role: 'new', status: 'unequivocal' },
        { ...nodal('NL02', 15), role: 'new', status: 'unequivocal' },
      ],
      [
        target(0),
        { ...nodal('NL01', 9), role: 'new', status: 'unequivocal' },
        { ...nodal('NL02', 9.9), role: 'new', status: 'unequivocal' },
      ],
    ]
  ),
  course(
    'Targets missing, what was read is progression',
    'One target was not imaged, but the other and the new lesion are 70 mm, +40 % over 50 mm: PD.',
    [
      [target(30), target(20, { id: 'T02' })],
      [
        target(45),
        unmeasured('T02', 'LIVER', { evaluable: false, reason: 'NOT_IMAGED' }),
        seen(25),
      ],
    ]
  ),
  ...imrecistEntryCourses,
];
