import type { LesionInput } from '../schemas.js';
import { coursesOf } from './course.testdata.js';
import { fresh, nonTarget, second, target, third, unmeasured } from './recistLesions.testdata.js';

const course = coursesOf<LesionInput>('recist-1.1');

const three = [target(20), second(20), third(10)];
const unread = unmeasured('T03', 'SPLEEN', { evaluable: false, reason: 'NOT_IMAGED' });
const partial = [three, [target(40), second(40), unread], [target(20), second(20), unread]];
const resected = { locallyTreated: { date: '2026-02-10', kind: 'resection' } };
const treatedCourse = [[target(40), second(50)], [target(0, resected), second(56)], [second(63)]];

/** What was not measured, not imaged, or treated by itself. */
export const recist11MissingCourses = [
  course(
    'A sum with a target missing is a lower bound',
    'T03 was not imaged. What was read, 80 mm, is already +60 % over 50 mm: PD whatever T03 is. Then what was read is 40 mm: NE, never PR.',
    partial
  ),
  course(
    'A sum with a target missing never rates',
    'The same with partialBounds none: 80 mm of two targets are NE too.',
    partial,
    { parameters: { partialBounds: 'none' } }
  ),
  course(
    'A nadir from a sum with a target missing',
    'V1 reads 40 mm of two targets. By default it sets no nadir: 48 mm at V2 are 4 % below the nadir of 50 mm, SD.',
    [three, [target(20), second(20), unread], [target(19), second(19), third(10)]]
  ),
  course(
    'A nadir from a sum with a target missing, allowed',
    'The same with nadirFromPartial: V1 sets the nadir to 40 mm, and 48 mm at V2 are +20 % and +8 mm: PD.',
    [three, [target(20), second(20), unread], [target(19), second(19), third(10)]],
    { parameters: { nadirFromPartial: true } }
  ),
  course(
    'Reasons why a target has no value',
    'Each visit is NE for another reason: no measurement entered, not listed, said to be gone with a size, a joint mass that is not listed, no reason given. Non-targets cannot save the visit.',
    [
      [target(30), second(20), nonTarget('present')],
      [target(20), unmeasured('T02', 'PANCREAS', {}), nonTarget('present')],
      [target(20), nonTarget('absent')],
      [target(20), second(9, { status: 'absent' }), nonTarget('present')],
      [target(20), unmeasured('T02', 'PANCREAS', { mergedInto: 'T07' }), nonTarget('present')],
      [target(20), unmeasured('T02', 'PANCREAS', { evaluable: false }), nonTarget('present')],
      [target(20), second(0, { status: 'present' }), nonTarget('present')],
    ]
  ),
  course(
    'A resected target',
    'T01 is resected at day 36. From then on it is not evaluable: V1 is NE since 56 mm of T02 are no +20 % over 90 mm. V2 does not list T01, which is no omission.',
    treatedCourse
  ),
  course(
    'A resected target counts as 0',
    'The same with localTreatment zero: T01 adds 0 but is not gone. 56 mm are 37.78 % below 90 mm, PR; 63 mm are exactly -30 % and +12.5 % over the nadir: PR.',
    treatedCourse,
    { parameters: { localTreatment: 'zero' } }
  ),
  course(
    'A resected target leaves the sums',
    'The same with localTreatment exclude: T02 alone against its own 50 mm. 56 mm are +12 %, SD; 63 mm are +26 % and +13 mm, PD.',
    treatedCourse,
    { parameters: { localTreatment: 'exclude' } }
  ),
  course(
    'Every target treated',
    'The only target is ablated, without a date of its own, and excluded: no sum is left, NE. The non-target was irradiated too and is left out: nothing remains that could be rated, NE as well.',
    [
      [target(30), nonTarget('present')],
      [
        target(12, { locallyTreated: { kind: 'ablation' } }),
        nonTarget('absent', { locallyTreated: { kind: 'radiotherapy' } }),
      ],
    ],
    { parameters: { localTreatment: 'exclude' } }
  ),
  course(
    'A merged lesion over a visit that was not evaluable',
    'T02 merges into T01 at V1; V2 could not be read. At V3 T01 alone is listed: T02 is still in it, and 30 mm of 35 mm are -14.29 %, SD. At V4 neither is listed: NE. At V5 T02 is listed without a word, and T01 is gone: CR.',
    [
      [target(20), target(15, { id: 'T02' })],
      [target(30), unmeasured('T02', 'LIVER', { mergedInto: 'T01' })],
      { evaluable: false },
      [target(30)],
      [],
      [target(0), unmeasured('T02', 'LIVER', {})],
    ]
  ),
  course(
    'A local treatment after the scan',
    'The lesion is ablated two weeks after the scan of V1: V1 still counts as measured, PR; V2 is NE.',
    [
      [target(30)],
      [target(18, { locallyTreated: { date: '2026-03-16', kind: 'ablation' } })],
      [target(0)],
    ]
  ),
  course(
    'Irradiated non-targets',
    'A bone lesion irradiated on study is not evaluable from then on: target CR with non-target NE is PR.',
    [
      [target(30), nonTarget('present')],
      [
        target(0),
        nonTarget('absent', { locallyTreated: { date: '2026-02-01', kind: 'radiotherapy' } }),
      ],
    ]
  ),
  course(
    'Irradiated non-targets, treated lesions counted as 0',
    'With localTreatment zero the irradiated bone lesion is neither missing nor gone: non-target NON-CR/NON-PD, overall PR.',
    [
      [target(30), nonTarget('present')],
      [
        target(0),
        nonTarget('absent', { locallyTreated: { date: '2026-02-01', kind: 'radiotherapy' } }),
      ],
    ],
    { parameters: { localTreatment: 'zero' } }
  ),
  course(
    'A visit that was not evaluable',
    'V1 could not be read, V2 neither, without a reason: NE, whatever is listed, and no query about lesions that are not listed. Both leave the nadir of 30 mm: 36 mm at V3 are +20 % and +6 mm, PD.',
    [
      [target(30), nonTarget('present')],
      { lesions: [target(10), fresh('unequivocal')], evaluable: false, reason: 'POOR_QUALITY' },
      { evaluable: false },
      [target(36), nonTarget('present')],
    ]
  ),
  course(
    'A baseline without a measurement',
    'T02 has no diameter at baseline: there is no reference, every visit is NE and the best response is NE, in spite of a new lesion.',
    [
      [target(30), unmeasured('T02', 'PANCREAS', {})],
      [target(10), second(10)],
      [target(10), second(10), fresh('unequivocal')],
    ]
  ),
  course(
    'A baseline that was not evaluable',
    'The baseline scan could not be read: every visit is NE. The second baseline lesion is not evaluable by itself.',
    [
      {
        lesions: [
          target(30),
          unmeasured('T02', 'PANCREAS', { evaluable: false, reason: 'OBSCURED' }),
        ],
        evaluable: false,
        reason: 'POOR_QUALITY',
      },
      [target(10), second(0)],
    ]
  ),
  course(
    'Non-target disease alone, baseline not evaluable',
    'Without targets there is no target response to be NE, but the visit is NE: nothing is known of the baseline.',
    [{ lesions: [nonTarget('present')], evaluable: false }, [nonTarget('absent')]]
  ),
];
