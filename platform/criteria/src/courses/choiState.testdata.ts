import { course, gone, other, second, target } from './choiLesions.testdata.js';

const base = [target(60, 80), second(40, 60)];
const treated = { locallyTreated: { kind: 'ablation', date: '2026-02-10' } };
const ablated = [base, [target(54, 75), second(10, 20, treated)]];
const partial = [
  [target(60, 80), second(40, 60)],
  [target(109.9, 80), second(null, null, { evaluable: false, reason: 'OBSCURED' })],
  [target(110, 80), second(null, null, { evaluable: false, reason: 'OBSCURED' })],
];

/** Lesions that are not simply measured. */
export const choiStateCourses = [
  course(
    'One target not evaluable',
    'T02 hidden by bowel: what was read is a lower bound of the sum, 109.9 mm of 100 mm is NE, 110.0 mm is PD whatever T02 measures. Its density is not known, so it rescues nothing.',
    partial
  ),
  course(
    'One target not evaluable, no bound',
    'The same where the protocol draws nothing from part of a sum: NE both times.',
    partial,
    { parameters: { partialBounds: 'none' } }
  ),
  course(
    'Partial sum as nadir',
    'The sum without T02 (50 mm) is the nadir only where the protocol says so: 94 mm is then growth by 88 %: PD. By default it would be SD against 100 mm.',
    [
      base,
      [target(50, 80), second(null, null, { evaluable: false })],
      [target(55, 80), second(39, 60)],
    ],
    { parameters: { nadirFromPartial: true } }
  ),
  course(
    'Visit not evaluable',
    'V1 was not done, V2 failed for motion: NE with the reason of each, no sum, and neither enters the nadir. V3 is read as usual.',
    [
      [...base, other('present')],
      { evaluable: false },
      { evaluable: false, reason: 'POOR_QUALITY' },
      [target(54, 80), second(36, 60), other('present')],
    ]
  ),
  course(
    'Too small to measure',
    'T02 shrank to something that can not be measured: 5 mm by rule. A density is hard to take of it, so size alone decides (65 mm, PR); where it was taken (V2), it enters.',
    [
      base,
      [target(60, 80), second(null, null, { tooSmallToMeasure: true })],
      [target(60, 80), second(null, 30, { tooSmallToMeasure: true })],
    ]
  ),
  course(
    'One target gone',
    'A lesion that is gone has no density: the mean of what is left (80 HU) is compared with the mean of the baseline (70 HU). PR by size.',
    [base, [target(60, 80), second(null, null, gone)]]
  ),
  course(
    'Target that splits',
    'T01 falls apart under treatment: its parts add up, are never new lesions, and its density is the mean of theirs (60 and 76 HU: 68 HU, 15 % below 80 HU): PR. At V2 one part is gone and the density is that of the other: PR by size. At V3 both are gone: CR.',
    [
      [target(100, 80)],
      [
        target(55, 60, { id: 'T01a', splitFrom: 'T01' }),
        target(44, 76, { id: 'T01b', splitFrom: 'T01' }),
      ],
      [
        target(58, 76, { id: 'T01a', splitFrom: 'T01' }),
        target(null, null, { id: 'T01b', splitFrom: 'T01', ...gone }),
      ],
      [
        target(null, null, { id: 'T01a', splitFrom: 'T01', ...gone }),
        target(null, null, { id: 'T01b', splitFrom: 'T01', ...gone }),
      ],
    ]
  ),
  course(
    'Part that splits again',
    'A part of T01 falls apart: its parts are parts of T01. However many parts it has, T01 counts once in the mean density: (60 + 66 + 72) / 3 = 66 HU, with T02 (60 HU) 63 HU, 10 % below 70 HU: SD.',
    [
      base,
      [
        target(34, 80, { id: 'T01a', splitFrom: 'T01' }),
        target(24, 80, { id: 'T01b', splitFrom: 'T01' }),
        second(40, 60),
      ],
      [
        target(18, 60, { id: 'T01c', splitFrom: 'T01a' }),
        target(16, 66, { id: 'T01d', splitFrom: 'T01a' }),
        target(24, 72, { id: 'T01b', splitFrom: 'T01' }),
        second(40, 60),
      ],
    ]
  ),
  course(
    'Target in two parts from the start',
    'T01 is recorded by its parts at baseline: 60 mm together, with a density of 80 HU.',
    [
      [
        { id: 'T01', role: 'target', location: 'LIVER' },
        target(35, 90, { id: 'T01a', splitFrom: 'T01' }),
        target(25, 70, { id: 'T01b', splitFrom: 'T01' }),
        second(40, 60),
      ],
      [
        target(35, 66, { id: 'T01a', splitFrom: 'T01' }),
        target(25, 66, { id: 'T01b', splitFrom: 'T01' }),
        second(40, 53),
      ],
    ]
  ),
  course(
    'Targets that merge',
    'T02 is confluent with T01, which carries the diameter and the density of both: 95 mm and 60 HU against 100 mm and 70 HU (-14.29 %): SD. It stays merged at V2, where it is not listed, and is measured again at V3.',
    [
      base,
      [target(95, 60), second(null, null, { mergedInto: 'T01' })],
      [target(94, 60)],
      [target(54, 60), second(36, 60)],
    ]
  ),
  course(
    'Target ablated',
    'T02 ablated on study: not evaluable from then on, and with it the sum and the density.',
    ablated
  ),
  course(
    'Target ablated, counted as 0',
    'The same where the protocol counts it as gone: 54 of 100 mm is PR by size. Its density is left out, that of T01 is compared with the mean of the baseline.',
    ablated,
    { parameters: { localTreatment: 'zero' } }
  ),
  course(
    'Target ablated, left out',
    'The same where the protocol leaves it out on both sides: 54 of 60 mm is PR with exactly 10 %, and 75 HU is compared with the 80 HU of T01 alone (-6.25 %).',
    ablated,
    { parameters: { localTreatment: 'exclude' } }
  ),
  course(
    'Every target ablated, counted as 0',
    'A sum of 0 mm, but no complete response: what was treated is not gone by the drug. PR at both visits, 0 mm being no growth over 0 mm.',
    [[target(60, 80)], [target(30, 20, treated)], [target(28, 20)]],
    { parameters: { localTreatment: 'zero' } }
  ),
  course(
    'Every target ablated, left out',
    'Nothing is left to sum: NE.',
    [[target(60, 80)], [target(30, 20, treated)]],
    { parameters: { localTreatment: 'exclude' } }
  ),
  course(
    'Dates',
    'T01 and T02 were scanned on different days. A response has the date of the latest scan, a progression of the sum that of its latest target.',
    [
      base,
      [target(54, 80, { date: '2026-03-02' }), second(36, 60, { date: '2026-03-04' })],
      [
        target(60, 80, { date: '2026-04-27' }),
        second(39, 60, { date: '2026-04-28' }),
        other('present', { date: '2026-04-30' }),
      ],
    ]
  ),
];
