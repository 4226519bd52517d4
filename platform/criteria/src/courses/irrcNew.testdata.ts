import { course, fresh, gone, index, lungs, unread } from './irrcLesions.testdata.js';

const base = [index(40, 25), lungs('present')];
const cleared = [index(null, null, gone), lungs('absent')];
const equivocal = [
  [index(40, 25)],
  [index(40, 25), fresh(20, 15, { status: 'equivocal' })],
  [index(40, 25), fresh(20, 16, { status: 'unequivocal' })],
  [index(40, 25), fresh(20, 16)],
];
const nothing = [lungs('present')];

/** New lesions: measurable ones add to the burden, others keep irCR away. */
export const irrcNewCourses = [
  course(
    'New lesion within a burden that falls',
    'W3: the index lesion falls from 1000 to 900 mm², and a new lesion of 15 x 12 mm makes it 1080: irSD, where WHO would call progression. Grown to 400 mm² it makes 1300: irPD, confirmed at V3.',
    [
      [index(40, 25)],
      [index(36, 25), fresh(15, 12)],
      [index(36, 25), fresh(20, 20)],
      [index(36, 25), fresh(21, 20)],
    ]
  ),
  course(
    'Measurable from 5 x 5 mm',
    'A new lesion of 5 x 4.9 mm is not measurable: it adds nothing and keeps irCR away. At 5 x 5 mm it adds 25 mm². Once counted it stays: 3 x 3 mm add 9; gone, it adds 0.',
    [
      base,
      [...cleared, fresh(5, 4.9)],
      [...cleared, fresh(5, 5)],
      [...cleared, fresh(3, 3)],
      [...cleared, fresh(null, null, gone)],
    ]
  ),
  course(
    'Measurable from 10 x 10 mm',
    'The same lesion where the protocol measures from 10 mm on: 10 x 9.9 mm add nothing.',
    [base, [...cleared, fresh(10, 9.9)], [...cleared, fresh(10, 10)]],
    { parameters: { measurableFromMm: 10 } }
  ),
  course(
    'New lesion without a size',
    'Stated to be new, without a number: not measurable, so it keeps irCR away (irPR). With one diameter of 8 mm it may be measurable: the burden is open (NE), unless it is progression without it.',
    [
      base,
      [...cleared, fresh(null, null, { status: 'unequivocal' })],
      [...cleared, fresh(8, null)],
      [index(60, 25), lungs('present'), fresh(8, null)],
    ]
  ),
  course(
    'New lesion that was not read',
    'NL01 was measured at V1 and hidden at V2: what was read, 900 mm², is a lower bound that reaches no progression (NE); 1125 do, 25 % over the nadir of 900.',
    [
      [index(36, 25)],
      [index(36, 25), fresh(10, 10)],
      [index(36, 25), fresh(null, null, unread)],
      [index(45, 25), fresh(null, null, unread)],
    ]
  ),
  course(
    'New lesion that splits',
    'The parts of a new lesion are measured in its place and are no new lesions of their own.',
    [
      [index(40, 25)],
      [index(40, 25), fresh(20, 10)],
      [
        index(40, 25),
        fresh(10, 8, { id: 'NL01a', splitFrom: 'NL01' }),
        fresh(8, 6, { id: 'NL01b', splitFrom: 'NL01' }),
      ],
    ]
  ),
  course(
    'Equivocal new lesion',
    'Equivocal at V1 it adds nothing (irSD). V2 calls it unequivocal: it counts from V1 on, where 1000 + 300 mm² are irPD; V2 (1320) confirms that.',
    equivocal
  ),
  course(
    'Equivocal new lesion without backdating',
    'The same where the protocol counts it from the visit that calls it: V1 stays irSD, V2 is irPD, confirmed by V3.',
    equivocal,
    { parameters: { equivocalBackdate: false } }
  ),
  course(
    'Equivocal new lesion, too small for progression',
    'With 10 x 10 mm the burden of V1 was 1100 mm²: V2 confirms the lesion, but nothing is revised.',
    [
      [index(40, 25)],
      [index(40, 25), fresh(10, 10, { status: 'equivocal' })],
      [index(40, 25), fresh(10, 10, { status: 'unequivocal' })],
    ]
  ),
  course(
    'New lesion not looked at again',
    'The small new lesion of V1 is not mentioned at V2: no irCR but irPR. Gone at V3: irCR.',
    [
      base,
      [index(20, 25), lungs('present'), fresh(4, 4)],
      cleared,
      [...cleared, fresh(null, null, gone)],
    ]
  ),
  course(
    'New lesion not looked at, ignored',
    'The same where the protocol takes it for none: irCR.',
    [base, [index(20, 25), lungs('present'), fresh(4, 4)], cleared],
    { parameters: { newLesionNe: 'ignore' } }
  ),
  course(
    'No index lesion',
    'Only non-index disease: persisting and not read are irSD, gone is irCR, worse is irSD (it never is irPD), a small new lesion irSD, a measurable one irPD.',
    [
      nothing,
      nothing,
      [lungs('absent')],
      [lungs('progressed')],
      [lungs(null, { evaluable: false })],
      [lungs('absent'), fresh(4, 4)],
      [lungs('absent'), fresh(10, 10, { id: 'NL02' })],
    ]
  ),
  course(
    'No index lesion, new lesion not read',
    'The new lesion in the burden was not read, and no index lesion is there to judge by: NE. The same for one of which nobody says whether it is there: no irCR.',
    [nothing, [lungs('present'), fresh(10, 10)], [lungs('present'), fresh(null, null, unread)]]
  ),
  course(
    'No disease at baseline',
    'NED until a measurable lesion shows: irPD. A small one would be irSD.',
    [{ noDisease: true }, [], [fresh(4, 4)], [fresh(12, 10)]]
  ),
  course(
    'Too many new lesions',
    'A protocol with at most two in an organ, three visceral and one cutaneous one at each visit: of four liver lesions and two of the skin the first too many is named.',
    [
      [index(40, 25)],
      [
        index(40, 25),
        ...['NL01', 'NL02', 'NL03', 'NL04'].map(id => fresh(6, 5, { id })),
        ...['NL05', 'NL06'].map(id => fresh(6, 5, { id, location: 'SKIN' })),
      ],
    ],
    { parameters: { maxPerOrgan: 2, maxVisceral: 3, maxCutaneous: 1 } }
  ),
];
