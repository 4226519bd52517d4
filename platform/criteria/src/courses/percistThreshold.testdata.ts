import { course, fresh, hot, one, scan, second } from './percistLesions.testdata.js';

const low = { liverSulMean: 1, liverSulSd: 0.1 };
const lows = (...suls: readonly number[]) => suls.map(sul => scan([hot(sul)], low));
const volumes = (...pairs: readonly (readonly [number, number | null])[]) =>
  pairs.map(([sul, tlg]) => scan([hot(sul)], tlg === null ? {} : { tlg }));
const cleared = [
  scan([hot(8)]),
  scan([hot(1.4)]),
  scan([hot(1.4, { distinctFromBackground: true })]),
];

/** What SULpeak and total lesion glycolysis decide. */
export const percistThresholdCourses = [
  course(
    'Response',
    'E1: of 10.0 g/mL, 7.1 is SMD, 7.0 is PMR: 30 % and at least 0.80 g/mL lower. RECIST would wait for 30 % of the diameter.',
    one(10, 7.1, 7)
  ),
  course(
    'Response of low uptake',
    'With a liver of 1.0 +/- 0.1 g/mL lesions are measurable from 1.7 g/mL. Of 2.5 g/mL, 1.75 is 30 % lower but only 0.75 g/mL, which is within the noise of the measurement: SMD. 1.7 is 0.80 g/mL lower: PMR.',
    lows(2.5, 1.75, 1.7)
  ),
  course(
    'Progression of low uptake',
    'E3: of 2.2 g/mL, 2.9 is 31.8 % higher but only 0.7 g/mL: SMD. 3.0 is PMD.',
    lows(2.2, 2.9, 3)
  ),
  course('Progression', 'Of 10.0 g/mL, 12.9 is SMD (29 %), 13.0 is PMD.', one(10, 12.9, 13)),
  course(
    'More than, not at least',
    'Some texts write ">" where others write "at least". With the strict reading 7.0 and 13.0 of 10.0 g/mL are SMD, 6.9 is PMR and 13.1 PMD.',
    one(10, 7, 6.9, 13, 13.1),
    { parameters: { 'percist.strict': true } }
  ),
  course(
    'Rise within a response',
    'From 10.0 over 5.0 to 6.5 g/mL: measured against the baseline, as PERCIST does, still PMR.',
    one(10, 5, 6.5)
  ),
  course(
    'Rise over the nadir',
    'The same where the protocol measures a rise against the lowest scan: 6.5 is 30 % and 1.5 g/mL over 5.0: PMD; 6.4 would be PMR.',
    one(10, 5, 6.4, 6.5),
    { parameters: { 'percist.pmdRef': 'nadir' } }
  ),
  course(
    'Complete response and return',
    'E5: 1.4 g/mL is below the liver (2.0) and not distinct from its surroundings: CMR. At the liver mean it is not below: PMR, with a warning that it was gone before. Back at 5.0 g/mL it is PMR against the baseline of 8.0: PERCIST has no rule of its own for a return.',
    [
      scan([hot(8)]),
      scan([hot(1.4, { distinctFromBackground: false })]),
      scan([hot(2, { distinctFromBackground: false })]),
      scan([hot(5)]),
    ]
  ),
  course(
    'Below the liver, distinct or not stated',
    'The number alone makes no CMR: whether the focus still stands out has to be stated. Not stated: PMR with a warning. Distinct: PMR.',
    cleared
  ),
  course(
    'Below the liver, by the number',
    'The same where the protocol lets the number decide if nothing is stated: CMR, then PMR since it is distinct.',
    cleared,
    { parameters: { 'percist.distinctUnknown': 'byValue' } }
  ),
  course(
    'Gone altogether',
    'Absent without a number: CMR. Absent with a number of what is at its place, below the liver: CMR. Absent, but at the liver mean: no CMR, and a warning.',
    [
      scan([hot(8), second(5)]),
      scan([hot(null, { status: 'absent' }), second(null, { status: 'absent' })]),
      scan([hot(1.2, { status: 'absent' }), second(null, { status: 'absent' })]),
      scan([hot(2.1, { status: 'absent' }), second(null, { status: 'absent' })]),
    ]
  ),
  course(
    'Progression by extent',
    'E7: SULpeak stays at 6.0 g/mL. Total lesion glycolysis 104 of 60 g is SMD (+73.33 %), 105 g (+75 %) is PMD: the tumour grows without getting hotter. With a decline of SULpeak (5.9) the same 105 g are SMD.',
    volumes([6, 60], [6, 104], [6, 105], [5.9, 105])
  ),
  course(
    'Extent within a response over the nadir',
    'Against the nadir: 4.0 g/mL and 20 g. Then SULpeak 4.0 with 35 g (+75 %) is PMD, although it is a response against the baseline.',
    volumes([10, 60], [4, 20], [4, 34.9], [4, 35]),
    { parameters: { 'percist.pmdRef': 'nadir' } }
  ),
  course(
    'Extent not looked at',
    'The baseline has no total lesion glycolysis: a note says that progression by extent was not looked at, where SULpeak did not decline. The sum over the lesions stands in for the total only if every scan has it.',
    volumes([6, null], [6, 105], [5.9, null])
  ),
  course(
    'Glycolysis by lesion',
    'Each lesion has its own, no scan a total: 40 + 20 = 60 g, then 70 + 35 = 105 g: PMD. A total below that sum is a contradiction, and the total is used.',
    [
      scan([hot(6, { tlg: 40 }), second(5, { tlg: 20 })]),
      scan([hot(6, { tlg: 70 }), second(5, { tlg: 35 })]),
      scan([hot(6, { tlg: 70 }), second(5, { tlg: 35 })], { tlg: 90 }),
    ]
  ),
  course('New lesion in a response', 'E4: 8.0 to 4.0 g/mL, with a new avid focus in bone: PMD.', [
    scan([hot(8)]),
    scan([hot(4), fresh('unequivocal')]),
  ]),
  course(
    'Confirmed response',
    'PERCIST asks for no confirmation; a protocol may. PMR on day 21, again on day 42 (too soon), and on day 49, 28 days later.',
    [
      scan([hot(10)]),
      scan([hot(6)], { day: 21 }),
      scan([hot(6)], { day: 42 }),
      scan([hot(6)], { day: 49 }),
    ],
    { parameters: { confirmation: 'responses' } }
  ),
];
