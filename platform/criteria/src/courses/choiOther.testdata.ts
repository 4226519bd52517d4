import { course, fresh, gone, other, second, target } from './choiLesions.testdata.js';

const base = [target(60, 80), second(40, 60), other('present')];
const same = [target(60, 80), second(40, 60)];
const allGone = [target(null, null, gone), second(null, null, gone)];
const equivocal = [
  base,
  [...same, other('present'), fresh('equivocal')],
  [...same, other('present'), fresh('unequivocal')],
];

/** What decides beside size and density: nodules, non-targets, new lesions, symptoms. */
export const choiOtherCourses = [
  course(
    'Everything gone, and back',
    'Targets and non-target gone: CR. The liver metastasis back with 3 mm is PD: any size is growth from 0 mm, and its density is that of the baseline.',
    [
      base,
      [...allGone, other('absent')],
      [target(3, 70), second(null, null, gone), other('absent')],
    ]
  ),
  course(
    'Targets gone, non-target not',
    'With the peritoneal nodule still there, or not judged, it is PR; CR only with it gone.',
    [
      base,
      [...allGone, other('present')],
      [...allGone, other(null, { evaluable: false, reason: 'OBSCURED' })],
      [...allGone, other('absent')],
    ]
  ),
  course(
    'Nodule inside a mass',
    'K6: a nodule that enhances inside a mass that has gone hypodense is the typical way in which a stromal tumour escapes imatinib. A stable one changes nothing (PR), one that grew is PD at 80 % of the size and 75 % of the density of the baseline.',
    [
      [target(100, 80)],
      [target(80, 60, { intratumoralNodule: 'stable' })],
      [target(80, 60, { intratumoralNodule: 'grown' })],
    ]
  ),
  course(
    'Nodule inside a non-target',
    'The same in a lesion that is not measured: PD, as progression of the non-target. T01 was scanned two days after the peritoneum, and the date is that of the scan that shows the nodule.',
    [
      base,
      [
        target(54, 60, { date: '2026-03-04' }),
        second(36, 45, { date: '2026-03-04' }),
        other('present', { date: '2026-03-02', intratumoralNodule: 'new' }),
      ],
    ]
  ),
  course(
    'Nodules in several lesions',
    'Every lesion that shows a new or grown nodule is named, targets and non-targets.',
    [
      [...same, other('present'), other('present', { id: 'NT02' })],
      [
        target(54, 60, { intratumoralNodule: 'new' }),
        second(36, 45, { intratumoralNodule: 'grown' }),
        other('present', { intratumoralNodule: 'new' }),
        other('present', { id: 'NT02', intratumoralNodule: 'grown' }),
      ],
    ]
  ),
  course(
    'New node',
    'There is no size from which on a node is a new lesion: a coeliac node with a short axis of 8 mm that was not there is PD (RECIST 1.1 would ask for 10 mm).',
    [same, [...same, { id: 'NL01', role: 'new', location: 'CELIAC LYMPH NODE', shortAxisMm: 8 }]]
  ),
  course(
    'Non-target progression',
    'Size and density are a response at both visits, but the peritoneal disease grows unequivocally at the second: PD.',
    [
      base,
      [target(54, 60), second(36, 45), other('present')],
      [target(54, 60), second(36, 45), other('progressed')],
    ]
  ),
  course(
    'Non-target disease only',
    'Peritoneal disease without a target: non-CR/non-PD, then not evaluable, a visit that was not done, then CR when it is gone, and PD with a new lesion.',
    [
      [other('present')],
      [other('present')],
      [other(null, { evaluable: false })],
      { evaluable: false },
      [other('absent')],
      [other('absent'), fresh('unequivocal')],
    ]
  ),
  course(
    'No disease at baseline',
    'After a complete resection: no evidence of disease, until a liver metastasis appears.',
    [{ noDisease: true }, [], [fresh('unequivocal')]]
  ),
  course(
    'Equivocal new lesion',
    'A liver lesion that may be a cyst that the treatment unmasked: SD at V1. V2 calls it unequivocal: PD, and V1 is revised to PD, the day on which it was first seen.',
    equivocal
  ),
  course(
    'Equivocal new lesion without backdating',
    'The same where the protocol dates progression by the visit that calls it: V1 stays SD.',
    equivocal,
    { parameters: { equivocalBackdate: false } }
  ),
  course(
    'New lesion not looked at again',
    'The equivocal liver lesion of V1 is not mentioned at V2, with everything else gone: not CR but PR, for whether it is there is not known. V3 finds it gone: CR.',
    [
      base,
      [...same, other('present'), fresh('equivocal')],
      [...allGone, other('absent')],
      [...allGone, other('absent'), fresh('absent')],
    ]
  ),
  course(
    'New lesion not looked at, ignored',
    'The same visit where the protocol takes a new lesion that was not judged for none: CR.',
    [base, [...same, other('present'), fresh('equivocal')], [...allGone, other('absent')]],
    { parameters: { newLesionNe: 'ignore' } }
  ),
  course(
    'Symptoms decline',
    'Choi calls stable only what is stable without decline of symptoms: V1 (95 mm) is NE. Neither a response (V2, 90 mm) nor progression (V3) is changed by it; it is noted every time.',
    [
      [target(100, 80)],
      { lesions: [target(95, 80)], symptomaticDecline: true },
      { lesions: [target(90, 80)], symptomaticDecline: true },
      { lesions: [target(99, 80)], symptomaticDecline: true },
    ]
  ),
  course(
    'Symptoms decline, stable all the same',
    'The same V1 where the protocol goes by the images alone: SD.',
    [[target(100, 80)], { lesions: [target(95, 80)], symptomaticDecline: true }],
    { parameters: { 'choi.symptomaticDecline': 'SD' } }
  ),
  course(
    'Response that must be confirmed',
    'PR at week 4, the next visit 21 days later is too soon to confirm it; the one 28 days after it does. The first stable visit on day 14 is too early to count as stable.',
    [
      [target(100, 80)],
      { day: 14, lesions: [target(95, 80)] },
      { day: 28, lesions: [target(95, 60)] },
      { day: 49, lesions: [target(95, 60)] },
      { day: 56, lesions: [target(95, 60)] },
    ],
    { parameters: { confirmation: 'responses' } }
  ),
];
