import type { LesionInput } from '../schemas.js';
import { coursesOf } from './course.testdata.js';
import {
  cervical,
  cervicalStated,
  liver,
  liverStated,
  lung,
  lungStated,
  mediastinal,
  mediastinalStated,
  paraaortic,
} from './lymphomaLesions.testdata.js';

const course = coursesOf<LesionInput>('lugano-2014');

/** Targets by CT alone. */
export const luganoTargetCourses = [
  course(
    'Nodes half gone, then normal',
    'SPD 2200 mm². 1100 mm² is exactly half: PR. 1103 mm² is short of it: SD. All nodes with an LDi up to 15 mm are CR, whatever their SPD. A node of 15.1 mm again is no CR any more, but no progression either.',
    [
      [cervical(40, 30), mediastinal(30, 20), paraaortic(25, 16)],
      [cervical(30, 20), mediastinal(20, 15), paraaortic(20, 10)],
      [cervical(30, 20.1), mediastinal(20, 15), paraaortic(20, 10)],
      [cervical(15, 10), mediastinal(14, 9), paraaortic(12, 8)],
      [cervical(15.1, 10), mediastinal(14, 9), paraaortic(12, 8)],
    ]
  ),
  course(
    'One node grows by itself',
    'The cervical node has PPD 160 mm². At 20.9 × 12 mm it is 56.75 % larger, but LDi +4.9 mm is short of the 5 mm asked up to an LDi of 20 mm: SD. At 21 × 12 mm, +57.5 % and +5 mm: PD, though the SPD is only 4 % up.',
    [
      [cervical(16, 10), mediastinal(50, 40)],
      [cervical(20.9, 12), mediastinal(50, 40)],
      [cervical(21, 12), mediastinal(50, 40)],
    ]
  ),
  course(
    'A rising sum alone',
    'Every node is over 20 mm, so a diameter must grow by 10 mm. V1: +60 % but +7 and +5 mm; +57 % but +7 and +6 mm: the SPD is 58 % up and it stays SD, as the sum decides no progression. V2: the cervical node is 10 mm longer: PD, of this node only.',
    [
      [cervical(25, 20), mediastinal(30, 20)],
      [cervical(32, 25), mediastinal(37, 25.5)],
      [cervical(35, 22), mediastinal(37, 25.5)],
    ]
  ),
  course(
    'Growth over 15 mm only',
    'The nadir of the cervical node is that of V1, 10 × 8 mm. At 15.0 × 12 mm it is 125 % larger, but not over 15 mm: CR stays. At 15.1 × 12 mm: PD, 0.1 mm over the limit.',
    [[cervical(24, 20)], [cervical(10, 8)], [cervical(15, 12)], [cervical(15.1, 12)]]
  ),
  course(
    'Size class of the visit',
    'incrementBySizeAt is current. 18 × 12 to 22 × 18 mm is +83 % and SDi +6 mm, but at 22 mm 10 mm are asked: SD; 5 mm would do by the class of the nadir. At 28 × 18 mm LDi is 10 mm up: PD.',
    [[cervical(18, 12)], [cervical(22, 18)], [cervical(28, 18)]],
    { parameters: { incrementBySizeAt: 'current' } }
  ),
  course(
    'Smallest diameters each by itself',
    'diamNadir is ownMin. PPD 377, then 324 (the nadir), then 495 mm², +52.8 %. Against the nadir of 18 × 18 mm no diameter is 5 mm up; against the smallest SDi of all, 13 mm, it is +9 mm: PD.',
    [[cervical(29, 13)], [cervical(18, 18)], [cervical(22.5, 22)]],
    { parameters: { diamNadir: 'ownMin' } }
  ),
  course(
    'Extranodal lesion',
    'Anything extranodal that is left keeps CR away, however small: 6 × 5 mm is PR. 15 × 9 mm is 350 % over that nadir, but not over 15 mm: SD (−43.75 % against the baseline). 15.1 × 9 mm: PD.',
    [[liver(20, 12)], [liver(6, 5)], [liver(15, 9)], [liver(15.1, 9)]]
  ),
  course(
    'Extranodal limit of 10 mm',
    'pdMinLdiExtranodalMm is 10, as for measurability. 10 × 8 mm is not over 10 mm: PR stays. 12 × 6 mm, +140 % and LDi +6 mm: PD.',
    [[liver(20, 12)], [liver(6, 5)], [liver(10, 8)], [liver(12, 6)]],
    { parameters: { pdMinLdiExtranodalMm: 10 } }
  ),
  course(
    'Resolved lesions that are back',
    'V1: lung gone, node too small to measure (5 × 5 mm by rule): CR, SPD 25 mm². V2: lung 10 × 6 mm, not over 10 mm and not called unequivocal: no progression, but no CR: PR. V3: 8 × 6 mm called unequivocal: PD. V4: 11 × 6 mm: PD by its size. V5: lung gone again and the node 15 × 10 mm: CR.',
    [
      [lung(20, 15), cervical(24, 20)],
      [lungStated({ status: 'absent' }), cervicalStated({ tooSmallToMeasure: true })],
      [lung(10, 6), cervicalStated({ tooSmallToMeasure: true })],
      [lung(8, 6, { status: 'unequivocal' }), cervicalStated({ tooSmallToMeasure: true })],
      [lung(11, 6), cervicalStated({ tooSmallToMeasure: true })],
      [lung(0, 0), cervical(15, 10)],
    ]
  ),
  course(
    'A resolved node that is back',
    'The cervical node was gone. Back at 15 × 10 mm it is normal: CR. At 16 × 10 mm it is a resolved lesion that is back: PD, dated to the scan that shows it.',
    [
      [cervical(30, 20), mediastinal(22, 18)],
      [cervicalStated({ status: 'absent' }), mediastinal(12, 10)],
      [cervical(15, 10), mediastinal(12, 10)],
      [cervical(16, 10, { date: '2026-06-24' }), mediastinal(12, 10)],
    ]
  ),
  course(
    'A lesion too small to measure outside the nodes',
    'A liver lesion that is there but too small to measure counts 5 × 5 mm and is still disease: PR, not CR. With a number it counts as measured: 4 × 3 mm.',
    [[liver(20, 12)], [liverStated({ tooSmallToMeasure: true })], [liver(4, 3)]]
  ),
  course(
    'A mass splits',
    'V1: the parts of the cervical mass come to 600 mm², exactly half: PR, and parts are no new lesions. V2: part N1a grew from 20 × 10 to 25 × 12 mm, +50 % and +5 mm: PD of this part.',
    [
      [cervical(40, 30)],
      [
        cervical(20, 10, { id: 'N1a', splitFrom: 'N1' }),
        cervical(20, 20, { id: 'N1b', splitFrom: 'N1' }),
      ],
      [
        cervical(25, 12, { id: 'N1a', splitFrom: 'N1' }),
        cervical(20, 20, { id: 'N1b', splitFrom: 'N1' }),
      ],
    ]
  ),
  course(
    'Parts that together outgrow the whole',
    'Measured apart for the first time, parts are compared as one with the whole, 20 × 10 mm. V1: 192 + 120 mm² is +56 %, but no part is longer than 16 or wider than 12 mm: SD. V2: each part has its own nadir by now; N1a, 16 × 12 to 25 × 12 mm, is +56.25 % and LDi +9 mm: PD.',
    [
      [cervical(20, 10)],
      [
        cervical(16, 12, { id: 'N1a', splitFrom: 'N1' }),
        cervical(15, 8, { id: 'N1b', splitFrom: 'N1' }),
      ],
      [
        cervical(25, 12, { id: 'N1a', splitFrom: 'N1' }),
        cervical(15, 8, { id: 'N1b', splitFrom: 'N1' }),
      ],
    ]
  ),
  course(
    'Parts larger than the whole at once',
    'The largest part is 25 × 10 mm and the parts come to 322 mm², +61 % and LDi +5 mm against the whole of 20 × 10 mm: PD of N1.',
    [
      [cervical(20, 10)],
      [
        cervical(25, 10, { id: 'N1a', splitFrom: 'N1' }),
        cervical(12, 6, { id: 'N1b', splitFrom: 'N1' }),
      ],
    ]
  ),
  course(
    'Nodes that become confluent',
    'Two nodes of 400 mm² each. V1: confluent, 40 × 29.9 mm: 1196 mm² is short of +50 % of 800 mm²: SD. V2: 40 × 30 mm: exactly +50 %: PD of the mass. V3: apart again, each is compared with its own baseline, not with the mass: SD.',
    [
      [cervical(20, 20), mediastinal(20, 20)],
      [cervical(40, 29.9), mediastinalStated({ mergedInto: 'N1' })],
      [cervical(40, 30), mediastinalStated({ mergedInto: 'N1' })],
      [cervical(20, 20), mediastinal(20, 20)],
    ]
  ),
  course(
    'A target that was not read',
    'V1: the mediastinal node is obscured: NE, the sum being a lower bound; the cervical node has its own nadir there, 16 × 10 mm. V2: it has grown to 21 × 12 mm, +57.5 %: PD, in spite of the node that is not listed at all. The nadir of the sum is the baseline, V1 being incomplete.',
    [
      [cervical(30, 20), mediastinal(30, 20)],
      [cervical(16, 10), mediastinalStated({ evaluable: false, reason: 'OBSCURED' })],
      [cervical(21, 12)],
    ]
  ),
  course(
    'A visit that was not evaluable',
    'V1 has no usable images: NE, with its reason, and no new lesion is said to be there or not. V2 is compared with the baseline: SPD half: PR.',
    [[cervical(40, 20)], { evaluable: false, reason: 'POOR_QUALITY' }, [cervical(20, 20)]]
  ),
  course(
    'Irradiated on study',
    'localTreatment is NE: from its treatment on, the cervical node is not evaluable: NE. The mediastinal node still can progress: 30 × 20 to 40 × 23 mm, +53.3 % and +10 mm: PD.',
    [
      [cervical(30, 20), mediastinal(30, 20)],
      [
        cervical(14, 10, { locallyTreated: { date: '2026-01-20', kind: 'RADIOTHERAPY' } }),
        mediastinal(30, 20),
      ],
      [cervical(12, 10), mediastinal(40, 23)],
    ]
  ),
  course(
    'Irradiated on study, counted as zero',
    'localTreatment is zero: the treated node adds 0 mm² and keeps CR away: SPD 600 of 1200 mm² is exactly half: PR; with the other node normal still PR.',
    [
      [cervical(30, 20), mediastinal(30, 20)],
      [cervical(14, 10, { locallyTreated: { date: '2026-01-20' } }), mediastinal(30, 20)],
      [cervical(12, 10), mediastinal(14, 10)],
    ],
    { parameters: { localTreatment: 'zero' } }
  ),
  course(
    'Irradiated on study, left out',
    'localTreatment is exclude: the treated node leaves the sum and its baseline: 300 of 600 mm² is exactly half: PR. It still keeps CR away: PR with the other node normal. With both treated nothing is left to compare: NE.',
    [
      [cervical(30, 20), mediastinal(30, 20)],
      [cervical(14, 10, { locallyTreated: { date: '2026-01-20' } }), mediastinal(20, 15)],
      [cervical(12, 10), mediastinal(14, 10)],
      [cervical(12, 10), mediastinal(14, 10, { locallyTreated: { date: '2026-05-01' } })],
    ],
    { parameters: { localTreatment: 'exclude' } }
  ),
];
