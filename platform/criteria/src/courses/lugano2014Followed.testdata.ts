import type { LesionInput } from '../schemas.js';
import { coursesOf } from './course.testdata.js';
import {
  cervical,
  cervicalStated,
  effusion,
  kidney,
  mediastinal,
  mediastinalStated,
  newLung,
  newLungStated,
  newNode,
  paraaortic,
  paraaorticStated,
} from './lymphomaLesions.testdata.js';

const course = coursesOf<LesionInput>('lugano-2014');
const node = cervical(40, 20);
const normal = cervical(14, 10);
const inguinal = (more: Partial<LesionInput>): LesionInput => ({
  id: 'X3',
  role: 'non-target',
  location: 'INGUINAL LYMPH NODE',
  ...more,
});
const pulmonary = (more: Partial<LesionInput>): LesionInput => ({
  id: 'X4',
  role: 'non-target',
  location: 'LUNG',
  ...more,
});
const sized = (longestDiameterMm: number, perpendicularDiameterMm: number) => ({
  longestDiameterMm,
  perpendicularDiameterMm,
});
const part = (letter: string, status: LesionInput['status'], more: Partial<LesionInput> = {}) =>
  kidney(status, { id: `X2${letter}`, splitFrom: 'X2', ...more });
const treatment = { locallyTreated: { date: '2026-02-01', kind: 'RADIOTHERAPY' } };

/** What is followed over several visits: non-targets by size, parts, confluence, new lesions. */
export const luganoFollowedCourses = [
  course(
    'Non-targets with a size',
    'V1: node 14 × 9 mm, normal; lung 6 × 5 mm, there: PR. V2: both too small to measure: the node is normal, the lung lesion is there. V3: only a longest diameter: there. V4: both 0 mm: gone: CR. V5: 0 mm, yet called present: there, after it was gone: PD. V6: equivocal after it was gone: not taken for disease back: PR. V7: confluent with a target: there: PD.',
    [
      [node, inguinal(sized(20, 16)), pulmonary(sized(12, 9))],
      [normal, inguinal(sized(14, 9)), pulmonary(sized(6, 5))],
      [normal, inguinal({ tooSmallToMeasure: true }), pulmonary({ tooSmallToMeasure: true })],
      [normal, inguinal({ longestDiameterMm: 16 }), pulmonary({ longestDiameterMm: 6 })],
      [normal, inguinal({ longestDiameterMm: 0 }), pulmonary({ longestDiameterMm: 0 })],
      [
        normal,
        inguinal({ status: 'absent' }),
        pulmonary({ longestDiameterMm: 0, status: 'present' }),
      ],
      [normal, inguinal({ status: 'absent' }), pulmonary({ status: 'equivocal' })],
      [normal, inguinal({ status: 'absent' }), pulmonary({ mergedInto: 'N1' })],
    ]
  ),
  course(
    'A normal node has not gone',
    'V1: node 14 × 9 mm: normal: CR. V2: 16 × 9 mm: not normal, but it had not gone: PR, no progression. V3: larger than at baseline: SD, the target being half. V4: gone. V5: back and larger: PD.',
    [
      [node, inguinal(sized(20, 16))],
      [normal, inguinal(sized(14, 9))],
      [normal, inguinal(sized(16, 9))],
      [normal, { ...inguinal(sized(24, 18)), larger: true } as LesionInput],
      [normal, inguinal(sized(0, 0))],
      [normal, { ...inguinal(sized(24, 18)), larger: true } as LesionInput],
    ]
  ),
  course(
    'Parts of a non-target',
    'The worst of its parts counts. V1: gone and there: PR. V2: there and larger: SD. V3: larger and not assessed: PR, not CR. V4: not assessed and clearly worse: PD. V5: both gone: CR. V6: the whole is listed again beside its parts: it counts alone, and parts that were gone do not make it one that is back: PR.',
    [
      [node, kidney('present')],
      [normal, part('a', 'absent'), part('b', 'present')],
      [normal, part('a', 'present'), part('b', 'present', { larger: true } as object)],
      [
        normal,
        part('a', 'present', { larger: true } as object),
        part('b', null, { evaluable: false }),
      ],
      [normal, part('a', null, { evaluable: false }), part('b', 'progressed')],
      [normal, part('a', 'absent'), part('b', 'absent')],
      [normal, kidney('present'), part('a', 'absent'), part('b', 'absent')],
    ]
  ),
  course(
    'A non-target irradiated on study',
    'localTreatment is NE: not assessed from then on: PR, not CR.',
    [
      [node, kidney('present')],
      [normal, kidney('absent', treatment)],
      [normal, kidney('absent')],
    ]
  ),
  course(
    'A non-target irradiated on study, counted as there',
    'localTreatment is zero: it is not taken for gone: PR.',
    [
      [node, kidney('present')],
      [normal, kidney('absent', treatment)],
    ],
    { parameters: { localTreatment: 'zero' } }
  ),
  course(
    'A non-target irradiated on study, left out',
    'localTreatment is exclude: only the effusion is left: gone: CR.',
    [
      [node, kidney('present'), effusion('present')],
      [normal, kidney('present', treatment), effusion('absent')],
    ],
    { parameters: { localTreatment: 'exclude' } }
  ),
  course(
    'Several non-targets at once',
    'Each is named. V1: both not assessed. V2: called gone, but neither read. V3: both larger. V4: both gone: CR. V5: both back: PD. V6: the reader calls them clearly worse: PD, dated to the earlier scan of the two.',
    [
      [node, effusion('present'), kidney('present')],
      [normal, effusion(null, { evaluable: false }), kidney(null, { evaluable: false })],
      {
        nonTargetJudgement: 'CR',
        lesions: [normal, effusion(null, { evaluable: false }), kidney(null, { evaluable: false })],
      },
      [normal, effusion('present', { larger: true }), kidney('present', { larger: true })],
      [normal, effusion('absent'), kidney('absent')],
      [normal, effusion('present'), kidney('present')],
      {
        nonTargetJudgement: 'PD',
        lesions: [
          normal,
          effusion('progressed', { date: '2026-12-05' }),
          kidney('present', { date: '2026-12-04' }),
        ],
      },
    ]
  ),
  course(
    'Clearly worse at a visit without a CT',
    'V1: PET alone: what is listed of the CT is not used. V2: both clearly worse, named: PD.',
    [
      [node, effusion('present'), kidney('present')],
      { ct: 'notDone', deauville: 2, lesions: [node, effusion('progressed')] },
      [node, effusion('progressed'), kidney('progressed')],
    ]
  ),
  course(
    'New lesions that do not count, or not yet',
    'V1: a node of 12 mm called unequivocal is not over 15 mm: none. V2: the same called equivocal: none. V3: two equivocal lesions, 12 mm in the lung and one without a size: SD. V4: neither evaluable: SD. V5: lung lesion too small to measure, nothing said: none; the other gone. V6: 0 mm and called unequivocal: none. V7: too small to measure, but unequivocal: PD.',
    [
      [node],
      [node, newNode(12, 9, { status: 'unequivocal' })],
      [node, newNode(12, 9, { status: 'equivocal' })],
      [
        node,
        newNode(12, 9, { status: 'absent' }),
        newLung(12, 9, { status: 'equivocal' }),
        newLungStated({ id: 'L3', status: 'equivocal' }),
      ],
      [
        node,
        newNode(12, 9, { status: 'absent' }),
        newLung(12, 9, { evaluable: false }),
        newLungStated({ id: 'L3', evaluable: false }),
      ],
      [
        node,
        newNode(12, 9, { status: 'absent' }),
        newLungStated({ tooSmallToMeasure: true }),
        newLungStated({ id: 'L3', status: 'absent' }),
      ],
      [
        node,
        newNode(12, 9, { status: 'absent' }),
        newLungStated({ longestDiameterMm: 0, status: 'unequivocal' }),
        newLungStated({ id: 'L3', status: 'absent' }),
      ],
      [
        node,
        newNode(12, 9, { status: 'absent' }),
        newLungStated({ tooSmallToMeasure: true, status: 'unequivocal' }),
        newLungStated({ id: 'L3', status: 'absent' }),
      ],
    ]
  ),
  course(
    'Parts recorded as new',
    'V1: a part of the cervical mass that is recorded as new is none: SD. V2: a part of that part neither. V3: a part of a new lesion is new as well: PD.',
    [
      [cervical(40, 30)],
      [
        cervical(30, 20, { id: 'N1a', splitFrom: 'N1' }),
        cervical(30, 20, { id: 'N1b', splitFrom: 'N1', role: 'new' }),
      ],
      [
        cervical(30, 20, { id: 'N1a', splitFrom: 'N1' }),
        cervical(20, 15, { id: 'N1c', splitFrom: 'N1b', role: 'new' }),
        cervical(20, 15, { id: 'N1d', splitFrom: 'N1b', role: 'new' }),
        cervicalStated({ id: 'N1b', splitFrom: 'N1', role: 'new', status: 'absent' }),
      ],
      [
        cervical(30, 20, { id: 'N1a', splitFrom: 'N1' }),
        newLung(12, 9),
        newLung(11, 9, { id: 'L3', splitFrom: 'L2' }),
      ],
    ]
  ),
  course(
    'Parts of which some cannot be measured',
    'V1: 20 × 15 mm, one part too small to measure (25 mm² by rule), one gone: 325 of 1200 mm²: PR. V2: a part not evaluable: NE. V3: the part that was too small is 16 × 8 mm, LDi +11 mm: PD of it.',
    [
      [cervical(40, 30)],
      [
        cervical(20, 15, { id: 'N1a', splitFrom: 'N1' }),
        cervicalStated({ id: 'N1b', splitFrom: 'N1', tooSmallToMeasure: true }),
        cervicalStated({ id: 'N1c', splitFrom: 'N1', status: 'absent' }),
      ],
      [
        cervical(20, 15, { id: 'N1a', splitFrom: 'N1' }),
        cervicalStated({ id: 'N1b', splitFrom: 'N1', evaluable: false, reason: 'OBSCURED' }),
        cervicalStated({ id: 'N1c', splitFrom: 'N1', status: 'absent' }),
      ],
      [
        cervical(20, 15, { id: 'N1a', splitFrom: 'N1' }),
        cervical(16, 8, { id: 'N1b', splitFrom: 'N1' }),
        cervicalStated({ id: 'N1c', splitFrom: 'N1', status: 'absent' }),
      ],
    ]
  ),
  course(
    'A part that comes off a target',
    'The rest keeps its name. V1: rest 16 × 10 and part 15 × 6 mm are compared as one with 16 × 10 mm: 250 mm², +56 %, no diameter 5 mm up: SD. V2: the part has its own nadir by now, the rest that of the whole: 21 × 10 mm is +31 %: SD. V3: 24 × 10 mm, exactly +50 % and LDi +8 mm: PD of the rest, N1.',
    [
      [cervical(16, 10)],
      [cervical(16, 10), cervical(15, 6, { id: 'N1b', splitFrom: 'N1' })],
      [cervical(21, 10), cervical(15, 6, { id: 'N1b', splitFrom: 'N1' })],
      [cervical(24, 10), cervical(15, 6, { id: 'N1b', splitFrom: 'N1' })],
    ]
  ),
  course(
    'The nadir of confluent nodes',
    'The smallest sum of both where both were read. V1: N2 not evaluable: no sum. V2: 225 + 225 mm², the nadir, though the para-aortic node was not read. V3: confluent, 27 × 24.9 mm: 672.3 mm², just short of +50 %: SD. V4: 27 × 25 mm: PD.',
    [
      [cervical(20, 20), mediastinal(20, 20), paraaortic(20, 20)],
      [cervical(10, 10), mediastinalStated({ evaluable: false }), paraaortic(20, 20)],
      [cervical(15, 15), mediastinal(15, 15), paraaorticStated({ evaluable: false })],
      [cervical(27, 24.9), mediastinalStated({ mergedInto: 'N1' }), paraaortic(20, 20)],
      [cervical(27, 25), mediastinalStated({ mergedInto: 'N1' }), paraaortic(20, 20)],
    ]
  ),
  course(
    'Three nodes confluent, one merged into nothing',
    'V1: N2 and N3 are confluent with N1: 50 × 35.9 mm is short of +50 % of 1200 mm²: SD. V2: N2 stays merged although it is not listed: 50 × 36 mm: PD. V3: N3 is merged into itself, which is asked about: NE.',
    [
      [cervical(20, 20), mediastinal(20, 20), paraaortic(20, 20)],
      [
        cervical(50, 35.9),
        mediastinalStated({ mergedInto: 'N1' }),
        paraaorticStated({ mergedInto: 'N1' }),
      ],
      [cervical(50, 36), paraaorticStated({ mergedInto: 'N1' })],
      [cervical(20, 20), mediastinal(20, 20), paraaorticStated({ mergedInto: 'N3' })],
    ]
  ),
];
