import type { LesionInput } from '../schemas.js';
import { coursesOf } from './course.testdata.js';
import { cervical, cervicalStated, mediastinal, newLung } from './lymphomaLesions.testdata.js';

const course = coursesOf<LesionInput>('lugano-2014');
const mass = [cervical(40, 30)];

/** FDG-PET by the five-point scale, and with CT. */
export const luganoPetCourses = [
  course(
    'The five-point scale',
    'The mass stays on CT (SD). Score 3: CMR, a residual mass being allowed: CR. Score 4 with less uptake: PMR, PR. As much: NMR, SD. More: PMD, PD. Score 5 without saying what the uptake did: the PET is not evaluable and asks for it; the last PET, PMD, is carried: PD.',
    [
      { deauville: 5, lesions: mass },
      { deauville: 3, lesions: mass },
      { deauville: 4, uptakeChange: 'REDUCED', lesions: mass },
      { deauville: 4, uptakeChange: 'UNCHANGED', lesions: mass },
      { deauville: 5, uptakeChange: 'INCREASED', lesions: mass },
      { deauville: 5, lesions: mass },
    ]
  ),
  course(
    'Score 2 as the limit',
    'deauvilleNegativeMax is 2, petReference is nadir. Score 2: CMR. V2: score 3 is above the limit, with more uptake than at the best scan, though far less than at baseline: PMD, PD.',
    [
      { deauville: 5, lesions: mass },
      { deauville: 2, lesions: mass },
      { deauville: 3, uptakeChange: 'INCREASED', lesions: mass },
    ],
    { parameters: { deauvilleNegativeMax: 2, petReference: 'nadir' } }
  ),
  course(
    'Marrow on PET',
    'Nodes at score 2. V1: marrow less avid than at baseline: PMR. V2: as avid: NMR. V3: none: CMR. V4: a new focus in the marrow: PMD.',
    [
      { deauville: 5, petMarrow: 'unchanged', lesions: mass },
      { deauville: 2, petMarrow: 'reduced', lesions: mass },
      { deauville: 2, petMarrow: 'unchanged', lesions: mass },
      { deauville: 2, petMarrow: 'none', lesions: mass },
      { deauville: 2, petMarrow: 'new', lesions: mass },
    ]
  ),
  course(
    'PET not evaluable after a response',
    'V1: no earlier PET: CT alone: SD. V2: score 4, reduced: PMR: PR. V3: PET not evaluable, CT SD: the last PET is carried: PR. V4: PET not evaluable, CT progression (+66.7 %, LDi +10 mm): PD. V5: neither evaluable: NE.',
    [
      mass,
      { pet: 'notEvaluable', lesions: mass },
      { deauville: 4, uptakeChange: 'REDUCED', lesions: mass },
      { pet: 'notEvaluable', lesions: mass },
      { pet: 'notEvaluable', lesions: [cervical(50, 40)] },
      { pet: 'notEvaluable', ct: 'notEvaluable' },
    ]
  ),
  course(
    'PET not evaluable, CT alone',
    'petNeCarry is ct: V2 is SD by its CT, whatever the PET of V1 was.',
    [
      mass,
      { deauville: 4, uptakeChange: 'REDUCED', lesions: mass },
      { pet: 'notEvaluable', lesions: mass },
    ],
    { parameters: { petNeCarry: 'ct' } }
  ),
  course(
    'CT progression against a better PET',
    'The mass grows on CT: +66.7 %, LDi +10 mm: CT PD. PET decides: unchanged uptake: SD, with a warning. A new focus on PET: PD by both, dated to the earlier examination, the PET of 2026-04-25.',
    [
      { deauville: 5, lesions: mass },
      { deauville: 4, uptakeChange: 'UNCHANGED', lesions: [cervical(50, 40)] },
      { deauville: 5, petNewFocus: true, petDate: '2026-04-25', lesions: [cervical(50, 40)] },
    ]
  ),
  course(
    'The worse of PET and CT',
    'petCtConflict is worst: unchanged uptake with progression by CT is PD, dated to the CT although the PET was earlier.',
    [
      { deauville: 5, lesions: mass },
      {
        deauville: 4,
        uptakeChange: 'UNCHANGED',
        petDate: '2026-02-27',
        lesions: [cervical(50, 40)],
      },
    ],
    { parameters: { petCtConflict: 'worst' } }
  ),
  course(
    'One of two examinations',
    'V1: PET alone: CR. V2: CT alone, SPD half: PR. V3: neither: NE. V4: CT not done, but a lesion is listed: not used, and said so: CR by PET. V5: CT not evaluable, PET NMR: SD.',
    [
      { deauville: 5, lesions: mass },
      { ct: 'notDone', deauville: 2 },
      { pet: 'notDone', lesions: [cervical(30, 20)] },
      { ct: 'notDone', pet: 'notDone' },
      { ct: 'notDone', deauville: 2, lesions: [cervical(60, 50)] },
      { ct: 'notEvaluable', deauville: 4, uptakeChange: 'UNCHANGED' },
    ]
  ),
  course(
    'PET entries that contradict each other',
    'V1: scored, but stated as not done: not used, CT SD. V6: scored, but stated as not evaluable: not used; PD carried. V2: score 2 with more uptake: the score decides, CMR, with a warning. V3: a new focus at score 2: PMD, with a warning. V4: X alone: no score of the known sites: NE, CMR not assumed; carried from V3: PD. V5: done without a score: the same.',
    [
      { deauville: 5, lesions: mass },
      { pet: 'notDone', deauville: 2, lesions: mass },
      { deauville: 2, uptakeChange: 'INCREASED', lesions: mass },
      { deauville: 2, petNewFocus: true, lesions: mass },
      { deauville: 'X', lesions: mass },
      { pet: 'done', lesions: mass },
      { pet: 'notEvaluable', deauville: 2, lesions: mass },
    ]
  ),
  course(
    'No disease at baseline',
    'V1: nothing on CT, no PET: NED. V2: PET score 1: NED. V3: PET not evaluable: NED. V4: CT not evaluable: NE. V5: a new lung lesion of 12 mm: PD.',
    [
      { noDisease: true },
      [],
      { deauville: 1 },
      { pet: 'notEvaluable' },
      { ct: 'notEvaluable' },
      [newLung(12, 9)],
    ]
  ),
  course(
    'Avid disease only on PET at baseline',
    'Nothing measured on CT, but score 5 at baseline is disease: score 2 is CMR: CR, not NED.',
    [{ noDisease: true, deauville: 5 }, { deauville: 2 }]
  ),
  course(
    'Avid marrow only on PET at baseline',
    'Nothing measured on CT and score 2, but avid marrow at baseline is disease: none left is CMR: CR. A new focus: PD.',
    [
      { noDisease: true, deauville: 2, petMarrow: 'unchanged' },
      { deauville: 2, petMarrow: 'none' },
      { deauville: 5, petNewFocus: true },
    ]
  ),
  course(
    'Baseline that was not evaluable',
    'One of two targets has no value at baseline: every visit is NE, whatever its CT and PET show.',
    [
      [cervicalStated({ evaluable: false, reason: 'POOR_QUALITY' }), mediastinal(30, 20)],
      { deauville: 2, lesions: [cervical(30, 20), mediastinal(12, 10)] },
    ]
  ),
];
