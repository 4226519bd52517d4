import { bone, course, fresh, hot, scan, second } from './percistLesions.testdata.js';

const gone = hot(1.2, { distinctFromBackground: false });
const base = scan([hot(8), bone('present')]);
const unread = { evaluable: false, reason: 'OBSCURED' };
const worse = [
  scan([hot(8), second(6), bone('present')]),
  scan([hot(5), second(null, unread), bone('progressed')]),
];
const equivocal = [
  base,
  scan([hot(8), bone('present'), fresh('equivocal')]),
  scan([hot(8), bone('present'), fresh('unequivocal')]),
];

/** Other lesions, new lesions, and scans that tell nothing. */
export const percistOthersCourses = [
  course(
    'Other lesion persists',
    'The primary is gone, the bone lesion is not: PMR. Not read: PMR. Gone as well: CMR.',
    [
      base,
      scan([gone, bone('present')]),
      scan([gone, bone(null, unread)]),
      scan([gone, bone('absent')]),
    ]
  ),
  course(
    'Other lesion by its number',
    'Without a state, the number of the bone lesion gives it: 3.0 g/mL persists; 1.5 g/mL below the liver and not distinct is gone.',
    [
      base,
      scan([gone, bone(null, { sulPeak: 3 })]),
      scan([gone, bone(null, { sulPeak: 1.5, distinctFromBackground: false })]),
    ]
  ),
  course(
    'Other lesion worse',
    'SULpeak of the hottest lesion falls (PMR), but the bone lesion grows unequivocally: PMD.',
    [base, scan([hot(5), bone('progressed')])]
  ),
  course(
    'A target that is not the hottest is worse',
    'T02 is unequivocally worse with 4.0 g/mL, while the hottest lesion responds: PMD. Were it the hottest, its SULpeak would decide, as at V2, where a warning says so.',
    [
      scan([hot(10), second(3.5)]),
      scan([hot(5), second(4, { status: 'progressed' })]),
      scan([hot(3), second(4, { status: 'progressed' })]),
    ]
  ),
  course(
    'Other lesion worse while the target is not evaluable',
    'T02 was not read and may be the hottest: NE, with a warning that other lesions are worse.',
    worse
  ),
  course(
    'Other lesion worse, and decides',
    'The same where the protocol lets the other lesions decide: PMD.',
    worse,
    { parameters: { 'percist.neOthersWorse': 'PMD' } }
  ),
  course(
    'Judged as a whole',
    'The reader judges the other lesions as a whole, in the words of RECIST: persisting, worse, gone; a judgement of CR while one is present does not hold.',
    [
      base,
      scan([hot(5), bone('present')], { nonTargetJudgement: 'NON-CR/NON-PD' }),
      scan([gone, bone('present')], { nonTargetJudgement: 'CR' }),
      scan([hot(5), bone('present')], { nonTargetJudgement: 'PD' }),
    ]
  ),
  course('No target', 'Only a bone lesion: persisting, gone, worse, not read.', [
    scan([bone('present')]),
    scan([bone('present')]),
    scan([bone('absent')]),
    scan([bone(null, unread)]),
    scan([bone('progressed')]),
  ]),
  course('No disease at baseline', 'NED until a new lesion shows.', [
    scan([], { noDisease: true }),
    scan([]),
    scan([fresh('unequivocal')]),
  ]),
  course(
    'Equivocal new lesion',
    'A focus that may be a healing fracture: SMD at V1; V2 calls it unequivocal: PMD, and V1 is revised.',
    equivocal
  ),
  course(
    'Equivocal new lesion without backdating',
    'The same where the protocol dates progression by the scan that calls it.',
    equivocal,
    { parameters: { equivocalBackdate: false } }
  ),
  course(
    'New lesion not looked at again',
    'The equivocal focus of V1 is not mentioned at V2: no CMR but PMR. At V3 it is gone: CMR.',
    [
      base,
      scan([hot(8), bone('present'), fresh('equivocal')]),
      scan([gone, bone('absent')]),
      scan([gone, bone('absent'), fresh('absent')]),
    ]
  ),
  course(
    'New lesion not looked at, ignored',
    'The same V2 where the protocol takes a focus that was not judged for none: CMR.',
    [base, scan([hot(8), bone('present'), fresh('equivocal')]), scan([gone, bone('absent')])],
    { parameters: { newLesionNe: 'ignore' } }
  ),
  course(
    'New lesion by its uptake',
    'Without a state: 5.0 g/mL is a new lesion; not distinct from the background it is none; without anything it is not evaluable, and forbids CMR.',
    [
      base,
      scan([gone, bone('absent'), fresh(null)]),
      scan([gone, bone('absent'), fresh(null, { sulPeak: 1, distinctFromBackground: false })]),
      scan([gone, bone('absent'), fresh(null, { sulPeak: 5 })]),
    ]
  ),
  course(
    'Scan not done, scan not evaluable',
    'NE with the reason of each; the next scan is rated as usual.',
    [
      base,
      { evaluable: false },
      { evaluable: false, reason: 'POOR_QUALITY' },
      scan([hot(5), bone('present')]),
    ]
  ),
  course('Baseline not evaluable', 'Nothing to compare with: NE.', [
    scan([hot(8)], { evaluable: false, reason: 'POOR_QUALITY' }),
    scan([hot(4)]),
  ]),
  course(
    'Baseline with a target not read',
    'T02 has no SULpeak at baseline and may be the hottest: NE at every scan, and the baseline says why.',
    [scan([hot(8), second(null)]), scan([hot(4), second(3)])]
  ),
  course(
    'Baseline with the hottest target stated',
    'The same with the word of the reader that T01 is the hottest: 8.0 to 4.0 g/mL is PMR.',
    [scan([hot(8, { hottest: true }), second(null, unread)]), scan([hot(4), second(3)])]
  ),
];
