import { fresh, gone, notRead, second, seen, tumour, unmeasured } from './brain.testdata.js';
import type { BrainLesion } from './brain.testdata.js';
import { coursesOf } from './course.testdata.js';

const course = coursesOf<BrainLesion>('rano-hgg-2010');
const flair = { t2Flair: 'STABLE_OR_BETTER' };
const at = (lesions: readonly BrainLesion[], more: Readonly<Record<string, unknown>> = {}) =>
  seen(lesions, { ...flair, ...more });
const off = { steroids: 'NONE' };

/** Response, stable disease and progression by size, and what keeps a response away. */
export const ranoHgg2010Response = [
  course(
    'Partial response, and growth just below and at 25 %',
    'Exactly half of the baseline product is a PR, held by the second scan. 749 mm² is 24.83 % over the nadir of 600 and no PR any more: SD; 750 mm² is exactly 25 % and PD, though still well below the baseline.',
    [
      [tumour(40, 30)],
      at([tumour(30, 20)]),
      at([tumour(30, 20)]),
      at([tumour(28, 26.75)]),
      at([tumour(30, 25)]),
    ]
  ),
  course(
    'Just short of a partial response',
    '601 of 1200 mm² is 49.92 % less: SD, 1 mm² from PR. Then 1499 mm² is 149 % over the nadir.',
    [[tumour(40, 30)], at([tumour(30.05, 20)]), at([tumour(40, 37.475)])]
  ),
  course(
    'Complete response only off steroids',
    'No enhancing disease left: PR while the dose is only lower, CR once the patient is off, confirmed by the next scan. The lesion is back at 6 mm²: PD, since the nadir is 0.',
    [
      { lesions: [tumour(40, 20)], steroids: 'SAME' },
      at([tumour(0, 0)], { steroids: 'LOWER' }),
      at([tumour(null, null, gone)], off),
      at([tumour(null, null, gone)], off),
      at([tumour(3, 2)], off),
    ]
  ),
  course(
    'Confirmed only after four weeks',
    'A second scan after 27 days does not confirm the PR, one after 28 does; a scan that could not be read in between does not break it.',
    [
      [tumour(40, 30)],
      { ...at([tumour(30, 20)]), day: 56 },
      { ...at([tumour(30, 20)]), day: 83 },
      { ...at([], { evaluable: false, reason: 'NOT_IMAGED' }), day: 84 },
      { ...at([tumour(30, 20)]), day: 112 },
    ]
  ),
  course(
    'Without dates nothing is confirmed',
    'Visits in the order given. Whether 28 days lie between the two PR can not be known: both stay unconfirmed, and the best response is NE, since a stable time can not be counted either.',
    [
      { lesions: [tumour(40, 30)], date: null },
      { ...at([tumour(30, 20)]), date: null },
      { ...at([tumour(30, 20)]), date: null },
    ]
  ),
  course(
    'Non-measurable disease beside the measured lesion',
    'The measured lesion is gone at every visit. A non-measurable lesion that persists, or was not looked at, allows PR at most; gone, it is CR; clearly progressed, PD.',
    [
      [tumour(40, 20), unmeasured('present')],
      at([tumour(0, 0), unmeasured('present')], off),
      at([tumour(0, 0)], off),
      at([tumour(0, 0), unmeasured('absent')], off),
      at([tumour(0, 0), unmeasured('progressed')], off),
    ]
  ),
  course(
    'Non-measurable disease that must be looked at',
    "As before, but with nonTargetNe 'ne': a visit at which it was not looked at is NE.",
    [[tumour(40, 20), unmeasured('present')], at([tumour(20, 20)]), at([tumour(50, 20)])],
    { parameters: { nonTargetNe: 'ne' } }
  ),
  course(
    'The reader judges the non-measurable disease',
    "The reader's overall call decides: no PD although one lesion is marked as progressed; a call of CR while one is present does not fit and is a warning; the last visit is PD though no lesion is marked.",
    [
      [tumour(40, 30), unmeasured('present')],
      at([tumour(40, 30), unmeasured('progressed')], { nonTargetJudgement: 'NON-CR/NON-PD' }),
      at([tumour(40, 30), unmeasured('present')], { nonTargetJudgement: 'CR' }),
      at([tumour(40, 30), unmeasured('present')], { nonTargetJudgement: 'PD' }),
    ]
  ),
  course(
    'A judgement of what is not there',
    'No non-measurable lesion at baseline, yet the reader judges it progressed: an entry to be corrected, and not used.',
    [[tumour(40, 30)], at([tumour(40, 30)], { nonTargetJudgement: 'PD' })]
  ),
  course(
    'No measurable disease at baseline',
    'Non-measurable disease alone: there is no CR and no PR, SD at best, also when it is gone. Not looked at it is NE, progressed PD.',
    [
      [unmeasured('present')],
      at([unmeasured('present')], off),
      at([unmeasured('absent')], off),
      at([], off),
      at([unmeasured('progressed')], off),
    ]
  ),
  course(
    'No disease at baseline',
    'After a complete resection, stated as such: NED whatever the steroid dose, NED while a new lesion is equivocal, and PD by an unequivocal one, which makes the equivocal visit before PD as well.',
    [
      { lesions: [], noDisease: true },
      at([], { steroids: 'HIGHER' }),
      at([fresh('equivocal')]),
      at([fresh('unequivocal')]),
    ]
  ),
  course(
    'Equivocal new lesion that goes away',
    'The equivocal lesion does not count, and once it has gone a lesion in that place starts again: the last visit is PD, the first stays SD.',
    [
      [tumour(40, 30)],
      at([tumour(40, 30), fresh('equivocal')]),
      at([tumour(40, 30), fresh('absent')]),
      at([tumour(40, 30), fresh('unequivocal')]),
    ]
  ),
  course(
    'New lesion that could not be judged',
    'The measured lesion is gone, but whether the lesion that was equivocal before is there could not be judged (not readable, then not mentioned): that forbids CR and leaves PR, whether the patient is off steroids or the dose was not told.',
    [
      [tumour(40, 20)],
      at([tumour(0, 0), fresh('equivocal')], off),
      at([tumour(0, 0), fresh('equivocal', notRead)], off),
      at([tumour(0, 0)], { steroids: null }),
    ]
  ),
  course(
    'T2/FLAIR disease alone',
    'The enhancing lesion shrank by more than half, but a significant increase of T2/FLAIR disease is PD, as under anti-angiogenic therapy.',
    [[tumour(40, 30)], at([tumour(25, 20)], { t2Flair: 'SIGNIFICANT_INCREASE' })]
  ),
  course(
    'Clinical decline',
    'Decline due to tumour is PD whatever the scan shows, also without a scan. With growth, a new lesion, non-measurable and T2/FLAIR progression every cause is named.',
    [
      [tumour(40, 30), unmeasured('present')],
      at([tumour(40, 30), unmeasured('present')], { clinicalStatus: 'BETTER' }),
      at([], { evaluable: false, clinicalStatus: 'WORSE' }),
      at([tumour(50, 40), unmeasured('progressed'), fresh('unequivocal')], {
        t2Flair: 'SIGNIFICANT_INCREASE',
        clinicalStatus: 'WORSE',
      }),
    ]
  ),
  course(
    'One of two lesions not read',
    'T02 could not be read. What was read of T01, 1499 mm², is below 125 % of the whole nadir of 1200 mm²: NE. 1500 mm² reaches it, so it is PD whatever T02 is.',
    [
      [tumour(40, 20), second(20, 20)],
      at([tumour(50, 29.98), second(null, null, notRead)]),
      at([tumour(50, 30), second(null, null, notRead)]),
    ]
  ),
  course(
    'A lower bound that may not decide',
    "As before with partialBounds 'none': an incomplete sum is always NE.",
    [[tumour(40, 20), second(20, 20)], at([tumour(50, 40), second(null, null, notRead)])],
    { parameters: { partialBounds: 'none' } }
  ),
];
