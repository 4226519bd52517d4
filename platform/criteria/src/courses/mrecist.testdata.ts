import type { LesionOwn } from '../mrecist/inputs.js';
import type { LesionInput } from '../schemas.js';
import { coursesOf } from './course.testdata.js';
import { mrecistNewLesionCourses } from './mrecistNewLesions.testdata.js';

type Lesion = LesionInput & LesionOwn;
const course = coursesOf<Lesion>('mrecist');

const viable = (mm: number, more: Partial<Lesion> = {}): Lesion => ({
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  viableDiameterMm: mm,
  ...more,
});
const longest = (mm: number, more: Partial<Lesion> = {}): Lesion => ({
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  longestDiameterMm: mm,
  ...more,
});
const thrombus = (more: Partial<Lesion>): Lesion => ({
  id: 'NT01',
  role: 'non-target',
  location: 'LIVER',
  ...more,
});
const node = (id: string, location: string, mm: number): Lesion => ({
  id,
  role: 'target',
  location,
  shortAxisMm: mm,
});
const effusion = (status: LesionInput['status'], more: Partial<Lesion> = {}): Lesion => ({
  id: 'NT01',
  role: 'non-target',
  location: 'ASCITES',
  ...(status === undefined ? {} : { status }),
  ...more,
});
const smallGrowth = [[viable(20)], [viable(16)], [viable(19.1)], [viable(19.2)]];

export const mrecistCourses = [
  course(
    'Viable diameters',
    '60 mm viable: 42 mm are exactly -30 %, PR; 25 mm PR; no enhancement left in a scar of 40 mm: CR.',
    [
      [viable(60)],
      [viable(42)],
      [viable(25)],
      [viable(0, { longestDiameterMm: 40, arterialEnhancement: false })],
    ]
  ),
  course(
    'Progression without five millimetres',
    'Over the nadir of 16 mm viable, 19.1 mm are +19.38 %, SD; 19.2 mm are exactly +20 % though only +3.2 mm: PD.',
    smallGrowth
  ),
  course(
    'Progression with five millimetres',
    'The same with pdAbsMm 5 as in RECIST 1.1: both are SD.',
    smallGrowth,
    { parameters: { pdAbsMm: 5 } }
  ),
  course(
    'Thresholds of a large sum',
    '36 mm are -28 %, SD; 43.1 mm are +19.72 % over 36 mm, SD; 43.2 mm are +20 %, PD.',
    [[viable(50)], [viable(36)], [viable(43.1)], [viable(43.2)]]
  ),
  course(
    'Any viable tumour after a complete response',
    'No enhancement: CR. 8 mm viable again: PD, since the disease is back.',
    [[viable(30)], [longest(28, { arterialEnhancement: false })], [viable(8)]]
  ),
  course(
    'Any viable tumour after a complete response, by the sum rule',
    'The same with reappearAfterCr sumRule: 8 mm are any growth over 0 mm: PD by the sum.',
    [[viable(30)], [longest(28, { arterialEnhancement: false })], [viable(8)]],
    { parameters: { reappearAfterCr: 'sumRule' } }
  ),
  course(
    'A longest diameter read as viable',
    'The baseline gives a longest diameter only, which is read as viable, with a note: 30 mm; 20 mm are -33.33 %, PR. Then the lesion does not enhance: gone, CR.',
    [[longest(30)], [longest(20)], [longest(20, { arterialEnhancement: false })]]
  ),
  course(
    'A longest diameter where the viable one was followed',
    'The visit gives only the longest diameter of a lesion that was followed by its viable one: no value, NE, and a query.',
    [[viable(30)], [longest(28)]]
  ),
  course(
    'A viable diameter that contradicts itself',
    '12 mm viable, yet no enhancement: not evaluable.',
    [[viable(30)], [viable(12, { arterialEnhancement: false })]]
  ),
  course(
    'An atypical lesion',
    'A lesion without arterial enhancement at baseline is followed by its longest diameter, with a note: 30 to 20 mm, PR. That it shows no enhancement later does not make it gone.',
    [[longest(30, { arterialEnhancement: false })], [longest(20, { arterialEnhancement: false })]]
  ),
  course(
    'Small viable part of a large lesion',
    'At baseline 8 mm of a lesion of 25 mm are viable: no objection, since the lesion itself is large enough. T02 of 8 mm is too small; so is T03, whose longest diameter is 9.9 mm.',
    [
      [
        viable(8, { longestDiameterMm: 25 }),
        viable(8, { id: 'T02' }),
        viable(9, { id: 'T03', location: 'PANCREAS', longestDiameterMm: 9.9 }),
        viable(8, { id: 'T04', location: 'LUNG', laterality: 'LEFT', longestDiameterMm: 10 }),
      ],
    ]
  ),
  course(
    'Nodes of the porta hepatis and elsewhere',
    'A target from 20 mm short axis in the porta hepatis, from 15 mm elsewhere. 19.9 mm are normal in the porta hepatis; elsewhere 10 mm are not: PR. With 9.9 mm there: CR.',
    [
      [node('T01', 'PORTAL LYMPH NODE', 20), node('T02', 'MESENTERIC LYMPH NODE', 32)],
      [node('T01', 'PORTAL LYMPH NODE', 19.9), node('T02', 'MESENTERIC LYMPH NODE', 10)],
      [node('T01', 'PORTAL LYMPH NODE', 19.9), node('T02', 'MESENTERIC LYMPH NODE', 9.9)],
    ]
  ),
  course(
    'Nodes that are too small',
    'Each node is 0.1 mm too small to be a target: both are objected to.',
    [[node('T01', 'PORTAL LYMPH NODE', 19.9), node('T02', 'MESENTERIC LYMPH NODE', 14.9)]]
  ),
  course(
    'Non-target tumour thrombus',
    'Targets without enhancement: with the thrombus enhancing PR; with no enhancement left in it CR; with unequivocal progression PD.',
    [
      [viable(30), thrombus({ status: 'present' })],
      [viable(0), thrombus({ status: 'present', arterialEnhancement: true })],
      [
        viable(0),
        thrombus({ status: 'present', arterialEnhancement: false, longestDiameterMm: 12 }),
      ],
      [viable(0), thrombus({ status: 'progressed' })],
    ]
  ),
  course(
    'No arterial phase',
    'The arterial phase is missing at V1 and poorly timed at V2: nothing can be said of enhancement, target and thrombus are NE; the node is still measured, and what was read is no progression.',
    [
      [viable(30), node('T02', 'MESENTERIC LYMPH NODE', 15), thrombus({ status: 'present' })],
      {
        lesions: [
          viable(20),
          node('T02', 'MESENTERIC LYMPH NODE', 15),
          thrombus({ status: 'absent' }),
        ],
        arterialPhase: 'none',
      },
      {
        lesions: [
          viable(20, { evaluable: false, reason: 'OBSCURED' }),
          node('T02', 'MESENTERIC LYMPH NODE', 15),
          thrombus({ status: 'absent' }),
        ],
        arterialPhase: 'poor',
      },
      {
        lesions: [
          viable(20),
          node('T02', 'MESENTERIC LYMPH NODE', 15),
          thrombus({ status: 'absent' }),
        ],
        arterialPhase: 'adequate',
      },
    ]
  ),
  course(
    'More ascites',
    'More ascites without cytology, and with a negative one, does not count as progression: SD, with a note. With positive cytology it does: PD.',
    [
      [viable(30), effusion('present')],
      [viable(30), effusion('progressed')],
      [viable(30), effusion('progressed', { cytology: 'negative' })],
      [viable(30), effusion('progressed', { cytology: 'positive' })],
    ]
  ),
  course(
    'A split lesion',
    'The two parts of a lesion that was followed by its viable diameter are followed alike: 8 mm viable and a scar of 10 mm without enhancement: 8 of 30 mm, PR. They give no location, which is a query.',
    [
      [viable(30)],
      [
        { id: 'T01a', role: 'target', splitFrom: 'T01', viableDiameterMm: 8 },
        {
          id: 'T01b',
          role: 'target',
          splitFrom: 'T01',
          longestDiameterMm: 10,
          arterialEnhancement: false,
        },
      ],
    ]
  ),
  ...mrecistNewLesionCourses,
];
