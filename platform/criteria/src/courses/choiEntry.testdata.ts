import { course, fresh, gone, other, second, target } from './choiLesions.testdata.js';

/** What was entered wrongly, and what becomes of it. */
export const choiEntryCourses = [
  course(
    'Baseline without a measurement',
    'T02 has no diameter: without a sum at baseline every visit is NE, with a new lesion too, since nothing says what is new.',
    [
      [target(60, 80), second(null, 60)],
      [target(54, 60), second(36, 45)],
      [target(54, 60), second(36, 45), fresh('unequivocal')],
    ]
  ),
  course('Baseline not evaluable', 'Nothing to compare with: every visit is NE.', [
    { evaluable: false, reason: 'POOR_QUALITY', lesions: [target(60, 80)] },
    [target(54, 60)],
  ]),
  course(
    'Targets that can not be',
    'Choi takes targets of 10 mm or more: 10.0 mm is one, 9.9 mm is not; nor is what is too small to measure or absent. They still count: what was chosen is for the reader to correct.',
    [
      [
        target(10, 80),
        second(9.9, 60),
        target(null, null, { id: 'T03', tooSmallToMeasure: true }),
        target(null, null, { id: 'T04', ...gone }),
        other('absent'),
        fresh('unequivocal'),
      ],
    ]
  ),
  course(
    'Too many targets',
    'A protocol with at most three targets, one of an organ (Choi: ten, five of an organ); nodes are one organ together. The first lesion too many is named.',
    [
      [
        target(30, 80),
        target(25, 70, { id: 'T02' }),
        target(20, 60, { id: 'T03', location: 'PARAAORTIC LYMPH NODE' }),
        target(18, 60, { id: 'T04', location: 'PELVIC LYMPH NODE' }),
      ],
    ],
    { parameters: { maxTargets: 3, maxTargetsPerOrgan: 1 } }
  ),
  course(
    'Target not evaluable at baseline, no disease stated',
    'A target that could not be read leaves no baseline. And whoever states that there is no disease lists no lesion.',
    [
      {
        noDisease: true,
        lesions: [target(60, 80), second(null, null, { evaluable: false, reason: 'OBSCURED' })],
      },
      [target(54, 60), second(36, 45)],
    ]
  ),
  course(
    'Nothing at baseline',
    'No lesion, and nobody states that there is no disease: a warning. NED for as long as nothing is new.',
    [[], []]
  ),
  course(
    'Nodes are measured like anything else',
    'Choi follows RECIST 1.0: the longest diameter of a node counts, and there is no normal size. With its short axis alone the node has no measurement at V1 (NE); 9 mm of longest diameter at V2 are disease (PR, not CR).',
    [
      [target(20, 80, { location: 'PARAAORTIC LYMPH NODE' })],
      [target(null, 80, { location: 'PARAAORTIC LYMPH NODE', shortAxisMm: 9 })],
      [target(9, 80, { location: 'PARAAORTIC LYMPH NODE', shortAxisMm: 6 })],
    ]
  ),
  course(
    'Entries that contradict or lack something',
    'V1: T01 measured and called absent, T02 without number and state, NT01 without a state. V2: T01 merged into a lesion that is not there, T02 not listed, NT02 unknown to the baseline. Nothing of it is guessed: NE each time.',
    [
      [target(60, 80), second(40, 60), other('present')],
      [target(54, 60, gone), second(null, null), other(null)],
      [
        target(null, null, { mergedInto: 'T09' }),
        other('present'),
        other('present', { id: 'NT02' }),
      ],
    ]
  ),
  course(
    'Entries that do not fit the baseline',
    'T02 is entered as a non-target at V1 and stays a target; a part is split from a lesion that no visit has; a new lesion has no state and forbids CR alone. The judgement that the non-targets are gone does not fit the lesion that is there.',
    [
      [target(60, 80), second(40, 60), other('present')],
      {
        nonTargetJudgement: 'CR',
        lesions: [
          target(54, 60),
          second(36, 45, { role: 'non-target' }),
          other('present'),
          target(10, 40, { id: 'T05a', splitFrom: 'T05' }),
          { id: 'NL01', role: 'new', location: 'LIVER' },
        ],
      },
    ]
  ),
  course('A judgement without lesions', 'Non-targets are judged, but the baseline has none.', [
    [target(60, 80)],
    { nonTargetJudgement: 'NON-CR/NON-PD', lesions: [target(54, 60)] },
  ]),
];
