import type { LesionInput } from '../schemas.js';
import { coursesOf } from './course.testdata.js';
import {
  cervical,
  cervicalStated,
  effusion,
  kidney,
  liver,
  liverStated,
  lung,
  mediastinal,
  mediastinalStated,
  newLung,
  newLungStated,
  paraaortic,
} from './lymphomaLesions.testdata.js';

const course = coursesOf<LesionInput>('lugano-2014');
const other = (id: string, more: Partial<LesionInput>): LesionInput => ({
  id,
  role: 'target',
  longestDiameterMm: 30,
  perpendicularDiameterMm: 20,
  ...more,
});

/** What was entered that can't be, and what is asked about. */
export const luganoEntryCourses = [
  course(
    'Targets that are none at baseline',
    'Asked about: the seventh of at most six targets; a node of 15 mm and a liver lesion of 10 mm, both not over their limit; one too small to measure; an effusion, which is never measurable; one that is absent; a new lesion at baseline; an absent non-target; a lesion without and one with an unknown location.',
    [
      [
        cervical(15, 12),
        liver(10, 8),
        { ...mediastinalStated({ tooSmallToMeasure: true }) },
        other('T4', { location: 'PLEURAL EFFUSION' }),
        lung(0, 0),
        other('T6', {}),
        other('T7', { location: 'BULKY MASS' }),
        newLung(12, 9),
        kidney('absent'),
      ],
    ]
  ),
  course(
    'Targets just large enough',
    'A node of 15.1 mm and a liver lesion of 10.1 mm are over their limits: nothing is asked.',
    [[cervical(15.1, 12), liver(10.1, 8)]]
  ),
  course(
    'Nothing at baseline, and nothing said',
    'No lesion is listed and "no disease" is not stated: a warning; NED all the same.',
    [[], []]
  ),
  course(
    'No disease stated, but a lesion listed',
    'The contradiction is asked about; the lesion is used: SD.',
    [{ noDisease: true, lesions: [cervical(30, 20)] }, [cervical(30, 20)]]
  ),
  course(
    'Measurements that are asked about',
    'V1: one diameter only; a short axis only; neither size nor state. V2: 20 mm and absent; 0 mm and present; the perpendicular the longer one, which is then taken as LDi. V3: too small to measure, but with a size, which counts: nothing to ask. NE at V1 and V2; at V3 every node is normal: CR.',
    [
      [cervical(30, 20), mediastinal(30, 20), paraaortic(30, 20)],
      [
        cervicalStated({ longestDiameterMm: 20 }),
        mediastinalStated({ shortAxisMm: 12 }),
        { id: 'N3', role: 'target', location: 'PARAAORTIC LYMPH NODE' },
      ],
      [
        cervical(20, 15, { status: 'absent' }),
        mediastinal(0, 0, { status: 'present' }),
        paraaortic(12, 18),
      ],
      [
        cervical(4, 4, { tooSmallToMeasure: true }),
        mediastinal(3, 3, { tooSmallToMeasure: true }),
        paraaortic(5, 5),
      ],
    ]
  ),
  course(
    'Lesions that do not match the baseline',
    'V1: the liver lesion is merged into one that is not listed; M9 is a target that the baseline does not have; a part of a lesion that the baseline does not have; the kidney is listed as a target. V2: the effusion is not listed and the kidney has no state. V3: the whole visit is not evaluable: nothing is asked about its lesions.',
    [
      [cervical(30, 20), liver(20, 15), effusion('present'), kidney('present')],
      [
        cervical(30, 20),
        liverStated({ mergedInto: 'M8' }),
        other('M9', { location: 'SPLEEN' }),
        other('L3', { role: 'new', location: 'LUNG', splitFrom: 'M7', longestDiameterMm: 8 }),
        effusion('present'),
        { ...kidney('present'), role: 'target' },
      ],
      [cervical(30, 20), liver(20, 15), kidney(null)],
      { evaluable: false, lesions: [cervical(30, 20)] },
    ]
  ),
  course(
    'A baseline without images',
    'The baseline is not evaluable: every visit is NE, even one with a new lesion.',
    [
      { evaluable: false, reason: 'POOR_QUALITY' },
      [cervical(30, 20), newLungStated({ status: 'unequivocal' })],
    ]
  ),
];
