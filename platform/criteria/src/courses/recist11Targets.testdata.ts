import type { LesionInput } from '../schemas.js';
import { coursesOf } from './course.testdata.js';
import { nodal, second, target, unmeasured } from './recistLesions.testdata.js';

const course = coursesOf<LesionInput>('recist-1.1');

const gone = (id: string, location: string) => unmeasured(id, location, { status: 'absent' });
const mixed = [nodal('T01', 20), target(30, { id: 'T02' })];
const backAfterCr = [
  mixed,
  [nodal('T01', 9), gone('T02', 'LIVER')],
  [nodal('T01', 11), gone('T02', 'LIVER')],
];
const shrunkenNodes = [
  [nodal('T01', 20), nodal('T02', 16, { location: 'PARAAORTIC LYMPH NODE' })],
  [nodal('T01', 4), nodal('T02', 4, { location: 'PARAAORTIC LYMPH NODE' })],
  [nodal('T01', 9.9), nodal('T02', 9.9, { location: 'PARAAORTIC LYMPH NODE' })],
];
const smallNodes = [shrunkenNodes[0] ?? [], shrunkenNodes[2] ?? []];

/** Sums, references and thresholds of the targets. */
export const recist11TargetCourses = [
  course(
    'Thresholds of a large sum',
    'From 100 mm: 70.0 mm is exactly -30 %, PR; 70.1 mm misses it by 0.1 mm, SD. Over the nadir of 70 mm, 83.9 mm misses +20 % by 0.1 mm, SD; 84.0 mm is exactly +20 % and +14 mm, PD.',
    [[target(100)], [target(70)], [target(70.1)], [target(83.9)], [target(84)]]
  ),
  course(
    'Five millimetres over a small nadir',
    'The nadir of 12 mm needs +5 mm too: 15 mm is +25 % and only +3 mm, 16.9 mm +40.83 % and +4.9 mm, both SD; 17 mm is +5 mm, PD.',
    [[target(18)], [target(12)], [target(15)], [target(16.9)], [target(17)]]
  ),
  course(
    'Progression while still 30 % below the baseline',
    'Progression counts from the nadir: 100 mm shrink to 50 mm; 60 mm are 40 % below the baseline, but +20 % over the nadir: PD, and just below it the sum would still be PR.',
    [[target(100)], [target(50)], [target(59.9)], [target(60)]]
  ),
  course(
    'Nodes by their short axis',
    'Two nodes and a liver lesion, 20 + 15 + 25 mm. With one node of 10.0 mm left it is PR; with both below 10 mm and the liver lesion gone it is CR, although the sum is 9.9 + 9 mm.',
    [
      [
        nodal('T01', 20),
        nodal('T02', 15, { location: 'MESENTERIC LYMPH NODE' }),
        target(25, { id: 'T03' }),
      ],
      [
        nodal('T01', 10),
        nodal('T02', 9, { location: 'MESENTERIC LYMPH NODE' }),
        gone('T03', 'LIVER'),
      ],
      [
        nodal('T01', 9.9),
        nodal('T02', 9, { location: 'MESENTERIC LYMPH NODE' }),
        target(0, { id: 'T03' }),
      ],
    ]
  ),
  course(
    'Normal nodes that grow',
    'Both nodes stay below 10 mm while their sum goes from 8 to 19.8 mm, +147.5 % and +11.8 mm: normal nodes are no progression, CR stays.',
    shrunkenNodes
  ),
  course(
    'Normal nodes that grow, rated by the sum',
    'As before with normalNodesBeatPd false: the growth over the nadir wins over the normal size, PD. Nothing was disease again, since both nodes are below 10 mm.',
    shrunkenNodes,
    { parameters: { normalNodesBeatPd: false } }
  ),
  course(
    'Nodes normal at once, rated by the sum',
    'With normalNodesBeatPd false and no growth over the nadir, nodes below 10 mm are CR all the same.',
    smallNodes,
    { parameters: { normalNodesBeatPd: false } }
  ),
  course(
    'Disease back after a complete response',
    'The node of 9 mm made a CR; at 11 mm it is disease again: PD, although +2 mm is far from +5 mm.',
    backAfterCr
  ),
  course(
    'Disease back after a complete response, by the sum rule',
    'The same with reappearAfterCr sumRule: +22.22 % but only +2 mm, and 78 % below the baseline: PR.',
    backAfterCr,
    { parameters: { reappearAfterCr: 'sumRule' } }
  ),
  course(
    'Too small to measure',
    'Two liver lesions, 12 + 14 mm. Seen but too small to measure counts 5 mm each: 10 mm, PR. One gone: 5 mm, PR. A measured 9 mm is +80 % but +4 mm, PR; 10 mm is +5 mm, PD. A number below 5 mm is used as it is.',
    [
      [target(12), target(14, { id: 'T02' })],
      [
        unmeasured('T01', 'LIVER', { tooSmallToMeasure: true }),
        unmeasured('T02', 'LIVER', { tooSmallToMeasure: true }),
      ],
      [target(0), unmeasured('T02', 'LIVER', { tooSmallToMeasure: true })],
      [target(0), target(9, { id: 'T02' })],
      [target(0), target(10, { id: 'T02' })],
      [target(0), target(3, { id: 'T02', tooSmallToMeasure: true })],
    ]
  ),
  course(
    'A node too small to measure is normal',
    'The only node is too small to measure: 5 mm by rule, below 10 mm, so CR. With tstmDefaultMm 4 it adds 4 mm.',
    [
      [nodal('T01', 18)],
      [unmeasured('T01', 'MEDIASTINAL LYMPH NODE', { tooSmallToMeasure: true })],
    ],
    { parameters: { tstmDefaultMm: 4 } }
  ),
  course(
    'Two lesions become one',
    'T02 merges into T01, which carries the joint 30 mm: -14.29 %, SD. T02 is not listed again and stays merged without a query. When the joint mass is gone, both are: CR.',
    [
      [target(20), target(15, { id: 'T02' })],
      [target(30), unmeasured('T02', 'LIVER', { mergedInto: 'T01' })],
      [target(28)],
      [gone('T01', 'LIVER')],
    ]
  ),
  course(
    'Three lesions become one, and two again',
    'T03 merges into T02 and T02 into T01: the joint mass of 50 mm counts once, -16.67 %. Later T02 is apart again and measured, T03 still in it: 20 + 25 mm, -25 %, SD.',
    [
      [target(20), second(20), second(20, { id: 'T03' })],
      [
        target(50),
        unmeasured('T02', 'PANCREAS', { mergedInto: 'T01' }),
        unmeasured('T03', 'PANCREAS', { mergedInto: 'T02' }),
      ],
      [target(20), second(25), unmeasured('T03', 'PANCREAS', { mergedInto: 'T02' })],
    ]
  ),
  course(
    'One lesion becomes two',
    'T01 of 40 mm splits into parts of 12 and 10 mm: 22 mm, -45 %, PR; the parts are no new lesions, even when one splits again: 12 + 6 + 5 mm. A part that is not listed any more is missing, not gone: NE.',
    [
      [target(40)],
      [target(12, { id: 'T01a', splitFrom: 'T01' }), target(10, { id: 'T01b', splitFrom: 'T01' })],
      [
        target(12, { id: 'T01a', splitFrom: 'T01' }),
        target(6, { id: 'T01c', splitFrom: 'T01b' }),
        target(5, { id: 'T01d', splitFrom: 'T01b' }),
        target(0, { id: 'T01b', splitFrom: 'T01' }),
      ],
      [target(12, { id: 'T01a', splitFrom: 'T01', date: '2026-06-25' })],
    ]
  ),
  course(
    'A split lesion keeps one part under its own name',
    'T01 is measured at 12 mm and its part T01b, recorded as new, at 10 mm: 22 mm, PR, no new lesion. With all of it absent under its own name it is CR.',
    [
      [target(40)],
      [target(12), target(10, { id: 'T01b', role: 'new', splitFrom: 'T01' })],
      [gone('T01', 'LIVER')],
    ]
  ),
  course(
    'Decimals as they were recorded',
    'Nothing is rounded before it is compared: 14.0007 mm is +5.0007 mm over 9 mm, PD; 13.9999 mm is +4.9999 mm, no progression although it prints as +5.00 mm, and 53.33 % below the baseline: PR.',
    [[target(30)], [target(9)], [target(13.9999)], [target(14.0007)]]
  ),
];
