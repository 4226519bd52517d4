import { bone, course, hot, scan, second } from './percistLesions.testdata.js';

const unread = { evaluable: false, reason: 'OBSCURED' };
const treated = { locallyTreated: { kind: 'radiotherapy', date: '2026-02-10' } };
const irradiated = [scan([hot(10), second(8)]), scan([hot(2.5, treated), second(6)])];

/** Which lesion is the hottest, and lesions that are not simply measured. */
export const percistHottestCourses = [
  course(
    'Another lesion is the hottest',
    'T01 falls from 10.0 to 4.0, T02 from 8.0 to 6.5 g/mL: the hottest of each scan are compared, 10.0 and 6.5: PMR (-35 %). The sum over the lesions (18 to 10.5) is reported.',
    [scan([hot(10), second(8)]), scan([hot(4), second(6.5)])]
  ),
  course(
    'A lesion that is no target is the hottest',
    'The bone lesion has 12.0 g/mL at baseline and 7.0 then: its SULpeak is used, and a warning says that it is no target.',
    [
      scan([hot(10), bone('present', { sulPeak: 12 })]),
      scan([hot(6), bone('present', { sulPeak: 7 })]),
    ]
  ),
  course(
    'Targets gone, the hottest lesion is no target',
    'The primary is gone, the bone lesion (state not given) is not: the hottest lesion decides. 5.0 of 8.0 g/mL is PMR, 7.0 SMD, 10.4 PMD (+30 %), although every target is gone.',
    [
      scan([hot(8), bone('present', { sulPeak: 4 })]),
      ...[5, 7, 10.4].map(sulPeak =>
        scan([hot(null, { status: 'absent' }), bone(null, { sulPeak })])
      ),
    ]
  ),
  course(
    'One target not read',
    'T02 is hidden by the uptake of the heart: it may be the hottest, so nothing is known (NE), unless what was read is progression already (13.0), or the reader states that T01 is the hottest.',
    [
      scan([hot(10), second(8)]),
      scan([hot(6), second(null, unread)]),
      scan([hot(6, { hottest: true }), second(null, unread)]),
      scan([hot(12.9), second(null, unread)]),
      scan([hot(13), second(null, unread)]),
    ]
  ),
  course(
    'One target not read, no bound',
    'The same where the protocol draws nothing from part of a scan: NE.',
    [scan([hot(10), second(8)]), scan([hot(13), second(null, unread)])],
    { parameters: { partialBounds: 'none' } }
  ),
  course(
    'Called the hottest, but is not',
    'The reader calls T02 the hottest; T01 has the higher SULpeak, which is used, and a finding says so.',
    [scan([hot(10), second(8)]), scan([hot(7), second(6, { hottest: true })])]
  ),
  course('Two lesions equally hot', 'Both are named.', [
    scan([hot(10), second(10)]),
    scan([hot(7), second(7)]),
  ]),
  course(
    'Sum of the hottest',
    'The sum that is reported takes at most five lesions, two of an organ: of three lung lesions the two hottest (10 + 8), and the mediastinum (5): 23 g/mL.',
    [
      scan([hot(10), hot(6, { id: 'T03' }), hot(8, { id: 'T04', laterality: 'RIGHT' }), second(5)]),
      scan([hot(6), hot(4, { id: 'T03' }), hot(5, { id: 'T04' }), second(4.5)]),
    ]
  ),
  course(
    'Sum by the limits of a protocol',
    'At most two lesions, one of an organ: 10 + 5.',
    [scan([hot(10), hot(6, { id: 'T03', laterality: 'LEFT' }), second(5)])],
    { parameters: { maxTargets: 2, maxTargetsPerOrgan: 1 } }
  ),
  course(
    'A target listed later',
    'PERCIST takes the hottest lesion of each scan, wherever it is: T03 with 9.0 g/mL is taken as a lesion that was there, with a warning to record it as new if it was not.',
    [scan([hot(10)]), scan([hot(6), hot(9, { id: 'T03' })]), scan([hot(6)])]
  ),
  course(
    'Lesion that splits, lesions that merge',
    'The parts of T01 are as hot as the hottest of them (6.0): PMR. At V2 T02 has merged into T01, which carries the SULpeak of both.',
    [
      scan([hot(10), second(8)]),
      scan([
        hot(6, { id: 'T01a', splitFrom: 'T01' }),
        hot(5, { id: 'T01b', splitFrom: 'T01' }),
        second(4),
      ]),
      scan([hot(6.5), second(null, { mergedInto: 'T01' })]),
    ]
  ),
  course(
    'Too small for a SULpeak',
    'No SULpeak stands for "too small to measure": not evaluable, unless the reader says that another lesion is hotter.',
    [
      scan([hot(10), second(8)]),
      scan([hot(6), second(null, { tooSmallToMeasure: true })]),
      scan([hot(6, { hottest: true }), second(null, { tooSmallToMeasure: true })]),
    ]
  ),
  course(
    'Target irradiated',
    'T01 irradiated on study: its uptake says nothing of the drug, so it is not evaluable from then on, and the scan with it.',
    irradiated
  ),
  course(
    'Target irradiated, counted as 0',
    'The same where the protocol counts it as gone: the hottest is T02 with 6.0 against 10.0 g/mL: PMR.',
    irradiated,
    { parameters: { localTreatment: 'zero' } }
  ),
  course(
    'Target irradiated, left out',
    'The same where the protocol leaves it out on both sides: 6.0 against the 8.0 g/mL of T02 (-25 %): SMD.',
    irradiated,
    { parameters: { localTreatment: 'exclude' } }
  ),
  course(
    'Every target irradiated, left out',
    'Nothing is left to measure: NE.',
    [scan([hot(10)]), scan([hot(2.5, treated)])],
    { parameters: { localTreatment: 'exclude' } }
  ),
  course(
    'Partial scan as nadir',
    'Against the nadir, where the protocol lets a scan with a target missing set it: 5.0 at V1, so 6.5 at V2 is PMD. By default the nadir would be 10.0.',
    [scan([hot(10), second(8)]), scan([hot(5), second(null, unread)]), scan([hot(6.5), second(4)])],
    { parameters: { 'percist.pmdRef': 'nadir', nadirFromPartial: true } }
  ),
];
