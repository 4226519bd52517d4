import { course, gone, index, lungs, second } from './irrcLesions.testdata.js';

const edges = [
  [index(40, 25)],
  [index(40, 12.52)],
  [index(40, 12.5)],
  [index(40, 15.6)],
  [index(40, 15.625)],
];
const doubtful = [
  [index(30, 20)],
  [index(30, 25)],
  [index(37, 20)],
  [index(38, 20)],
  [index(38.5, 20)],
];
const unresolved = [[index(40, 25)], [index(50, 25)]];

/** The total tumour burden, and progression that has to be confirmed. */
export const irrcBurdenCourses = [
  course(
    'Response after growth',
    'W1: 1000 mm² grow to 1200 (+20 %, irSD), then shrink to 480 and 450 mm²: irPR, confirmed after eight weeks.',
    [
      [index(40, 20), second(20, 10)],
      [index(40, 25), second(20, 10)],
      [index(30, 12), second(12, 10)],
      [index(30, 11), second(12, 10)],
    ]
  ),
  course(
    'Half the baseline, a quarter over the nadir',
    'Of 1000 mm², 500.8 are irSD and 500 (40 x 12.5) irPR. Over that nadir 624 (+24.8 %) are irSD, being more than half the baseline; 625 (40 x 15.625, +25 %) are irPD.',
    edges
  ),
  course(
    'Progression within a response',
    'W2: 400, 499 and 500 of 1000 mm²: 500 is half the baseline, but 25 % over the nadir of 400: irPD goes before irPR.',
    [[index(40, 25)], [index(40, 10)], [index(49.9, 10)], [index(50, 10)]]
  ),
  course(
    'Response goes before progression',
    'The same where the protocol gives way to the response: irPR.',
    [[index(40, 25)], [index(40, 10)], [index(49.9, 10)], [index(50, 10)]],
    { parameters: { irPdBeatsPr: false } }
  ),
  course(
    'Progression that is void, and one that is confirmed',
    'W5: 600 mm²; 750 is irPD (+25 %), but 740 at the next assessment is not 25 % over 600: V1 is void and counts as irSD. 760 is irPD again, 770 confirms it: progression is dated V3.',
    doubtful
  ),
  course(
    'A void progression is no answer',
    'The same where the protocol takes a void irPD for not evaluable.',
    doubtful.slice(0, 3),
    { parameters: { voidIrPd: 'NE' } }
  ),
  course(
    'Progression final at once',
    'The same where the protocol asks for no confirmation.',
    doubtful.slice(0, 3),
    { parameters: { irPdConfirmation: false } }
  ),
  course(
    'Confirmed 28 days later, not 27',
    'W3: V2 is 27 days after V1 and confirms nothing, V3 after 28 days does.',
    [
      { lesions: [index(40, 25)] },
      { day: 84, lesions: [index(50, 25)] },
      { day: 111, lesions: [index(52, 25)] },
      { day: 112, lesions: [index(52, 25)] },
    ]
  ),
  course(
    'Confirmed over one assessment that failed',
    'V2 could not be read; V3 confirms V1 all the same.',
    [
      [index(40, 25)],
      [index(50, 25)],
      { evaluable: false, reason: 'POOR_QUALITY' },
      [index(52, 25)],
    ]
  ),
  course(
    'Void after two that failed',
    'Two assessments in a row that could not be read are too many to be consecutive: V1 is void; V4 is progression of its own, with none after it.',
    [[index(40, 25)], [index(50, 25)], { evaluable: false }, { evaluable: false }, [index(52, 25)]]
  ),
  course('Progression that nothing follows', 'The last assessment is irPD: it stands.', unresolved),
  course(
    'Progression that nothing follows is no answer',
    'The same where the protocol counts only what was confirmed: not evaluable.',
    unresolved,
    { parameters: { unresolvedIrPd: 'NE' } }
  ),
  course(
    'Everything gone, and back',
    'Index and non-index lesions gone: irCR. What comes back is any growth over 0 mm²: irPD, confirmed by the next.',
    [
      [index(40, 20), lungs('present')],
      [index(null, null, gone), lungs('absent')],
      [index(5, 4), lungs('absent')],
      [index(6, 5), lungs('absent')],
    ]
  ),
  course(
    'Non-index lesions never decide alone',
    'W4, W6: index lesions gone, but the lungs persist, are worse, or were not read: irPR each time. Half the burden with lungs that are unequivocally worse: irPR; non-index lesions never are irPD.',
    [
      [index(40, 25), lungs('present')],
      [index(40, 12.5), lungs('progressed')],
      [index(null, null, gone), lungs('present')],
      [index(null, null, gone), lungs('progressed')],
      [index(null, null, gone), lungs(null, { evaluable: false })],
    ]
  ),
];
