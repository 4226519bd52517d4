import type { LesionInput } from '../schemas.js';
import { coursesOf } from './course.testdata.js';
import {
  cervical,
  effusion,
  liver,
  liverStated,
  mediastinal,
  newLung,
  newLungStated,
} from './lymphomaLesions.testdata.js';

const course = coursesOf<LesionInput>('lugano-2014');
const lyric = { parameters: { lyric: true } };
const well = { clinicalStatus: 'stable' };
const hot = { deauville: 5, uptakeChange: 'INCREASED' };
const mass = [cervical(40, 25)];
const grown = [cervical(50, 30)];

/** LYRIC: indeterminate responses in the place of some progressions. */
export const luganoLyricCourses = [
  course(
    'LYRIC IR1, confirmed',
    'SPD 1000 to 1500 mm², exactly +50 %, on day 84 of at most 84, clinically stable: IR1. V2: 1650 mm², a further 10 %, but LDi +5 mm of the 10 mm asked over 20 mm: stays IR1. V3: 60 × 30 mm, +20 % and LDi +10 mm since V1: PD, and V1 is revised to PD by its date.',
    [
      mass,
      { ...well, day: 84, lesions: grown },
      { ...well, day: 126, lesions: [cervical(55, 30)] },
      { ...well, day: 168, lesions: [cervical(60, 30)] },
    ],
    lyric
  ),
  course(
    'LYRIC IR1, then a response',
    'IR1, then SPD half: PR, which no later progression is dated back over: V3, +75 % against the nadir with LDi +11 mm on day 168, is PD by its own date.',
    [
      mass,
      { ...well, lesions: grown },
      { ...well, lesions: [cervical(20, 18)] },
      { ...well, lesions: [cervical(31, 21)] },
    ],
    lyric
  ),
  course(
    'LYRIC, when it is not IR1',
    'SPD +50 % each time. V1: the clinical course is not stated: PD stands, and it is asked for. V2: clinical decline: PD. V3: well, but on day 85: PD.',
    [
      mass,
      { day: 28, lesions: grown },
      { day: 56, clinicalStatus: 'worse', lesions: grown },
      { day: 85, ...well, lesions: grown },
    ],
    lyric
  ),
  course(
    'LYRIC days count from the first dose',
    'The first dose was two weeks after the baseline: day 98 after the baseline is day 84 on treatment: IR1, clinically improved.',
    [mass, { day: 98, clinicalStatus: 'improved', lesions: grown }],
    { ...lyric, startDate: '2026-01-06', firstDoseDate: '2026-01-19' }
  ),
  course(
    'LYRIC IR2a',
    'A new lung lesion of 200 mm², SPD of the targets unchanged: IR2a. V2: 299 mm², +49.5 %: stays IR2a. V3: 300 mm², +50 % since V1: PD, dated back to V1.',
    [
      [mediastinal(50, 40)],
      { ...well, lesions: [mediastinal(50, 40), newLung(20, 10)] },
      { ...well, lesions: [mediastinal(50, 40), newLung(23, 13)] },
      { ...well, lesions: [mediastinal(50, 40), newLung(25, 12)] },
    ],
    lyric
  ),
  course(
    'LYRIC IR2b',
    'One node of two grows, 20 × 10 to 30 × 12 mm; the SPD is 7 % up: IR2b. V2: on day 168, 112 days later, the SPD is 50 % over the nadir of 2200 mm²: PD, with the warning that it was imaged late.',
    [
      [mediastinal(50, 40), cervical(20, 10)],
      { ...well, lesions: [mediastinal(50, 40), cervical(30, 12)] },
      { ...well, day: 168, lesions: [mediastinal(50, 48), cervical(45, 20)] },
    ],
    lyric
  ),
  course(
    'LYRIC IR2b that stays open',
    'As before, IR2b. V2: no larger than at V1, and the SPD of all no more: neither progression nor a response: stays IR2b.',
    [
      [mediastinal(50, 40), cervical(20, 10)],
      { ...well, lesions: [mediastinal(50, 40), cervical(30, 12)] },
      { ...well, lesions: [mediastinal(50, 40), cervical(30, 12)] },
    ],
    lyric
  ),
  course(
    'LYRIC IR2 that was not measured',
    'A new lesion without a size: IR2a. V2: whether it grew cannot be told: stays IR2a, and its size is asked for.',
    [
      [mediastinal(50, 40)],
      { ...well, lesions: [mediastinal(50, 40), newLungStated({ status: 'unequivocal' })] },
      { ...well, lesions: [mediastinal(50, 40), newLungStated({ status: 'unequivocal' })] },
    ],
    lyric
  ),
  course(
    'LYRIC IR2 with a part of it gone',
    'V1: node and lung lesion, 360 + 200 mm²: IR2a. V2: the lung lesion is gone and counts 0; the node, 45 × 18 mm, is 810 of 560 mm², +44.6 %: stays IR2a. V3: 45 × 19 mm, 855 mm², +52.7 %: PD.',
    [
      [mediastinal(50, 40), cervical(20, 10)],
      { ...well, lesions: [mediastinal(50, 40), cervical(30, 12), newLung(20, 10)] },
      {
        ...well,
        lesions: [mediastinal(50, 40), cervical(45, 18), newLungStated({ status: 'absent' })],
      },
      {
        ...well,
        lesions: [mediastinal(50, 40), cervical(45, 19), newLungStated({ status: 'absent' })],
      },
    ],
    lyric
  ),
  course(
    'LYRIC IR3',
    'Higher uptake without growth or new lesions: IR3, twice. V3: growth by size as well: PD, dated back to V1; V2 having been in time, there is no warning of late imaging.',
    [
      { deauville: 5, lesions: mass },
      { ...hot, lesions: mass },
      { ...hot, lesions: mass },
      { ...hot, ...well, lesions: [cervical(50, 32)] },
    ],
    lyric
  ),
  course(
    'LYRIC, a new focus on PET',
    'A new focus on PET alone is a new lesion: IR2a, with nothing to measure: V2 stays IR2a and says so.',
    [
      { deauville: 5, lesions: mass },
      { deauville: 5, petNewFocus: true, lesions: mass },
      { deauville: 5, petNewFocus: true, lesions: mass },
    ],
    lyric
  ),
  course(
    'LYRIC and a biopsy',
    'IR1, then no more growth, but a biopsy proves lymphoma: PD, dated back to V1. After a progression the run is closed: a biopsy is PD at once (V3).',
    [
      mass,
      { ...well, lesions: grown },
      { ...well, biopsy: 'lymphoma', lesions: grown },
      { ...well, biopsy: 'lymphoma', lesions: grown },
    ],
    lyric
  ),
  course(
    'LYRIC with a target missing',
    'One node grows while the liver lesion is obscured: an overall increase of 50 % cannot be ruled out: PD stands, and it is said.',
    [
      [liver(50, 40), cervical(20, 10)],
      {
        ...well,
        lesions: [liverStated({ evaluable: false, reason: 'OBSCURED' }), cervical(30, 12)],
      },
    ],
    lyric
  ),
  course(
    'LYRIC leaves other progressions',
    'V1: the effusion is clearly worse: PD. V2: avid marrow is new: PD. V3: both a new lesion and the effusion: PD.',
    [
      [cervical(40, 25), effusion('present')],
      { ...well, lesions: [cervical(40, 25), effusion('progressed')] },
      { ...well, deauville: 2, petMarrow: 'new', lesions: [cervical(40, 25), effusion('present')] },
      { ...well, lesions: [cervical(40, 25), effusion('progressed'), newLung(20, 10)] },
    ],
    lyric
  ),
  course(
    'LYRIC with no measured lesion',
    'Only an effusion at baseline. V1: a new lesion: no SPD that could rise: IR2a. V2: SPD of the new lesion +50 %: PD, dated back to V1.',
    [
      [effusion('present')],
      { ...well, lesions: [effusion('present'), newLung(20, 10)] },
      { ...well, lesions: [effusion('present'), newLung(25, 12)] },
    ],
    lyric
  ),
];
