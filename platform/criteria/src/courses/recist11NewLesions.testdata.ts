import type { LesionInput } from '../schemas.js';
import { coursesOf } from './course.testdata.js';
import { fresh, nodal, nonTarget, target } from './recistLesions.testdata.js';

const course = coursesOf<LesionInput>('recist-1.1');

const newNode = (mm: number, more: Partial<LesionInput> = {}): LesionInput => ({
  ...nodal('NL01', mm, { location: 'RETROPERITONEAL LYMPH NODE' }),
  role: 'new',
  status: 'unequivocal',
  ...more,
});
const focus = (more: Partial<LesionInput> = {}) =>
  fresh('unequivocal', { method: 'FDG-PET', ...more });
const equivocal = [
  [target(40)],
  [target(36), fresh('equivocal', { date: '2026-03-04' })],
  [target(36)],
  [target(36), fresh('unequivocal', { longestDiameterMm: 12 })],
];
const judged = (status: LesionInput['status'], call: string) => ({
  lesions: [nonTarget(status)],
  nonTargetJudgement: call,
});
const nodes = (mm: number): LesionInput => ({
  id: 'NT02',
  role: 'non-target',
  location: 'HILAR LYMPH NODE',
  laterality: 'LEFT',
  shortAxisMm: mm,
});

/** Non-target disease and new lesions. */
export const recist11NewLesionCourses = [
  course(
    'Non-target disease alone',
    'A bone lesion and a node of 12 mm, no target. Still there: NON-CR/NON-PD. Bone gone and the node at 10 mm: NON-CR/NON-PD; at 9.9 mm: CR. The node not listed: NE. Bone unequivocally worse: PD.',
    [
      [nonTarget('present'), nodes(12)],
      [nonTarget('present'), nodes(12)],
      [nonTarget('absent'), nodes(10)],
      [nonTarget('absent'), nodes(9.9)],
      [nonTarget('absent')],
      [nonTarget('progressed'), nodes(12)],
    ]
  ),
  course(
    'Measured, merged, split and tiny non-targets',
    'A non-target of 8 mm is present, one of 0 mm gone, one too small to measure present, a node too small to measure normal; one merged with another is present; one split in two is its worse part.',
    [
      [
        nonTarget('present'),
        nonTarget('present', { id: 'NT02', location: 'LIVER' }),
        nodes(12),
      ].map((lesion, index) => ({ ...lesion, id: `NT0${index + 1}` })),
      [
        nonTarget(undefined, { longestDiameterMm: 8 }),
        nonTarget(undefined, { id: 'NT02', location: 'LIVER', longestDiameterMm: 0 }),
        { ...nodes(9), id: 'NT03' },
      ],
      [
        nonTarget('absent'),
        nonTarget(undefined, { id: 'NT02', location: 'LIVER', tooSmallToMeasure: true }),
        { ...nodes(0), id: 'NT03', shortAxisMm: null, tooSmallToMeasure: true },
      ],
      [
        nonTarget(undefined, { mergedInto: 'NT02' }),
        nonTarget('present', { id: 'NT02', location: 'LIVER' }),
        { ...nodes(0), id: 'NT03' },
      ],
      [
        nonTarget('absent', { id: 'NT01a', splitFrom: 'NT01' }),
        nonTarget('progressed', { id: 'NT01b', splitFrom: 'NT01' }),
        nonTarget('absent', { id: 'NT02', location: 'LIVER' }),
        { ...nodes(0), id: 'NT03' },
      ],
    ]
  ),
  course(
    "The reader's call of the non-targets",
    'The overall call decides: a lesion marked progressed with the call NON-CR/NON-PD is no progression; the call PD is one although the lesion is only present; NE is NE; CR gives way to a lesion that is present, and stands where it is absent.',
    [
      [nonTarget('present')],
      judged('progressed', 'NON-CR/NON-PD'),
      judged('present', 'CR'),
      judged('present', 'NE'),
      judged('absent', 'CR'),
      judged('present', 'PD'),
    ]
  ),
  course(
    "The reader's call without the lesions",
    'A call of CR stands where no lesion is listed, with a query for each. With one that was looked at and could not be read, or one that was irradiated, it does not: NE.',
    [
      [nonTarget('present'), nonTarget('present', { id: 'NT02' })],
      { lesions: [], nonTargetJudgement: 'CR' },
      {
        lesions: [nonTarget('absent'), nonTarget(undefined, { id: 'NT02', evaluable: false })],
        nonTargetJudgement: 'CR',
      },
      {
        lesions: [nonTarget('absent'), nonTarget('absent', { id: 'NT02', locallyTreated: {} })],
        nonTargetJudgement: 'CR',
      },
    ]
  ),
  course(
    'A call without non-target disease',
    'The baseline has no non-target lesion: a call is a query and changes nothing, SD.',
    [[target(30)], { lesions: [target(30)], nonTargetJudgement: 'PD' }]
  ),
  course(
    'Target CR with what else is there',
    'Targets gone: with persisting non-targets PR, with unequivocally worse ones PD, with a new lesion PD.',
    [
      [target(30), nonTarget('present')],
      [target(0), nonTarget('present')],
      [target(0), nonTarget('progressed')],
      [target(0), nonTarget('absent'), fresh('present')],
    ]
  ),
  course(
    'An equivocal new lesion that is confirmed',
    'Equivocal at V1, not mentioned at V2 (which is NE for that lesion and forbids only CR), unequivocal at V3. V1 was SD and is revised to PD with the date of its own scan, 4 March; the best response is PD then.',
    equivocal
  ),
  course(
    'An equivocal new lesion, not dated back',
    'The same with equivocalBackdate false: V1 stays SD, and PD is dated at V3.',
    equivocal,
    { parameters: { equivocalBackdate: false } }
  ),
  course(
    'Two equivocal lesions',
    'Both are equivocal at V1; NL01 goes away and comes back as equivocal at V3. NL02 confirms V1. NL01 confirms V3, which was no progression by then.',
    [
      [target(40)],
      [target(40), fresh('equivocal'), fresh('equivocal', { id: 'NL02', location: 'BRAIN' })],
      [target(40), fresh('absent'), fresh('equivocal', { id: 'NL02', location: 'BRAIN' })],
      [target(40), fresh('equivocal'), fresh('unequivocal', { id: 'NL02', location: 'BRAIN' })],
      [target(40), fresh('unequivocal'), fresh('unequivocal', { id: 'NL02', location: 'BRAIN' })],
    ]
  ),
  course(
    'New lesions that could not be judged',
    'The targets are gone, but the suspected lesion was outside the images: CR is forbidden, PR.',
    [[target(30)], [target(0), fresh(undefined, { evaluable: false, reason: 'NOT_IMAGED' })]]
  ),
  course(
    'New lesions that could not be judged, ignored',
    'The same with newLesionNe ignore: CR.',
    [[target(30)], [target(0), fresh(undefined, { evaluable: false, reason: 'NOT_IMAGED' })]],
    { parameters: { newLesionNe: 'ignore' } }
  ),
  course(
    'Non-target disease alone with a new lesion not judged',
    'Without targets the CR that is forbidden becomes NON-CR/NON-PD.',
    [[nonTarget('present')], [nonTarget('absent'), fresh(undefined, { evaluable: false })]]
  ),
  course(
    'A new node',
    'A node of 9 mm is no new lesion. At 11 mm it is one by its size, and PD, but +2 mm is a caution. A node that comes up from 5 to 10 mm grew 5 mm: no caution.',
    [
      [target(30)],
      [target(30), newNode(9), newNode(5, { id: 'NL02' })],
      [target(30), newNode(11), newNode(10, { id: 'NL02' })],
    ]
  ),
  course(
    'A new focus on FDG-PET',
    'A focus on PET alone is no new lesion; with a matching lesion on CT it is, and so is one seen on PET/CT.',
    [
      [target(30)],
      [target(30), focus()],
      [target(30), focus({ ctCorrelate: true })],
      [target(30), focus({ method: 'FDG-PET/CT' })],
    ]
  ),
  course(
    'A new focus on FDG-PET after a negative one',
    'With petNewLesion and a negative PET at baseline the focus alone is a new lesion: PD.',
    [{ lesions: [target(30)], petNegative: true }, [target(30), focus()]],
    { parameters: { petNewLesion: true } }
  ),
  course(
    'A new focus on FDG-PET without one before',
    'With petNewLesion but no PET at baseline the focus alone is none: SD.',
    [[target(30)], [target(30), focus()]],
    { parameters: { petNewLesion: true } }
  ),
  course(
    'No disease at baseline',
    'The reader states that there is no disease: NED. A new lesion of 0 mm is none; one too small to measure is: PD.',
    [
      { noDisease: true },
      [],
      [fresh(undefined, { longestDiameterMm: 0 })],
      [fresh(undefined, { tooSmallToMeasure: true })],
    ]
  ),
];
