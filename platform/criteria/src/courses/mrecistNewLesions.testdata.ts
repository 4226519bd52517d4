import type { LesionOwn } from '../mrecist/inputs.js';
import type { LesionInput } from '../schemas.js';
import { coursesOf } from './course.testdata.js';

type Lesion = LesionInput & LesionOwn;
const course = coursesOf<Lesion>('mrecist');

const stable: Lesion = { id: 'T01', role: 'target', location: 'LIVER', viableDiameterMm: 30 };
const nodule = (mm: number | null, more: Partial<Lesion> = {}): Lesion => ({
  id: 'NL01',
  role: 'new',
  location: 'LIVER',
  longestDiameterMm: mm,
  ...more,
});
const typical = { arterialEnhancement: true, washout: true };
const newNode = (mm: number, location: string, id = 'NL01'): Lesion => ({
  id,
  role: 'new',
  location,
  shortAxisMm: mm,
  status: 'unequivocal',
});
const growing = [[stable], [stable, nodule(12, { washout: false })], [stable, nodule(22)]];

/** New nodules of the liver, nodes and fluid. */
export const mrecistNewLesionCourses = [
  course(
    'A new nodule with the typical pattern',
    '9.9 mm with enhancement and wash-out: equivocal. 10 mm: unequivocal, PD, which makes V1 PD by revision.',
    [[stable], [stable, nodule(9.9, typical)], [stable, nodule(10, typical)]]
  ),
  course(
    'A new nodule without wash-out',
    '12 mm without wash-out: equivocal. 22 mm: +10 mm of growth makes it unequivocal, PD; V1 is PD by revision.',
    growing
  ),
  course(
    'A new nodule without wash-out, not dated back',
    'The same with equivocalBackdate false: V1 stays SD.',
    growing,
    { parameters: { equivocalBackdate: false } }
  ),
  course('A new nodule that grows too little', '12 to 21.9 mm are +9.9 mm: still equivocal, SD.', [
    [stable],
    [stable, nodule(12, { washout: false })],
    [stable, nodule(21.9, { washout: false })],
  ]),
  course(
    'A new nodule, the pattern not stated',
    "Without a word on the pattern the reader's call counts from 10 mm on: 9.9 mm equivocal, 10 mm with the call unequivocal, PD; 11 mm without a call stays equivocal.",
    [
      [stable],
      [stable, nodule(9.9, { status: 'unequivocal' })],
      [stable, nodule(11)],
      [stable, nodule(11, { status: 'unequivocal' })],
    ]
  ),
  course(
    'A new nodule without a size',
    'With a pattern but no size it is equivocal; without either the call of the reader stands, PD.',
    [[stable], [stable, nodule(null, typical)], [stable, nodule(null, { status: 'unequivocal' })]]
  ),
  course(
    'A new nodule that goes away or cannot be seen',
    'Equivocal, then gone, then not evaluable: SD at each, and nothing is revised.',
    [
      [stable],
      [stable, nodule(8, typical)],
      [stable, nodule(0)],
      [stable, nodule(null, { evaluable: false })],
      [stable, nodule(null, { status: 'absent' })],
    ]
  ),
  course(
    'New nodes',
    'In the porta hepatis a node is new from 20 mm short axis, elsewhere from 15 mm: 19.9 and 14.9 mm are none, SD; 20 mm are, PD.',
    [
      [stable],
      [stable, newNode(19.9, 'PORTAL LYMPH NODE'), newNode(14.9, 'MESENTERIC LYMPH NODE', 'NL02')],
      [stable, newNode(20, 'PORTAL LYMPH NODE'), newNode(15, 'MESENTERIC LYMPH NODE', 'NL02')],
    ]
  ),
  course(
    'New fluid',
    'New ascites without cytology does not count, with a note; with positive cytology it is PD.',
    [
      [stable],
      [stable, { id: 'NL01', role: 'new', location: 'ASCITES', status: 'unequivocal' }],
      [
        stable,
        {
          id: 'NL01',
          role: 'new',
          location: 'ASCITES',
          status: 'unequivocal',
          cytology: 'positive',
        },
      ],
    ]
  ),
  course('A new lesion outside the liver', 'A lung lesion needs no pattern: PD.', [
    [stable],
    [stable, nodule(8, { location: 'LUNG', laterality: 'RIGHT', status: 'unequivocal' })],
  ]),
  course(
    'Places are kept from the first entry',
    'V2 gives no place: the nodule is of the liver as at V1. 12 mm without wash-out is equivocal, and 9 mm viable of the target are PR.',
    [
      [stable],
      [stable, nodule(11, { washout: false })],
      [
        { id: 'T01', role: 'target', viableDiameterMm: 9 },
        { id: 'NL01', role: 'new', longestDiameterMm: 12, washout: false },
      ],
    ]
  ),
  course(
    'A nodule that was measured and is not there or not seen',
    'A size with "absent", or with "not evaluable", and a pattern: no new lesion, and not known; the pattern changes nothing.',
    [
      [stable],
      [stable, nodule(12, { ...typical, status: 'absent' })],
      [stable, nodule(12, { ...typical, evaluable: false })],
      [stable, nodule(null, { washout: true, status: 'absent' })],
      [stable, nodule(null, { washout: true, evaluable: false })],
    ]
  ),
  course(
    'Enhancement alone is stated',
    'Enhancement without a word on wash-out is no typical pattern: equivocal in spite of the call.',
    [[stable], [stable, nodule(12, { arterialEnhancement: true, status: 'unequivocal' })]]
  ),
  course(
    'Growth of ten millimetres after it was gone',
    'Gone at V1 with 0 mm, 12 mm at V2 and 22 mm at V3: +10 mm over the first size above 0, PD.',
    [
      [stable],
      [stable, nodule(0)],
      [stable, nodule(12, { washout: false })],
      [stable, nodule(22, { washout: false })],
    ]
  ),
  course(
    'The baseline is marked',
    'The visit that is marked as baseline is one, wherever it is listed: a longest diameter alone is noted there.',
    [
      { day: 56, lesions: [stable], id: 'V1' },
      {
        day: 0,
        kind: 'baseline',
        id: 'BL',
        lesions: [{ id: 'T01', role: 'target', location: 'LIVER', longestDiameterMm: 40 }],
      },
    ]
  ),
  course('Visits out of order', 'The earliest visit is the baseline where none is marked.', [
    { day: 56, lesions: [stable], id: 'V1' },
    {
      day: 0,
      id: 'BL',
      lesions: [{ id: 'T01', role: 'target', location: 'LIVER', longestDiameterMm: 40 }],
    },
  ]),
];
