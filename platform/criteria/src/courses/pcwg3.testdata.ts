import type { Pcwg3Timepoint } from '../pcwg3/inputs.js';
import type { LesionInput } from '../schemas.js';
import { coursesOf, dateOn } from './course.testdata.js';
import type { Course } from './course.testdata.js';
import { pcwg3Bone } from './pcwg3Bone.testdata.js';

const course = coursesOf<LesionInput>('pcwg3');
type Told = Pcwg3Timepoint & { readonly day?: number; readonly evaluable?: boolean };
const target = (mm: number, more: Partial<LesionInput> = {}): LesionInput => ({
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  longestDiameterMm: mm,
  ...more,
});
const node = (shortAxisMm: number, more: Partial<LesionInput> = {}): LesionInput => ({
  id: 'T01',
  role: 'target',
  location: 'PELVIC LYMPH NODE',
  laterality: 'LEFT',
  shortAxisMm,
  ...more,
});
const clean = { boneScan: { lesionsPresent: false, newLesions: 0 } };
const quiet = { boneScan: { lesionsPresent: true, newLesions: 0 } };
const at = (lesions: readonly LesionInput[], more: Told = {}) => ({ ...quiet, ...more, lesions });
const bone = { boneScan: { lesionsPresent: true } };
const noBone = { boneScan: { lesionsPresent: false } };
const psa = (psaNgMl: number | null, day: number): Told & { lesions: readonly LesionInput[] } => ({
  ...(psaNgMl === null ? {} : { psaNgMl }),
  day,
  lesions: [],
});
const pcwg2 = { parameters: { standard: 'pcwg2' } };

/** Soft tissue, its combination with bone, PSA, and PCWG2. */
export const pcwg3Courses: readonly Course[] = [
  ...pcwg3Bone,
  course(
    'Soft-tissue response with bone disease that stays',
    'A complete response of soft tissue is only PR while bone lesions are there, without new ones; CR once the scan is clean. The responses are confirmed by later visits.',
    [
      at([target(40)], bone),
      at([target(25)]),
      at([target(0)]),
      at([target(0)], clean),
      at([target(0)], clean),
    ]
  ),
  course(
    'Soft-tissue progression',
    'Bone without new lesions, soft tissue 25 % and 10 mm over the nadir: PD by soft tissue alone.',
    [at([target(40)], bone), at([target(40)]), at([target(50)])]
  ),
  course(
    'A new node that was normal',
    'A pelvic node of 8 mm grows to 12 mm: 4 mm are not enough for progression. At 13 mm it is 10 mm or more and has grown by 5 mm: PD.',
    [
      at([target(40)], bone),
      at([target(40), node(8, { id: 'NL01', role: 'new' })]),
      at([target(40), node(12, { id: 'NL01', role: 'new' })]),
      at([target(40), node(13, { id: 'NL01', role: 'new' })]),
    ]
  ),
  course(
    'A target node back after a complete response',
    'The node shrank to 8 mm, a complete response with a clean scan. At 12 mm it is enlarged but only by 4 mm, at 13 mm by 5 mm: PD.',
    [at([node(20)], noBone), at([node(8)], clean), at([node(12)], clean), at([node(13)], clean)]
  ),
  course(
    'No soft-tissue target at baseline',
    'A non-target alone: gone it is CR with a clean scan, but NON-CR/NON-PD while bone lesions are there.',
    [
      at([{ id: 'NT01', role: 'non-target', location: 'LIVER', status: 'present' }], bone),
      at([{ id: 'NT01', role: 'non-target', location: 'LIVER', status: 'absent' }]),
      at([{ id: 'NT01', role: 'non-target', location: 'LIVER', status: 'absent' }], clean),
    ]
  ),
  course(
    'Bone disease only',
    'No soft-tissue disease: NON-CR/NON-PD by the bone scan; without a scan NE.',
    [at([], bone), at([]), at([], { boneScan: null })]
  ),
  course(
    'No disease anywhere',
    'No soft-tissue disease and a clean scan: NE, as there is nothing to rate. The baseline states that there is no disease.',
    [{ lesions: [], noDisease: true, ...noBone }, at([], clean)]
  ),
  course(
    'No disease anywhere, as no evidence of disease',
    "The same with pcwg.nedNed 'NED'.",
    [{ lesions: [], noDisease: true, ...noBone }, at([], clean)],
    { parameters: { 'pcwg.nedNed': 'NED' } }
  ),
  course(
    'Soft tissue not imaged',
    'CT not done at the first visit: NE, though the bone scan was read; at the second the whole visit was not evaluable, so the bone scan does not count either.',
    [
      at([target(40)], bone),
      at([], { softTissueEvaluable: false }),
      at([target(40)], { evaluable: false }),
    ]
  ),
  course(
    'Too many targets of one site, and in total',
    'Six pelvic nodes, two of other sites; at most five of one site, and with pcwg.maxTotal seven in total.',
    [
      at(
        [
          ...['T01', 'T02', 'T03', 'T04', 'T05', 'T06'].map(id => node(16, { id })),
          target(20, { id: 'T07', location: 'LUNG', laterality: 'LEFT' }),
          target(20, { id: 'T08', location: 'ADRENAL GLAND', laterality: 'RIGHT' }),
        ],
        bone
      ),
    ],
    { parameters: { 'pcwg.maxTotal': 7 } }
  ),
  course(
    'PSA: rise over the lowest value, confirmed',
    'From 20 down to 10 ng/mL (50 % lower: PSA50). 12.4 is 24 % over 10, 12.5 is 25 % and 2.5 ng/mL: progression, to be confirmed; after 20 days it is not yet, after 21 it is, and stays.',
    [
      { ...psa(20, 0), ...bone },
      psa(10, 56),
      psa(12.4, 84),
      psa(12.5, 100),
      psa(13, 120),
      psa(13, 121),
      psa(5, 150),
    ]
  ),
  course(
    'PSA: small values',
    'From 4 down to 1 ng/mL; 2.9 is nearly three times as much but less than 2 ng/mL over it, 3 ng/mL is 2 ng/mL over it. The fall to 1.5 after it confirms nothing and ends the rise.',
    [{ ...psa(4, 0), ...bone }, psa(1, 56), psa(2.9, 84), psa(3, 112), psa(1.5, 140)]
  ),
  course(
    'PSA: declines of half and nine tenths',
    'Bone disease only. 10.1 of 20 ng/mL is no PSA50, 10 is. 2 ng/mL is PSA90, confirmed by the value of 21 days later; the value in between is a PSA50 and confirms that one only.',
    [{ ...psa(20, 0), ...bone }, psa(10.1, 28), psa(10, 42), psa(2, 63), psa(3.9, 70), psa(2, 84)]
  ),
  course(
    'PSA: early rise without a decline',
    'No decline at all: 50 % over the baseline on day 84 does not count yet, on day 85 it does, and 21 days later it is confirmed.',
    [{ ...psa(10, 0), ...bone }, psa(15, 84), psa(15, 85), psa(15, 106)]
  ),
  course('PSA: missing', 'No value at a visit is NE; without one at baseline every visit is.', [
    { ...psa(null, 0), ...bone },
    psa(10, 28),
    psa(null, 56),
  ]),
  course(
    'PCWG2: soft-tissue progression at the first scan, confirmed',
    'At the first assessment progression waits (PDu); 41 days later it is too early, 42 days later soft tissue is still progressed: PD, from the first assessment on. Sums are those of RECIST 1.0, 20 % alone: 24 of 20 mm.',
    [
      at([target(20)], bone),
      at([target(24)], { day: 56 }),
      at([target(24)], { day: 97 }),
      at([target(24)], { day: 98 }),
    ],
    pcwg2
  ),
  course(
    'PCWG2: soft-tissue progression at the first scan, not confirmed',
    'The second assessment, 56 days later, is no progression: it was none.',
    [at([target(20)], bone), at([target(24)]), at([target(20)])],
    pcwg2
  ),
  course(
    'PCWG2: later soft-tissue progression',
    'Progression at a later assessment is PD at once, and so is one at a first assessment after 84 days.',
    [at([target(20)], bone), at([target(20)]), at([target(24)])],
    pcwg2
  ),
  course(
    'PCWG2: nodes',
    'A node of 19 mm is too small for PCWG2, which measures nodes like anything else, from 20 mm on; there is no response in the combination, only "no progression".',
    [
      at(
        [node(19, { longestDiameterMm: 19 }), node(24, { id: 'T02', longestDiameterMm: 24 })],
        bone
      ),
      at([node(8, { longestDiameterMm: 10 }), node(8, { id: 'T02', longestDiameterMm: 10 })]),
    ],
    pcwg2
  ),
  course(
    'The day that days count from',
    'Randomised four weeks after the baseline: the first bone scan on day 112 is day 84 after it, still in the flare window.',
    [
      at([target(40)], bone),
      at([target(40)], { day: 112, boneScan: { lesionsPresent: true, newLesions: 2 } }),
    ],
    { startDate: dateOn(28) }
  ),
];
