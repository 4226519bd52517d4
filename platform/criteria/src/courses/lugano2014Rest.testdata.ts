import type { LesionInput } from '../schemas.js';
import { coursesOf } from './course.testdata.js';
import {
  cervical,
  effusion,
  kidney,
  mediastinal,
  newLung,
  newLungStated,
  newNode,
} from './lymphomaLesions.testdata.js';

const course = coursesOf<LesionInput>('lugano-2014');
const node = [cervical(40, 20)];
const half = [cervical(20, 20)];
const normal = [cervical(14, 10)];

/** Disease that is not measured, new lesions, spleen, liver and marrow. */
export const luganoRestCourses = [
  course(
    'Disease that is not measured',
    'V1: SPD half, but the kidney is larger, without being clearly worse: SD, as PR allows nothing larger. V2: not larger any more: PR. V3: node normal and the rest gone: CR. V4: the effusion is back after it had gone: PD.',
    [
      [...node, effusion('present'), kidney('present')],
      [...half, effusion('present'), kidney('present', { larger: true })],
      [...half, effusion('absent'), kidney('present')],
      [...normal, effusion('absent'), kidney('absent')],
      [...normal, effusion('present'), kidney('absent')],
    ]
  ),
  course(
    'Clearly worse, dated to its scan',
    'V1: node normal, but the kidney was not assessed: PR, not CR. V2: kidney and effusion persist: PR. V3: the kidney is clearly worse: PD, dated to the scan that shows it. V4: the effusion gone. V5: the effusion is back and the kidney still clearly worse: PD by both, dated to the earlier.',
    [
      [...node, effusion('present'), kidney('present')],
      [...normal, effusion('present'), kidney(null, { evaluable: false, reason: 'NOT_IMAGED' })],
      [...normal, effusion('present'), kidney('present')],
      [...normal, effusion('present'), kidney('progressed', { date: '2026-06-20' })],
      [...normal, effusion('absent'), kidney('progressed')],
      [...normal, effusion('present'), kidney('progressed', { date: '2026-10-09' })],
    ]
  ),
  course(
    "The reader's call of the rest",
    "The reader's call decides. V1: persisting, though the kidney is marked as progressed: PR. V2: not evaluable: PR, no CR. V3: called gone, but the kidney was not read: PR. V4: called persisting, though both are gone: PR. V5: clearly worse as a whole: PD.",
    [
      [...node, effusion('present'), kidney('present')],
      {
        nonTargetJudgement: 'NON-CR/NON-PD',
        lesions: [...normal, effusion('present'), kidney('progressed')],
      },
      { nonTargetJudgement: 'NE', lesions: [...normal, effusion('absent'), kidney('absent')] },
      {
        nonTargetJudgement: 'CR',
        lesions: [...normal, effusion('absent'), kidney(null, { evaluable: false })],
      },
      {
        nonTargetJudgement: 'NON-CR/NON-PD',
        lesions: [...normal, effusion('absent'), kidney('absent')],
      },
      { nonTargetJudgement: 'PD', lesions: [...normal, effusion('present'), kidney('present')] },
    ]
  ),
  course(
    'Only disease that is not measured',
    'Without targets there is no PR. V1: one of two gone: SD. V2: one not assessed: NE. V3: the visit lists neither: NE, and each is asked for. V4: both gone: CR.',
    [
      [effusion('present'), kidney('present')],
      [effusion('absent'), kidney('present')],
      [effusion('absent'), kidney(null, { evaluable: false, reason: 'POOR_QUALITY' })],
      [],
      [effusion('absent'), kidney('absent')],
    ]
  ),
  course(
    'New lesions by size',
    'V1: a node of 15 mm is not over 15 mm: SD. V2: an extranodal lesion of 10 mm is not over 10 mm: SD. V3: 10.1 mm: PD. V4: node of 15.1 mm: PD. V5: a lung lesion of 7 mm that the reader calls unequivocal: PD.',
    [
      node,
      [...node, newNode(15, 12)],
      [...node, newNode(15, 12), newLung(10, 9)],
      [...node, newNode(15, 12), newLung(10.1, 9)],
      [...node, newNode(15.1, 12), newLung(10, 9)],
      [...node, newNode(15, 12), newLung(7, 6, { status: 'unequivocal' })],
    ]
  ),
  course(
    'An equivocal lesion that is confirmed',
    'V1: 8 mm in the lung, equivocal: acts as none: SD. V2: 12 mm, unequivocal: PD, and V1 is revised to PD by its date: best overall response PD on the day of V1.',
    [
      node,
      [...node, newLung(8, 6, { status: 'equivocal' })],
      [...node, newLung(12, 9, { status: 'unequivocal' })],
    ]
  ),
  course(
    'No dating back',
    'equivocalBackdate is false: the same images, and V1 stays SD.',
    [
      node,
      [...node, newLung(8, 6, { status: 'equivocal' })],
      [...node, newLung(12, 9, { status: 'unequivocal' })],
    ],
    { parameters: { equivocalBackdate: false } }
  ),
  course(
    'A new lesion that was not looked for again',
    'V1: equivocal: SD. V2: not mentioned: not evaluable, which forbids CR: PR. V3: stated as not evaluable: PR. V4: without a state: PR, and it is asked for. V5: gone: CR.',
    [
      node,
      [...node, newLung(8, 6, { status: 'equivocal' })],
      normal,
      [...normal, newLungStated({ evaluable: false })],
      [...normal, newLungStated({})],
      [...normal, newLungStated({ status: 'absent' })],
    ]
  ),
  course(
    'A new lesion that was not looked for, ignored',
    'newLesionNe is ignore: a lesion that is not mentioned any more keeps no CR away.',
    [node, [...node, newLung(8, 6, { status: 'equivocal' })], normal],
    { parameters: { newLesionNe: 'ignore' } }
  ),
  course(
    'Enlarged spleen',
    'Spleen 180 mm, 50 mm over normal. V1: 155 mm, exactly half of the excess gone: more than half is asked, SD though the SPD is half. V2: 154 mm: PR. V3: 130 mm and the node normal: CR. V4: 149 mm, 19 mm over the smallest: too little for recurrent, but enlarged: PR. V5: 150 mm, +20 mm: recurrent: PD.',
    [
      { spleenLengthMm: 180, lesions: node },
      { spleenLengthMm: 155, lesions: half },
      { spleenLengthMm: 154, lesions: half },
      { spleenLengthMm: 130, lesions: normal },
      { spleenLengthMm: 149, lesions: normal },
      { spleenLengthMm: 150, lesions: normal },
    ]
  ),
  course(
    'Enlarged spleen that grows',
    'Spleen 150 mm, 20 mm over normal. V1: not measured: with the SPD half, PR cannot be told: NE, and it is asked for. V2: 160 mm is 50 % of the excess up: more is asked: SD. V3: 161 mm: PD.',
    [
      { spleenLengthMm: 150, lesions: node },
      half,
      { spleenLengthMm: 160, lesions: half },
      { spleenLengthMm: 161, lesions: half },
    ]
  ),
  course(
    'Spleen against its nadir',
    'spleenReference is nadir. 170, 150, then 160 mm: 10 mm over the nadir, whose excess is 20 mm: exactly half, SD. 161 mm: PD, though still shorter than at baseline.',
    [
      { spleenLengthMm: 170, lesions: node },
      { spleenLengthMm: 150, lesions: node },
      { spleenLengthMm: 160, lesions: node },
      { spleenLengthMm: 161, lesions: node },
    ],
    { parameters: { spleenReference: 'nadir' } }
  ),
  course(
    'Newly enlarged spleen',
    'Spleen 125 mm. V1: 130 mm: not enlarged: CR with normal nodes. V2: not measured: PR, not CR. V3: 144 mm, +19 mm: enlarged, not progression: PR. V4: 145 mm, +20 mm: PD.',
    [
      { spleenLengthMm: 125, lesions: node },
      { spleenLengthMm: 130, lesions: normal },
      normal,
      { spleenLengthMm: 144, lesions: normal },
      { spleenLengthMm: 145, lesions: normal },
    ]
  ),
  course(
    'Spleen without a baseline',
    'Not measured at baseline. V1: 128 mm: CR, with a warning that growth cannot be told. V2: 160 mm: enlarged, no CR: PR.',
    [node, { spleenLengthMm: 128, lesions: normal }, { spleenLengthMm: 160, lesions: normal }]
  ),
  course(
    'Enlarged spleen alone',
    'No lesion, but an enlarged spleen is disease at baseline. V1: 140 mm: SD, there being no PR without targets. V2: 128 mm: CR. V3: not measured: NE, there being nothing else to go by.',
    [{ spleenLengthMm: 160 }, { spleenLengthMm: 140 }, { spleenLengthMm: 128 }, {}]
  ),
  course(
    'Enlarged liver alone',
    'No lesion, but an enlarged liver is disease at baseline. V1: enlarged: SD. V2: not stated: NE. V3: normal: CR.',
    [{ liver: 'enlarged' }, { liver: 'enlarged' }, {}, { liver: 'normal' }]
  ),
  course(
    'Liver and marrow on the way to CR',
    'Liver enlarged and marrow involved at baseline; the node is normal from V1 on. V1: liver not stated, marrow not repeated: PR. V2: liver enlarged, marrow still involved: PR. V3: marrow indeterminate: PR, immunohistochemistry is asked for. V4: indeterminate by morphology, negative by immunohistochemistry: CR. V5: involved again: PD.',
    [
      { liver: 'enlarged', marrow: 'positive', lesions: node },
      normal,
      { liver: 'enlarged', marrow: 'positive', lesions: normal },
      { liver: 'normal', marrow: 'indeterminate', lesions: normal },
      { liver: 'normal', marrow: 'indeterminate', marrowIhc: 'negative', lesions: normal },
      { liver: 'normal', marrow: 'positive', lesions: normal },
    ]
  ),
  course(
    'Marrow not examined at baseline',
    'V1: involved, but never examined before: whether it is new cannot be told: PR, with a warning. V2: still involved, as at V1: PR. V3: negative: CR. V4: not repeated after a negative one: CR. V5: involved by immunohistochemistry: new: PD.',
    [
      node,
      { marrow: 'positive', lesions: normal },
      { marrow: 'positive', lesions: normal },
      { marrow: 'negative', lesions: normal },
      normal,
      { marrow: 'indeterminate', marrowIhc: 'positive', lesions: normal },
    ]
  ),
  course(
    'Several kinds of progression at once',
    'Node, new lesions, effusion, spleen and marrow all progress: PD, and the reason names each.',
    [
      {
        spleenLengthMm: 120,
        marrow: 'negative',
        lesions: [cervical(16, 10), mediastinal(30, 20), effusion('present')],
      },
      {
        spleenLengthMm: 140,
        marrow: 'positive',
        lesions: [
          cervical(24, 14),
          mediastinal(40, 24),
          effusion('progressed'),
          newNode(18, 12),
          newLung(14, 9),
        ],
      },
    ]
  ),
];
