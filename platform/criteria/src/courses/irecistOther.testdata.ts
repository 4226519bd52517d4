import type { LesionInput } from '../schemas.js';
import { coursesOf, type VisitOf } from './course.testdata.js';
import { fresh, nonTarget, target, unmeasured } from './recistLesions.testdata.js';

const course = coursesOf<LesionInput>('irecist');

const at = (day: number, lesions: readonly LesionInput[]): VisitOf<LesionInput> => ({
  day,
  lesions,
});
const back = [
  at(0, [target(30), nonTarget('present')]),
  at(56, [target(0), nonTarget('absent')]),
  at(112, [target(0), nonTarget('present')]),
  at(147, [target(12), nonTarget('present')]),
];
const equivocal = [
  at(0, [target(50)]),
  at(56, [target(50), fresh('equivocal')]),
  at(112, [target(50), fresh('unequivocal')]),
];

/** Where iRECIST does as RECIST 1.1 does, in its own codes. */
export const irecistOtherCourses = [
  course(
    'Response in the codes of iRECIST',
    'iSD at 80 mm, 10 mm from iPR; iPR at 60 mm; iCR at 0 mm; NE where the lesion could not be read.',
    [
      at(0, [target(100)]),
      at(56, [target(80)]),
      at(112, [target(60)]),
      at(168, [target(0)]),
      at(224, [unmeasured('T01', 'LIVER', { evaluable: false, reason: 'OBSCURED' })]),
    ]
  ),
  course(
    'Disease back after iCR',
    'iCR at day 56; bone is there again at day 112: iUPD. At day 147 the liver lesion is back too, a category that is new to the run: iCPD.',
    back
  ),
  course(
    'Disease back after iCR, by the sum rule',
    'The same with reappearAfterCr sumRule: bone alone makes iPR of the targets that are gone. 12 mm at day 147 are +12 mm over 0 mm: iUPD.',
    back,
    { parameters: { reappearAfterCr: 'sumRule' } }
  ),
  course(
    'An equivocal new lesion',
    'Equivocal at day 56: iSD. Unequivocal at day 112: iUPD, which makes day 56 an iUPD by revision.',
    equivocal
  ),
  course(
    'An equivocal new lesion, not dated back',
    'The same with equivocalBackdate false: day 56 stays iSD.',
    equivocal,
    { parameters: { equivocalBackdate: false } }
  ),
  course(
    'Non-target disease alone',
    'Without targets: NON-iCR/NON-iUPD while bone is there, NE when it was not assessed, iCR when it is gone.',
    [
      at(0, [nonTarget('present')]),
      at(56, [nonTarget('present')]),
      at(112, []),
      at(168, [nonTarget('absent')]),
    ]
  ),
  course('No disease at baseline', 'NED; a new lesion is iUPD.', [
    { day: 0, noDisease: true },
    at(56, []),
    at(112, [fresh('unequivocal')]),
  ]),
  course(
    'New lesions that could not be judged',
    'Targets gone, the suspected lesion not imaged: iCR is forbidden, iPR.',
    [at(0, [target(30)]), at(56, [target(0), fresh(undefined, { evaluable: false })])]
  ),
  course(
    'A partial response that stays one',
    'prCarry faq: iPR at 60 mm and at 71 mm, which is no longer 30 % below the baseline; 72 mm are +20 % over the nadir: iUPD.',
    [at(0, [target(100)]), at(56, [target(60)]), at(112, [target(71)]), at(168, [target(72)])],
    { parameters: { prCarry: 'faq' } }
  ),
  course(
    'A baseline without a measurement',
    'No reference: every visit is NE, a new lesion or not.',
    [
      at(0, [unmeasured('T01', 'LIVER', {}), nonTarget('present')]),
      at(56, [target(30), nonTarget('present'), fresh('unequivocal')]),
    ]
  ),
  course(
    'A visit that was not evaluable',
    'NE without a word on the reason, with non-target disease alone.',
    [at(0, [nonTarget('present')]), { day: 56, evaluable: false }]
  ),
];
