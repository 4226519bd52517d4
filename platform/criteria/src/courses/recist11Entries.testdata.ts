import type { LesionInput } from '../schemas.js';
import { coursesOf } from './course.testdata.js';
import {
  fresh,
  nodal,
  nonTarget,
  second,
  target,
  third,
  unmeasured,
} from './recistLesions.testdata.js';

const course = coursesOf<LesionInput>('recist-1.1');

/** What a reader entered that RECIST 1.1 objects to; each still gets a rating. */
export const recist11EntryCourses = [
  course(
    'Targets below the limits',
    'Each target is 0.1 mm below its limit: 10 mm, 15 mm short axis of a node (12 mm is pathological, 9.9 mm normal), 20 mm on a chest film, twice a slice of 7.5 mm, and for a node twice a slice of 8 mm.',
    [
      [
        target(9.9),
        nodal('T02', 14.9),
        nodal('T03', 9.9),
        target(19.9, { id: 'T04', location: 'LUNG', laterality: 'LEFT', method: 'CHEST X-RAY' }),
        second(14.9, { id: 'T05', sliceThicknessMm: 7.5 }),
      ],
    ]
  ),
  course(
    'Nodes on thick slices',
    'A node of 15 mm short axis on slices of 8 mm is below 16 mm; one of 16 mm is a target.',
    [[nodal('T01', 15, { sliceThicknessMm: 8 }), nodal('T02', 16, { sliceThicknessMm: 8 })]]
  ),
  course('Targets at the limits', 'Each target is just at its limit: nothing is objected to.', [
    [
      target(10, { sliceThicknessMm: 5 }),
      nodal('T02', 15),
      target(20, { id: 'T03', location: 'LUNG', laterality: 'LEFT', method: 'Chest film' }),
      second(15, { sliceThicknessMm: 7.5, id: 'T04' }),
    ],
  ]),
  course(
    'Lesions that are no targets',
    'Too small to measure, absent by state and by 0 mm, not evaluable, an effusion, irradiated before; and a new lesion, a normal node and an absent lesion among the others. No sum, so every visit is NE.',
    [
      [
        unmeasured('T01', 'LIVER', { tooSmallToMeasure: true }),
        unmeasured('T02', 'PANCREAS', { status: 'absent' }),
        third(0),
        unmeasured('T04', 'BRAIN', { evaluable: false }),
        target(30, { id: 'T05', location: 'PLEURAL EFFUSION', previouslyIrradiated: true }),
        nonTarget('absent'),
        nodal('NT02', 9.9, { role: 'non-target' }),
        fresh('unequivocal'),
      ],
    ]
  ),
  course(
    'Too many targets',
    'Six targets, three of them in the liver and three nodes: too many in total (T06), in the liver (T03) and of nodes (T06). All six are summed all the same.',
    [
      [
        target(20),
        target(20, { id: 'T02' }),
        target(20, { id: 'T03' }),
        nodal('T04', 20),
        nodal('T05', 20, { location: 'PORTAL LYMPH NODE' }),
        nodal('T06', 20, { location: 'MESENTERIC LYMPH NODE' }),
      ],
    ]
  ),
  course(
    'Limits of the protocol',
    'The protocol allows two targets, one per organ: the second liver lesion is one too many there, the third target one in total.',
    [[target(20), target(20, { id: 'T02' }), second(20, { id: 'T03' })]],
    { parameters: { maxTargets: 2, maxTargetsPerOrgan: 1 } }
  ),
  course(
    'Nothing at baseline',
    'No lesion, and nobody said that there is no disease: a query; NED at the visit.',
    [[], []]
  ),
  course(
    'No disease, but a lesion',
    '"No disease" contradicts the lesion that is listed: a query that blocks.',
    [{ lesions: [target(20)], noDisease: true }]
  ),
  course(
    'Places and sides',
    'No place, a place that is not in the list, a node that is said to be none and the other way round, a paired organ without a side, and a side that is none. An effusion on both sides is BILATERAL, which is no query.',
    [
      [
        target(20, { location: null }),
        target(20, { id: 'T02', location: 'LEFT ELBOW' }),
        nodal('T03', 20, { node: false, longestDiameterMm: 20 }),
        target(20, { id: 'T04', location: 'KIDNEY' }),
        nonTarget('present', { location: 'LUNG', laterality: 'BOTH' }),
        nonTarget('present', { id: 'NT02', location: 'LIVER', node: true }),
        nonTarget('present', { id: 'NT03', location: 'PLEURAL EFFUSION', laterality: 'BILATERAL' }),
      ],
    ]
  ),
  course(
    'Entries of a visit',
    'A node by its long axis, a liver lesion by a short axis, a non-target without a state, a target that was none at baseline, a non-target recorded as target, a new lesion without a state. T01 and T02 have no value: NE.',
    [
      [
        nodal('T01', 20),
        target(20, { id: 'T02' }),
        second(20, { id: 'T03' }),
        nonTarget('present'),
        nonTarget('present', { id: 'NT02' }),
      ],
      [
        unmeasured('T01', 'MEDIASTINAL LYMPH NODE', { longestDiameterMm: 25 }),
        unmeasured('T02', 'LIVER', { shortAxisMm: 12 }),
        second(20, { id: 'T03' }),
        nonTarget(undefined),
        nonTarget('present', { id: 'NT02', role: 'target' }),
        third(20, { id: 'T07' }),
        nonTarget('present', { id: 'NT09' }),
        fresh(undefined),
      ],
    ]
  ),
  course(
    'A target recorded as new',
    'T01 of the baseline is entered as a new lesion: it stays a target, 20 mm, SD; what was there at baseline is not new.',
    [[target(20)], [{ ...target(20), role: 'new' }]]
  ),
  course(
    'Merges and splits that lead nowhere',
    'T01 is merged into itself, T02 and T03 into each other: no measurement is left for them, NE, not 0. A part of a lesion that nobody listed counts as the new lesion it was entered as: PD.',
    [
      [target(20), second(20), third(20)],
      [
        unmeasured('T01', 'LIVER', { mergedInto: 'T01' }),
        unmeasured('T02', 'PANCREAS', { mergedInto: 'T03' }),
        unmeasured('T03', 'SPLEEN', { mergedInto: 'T02' }),
      ],
      [target(20), second(20), third(20), fresh('unequivocal', { splitFrom: 'T99' })],
    ]
  ),
  course(
    'No dates',
    'Without dates the categories are the same, but nothing can be shown to have lasted: SD counts as NE in the best response.',
    [
      { date: null, lesions: [target(20)] },
      { date: null, lesions: [target(20)] },
    ]
  ),
];
