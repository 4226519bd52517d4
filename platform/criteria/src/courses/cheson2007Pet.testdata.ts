import type { LesionInput } from '../schemas.js';
import { coursesOf } from './course.testdata.js';
import { cervical, liver, mediastinal, newLung } from './lymphomaLesions.testdata.js';

type Lesion = LesionInput & { readonly pet?: 'NEG' | 'POS' | 'NE' };
const course = coursesOf<Lesion>('cheson-2007');
const avid = { petClass: 'avid' };
const mass = [cervical(60, 40)];
const half = [cervical(40, 30)];
const normal = [cervical(15, 10)];
const NEG = { pet: 'NEG' };
const POS = { pet: 'POS' };
const NE = { pet: 'NE' };
/** The same lesion with the PET of its own site. */
const by = (lesion: LesionInput, pet: 'NEG' | 'POS' | 'NE'): Lesion => ({ ...lesion, pet });

/** FDG-avid disease: sizes with PET and marrow. */
export const chesonPetCourses = [
  course(
    'A residual mass, PET negative',
    'V1: unchanged, PET positive: SD. A mass of any size is CR once the PET is negative: V2 unchanged, V3 half gone. V4: half gone, PET positive: PR. V5: nodes normal, PET positive: PR.',
    [
      mass,
      { ...POS, lesions: mass },
      { ...NEG, lesions: mass },
      { ...NEG, lesions: half },
      { ...POS, lesions: half },
      { ...POS, lesions: normal },
    ],
    avid
  ),
  course(
    'PET not evaluable or not done',
    'V1: unchanged: SD. V2: half gone: PR. V3: no PET, which is asked for: as not evaluable: PR. V4: nodes normal: CR or PR, which only the PET could tell: NE.',
    [mass, { ...NE, lesions: mass }, { ...NE, lesions: half }, half, { ...NE, lesions: normal }],
    avid
  ),
  course(
    'Progression by size and PET',
    'V1: 31 of 20 mm, +55 %, PET positive: PD. V2: PET not evaluable: PD. V3: PET negative: SD, with a warning, as FDG-avid progression should be PET-positive.',
    [
      [cervical(20, 15)],
      { ...POS, lesions: [cervical(31, 15)] },
      { ...NE, lesions: [cervical(31, 15)] },
      { ...NEG, lesions: [cervical(31, 15)] },
    ],
    avid
  ),
  course(
    'Progression without its PET',
    'avidPdNeedsPet is false: the size decides: PD in spite of the negative PET.',
    [[cervical(20, 15)], { ...NEG, lesions: [cervical(31, 15)] }],
    { ...avid, parameters: { avidPdNeedsPet: false } }
  ),
  course(
    'Progression too small for a PET',
    'A liver nodule grows from 11 × 8 to 14.9 × 9 mm, +52.4 %: under 15 mm a PET may miss it: PD in spite of the negative PET. V2: 15 × 9 mm could be seen: SD, with a warning.',
    [[liver(11, 8)], { ...NEG, lesions: [liver(14.9, 9)] }, { ...NEG, lesions: [liver(15, 9)] }],
    avid
  ),
  course(
    'A new lesion with a negative PET',
    'A new lung lesion of 18 mm with a negative PET: SD, with a warning. With a positive one: PD, dated to the scan of the lesion.',
    [
      mass,
      { ...NEG, lesions: [...mass, newLung(18, 12)] },
      { ...POS, lesions: [...mass, newLung(18, 12, { date: '2026-04-29' })] },
    ],
    avid
  ),
  course(
    'PET by site',
    'No PET of the visit as a whole. V1: every site negative: CR. V2: one positive: SD. V3: one not evaluable, none positive: not evaluable: SD. V4: one site without a PET: not evaluable: SD.',
    [
      [cervical(40, 40), mediastinal(30, 20)],
      [by(cervical(40, 40), 'NEG'), by(mediastinal(30, 20), 'NEG')],
      [by(cervical(40, 40), 'NEG'), by(mediastinal(30, 20), 'POS')],
      [by(cervical(40, 40), 'NEG'), by(mediastinal(30, 20), 'NE')],
      [by(cervical(40, 40), 'NEG'), mediastinal(30, 20)],
    ],
    avid
  ),
  course(
    'Marrow involved at baseline',
    'PET negative throughout. V1: marrow not repeated: at most PR. V2: still involved: PR. V3: indeterminate: PR, immunohistochemistry is asked for. V4: negative by immunohistochemistry: CR. V5: involved again: PD.',
    [
      { marrow: 'positive', lesions: mass },
      { ...NEG, lesions: half },
      { ...NEG, marrow: 'positive', lesions: half },
      { ...NEG, marrow: 'indeterminate', lesions: half },
      { ...NEG, marrow: 'indeterminate', marrowIhc: 'negative', lesions: half },
      { ...NEG, marrow: 'positive', lesions: half },
    ],
    avid
  ),
  course(
    'Marrow not repeated, ignored',
    'marrowMissing is ignore: not repeated is no matter: CR. Still involved is: PR.',
    [
      { marrow: 'positive', lesions: mass },
      { ...NEG, lesions: half },
      { ...NEG, marrow: 'positive', lesions: half },
    ],
    { ...avid, parameters: { marrowMissing: 'ignore' } }
  ),
  course(
    'Nodules with a negative PET',
    'Nodules of the liver must be gone for CR. V1: the nodule exactly half, PET negative: PR. V2: 11 of 20 mm, not half gone: SD. V3: gone: CR.',
    [
      [...mass, liver(20, 20)],
      { ...NEG, lesions: [...half, liver(10, 10)] },
      { ...NEG, lesions: [...half, liver(11, 10)] },
      { ...NEG, lesions: [...half, liver(0, 0)] },
    ],
    avid
  ),
  course(
    'Class not stated',
    'Whether the lymphoma is FDG-avid is not stated: CT decides alone, with a warning: PR in spite of the negative PET.',
    [mass, { ...NEG, lesions: half }]
  ),
  course(
    'No disease at baseline',
    'V1: nothing: NED, whatever the PET. V2: a new lesion of 20 mm is PD even with a negative PET.',
    [{ noDisease: true }, { ...POS }, { ...NEG, lesions: [newLung(20, 12)] }],
    avid
  ),
  course(
    'Not evaluable',
    'V1: the visit has no usable images: NE; the PET of that visit counts for nothing. V2: a new lesion was not looked for again: PR, not CR.',
    [
      mass,
      [...mass, newLung(9, 8, { status: 'equivocal' })],
      { ...NEG, evaluable: false, reason: 'POOR_QUALITY' },
      { ...NEG, lesions: half },
    ],
    avid
  ),
];
