import { course, fresh, hot, scan } from './percistLesions.testdata.js';

const liver = (liverSulMean: number) => scan([hot(6)], { liverSulMean });
const base = scan([hot(10)]);
const pool = { liverDiseased: true, bloodPoolSulMean: 1.4, bloodPoolSulSd: 0.15 };
const silent = { lesions: [hot(6)] };

/** Whether two scans can be compared, and what a lesion is measurable against. */
export const percistComparabilityCourses = [
  course(
    'Liver of another scan',
    'E6: the liver mean may differ by 20 % at most and by less than 0.3 g/mL. From 2.0 to 2.29 it may; 2.3 is 0.3 apart: NE; 2.4 with a new lesion: PMD all the same.',
    [base, liver(2.29), liver(2.3), scan([hot(6), fresh('unequivocal')], { liverSulMean: 2.4 })]
  ),
  course(
    'Liver of low uptake',
    'From 1.0 g/mL, 1.2 (20 %) may be compared; 1.21 is less than 0.3 apart but more than 20 %: NE.',
    [
      scan([hot(10)], { liverSulMean: 1 }),
      scan([hot(6)], { liverSulMean: 1.2 }),
      scan([hot(6)], { liverSulMean: 1.21 }),
    ]
  ),
  course(
    'Uptake time',
    'From 50 to 70 minutes, and at most 15 from the baseline. With 52 minutes at baseline: 67 may be compared; 68 is 16 apart, 49 is too early, 71 fails both: NE.',
    [52, 67, 68, 49, 71].map((uptakeMinutes, index) =>
      scan([hot(index === 0 ? 10 : 6)], { uptakeMinutes })
    )
  ),
  course(
    'Uptake time of the baseline',
    'A baseline at 80 minutes can not be compared with anything, which it says itself: NE.',
    [scan([hot(10)], { uptakeMinutes: 80 }), scan([hot(6)], { uptakeMinutes: 70 })]
  ),
  course(
    'Another scanner, another reconstruction',
    'SULpeak of another scanner or reconstruction is another number: NE.',
    [
      base,
      scan([hot(6)], { sameScanner: false }),
      scan([hot(6)], { sameReconstruction: false, sameScanner: false }),
    ]
  ),
  course(
    'Not comparable, a finding alone',
    'The same where the protocol rates all the same: PMR, with the finding.',
    [base, scan([hot(6)], { sameScanner: false })],
    { parameters: { 'percist.comparability': 'finding' } }
  ),
  course(
    'Not known whether comparable',
    'What was not recorded is no failure: taken as comparable, and every item is named.',
    [base, silent]
  ),
  course(
    'Limits of a protocol',
    'A protocol with 30 % and 0.5 g/mL for the liver, 55 to 75 minutes and 10 minutes apart: a liver of 2.4 and 68 minutes against 60 may be compared; 71 minutes may not.',
    [
      base,
      scan([hot(6)], { liverSulMean: 2.4, uptakeMinutes: 68 }),
      scan([hot(6)], { uptakeMinutes: 71 }),
    ],
    {
      parameters: {
        'percist.backgroundDifferencePct': 30,
        'percist.backgroundDifferenceSul': 0.5,
        'percist.uptakeFromMinutes': 55,
        'percist.uptakeToMinutes': 75,
        'percist.uptakeDifferenceMinutes': 10,
      },
    }
  ),
  course(
    'Injected activity',
    'Differing by more than 20 % (300 to 361 MBq) is noted, not a failure; 360 MBq is exactly 20 % and not noted.',
    [300, 360, 361].map((injectedActivityMBq, index) =>
      scan([hot(index === 0 ? 10 : 6)], { injectedActivityMBq })
    )
  ),
  course(
    'Diseased liver',
    'With metastases all over the liver the blood pool takes its place: measurable from 2.0 x 1.4 + 2 x 0.15 = 3.1 g/mL. 1.3 g/mL is below its mean and not distinct: CMR, though it is a liver lesion. At V2 the blood pool is 0.3 apart: NE.',
    [
      scan([hot(8, { location: 'LIVER' })], pool),
      scan([hot(1.3, { location: 'LIVER', distinctFromBackground: false })], {
        ...pool,
        liverDiseased: null,
      }),
      scan([hot(6, { location: 'LIVER' })], { ...pool, bloodPoolSulMean: 1.7 }),
    ]
  ),
  course(
    'Just measurable, and just not',
    'Exactly the limit of 3.4 g/mL is measurable: 2.3 g/mL is PMR (-32.35 %, -1.1).',
    [scan([hot(3.4)]), scan([hot(2.3)])]
  ),
  course(
    'Nothing measurable',
    'Below the limit (3.39 of 3.4 g/mL) nothing is measured: the lesion is followed by its state. Persisting: non-CMR/non-PMD; a rise to 4.5 g/mL is a warning to the reader, who decides; called worse: PMD.',
    [
      scan([hot(3.39)]),
      scan([hot(3, { status: 'present' })]),
      scan([hot(4.5, { status: 'present' })]),
      scan([hot(5, { status: 'progressed' })]),
    ]
  ),
  course(
    'Nothing measurable, gone',
    'The same lesion below the liver and not distinct: CMR; without a number, said to be indistinct: CMR; not stated: non-CMR/non-PMD.',
    [
      scan([hot(3)]),
      scan([hot(1.5, { distinctFromBackground: false })]),
      scan([hot(null, { distinctFromBackground: false })]),
      scan([hot(1.5)]),
    ]
  ),
  course(
    'Nothing measurable, rated all the same',
    'The same where the protocol rates what it has: 3.0 to 2.1 g/mL is PMR (-30 %, -0.9).',
    [scan([hot(3)]), scan([hot(2.1)])],
    { parameters: { 'percist.belowLimit': 'rate' } }
  ),
  course(
    'No background',
    'Without the liver nobody knows what is measurable or gone: rated, with warnings, but never CMR by a number.',
    [
      { lesions: [hot(10)], uptakeMinutes: 60 },
      { lesions: [hot(1, { distinctFromBackground: false })], uptakeMinutes: 60 },
    ]
  ),
];
