import { bone, course, fresh, hot, scan, second } from './percistLesions.testdata.js';

/** What was entered wrongly, and what becomes of it. */
export const percistEntryCourses = [
  course(
    'Units',
    'PERCIST is defined on SUL by lean body mass. A suvPeak is taken for it with a warning (T01); where both are given and differ, sulPeak is used (T02).',
    [
      scan([hot(null, { suvPeak: 8 }), second(5, { suvPeak: 6 })]),
      scan([hot(null, { suvPeak: 5 }), second(3, { suvPeak: 3 })]),
    ]
  ),
  course(
    'Baseline as chosen',
    'Six targets, three of an organ: at most five, two of an organ. T02 is below the measurable limit of 3.4 g/mL (a warning: it is not the hottest), T03 in a liver of which nobody says whether it can give the background.',
    [
      scan([
        hot(8),
        second(3),
        hot(5, { id: 'T03', location: 'LIVER', laterality: null }),
        hot(7, { id: 'T04' }),
        hot(6, { id: 'T05' }),
        hot(5, { id: 'T06', location: 'SPLEEN', laterality: null }),
        bone('absent'),
        fresh('unequivocal'),
      ]),
    ]
  ),
  course(
    'Nothing at baseline',
    'No lesion, and nobody states that there is no disease: a warning.',
    [scan([]), scan([])]
  ),
  course('No disease stated, lesions listed', 'They contradict each other; the lesions count.', [
    scan([hot(8)], { noDisease: true }),
  ]),
  course(
    'No uptake at baseline',
    'Targets with a SULpeak of 0 can not be measured against: followed by their state.',
    [scan([hot(0)]), scan([hot(null, { status: 'present' })])]
  ),
  course(
    'Entries that contradict or lack something',
    'V1: T01 absent yet distinct, T02 present with a SULpeak of 0, NT01 without a state. V2: T01 without a number, T02 merged into a lesion that is not there, NT02 unknown to the baseline; NT01 not listed. NE each time.',
    [
      scan([hot(8), second(6), bone('present')]),
      scan([
        hot(null, { status: 'absent', distinctFromBackground: true }),
        second(0, { status: 'present' }),
        bone(null),
      ]),
      scan([hot(null), second(null, { mergedInto: 'T09' }), bone('present', { id: 'NT02' })]),
    ]
  ),
  course(
    'Entries that do not fit the baseline',
    'T02 is entered as a non-target at V1 and stays a target; a part is split from a lesion that no scan has; a new lesion has no state.',
    [
      scan([hot(8), second(6)]),
      scan([
        hot(5),
        second(4, { role: 'non-target' }),
        hot(3, { id: 'T05a', splitFrom: 'T05' }),
        fresh(null),
      ]),
    ]
  ),
  course(
    'Dates',
    'A progression by another lesion has the date of the scan that shows it (2026-03-02), a response that of the latest scan.',
    [
      scan([hot(8), bone('present')]),
      scan([hot(5, { date: '2026-03-04' }), bone('progressed', { date: '2026-03-02' })]),
    ]
  ),
];
