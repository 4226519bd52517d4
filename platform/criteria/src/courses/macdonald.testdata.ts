import { fresh, gone, notRead, second, seen, tumour, unmeasured } from './brain.testdata.js';
import type { BrainLesion } from './brain.testdata.js';
import { coursesOf } from './course.testdata.js';

const course = coursesOf<BrainLesion>('macdonald');
const off = { steroids: 'NONE' };
const lower = { steroids: 'LOWER' };
const higher = { steroids: 'HIGHER' };

export const macdonaldCourses = [
  course(
    'Partial response, and growth just below and at 25 %',
    'Half of the baseline product on two scans at least 28 days apart is a PR. 624 mm² is 24.8 % over the nadir of 500: SD. 625 mm² is exactly 25 %: PD, though it is still less than the baseline.',
    [
      [tumour(40, 25)],
      seen([tumour(25, 20)]),
      seen([tumour(25, 20)]),
      seen([tumour(26, 24)]),
      seen([tumour(25, 25)]),
    ]
  ),
  course('Just short of a partial response', '501 of 1000 mm² is 49.9 % less: SD, 1 mm² from PR.', [
    [tumour(40, 25)],
    seen([tumour(25.05, 20)]),
  ]),
  course(
    'Growth against the baseline',
    "With macPdRef 'baseline' growth is compared with the baseline: 1240 mm² is 148 % over the smallest sum but 24 % over the baseline, SD; 1250 mm² is PD.",
    [[tumour(40, 25)], seen([tumour(25, 20)]), seen([tumour(40, 31)]), seen([tumour(50, 25)])],
    { parameters: { macPdRef: 'baseline' } }
  ),
  course(
    'Complete response only off steroids',
    'No enhancing tumour left: PR while the dose is lower or the same, SD on a higher dose, CR off steroids, confirmed by the next scan. Then the tumour is back: PD.',
    [
      { lesions: [tumour(40, 25)], steroids: 'SAME' },
      seen([tumour(0, 0)], lower),
      seen([tumour(null, null, gone)], higher),
      seen([tumour(null, null, gone)], off),
      seen([tumour(null, null, gone)], off),
      seen([tumour(5, 4)], off),
    ]
  ),
  course(
    'Smaller on more steroids',
    'A response by size on a higher dose is stable disease, not a response and not undetermined; so is a stable scan. Growth on a higher dose is PD, and steroids alone never are.',
    [
      [tumour(40, 25)],
      seen([tumour(20, 20)], higher),
      seen([tumour(22, 20)], higher),
      seen([tumour(30, 20)], higher),
    ]
  ),
  course(
    'Neurologically worse',
    'A stable scan with neurologic decline due to tumour is PD, also where nothing could be imaged.',
    [
      [tumour(40, 25)],
      seen([tumour(38, 25)], { clinicalStatus: 'WORSE' }),
      seen([], { evaluable: false, clinicalStatus: 'WORSE' }),
    ]
  ),
  course(
    'New tumour',
    'An equivocal new lesion does not count when seen; called unequivocal later it makes that earlier visit PD.',
    [
      [tumour(40, 25)],
      seen([tumour(40, 25), fresh('equivocal')]),
      seen([tumour(40, 25), fresh('unequivocal')]),
    ]
  ),
  course(
    'Tumour that was left unmeasured',
    'Macdonald measures every enhancing lesion. One that is only recorded as present keeps a CR away; recorded as progressed it decides nothing and must be measured. T2/FLAIR plays no part.',
    [
      [tumour(40, 25), unmeasured('present')],
      seen([tumour(0, 0), unmeasured('present')], off),
      seen([tumour(0, 0), unmeasured('progressed')], off),
      seen([tumour(0, 0)], off),
      seen([tumour(0, 0), unmeasured('absent')], off),
    ]
  ),
  course(
    'Nothing measured at baseline',
    'Enhancing disease that was recorded without a size can not be rated: NE, whatever becomes of it; a new lesion is PD all the same.',
    [
      [unmeasured('present')],
      seen([unmeasured('absent')], off),
      seen([unmeasured('progressed')], off),
      seen([unmeasured('present'), fresh('unequivocal')], off),
    ]
  ),
  course(
    'No tumour at baseline',
    'Stated to have none after surgery: no evidence of disease, then PD by a new lesion.',
    [{ lesions: [], noDisease: true }, seen([], higher), seen([fresh('unequivocal')])]
  ),
  course(
    'Any number and any size',
    'Six lesions, the smallest 4 x 3 mm: Macdonald has no limit, so nothing is objected to but T06, which is absent at baseline. A lesion that can not be read makes the sum unknown (NE), unless what was read is 25 % over the nadir.',
    [
      [
        tumour(20, 20),
        second(10, 10),
        tumour(4, 3, { id: 'T03' }),
        tumour(10, 5, { id: 'T04' }),
        tumour(10, 4, { id: 'T05' }),
        tumour(0, 0, { id: 'T06' }),
      ],
      seen([
        tumour(20, 20),
        second(null, null, notRead),
        tumour(4, 3, { id: 'T03' }),
        tumour(10, 5, { id: 'T04' }),
        tumour(10, 4, { id: 'T05' }),
        tumour(0, 0, { id: 'T06' }),
      ]),
      seen([
        tumour(35, 20),
        second(null, null, notRead),
        tumour(4, 3, { id: 'T03' }),
        tumour(10, 5, { id: 'T04' }),
        tumour(10, 4, { id: 'T05' }),
        tumour(0, 0, { id: 'T06' }),
      ]),
    ]
  ),
  course(
    'Steroids not told',
    'What is gone is PR and not CR without the steroid dose; a missing clinical status is named. T2/FLAIR is not asked for.',
    [[tumour(40, 25)], { lesions: [tumour(0, 0)] }]
  ),
  course(
    'A baseline that could not be read',
    'Every visit is NE, also one with neurologic decline: there is nothing to compare with.',
    [
      { lesions: [tumour(40, 25)], evaluable: false, reason: 'OBSCURED' },
      seen([tumour(60, 25)], { clinicalStatus: 'WORSE' }),
    ]
  ),
];
