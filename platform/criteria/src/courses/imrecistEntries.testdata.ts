import type { LesionInput } from '../schemas.js';
import { coursesOf, type VisitOf } from './course.testdata.js';
import { fresh, nonTarget, target, unmeasured } from './recistLesions.testdata.js';

const course = coursesOf<LesionInput>('imrecist');

const at = (day: number, lesions: readonly LesionInput[]): VisitOf<LesionInput> => ({
  day,
  lesions,
});
const seen = (mm: number, more: Partial<LesionInput> = {}): LesionInput =>
  fresh('unequivocal', { longestDiameterMm: mm, ...more });
const suspected = (mm: number) => fresh('equivocal', { longestDiameterMm: mm });
const equivocal = [[target(40)], [target(40), suspected(10)], [target(40), seen(12)]];
const afterTherapy = [
  at(0, [target(50)]),
  at(42, [target(60)]),
  at(77, [target(66)]),
  at(112, [target(30)]),
];
const spread = [
  [target(40), nonTarget('present')],
  [
    target(40, { date: '2026-03-03' }),
    nonTarget('progressed', { date: '2026-03-02' }),
    seen(20, { date: '2026-03-05' }),
  ],
];

/** Subjects without targets, equivocal lesions, what ends the course, missing baselines. */
export const imrecistEntryCourses = [
  course(
    'No target at baseline',
    'Bone alone: NON-CR/NON-PD, also where it is unequivocally worse; NE where it was not assessed; a new lesion of 9 mm is not measured, NON-CR/NON-PD; gone, CR.',
    [
      [nonTarget('present')],
      [nonTarget('progressed')],
      [],
      [nonTarget('absent'), fresh('unequivocal', { longestDiameterMm: 9 })],
      [nonTarget('absent'), fresh('absent')],
    ]
  ),
  course(
    'A measured new lesion without targets at baseline',
    'A new lesion of 12 mm is +12 mm over 0 mm: PD. At 4.9 mm the burden is below 5 mm: not rated, NON-CR/NON-PD, and PD is void.',
    [[nonTarget('present')], [nonTarget('present'), seen(12)], [nonTarget('present'), seen(4.9)]]
  ),
  course(
    'A measured new lesion without targets that is missing',
    'The new lesion of 12 mm is not looked at any more: NE.',
    [[nonTarget('present')], [nonTarget('present'), seen(12)], [nonTarget('present')]]
  ),
  course('No disease at baseline', 'NED; an unmeasured new lesion makes it NON-CR/NON-PD.', [
    { noDisease: true },
    [],
    [fresh('unequivocal')],
  ]),
  course(
    'An equivocal new lesion',
    'At V1 the suspected lesion of 10 mm does not count: SD. Unequivocal at V2: 52 mm of 40 mm are +30 %, PD. V1 with it would have been 50 mm, +25 %: PD by revision.',
    equivocal
  ),
  course(
    'An equivocal new lesion, not dated back',
    'The same with equivocalBackdate false: V1 stays SD.',
    equivocal,
    { parameters: { equivocalBackdate: false } }
  ),
  course(
    'Equivocal new lesions that go away and come back',
    'Equivocal at V1, gone at V2, equivocal at V3, unequivocal at V4: it is V3 that would have been PD with it, not V1. The second lesion is unequivocal at V5 and was equivocal at V3 too: one revision is enough.',
    [
      [target(40)],
      [target(40), suspected(10)],
      [target(40), fresh('absent')],
      [target(40), suspected(10), { ...suspected(10), id: 'NL02', location: 'BRAIN' }],
      [target(40), seen(12), { ...suspected(10), id: 'NL02', location: 'BRAIN' }],
      [target(40), seen(12), seen(10, { id: 'NL02', location: 'BRAIN' })],
    ]
  ),
  course(
    'Two measured new lesions',
    '40 mm with new lesions of 10 and 12 mm: 62 mm, +55 %, PD. Then one is missing: at least 40 mm, NE.',
    [
      [target(40)],
      [target(40), seen(10), seen(12, { id: 'NL02', location: 'BRAIN', laterality: null })],
      [target(30), seen(10)],
    ]
  ),
  course(
    'An equivocal new lesion that changes nothing',
    'With 80 mm at baseline the suspected 10 mm would have been +12.5 %: V1 is SD either way, and is not revised.',
    [[target(80)], [target(80), suspected(10)], [target(80), seen(12)]]
  ),
  course(
    'A visit within an unconfirmed progression that cannot be read',
    'Day 77 could not be read: it neither confirms nor voids. Day 112 confirms the PD of day 42.',
    [
      at(0, [target(50)]),
      at(42, [target(60)]),
      { day: 77, evaluable: false, reason: 'POOR_QUALITY' },
      at(112, [target(61)]),
    ]
  ),
  course(
    'Response after a progression that stands alone',
    'PD at day 42 confirmed at day 77; the PR of day 112 does not enter: the best response is PD.',
    afterTherapy
  ),
  course(
    'Response after progression, not cut off',
    'The same with truncateAtPd false: PR.',
    afterTherapy,
    { parameters: { truncateAtPd: false } }
  ),
  course(
    'Response after progression, up to a day',
    'The same with pdCutoff on day 112, 2026-04-27: PR.',
    afterTherapy,
    { parameters: { pdCutoff: '2026-04-27' } }
  ),
  course(
    'A new therapy before the confirmation',
    'The new therapy starts on day 77: that visit neither confirms nor voids; the PD of day 42 stands.',
    afterTherapy,
    { newTherapyDate: '2026-03-23' }
  ),
  course(
    'Dates of a progression',
    'Neither bone nor the new lesion dates the PD, but the last scan of what makes the burden: 5 March.',
    spread
  ),
  course('No dates', 'Without dates nothing is confirmed.', [
    { date: null, lesions: [target(50)] },
    { date: null, lesions: [target(60)] },
    { date: null, lesions: [target(70)] },
  ]),
  course('A baseline without a measurement', 'No reference: NE, with the reason.', [
    [unmeasured('T01', 'LIVER', {})],
    [target(30)],
  ]),
  course('Non-target disease alone, visit not evaluable', 'NE, without a target response.', [
    [nonTarget('present')],
    { evaluable: false },
  ]),
];
