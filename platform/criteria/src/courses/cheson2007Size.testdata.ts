import type { LesionInput } from '../schemas.js';
import { coursesOf } from './course.testdata.js';
import {
  cervical,
  cervicalStated,
  effusion,
  kidney,
  liver,
  lung,
  mediastinal,
  mediastinalStated,
  newLung,
  newNode,
  paraaortic,
} from './lymphomaLesions.testdata.js';

const course = coursesOf<LesionInput>('cheson-2007');
const variable = { petClass: 'variable' };
const nodule = (longest: number, across: number, more: Partial<LesionInput> = {}): LesionInput =>
  liver(longest, across, { id: 'S1', location: 'SPLEEN', ...more });

/** Sizes: variably avid disease, where CT decides alone. */
export const chesonSizeCourses = [
  course(
    'Half gone, then normal',
    'SPD 2200 mm². V1: 1100 mm², exactly half: PR. V2: 1103 mm²: SD. V3: nodes over 15 mm at baseline are back to normal at 15 mm: CR. V4: 15.1 mm: PR.',
    [
      [cervical(40, 40), mediastinal(30, 20)],
      [cervical(30, 30), mediastinal(20, 10)],
      [cervical(30.1, 30), mediastinal(20, 10)],
      [cervical(15, 12), mediastinal(14, 9)],
      [cervical(15.1, 12), mediastinal(14, 9)],
    ],
    variable
  ),
  course(
    'A node of 11 to 15 mm',
    'At baseline 14 × 11 mm, abnormal by over 10 mm across. V1: 12 × 10 mm: normal, CR. V2: 12 × 10.5 mm: not normal, and less than half gone: SD.',
    [[cervical(14, 11)], [cervical(12, 10)], [cervical(12, 10.5)]],
    variable
  ),
  course(
    'The sum of several nodes',
    'V1: 1100 mm², the nadir. V2: 1649 mm² is short of +50 % and neither node is 50 % longer: SD. V3: 1650 mm², exactly +50 %: PD. The baseline of 2200 mm² has nothing to do with it.',
    [
      [cervical(40, 40), mediastinal(30, 20)],
      [cervical(30, 30), mediastinal(20, 10)],
      [cervical(40, 30), mediastinal(24.9, 18.03)],
      [cervical(40, 30), mediastinal(25, 18)],
    ],
    variable
  ),
  course(
    'One node longer by half',
    'A single node over 10 mm across, 12 × 11 mm. V1: 17.9 mm: +49.2 %: SD. V2: 18 mm, exactly +50 %: PD by its longest diameter; the product of one node counts for nothing.',
    [[cervical(12, 11)], [cervical(17.9, 17)], [cervical(18, 11)]],
    variable
  ),
  course(
    'A small node that grows',
    'The nadir of V1, 10 × 8 mm, is not over 10 mm across: growth must reach 15 × 15 mm or over 15 mm. V2: 15 × 14 mm: neither: CR stays. V3: 15 × 15 mm reaches it, but 15 mm is normal, and normal comes first: CR. V4: 16 × 8 mm, +60 %: PD.',
    [
      [cervical(30, 20)],
      [cervical(10, 8)],
      [cervical(15, 14)],
      [cervical(15, 15)],
      [cervical(16, 8)],
    ],
    variable
  ),
  course(
    'Growth before normal size',
    'normalNodesBeatPd is false: 15 × 15 mm is +50 % of 10 × 8 mm: PD although normal. 15 × 14 mm is no progression: CR.',
    [[cervical(30, 20)], [cervical(10, 8)], [cervical(15, 14)], [cervical(15, 15)]],
    { ...variable, parameters: { normalNodesBeatPd: false } }
  ),
  course(
    'A small node by its product',
    'smallNodeGrowth is product: 14 × 10 to 16 × 15 mm is only 14 % longer, but the product is +71 %: PD.',
    [[cervical(30, 20)], [cervical(14, 10)], [cervical(16, 15)]],
    { ...variable, parameters: { smallNodeGrowth: 'product' } }
  ),
  course(
    'A node that had gone and is back',
    'V1: gone: CR. V2: 15 × 10 mm is normal: CR. V3: 16 × 10 mm, over 15 mm and not there before: PD, dated to its scan.',
    [
      [cervical(30, 20)],
      [cervicalStated({ status: 'absent' })],
      [cervical(15, 10)],
      [cervical(16, 10, { date: '2026-06-24' })],
    ],
    variable
  ),
  course(
    'Nodules of the spleen',
    'They have a sum of their own. V1: 420 of 280 mm² is exactly +50 %: more is asked: SD. V2: 422 mm²: PD. The burden is that of the nodes alone.',
    [
      [cervical(30, 20), nodule(20, 14)],
      [cervical(30, 20), nodule(21, 20)],
      [cervical(30, 20), nodule(21.1, 20)],
    ],
    variable
  ),
  course(
    'A single nodule, by its greatest diameter',
    'V1: 10 mm of 20 mm, exactly half: PR. V2: 10.1 mm is not, though the product is 82 % less: SD. V3: gone, and the node normal: CR.',
    [
      [cervical(30, 20), nodule(20, 14)],
      [cervical(15, 10), nodule(10, 10)],
      [cervical(15, 10), nodule(10.1, 5)],
      [cervical(15, 10), nodule(0, 0)],
    ],
    variable
  ),
  course(
    'Nodules of liver and spleen together',
    'V1: 200 + 100 of 600 mm², exactly half: PR. V2: 305 mm²: SD. Two nodules go by their products, and nothing else is measured: no burden.',
    [
      [liver(20, 20), nodule(20, 10)],
      [liver(20, 10), nodule(10, 10)],
      [liver(20, 10), nodule(10.5, 10)],
    ],
    variable
  ),
  course(
    'Nodules with one not read',
    'V1: 400 of 600 mm² were read: nothing can be told: NE. V2: what was read is 900 mm², exactly +50 %, where nodules must grow by more (nodes by as much): NE. V3: 903 mm²: PD whatever the other nodule is.',
    [
      [liver(20, 20), nodule(20, 10)],
      [liver(20, 20), nodule(20, 10, { evaluable: false, reason: 'ARTEFACT' })],
      [liver(30, 30), nodule(20, 10, { evaluable: false, reason: 'ARTEFACT' })],
      [liver(30.1, 30), nodule(20, 10, { evaluable: false, reason: 'ARTEFACT' })],
    ],
    variable
  ),
  course(
    'Confluent nodes',
    'V1: 40 × 29.9 mm against 800 mm²: SD. V2: 40 × 30 mm, exactly +50 %: PD.',
    [
      [cervical(20, 20), mediastinal(20, 20)],
      [cervical(40, 29.9), mediastinalStated({ mergedInto: 'N1' })],
      [cervical(40, 30), mediastinalStated({ mergedInto: 'N1' })],
    ],
    variable
  ),
  course(
    'A mass splits',
    'Parts are compared with the whole, over 15 mm at baseline. V1: 14 and 12 mm: CR. V2: N1a 16 mm: not normal; 160 + 108 of 1200 mm²: PR.',
    [
      [cervical(40, 30)],
      [
        cervical(14, 10, { id: 'N1a', splitFrom: 'N1' }),
        cervical(12, 9, { id: 'N1b', splitFrom: 'N1' }),
      ],
      [
        cervical(16, 10, { id: 'N1a', splitFrom: 'N1' }),
        cervical(12, 9, { id: 'N1b', splitFrom: 'N1' }),
      ],
    ],
    variable
  ),
  course(
    'A target that was not read',
    'V1: one node obscured: NE. V2: the other alone, 2700 mm², is already 50 % over the nadir of 1800 mm²: PD whatever the obscured one is. Its own length, 54 of 40 mm, is not.',
    [
      [cervical(40, 30), mediastinal(30, 20)],
      [cervical(40, 30), mediastinalStated({ evaluable: false, reason: 'OBSCURED' })],
      [cervical(54, 50), mediastinalStated({ evaluable: false, reason: 'OBSCURED' })],
    ],
    variable
  ),
  course(
    'No bounds by what was read',
    'partialBounds is none: the same images are NE twice.',
    [
      [cervical(40, 30), mediastinal(30, 20)],
      [cervical(40, 30), mediastinalStated({ evaluable: false, reason: 'OBSCURED' })],
      [cervical(54, 50), mediastinalStated({ evaluable: false, reason: 'OBSCURED' })],
    ],
    { ...variable, parameters: { partialBounds: 'none' } }
  ),
  course(
    'Irradiated on study',
    'localTreatment is exclude and the only node is irradiated: nothing is left to compare: NE.',
    [
      [cervical(30, 20)],
      [cervical(14, 10, { locallyTreated: { date: '2026-02-01', kind: 'RADIOTHERAPY' } })],
    ],
    { ...variable, parameters: { localTreatment: 'exclude' } }
  ),
  course(
    'New lesions by size',
    'V1: a node and a lung lesion of 15 mm are not over 15 mm: SD. V2: lung lesion of 15.1 mm: PD. V3: a lung lesion of 12 mm, unequivocal, is still no progression under this criterion: SD. V4: a lesion without a size but called unequivocal: PD.',
    [
      [cervical(30, 20)],
      [cervical(30, 20), newNode(15, 12), newLung(15, 9)],
      [cervical(30, 20), newNode(15, 12), newLung(15.1, 9)],
      [cervical(30, 20), newNode(15, 12), newLung(12, 9, { status: 'unequivocal' })],
      [
        cervical(30, 20),
        newNode(15, 12),
        { id: 'L2', role: 'new', location: 'LUNG', status: 'unequivocal' },
      ],
    ],
    variable
  ),
  course(
    'Disease that is not measured',
    'V1: SPD half, the kidney larger: SD. V2: not larger: PR. V3: all normal and gone: CR. V4: the effusion not assessed: PR. V5: kidney clearly worse: PD.',
    [
      [cervical(40, 20), effusion('present'), kidney('present')],
      [cervical(20, 20), effusion('present'), kidney('present', { larger: true })],
      [cervical(20, 20), effusion('present'), kidney('present')],
      [cervical(14, 10), effusion('absent'), kidney('absent')],
      [cervical(14, 10), effusion(null, { evaluable: false }), kidney('absent')],
      [cervical(14, 10), effusion('absent'), kidney('progressed')],
    ],
    variable
  ),
  course(
    'Only disease that is not measured',
    'V1: persists: SD. V2: gone: CR. V3: back: PD. V4: the reader calls it all clearly worse: PD.',
    [
      [effusion('present')],
      [effusion('present')],
      [effusion('absent')],
      [effusion('present')],
      { nonTargetJudgement: 'PD', lesions: [effusion('present')] },
    ],
    variable
  ),
  course(
    'Liver and spleen',
    'Both enlarged at baseline. V1: nodes normal, spleen not stated: PR, not CR. V2: spleen still enlarged: PR. V3: spleen grown since baseline: no PR: SD. V4: both normal: CR.',
    [
      { liver: 'enlarged', spleen: 'enlarged', lesions: [cervical(40, 20)] },
      { liver: 'normal', lesions: [cervical(14, 10)] },
      { liver: 'normal', spleen: 'enlarged', lesions: [cervical(14, 10)] },
      { liver: 'larger', spleen: 'larger', lesions: [cervical(14, 10)] },
      { liver: 'normal', spleen: 'normal', lesions: [cervical(14, 10)] },
    ],
    variable
  ),
  course(
    'Enlarged spleen alone',
    'V1: enlarged: SD. V2: not stated: NE, there being nothing else to go by. V3: normal: CR.',
    [{ spleen: 'enlarged' }, { spleen: 'enlarged' }, {}, { spleen: 'normal' }],
    variable
  ),
  course(
    'Targets that are none at baseline',
    'Nodes of 15 × 10 mm and 10.9 × 10.5 mm are not abnormal; 11 × 10.1 and 15.1 × 8 mm are; a lung lesion has no limit of size.',
    [
      [
        cervical(15, 10),
        mediastinal(10.9, 10.5),
        paraaortic(11, 10.1),
        newNode(15.1, 8, { id: 'N4', role: 'target' }),
        lung(9, 8),
      ],
    ],
    variable
  ),
];
