import { course, fresh, gone, index, lungs, second, unread } from './irrcLesions.testdata.js';

const two = [index(40, 20), second(20, 10)];
const treated = { locallyTreated: { kind: 'resection', date: '2026-02-10' } };
const resected = [two, [index(40, 18), second(null, null, treated)]];
const partial = [
  two,
  [index(49.9, 25), second(null, null, unread)],
  [index(50, 25), second(null, null, unread)],
];

/** Lesions that are not simply measured, and what was entered wrongly. */
export const irrcStateCourses = [
  course(
    'One index lesion not read',
    'What was read is a lower bound: 1247.5 of 1000 mm² is NE, 1250 is irPD whatever T02 measures; nothing follows it.',
    partial
  ),
  course(
    'One index lesion not read, no bound',
    'The same where the protocol draws nothing from part of a burden: NE.',
    partial,
    { parameters: { partialBounds: 'none' } }
  ),
  course(
    'Partial burden as nadir',
    'Where the protocol lets a visit with a lesion missing set the nadir: 720 mm² at V1, so 900 at V2 is irPD (+25 %). By default it is irSD.',
    [two, [index(36, 20), second(null, null, unread)], [index(40, 20), second(10, 10)]],
    { parameters: { nadirFromPartial: true } }
  ),
  course(
    'Visit not evaluable',
    'NE with the reason, no burden, and out of the nadir; also without an index lesion.',
    [
      two,
      { evaluable: false },
      { evaluable: false, reason: 'POOR_QUALITY' },
      [index(40, 10), second(10, 10)],
    ]
  ),
  course('Visit not evaluable, no index lesion', 'Nothing to be rated: NE.', [
    [lungs('present')],
    { evaluable: false },
  ]),
  course(
    'Too small to measure, merged, split',
    'T02 too small to measure counts as 5 x 5 mm (25 mm²). At V2 it has merged into T01, which carries both. At V3 T01 falls into two parts, which add up and are no new lesions.',
    [
      two,
      [index(40, 20), second(null, null, { tooSmallToMeasure: true })],
      [index(40, 20), second(null, null, { mergedInto: 'T01' })],
      [
        index(20, 15, { id: 'T01a', splitFrom: 'T01' }),
        index(18, 10, { id: 'T01b', splitFrom: 'T01' }),
        second(null, null, { mergedInto: 'T01a' }),
      ],
    ]
  ),
  course(
    'Too small to measure by another default',
    'A protocol with 2.5 mm: 6.25 mm².',
    [two, [index(40, 20), second(null, null, { tooSmallToMeasure: true })]],
    { parameters: { tstmDefaultMm: 2.5 } }
  ),
  course('Index lesion resected', 'T02 resected on study: not evaluable from then on.', resected),
  course(
    'Index lesion resected, counted as 0',
    'The same where the protocol counts it as gone: 720 of 1000 mm² is irSD (-28 %).',
    resected,
    { parameters: { localTreatment: 'zero' } }
  ),
  course(
    'Index lesion resected, left out',
    'The same where the protocol leaves it out on both sides: 720 of 800 mm² (-10 %).',
    resected,
    { parameters: { localTreatment: 'exclude' } }
  ),
  course(
    'Every index lesion resected, left out',
    'Nothing is left to measure: NE.',
    [[index(40, 20)], [index(null, null, treated)]],
    { parameters: { localTreatment: 'exclude' } }
  ),
  course(
    'Dates',
    'A progression of the burden has the date of its latest scan among those lesions, any other response that of the latest scan of the visit.',
    [
      [...two, lungs('present')],
      [
        index(50, 25, { date: '2026-03-02' }),
        second(20, 10, { date: '2026-03-03' }),
        lungs('present', { date: '2026-03-05' }),
      ],
      [
        index(40, 20, { date: '2026-04-27' }),
        second(20, 10, { date: '2026-04-28' }),
        lungs('present', { date: '2026-04-30' }),
      ],
    ]
  ),
  course(
    'Baseline without a product',
    'T02 has no perpendicular diameter: without a burden at baseline every visit is NE.',
    [[index(40, 20), second(20, null)], two, [...two, fresh(10, 10)]]
  ),
  course('Baseline not evaluable', 'Nothing to compare with: NE.', [
    { evaluable: false, reason: 'POOR_QUALITY', lesions: two },
    two,
  ]),
  course(
    'Baseline as chosen',
    'Both diameters of an index lesion have 5 mm or more: 5 x 5 mm is one, 5 x 4.9 mm is not, nor what is absent or too small to measure; T05 is longer across than along.',
    [
      [
        index(5, 5),
        second(5, 4.9),
        index(null, null, { id: 'T03', tooSmallToMeasure: true }),
        index(null, null, { id: 'T04', ...gone }),
        index(10, 12, { id: 'T05' }),
        lungs('absent'),
        fresh(10, 10),
      ],
    ]
  ),
  course(
    'Too many index lesions',
    'A protocol with at most two in an organ, two visceral and one cutaneous one: the first too many of each is named; skin and subcutaneous tissue are cutaneous.',
    [
      [
        index(40, 20),
        index(30, 20, { id: 'T03' }),
        index(20, 20, { id: 'T04' }),
        second(20, 10),
        index(10, 10, { id: 'T05', location: 'SKIN' }),
      ],
    ],
    { parameters: { maxPerOrgan: 2, maxVisceral: 2, maxCutaneous: 1 } }
  ),
  course(
    'Nothing at baseline, or stated against the lesions',
    'No lesion, and nobody states that there is no disease: a warning.',
    [[], []]
  ),
  course('No disease stated, lesions listed', 'They contradict each other; the lesions count.', [
    { noDisease: true, lesions: [index(40, 20), second(null, null, unread)] },
  ]),
  course(
    'Entries that contradict or lack something',
    'V1: T01 measured and called absent, T02 with 0 mm across, NT01 without a state. V2: T01 without its longest diameter, T02 merged into a lesion that is not there, NT02 unknown to the baseline, NT01 not listed. NE each time.',
    [
      [...two, lungs('present')],
      [index(40, 20, gone), second(20, 0), lungs(null)],
      [
        index(null, 20),
        second(null, null, { mergedInto: 'T09' }),
        lungs('present', { id: 'NT02' }),
      ],
    ]
  ),
  course(
    'Entries that do not fit the baseline',
    'T02 is entered as a non-target and stays an index lesion; a part is split from a lesion that no visit has; a new lesion has no state; the judgement that the non-index lesions are gone does not fit.',
    [
      [...two, lungs('present')],
      {
        nonTargetJudgement: 'CR',
        lesions: [
          index(30, 10),
          second(10, 10, { role: 'non-target' }),
          lungs('present'),
          index(8, 8, { id: 'T05a', splitFrom: 'T05' }),
          fresh(null, null),
        ],
      },
    ]
  ),
];
