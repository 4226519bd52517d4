import { course, second, target } from './choiLesions.testdata.js';

const mChoi = { parameters: { 'choi.variant': 'mChoi' } };
const growth = [[target(100, 80)], [target(90, 80)], [target(98.9, 78)], [target(99, 78)]];

/** Size and density against each other. */
export const choiDensityCourses = [
  course(
    'Density alone',
    'A sum 5 % smaller, but 15 % less dense: PR by density, since a tumour under imatinib turns to fluid before it shrinks. The third visit is 10 % over the nadir and its density is 15 % down, so it stays a response.',
    [
      [target(60, 80), second(40, 60)],
      [target(57, 68), second(38, 51)],
      [target(62.7, 68), second(41.8, 51)],
    ]
  ),
  course(
    'Density not quite',
    'K2: the same sum with 68.1 HU, 14.875 % below 80 HU, is SD: what decides is not rounded. So is 68.05 HU; 68.0 HU would be a response.',
    [[target(100, 80)], [target(95, 68.1)], [target(95, 68.05)]]
  ),
  course(
    'Size alone',
    'Density unchanged: 90.1 of 100 mm is SD, 90.0 mm is PR, 10 % being enough (RECIST would ask for 30 %).',
    [[target(100, 80)], [target(90.1, 80)], [target(90, 80)]]
  ),
  course(
    'Growth over the nadir',
    'K4: after 90 mm, progression begins at 99.0 mm; 98.9 mm is SD, being no longer 10 % below the baseline either. Measured against the nadir, it is progression although the tumour is no larger than at baseline.',
    growth
  ),
  course(
    'Growth over the baseline',
    'The same course with a protocol that measures growth against the baseline: 99.0 mm is SD, 110.0 mm is PD.',
    [...growth, [target(110, 78)]],
    { parameters: { 'choi.pdRef': 'baseline' } }
  ),
  course(
    'Growth that density rescues',
    'K5: 12 % larger, but 17.5 % less dense (bleeding or cystic change): PR. At the next visit the density is 68.1 HU, which rescues nothing: PD.',
    [[target(100, 80)], [target(112, 66)], [target(112, 68.1)]]
  ),
  course(
    'Modified Choi needs both',
    'Size alone (90 mm, 80 HU) and density alone (95 mm, 68 HU) are SD, both together PR. Growth by 12 % with a density 17.5 % down is SD: not progression, but no response without the size.',
    [[target(100, 80)], [target(90, 80)], [target(95, 68)], [target(90, 68)], [target(112, 66)]],
    mChoi
  ),
  course(
    'Modified Choi waits for the farther one',
    'Neither threshold alone would make it a response, so the margin is that of the one that is farther away: of 95 mm and 69 HU the size (5 mm of 100, 1 HU of 80), of 91 mm and 76 HU the density (8 HU of 80, 1 mm of 100).',
    [[target(100, 80)], [target(95, 69)], [target(91, 76)]],
    mChoi
  ),
  course(
    'Density missing at one visit',
    'Without contrast the density is not known, so size alone decides: 90 mm is PR. 99 mm is PD, which nothing can rescue. Both visits say that the density is missing.',
    [[target(100, 80)], [target(90, null)], [target(99, null)]]
  ),
  course(
    'Density of one lesion missing',
    'A mean that leaves out a lesion would compare different lesions, so without the density of T02 there is none, and size alone decides, at every visit if it is the baseline that lacks it.',
    [
      [target(60, 80), second(40, null)],
      [target(57, 40), second(38, 30)],
    ]
  ),
  course(
    'Modified Choi without density',
    'Where density can not be had, modified Choi goes by size alone as well: 90 mm is PR, 91 mm SD.',
    [[target(100, 80)], [target(91, null)], [target(90, null)]],
    mChoi
  ),
  course(
    'No positive density at baseline',
    'A fatty tumour: the mean of 20 and -30 HU is -5 HU, of which no percentage can be taken. Size alone decides, and the baseline says so: 95 mm is SD, however far the density falls, 110 mm is PD.',
    [
      [target(60, 20), second(40, -30)],
      [target(57, -40), second(38, -60)],
      [target(66, -40), second(44, -60)],
    ]
  ),
  course(
    'Lesions weigh the same',
    'T01 falls from 60 to 36 HU, T02 stays at 100 HU: the plain mean goes from 80 to 68 HU, which is 15 % and PR.',
    [
      [target(40, 60, { densityAreaMm2: 900 }), second(80, 100, { densityAreaMm2: 2700 })],
      [target(40, 36, { densityAreaMm2: 900 }), second(80, 100, { densityAreaMm2: 2700 })],
    ]
  ),
  course(
    'Lesions weigh by their area',
    'The same lesions weighted by area: T02 with three times the area keeps the mean at 84 of 90 HU (-6.67 %): SD. Without the area of T01 at the last visit no density is known.',
    [
      [target(40, 60, { densityAreaMm2: 900 }), second(80, 100, { densityAreaMm2: 2700 })],
      [target(40, 36, { densityAreaMm2: 900 }), second(80, 100, { densityAreaMm2: 2700 })],
      [target(40, 36), second(80, 100, { densityAreaMm2: 2700 })],
    ],
    { parameters: { huAggregate: 'areaWeighted' } }
  ),
];
