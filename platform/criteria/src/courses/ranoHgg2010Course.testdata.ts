import { fresh, gone, notRead, second, seen, tumour, unmeasured } from './brain.testdata.js';
import type { BrainLesion } from './brain.testdata.js';
import { coursesOf, dateOn } from './course.testdata.js';

const course = coursesOf<BrainLesion>('rano-hgg-2010');
const flair = { t2Flair: 'STABLE_OR_BETTER' };
const at = (lesions: readonly BrainLesion[], more: Readonly<Record<string, unknown>> = {}) =>
  seen(lesions, { ...flair, ...more });
const higher = { steroids: 'HIGHER' };
const inField = { inHighDoseField: true };
const afterRadiotherapy = { setting: 'newDiagnosis', radiotherapyEndDate: dateOn(0) };

/** Steroids, the weeks after radiotherapy, and what is entered amiss. */
export const ranoHgg2010Course = [
  course(
    'Higher steroids, then the dose is back',
    'A stable scan and then one that would be a PR on a higher dose are both undetermined: NE with STEROID. A visit that could not be read and one whose dose was not told settle nothing. With the dose back and no progression both become SD.',
    [
      [tumour(40, 30)],
      at([tumour(39, 30)], higher),
      at([tumour(25, 20)], higher),
      at([], { evaluable: false }),
      at([tumour(25, 20)], { steroids: null }),
      at([tumour(25, 20)]),
    ]
  ),
  course(
    'Higher steroids, then progression',
    'Two stable scans on a higher dose are undetermined; the growth that follows dates progression back to the first rise of the dose.',
    [
      [tumour(40, 30)],
      at([tumour(40, 30)], higher),
      at([tumour(40, 31)], higher),
      at([tumour(50, 30)], higher),
    ]
  ),
  course(
    'Growth while the steroids are lowered',
    "Growth of 25 % on a lower dose is PD. (sizePdOnTaper 'pd'; one table of the paper asks for stable or increasing steroids.)",
    [{ lesions: [tumour(40, 30)], steroids: 'SAME' }, at([tumour(50, 30)], { steroids: 'LOWER' })]
  ),
  course(
    'Growth while the steroids are lowered proves nothing',
    "With sizePdOnTaper 'ne' growth alone is NE on a lower dose and off steroids that were taken at baseline; with clinical decline beside it it is PD.",
    [
      { lesions: [tumour(40, 30)], steroids: 'SAME' },
      at([tumour(50, 30)], { steroids: 'LOWER' }),
      at([tumour(50, 30)], { steroids: 'NONE' }),
      at([tumour(50, 30)], { steroids: 'LOWER', clinicalStatus: 'WORSE' }),
    ],
    { parameters: { sizePdOnTaper: 'ne' } }
  ),
  course(
    'Nothing told of the patient',
    'Neither steroids nor the clinical status nor T2/FLAIR: a PR stays one, but disease that is gone is PR and not CR, which needs a patient off steroids.',
    [
      [tumour(40, 30)],
      { lesions: [tumour(25, 20)] },
      { lesions: [tumour(null, null, gone)] },
      { lesions: [tumour(null, null, gone)], steroids: 'NONE', clinicalStatus: 'SAME' },
    ]
  ),
  course(
    'What is not told makes the visit not evaluable',
    "The same with missingContext 'ne': NE, but growth is PD all the same.",
    [[tumour(40, 30)], { lesions: [tumour(25, 20)] }, { lesions: [tumour(50, 40)] }],
    { parameters: { missingContext: 'ne' } }
  ),
  course(
    'Twelve weeks after radiotherapy',
    'Growth within the high-dose field on day 84 after radiotherapy may be its effect: SD with PSEUDOPROGRESSION_WINDOW. On day 85 the same growth is PD.',
    [
      [tumour(40, 20)],
      { ...at([tumour(50, 22)], inField), day: 84 },
      { ...at([tumour(50, 22)], inField), day: 85 },
    ],
    afterRadiotherapy
  ),
  course(
    'Progression in the twelve weeks that counts',
    'A new lesion within the high-dose field on day 58 is SD. Growth that tissue shows to be tumour is PD at once, and so is new enhancement mainly outside the field, on day 84. The days were entered, not counted.',
    [
      [tumour(40, 20)],
      {
        ...at([tumour(40, 20), fresh('unequivocal')], { daysSinceRadiotherapy: 58, ...inField }),
        day: 28,
      },
      {
        ...at([tumour(50, 22), fresh('absent')], {
          daysSinceRadiotherapy: 70,
          ...inField,
          histology: 'TUMOUR',
        }),
        day: 40,
      },
      {
        ...at([tumour(60, 30)], { daysSinceRadiotherapy: 84, inHighDoseField: false }),
        day: 54,
      },
    ],
    { setting: 'newDiagnosis' }
  ),
  course(
    'Decline in the twelve weeks',
    'Clinical decline alone is not enough within twelve weeks, nor is growth whose place was not told. The end of radiotherapy was not given: the days are counted from the baseline, and the page says so.',
    [
      [tumour(40, 20)],
      { ...at([tumour(40, 20)], { clinicalStatus: 'WORSE', inHighDoseField: false }), day: 42 },
      { ...at([tumour(50, 22)], { clinicalStatus: 'WORSE' }), day: 56 },
      { ...at([tumour(40, 20)]), day: 70 },
    ],
    { setting: 'newDiagnosis' }
  ),
  course(
    'Merged, split and too small to measure',
    'T02 grows into T01, which carries both (SD); then a plane between them shows again. A lesion too small to measure counts 5 x 5 mm and keeps CR away. The parts of T01 are summed and are not new lesions.',
    [
      [tumour(40, 20), second(20, 20)],
      at([tumour(45, 30), second(null, null, { mergedInto: 'T01' })]),
      at([tumour(30, 20), second(20, 15)]),
      at([tumour(0, 0), second(null, null, { tooSmallToMeasure: true })], { steroids: 'NONE' }),
      at([
        tumour(10, 10, { id: 'T01a', splitFrom: 'T01' }),
        tumour(10, 5, { id: 'T01b', splitFrom: 'T01' }),
        second(0, 0),
      ]),
    ]
  ),
  course(
    'Treated locally',
    'T02 is resected on study: its contribution is not known from then on, and the sum is NE.',
    [
      [tumour(40, 20), second(20, 20)],
      at([
        tumour(20, 20),
        second(null, null, { locallyTreated: { date: dateOn(30), kind: 'resection' } }),
      ]),
    ]
  ),
  course(
    'Treated lesions left out',
    "With localTreatment 'exclude' the resected T02 leaves the sum and the baseline it is compared with: 400 of 800 mm² is PR. With T01 treated too nothing is left to sum.",
    [
      [tumour(40, 20), second(20, 20)],
      at([tumour(20, 20), second(null, null, { locallyTreated: { date: dateOn(30) } })]),
      at([tumour(20, 20, { locallyTreated: { date: dateOn(100) } }), second(null, null)]),
    ],
    { parameters: { localTreatment: 'exclude' } }
  ),
  course(
    'A baseline with everything amiss',
    'Six measured lesions, one absent, one too small in one direction (9.9 mm), one below twice its slice thickness, one too small to measure, one merged, one with a perpendicular longer than its longest diameter; "no disease" stated beside them.',
    [
      {
        noDisease: true,
        lesions: [
          tumour(0, 0),
          second(20, 9.9),
          tumour(20, 11, { id: 'T03', sliceThicknessMm: 6 }),
          tumour(null, null, { id: 'T04', tooSmallToMeasure: true }),
          tumour(null, null, { id: 'T05', mergedInto: 'T06' }),
          tumour(12, 14, { id: 'T06', sliceThicknessMm: 5, location: null }),
          unmeasured('present'),
          { id: 'NT02', role: 'non-target', location: 'BRAIN' },
        ],
      },
    ]
  ),
  course(
    'A baseline that could not be read',
    'Nothing to compare with: every visit is NE, whatever it shows. What was entered at a baseline that can not be used is still objected to: an absent non-target lesion, a lesion recorded as new.',
    [
      {
        lesions: [tumour(40, 30), unmeasured('absent'), fresh('equivocal', { id: 'NL00' })],
        evaluable: false,
        reason: 'POOR_QUALITY',
      },
      at([tumour(60, 30), unmeasured('absent'), fresh('unequivocal')]),
    ]
  ),
  course(
    'A baseline lesion without its value',
    'T02 was not readable and T03 has no perpendicular diameter at baseline: no sum, every visit NE. No lesion at all without "no disease" is only a warning, not shown here.',
    [
      [tumour(40, 30), second(null, null, notRead), tumour(20, null, { id: 'T03' })],
      at([tumour(20, 15), second(20, 10), tumour(10, 10, { id: 'T03' })]),
    ]
  ),
  course(
    'A visit with everything amiss',
    'No perpendicular diameter, a size with "absent", a lesion not of the baseline, one with neither size nor state, one not listed, a role that changed, a merge and a split that lead nowhere, a new lesion without a state: each is named, and the sum is NE.',
    [
      [
        tumour(20, 20),
        second(20, 20),
        tumour(20, 20, { id: 'T03' }),
        tumour(20, 20, { id: 'T04' }),
        unmeasured('present'),
        unmeasured('present', 'NT02'),
      ],
      at([
        tumour(20, null),
        second(20, 20, gone),
        tumour(null, null, { id: 'T03' }),
        tumour(10, 10, { id: 'T09' }),
        tumour(20, 20, { id: 'NT01' }),
        { id: 'NT02', role: 'non-target', location: 'BRAIN', mergedInto: 'T10' },
        tumour(10, 10, { id: 'T11a', splitFrom: 'T11' }),
        { id: 'NL01', role: 'new', location: 'BRAIN' },
      ]),
    ]
  ),
  course(
    'No lesion and nothing stated',
    'An empty baseline without "no disease" is a warning: it may be an entry that was forgotten.',
    [[], at([])]
  ),
];
