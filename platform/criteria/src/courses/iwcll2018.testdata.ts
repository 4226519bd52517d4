import type { IwcllTimepoint, Labs } from '../iwcll2018/inputs.js';
import type { LesionInput } from '../schemas.js';
import { type Course, coursesOf } from './course.testdata.js';

const course = coursesOf<LesionInput>('iwcll-2018');
const axillary = (
  longest: number,
  across: number,
  more: Partial<LesionInput> = {}
): LesionInput => ({
  id: 'N1',
  role: 'target',
  location: 'AXILLARY LYMPH NODE',
  laterality: 'LEFT',
  longestDiameterMm: longest,
  perpendicularDiameterMm: across,
  ...more,
});
const mesenteric = (longest: number, across: number, more: Partial<LesionInput> = {}) =>
  axillary(longest, across, { id: 'N2', location: 'MESENTERIC LYMPH NODE', ...more });
const stated = (more: Partial<LesionInput>): LesionInput => ({
  id: 'N1',
  role: 'target',
  location: 'AXILLARY LYMPH NODE',
  ...more,
});
const freshNode = (longest: number, more: Partial<LesionInput> = {}): LesionInput => ({
  id: 'L1',
  role: 'new',
  location: 'INGUINAL LYMPH NODE',
  longestDiameterMm: longest,
  ...more,
});

/** A visit of normal findings, except what is named. */
const visit = (
  lesions: readonly LesionInput[],
  labs: Labs = {},
  more: Omit<IwcllTimepoint, 'id' | 'lesions' | 'labs'> & { readonly [name: string]: unknown } = {}
) => ({
  spleenLengthMm: 110,
  liverExcessMm: 0,
  constitutionalSymptoms: false,
  labs: { lymphocytes10e9PerL: 2, platelets10e9PerL: 200, haemoglobinGPerDl: 13, ...labs },
  ...more,
  lesions,
});
const normalNode = [axillary(14, 10)];
const baseline = visit(
  [axillary(100, 50)],
  { lymphocytes10e9PerL: 80, haemoglobinGPerDl: 9 },
  { spleenLengthMm: 180 }
);
const treated = (lymphocytes10e9PerL: number) =>
  visit(
    [axillary(60, 40)],
    { lymphocytes10e9PerL, haemoglobinGPerDl: 12 },
    { spleenLengthMm: 155 }
  );

export const iwcll2018Courses: readonly Course[] = [
  course(
    'Partial response, confirmed',
    'Nodes 5000 to 2400 mm², −52 %; spleen 50 to 25 mm over 130 mm, exactly half; lymphocytes 80 to 40, exactly half; haemoglobin 12: PR. The same 56 days later confirms it.',
    [baseline, treated(40), treated(40)]
  ),
  course(
    'PR-L under an inhibitor of the B-cell receptor',
    'Nodes and spleen half, lymphocytes 80 to 150, which would be progression, but lymphocytosis alone is none under ibrutinib: PR-L. V2: lymphocytes 40, half: PR.',
    [baseline, treated(150), treated(40)],
    { bcrInhibitor: true }
  ),
  course(
    'The same lymphocytes without an inhibitor',
    'Lymphocytes 80 to 119: not half gone, not half more. Nodes and spleen improved, two of three: PR. V2: 120, exactly +50 %: PD.',
    [baseline, treated(119), treated(120)]
  ),
  course(
    'Complete response',
    'V1: every item normal and the marrow too: CR. V2: marrow not done: PR. V3: marrow hypocellular: CRi. V4: nodules in the marrow: PR. V5: symptoms: PR. V6: symptoms not stated: PR.',
    [
      baseline,
      visit(normalNode, { marrow: 'normal' }),
      visit(normalNode),
      visit(normalNode, { marrow: 'hypocellular' }),
      visit(normalNode, { marrow: 'involved' }),
      visit(normalNode, { marrow: 'normal' }, { constitutionalSymptoms: true }),
      visit(normalNode, { marrow: 'normal' }, { constitutionalSymptoms: null }),
    ]
  ),
  course(
    'Complete but for a cytopenia',
    'V1: platelets 80 after therapy: CRi. V2: haemoglobin 10.9, due to the leukaemia: no better than at baseline: SD. V3: haemoglobin 12 under transfusion is no normal value: CRi. V4: platelets 99.9, cause not stated: CRi, and it is asked for, as they are half of the baseline. V5: platelets 100: CR.',
    [
      baseline,
      visit(normalNode, { marrow: 'normal', platelets10e9PerL: 80, cytopeniaDueToCll: false }),
      visit(normalNode, { marrow: 'normal', haemoglobinGPerDl: 10.9, cytopeniaDueToCll: true }),
      visit(normalNode, { marrow: 'normal', haemoglobinGPerDl: 12, supported: true }),
      visit(normalNode, { marrow: 'normal', platelets10e9PerL: 99.9 }),
      visit(normalNode, { marrow: 'normal', platelets10e9PerL: 100 }),
    ]
  ),
  course(
    'What keeps a complete response away',
    'Marrow normal throughout. V1: node of 15 mm: PR. V2: spleen 130 mm is enlarged, newly after 110 mm: PD. V3: lymphocytes 4: PR. V4: a second node without a size: NE for the nodes; one of two other items improved is not enough: NE.',
    [
      visit([axillary(100, 50), mesenteric(20, 20)], { lymphocytes10e9PerL: 80 }),
      visit([axillary(15, 10), mesenteric(10, 8)], { marrow: 'normal' }),
      visit([axillary(14, 10), mesenteric(10, 8)], { marrow: 'normal' }, { spleenLengthMm: 130 }),
      visit([axillary(14, 10), mesenteric(10, 8)], { marrow: 'normal', lymphocytes10e9PerL: 4 }),
      visit([axillary(14, 10), mesenteric(10, 8, { evaluable: false, reason: 'OBSCURED' })], {
        marrow: 'normal',
      }),
    ]
  ),
  course(
    'Nodes against the lowest',
    'Nodes 5000, 2400, then 3595 mm², +49.8 % over the lowest: still 28 % below the baseline: SD. V3: 3600 mm², exactly +50 %: PD.',
    [
      visit([axillary(100, 50)]),
      visit([axillary(60, 40)]),
      visit([axillary(71.9, 50)]),
      visit([axillary(72, 50)]),
    ]
  ),
  course(
    'Normal nodes that grow',
    'V1: 10 × 10 mm: normal. V2: 14 × 14 mm, +96 %, but under 15 mm: no progression: PR, the marrow not being done. V3: 15 × 14 mm: PD.',
    [
      visit([axillary(30, 30)]),
      visit([axillary(10, 10)]),
      visit([axillary(14, 14)]),
      visit([axillary(15, 14)]),
    ]
  ),
  course(
    'Growth before normal size',
    'normalNodesBeatPd is false: 10 × 10 to 14 × 14 mm is progression, normal or not.',
    [visit([axillary(30, 30)]), visit([axillary(10, 10)]), visit([axillary(14, 14)])],
    { parameters: { normalNodesBeatPd: false } }
  ),
  course(
    'New node',
    'V1: 14.9 mm: not new. V2: 15 mm, equivocal: acts as none. V3: 15 mm: PD, and V2 is revised to PD. V4: a lung lesion that the reader calls unequivocal: PD. V5: the node gone, the lung lesion not looked at: all normal, but no CR: PR.',
    [
      visit([axillary(30, 30)]),
      visit([axillary(30, 30), freshNode(14.9)]),
      visit([axillary(30, 30), freshNode(15, { status: 'equivocal' })]),
      visit([axillary(30, 30), freshNode(15)]),
      visit([
        axillary(30, 30),
        freshNode(12),
        { id: 'L2', role: 'new', location: 'LUNG', status: 'unequivocal' },
      ]),
      visit(
        [
          axillary(12, 10),
          freshNode(12, { status: 'absent' }),
          { id: 'L2', role: 'new', location: 'LUNG', evaluable: false },
        ],
        { marrow: 'normal' }
      ),
    ]
  ),
  course(
    'Spleen and liver',
    'Both enlarged, with one node: two items of group A. V1: spleen −50 % of its excess, liver −49 %: the organs count as one and are not improved; the node is: one of two: SD. V2: liver 20 mm, half: PR. V3: spleen 167.4 mm, 37.4 mm over normal, is short of +50 % of the lowest excess of 25 mm by 0.1 mm: no progression, no improvement: SD. V4: 167.5 mm: PD.',
    [
      visit([axillary(40, 20)], {}, { spleenLengthMm: 180, liverExcessMm: 40 }),
      visit([axillary(20, 20)], {}, { spleenLengthMm: 155, liverExcessMm: 20.4 }),
      visit([axillary(20, 20)], {}, { spleenLengthMm: 155, liverExcessMm: 20 }),
      visit([axillary(20, 20)], {}, { spleenLengthMm: 167.4, liverExcessMm: 20 }),
      visit([axillary(20, 20)], {}, { spleenLengthMm: 167.5, liverExcessMm: 20 }),
    ]
  ),
  course(
    'Spleen by its length',
    'spleenMetric is length. 180 to 155 mm is −14 %: not improved. V2: normal again at 129 mm, −28 %: normal, which is better than half: PR. V3: 130 mm: enlarged again: PD.',
    [
      visit([axillary(40, 20)], {}, { spleenLengthMm: 180 }),
      visit([axillary(20, 20)], {}, { spleenLengthMm: 155 }),
      visit([axillary(20, 20)], {}, { spleenLengthMm: 129 }),
      visit([axillary(20, 20)], {}, { spleenLengthMm: 130 }),
    ],
    { parameters: { spleenMetric: 'length' } }
  ),
  course(
    'Normal again, but not by half',
    'Only slightly abnormal at baseline: node 15 × 12 mm, lymphocytes 5. V1: node 14 × 11 mm, −14 %, lymphocytes 3.9, −22 %: both normal, which is better than half: with symptoms left PR, the marrow being normal.',
    [
      visit([axillary(15, 12)], { lymphocytes10e9PerL: 5 }, { constitutionalSymptoms: true }),
      visit(
        [axillary(14, 11)],
        { lymphocytes10e9PerL: 3.9, marrow: 'normal' },
        { constitutionalSymptoms: true }
      ),
    ]
  ),
  course(
    'Liver newly enlarged',
    'Liver of normal size at baseline. V1: 5 mm below the costal margin: newly enlarged: PD. V2: transformation alone: PD.',
    [
      visit([axillary(30, 30)]),
      visit([axillary(30, 30)], {}, { liverExcessMm: 5 }),
      visit([axillary(12, 10)], { marrow: 'normal' }, { transformation: true }),
    ]
  ),
  course(
    'Liver that grows',
    'Enlarged by 20 mm at baseline, the node half gone since. V1: 29.9 mm is short of +50 %: no improvement of the organs, one group A item of two better: SD. V2: 30 mm, exactly +50 %: PD.',
    [
      visit([axillary(40, 20)], {}, { liverExcessMm: 20 }),
      visit([axillary(20, 20)], {}, { liverExcessMm: 29.9 }),
      visit([axillary(20, 20)], {}, { liverExcessMm: 30 }),
    ]
  ),
  course(
    'Lymphocytes alone',
    'Only the lymphocytes are abnormal, 4 × 10⁹/L being the limit. V1: 2, half and normal: PR, the marrow not being done. V2: 2.1 is not half, but normal: PR. V3: 5.9: SD. V4: 6, +50 %: PD.',
    [
      visit([], { lymphocytes10e9PerL: 4 }),
      visit([], { lymphocytes10e9PerL: 2 }),
      visit([], { lymphocytes10e9PerL: 2.1 }),
      visit([], { lymphocytes10e9PerL: 5.9 }),
      visit([], { lymphocytes10e9PerL: 6 }),
    ]
  ),
  course(
    'Lymphocytes that rise from normal',
    'V1: 4.9 is more than +50 % of 2, but under 5: no progression: SD. V2: 5: PD.',
    [
      visit([axillary(30, 30)]),
      visit([axillary(30, 30)], { lymphocytes10e9PerL: 4.9 }),
      visit([axillary(30, 30)], { lymphocytes10e9PerL: 5 }),
    ]
  ),
  course(
    'Platelets',
    'Platelets 60, nodes 60 % smaller. V1: 89, +48.3 %: not improved: SD. V2: 90, exactly +50 %: PR. V3: 100 under transfusion does not count: SD. V4: 30, exactly half, due to the leukaemia: PD. V5: the same, cause not stated: it is asked for, SD. V6: due to therapy: SD.',
    [
      visit([axillary(50, 20)], { platelets10e9PerL: 60 }),
      visit([axillary(20, 20)], { platelets10e9PerL: 89 }),
      visit([axillary(20, 20)], { platelets10e9PerL: 90 }),
      visit([axillary(20, 20)], { platelets10e9PerL: 100, supported: true }),
      visit([axillary(20, 20)], { platelets10e9PerL: 30, cytopeniaDueToCll: true }),
      visit([axillary(20, 20)], { platelets10e9PerL: 30 }),
      visit([axillary(20, 20)], { platelets10e9PerL: 30, cytopeniaDueToCll: false }),
    ]
  ),
  course(
    'Haemoglobin',
    'Haemoglobin 12, nodes stable. V1: 10.1, −1.9 g/dL due to the leukaemia: SD. V2: 10.0, −2.0 g/dL: PD. V3: the same, cause not stated: asked for, SD.',
    [
      visit([axillary(30, 30)], { haemoglobinGPerDl: 12 }),
      visit([axillary(30, 30)], { haemoglobinGPerDl: 10.1, cytopeniaDueToCll: true }),
      visit([axillary(30, 30)], { haemoglobinGPerDl: 10, cytopeniaDueToCll: true }),
      visit([axillary(30, 30)], { haemoglobinGPerDl: 10 }),
    ]
  ),
  course(
    'Marrow',
    'CLL cells of the marrow 40 %, then 20 %. V2: 29 %, +45 %: no progression. V3: 30 %, +50 % of the lowest: PD.',
    [
      visit([axillary(40, 20)], { marrowCllPct: 40 }),
      visit([axillary(20, 20)], { marrowCllPct: 20, marrow: 'involved' }),
      visit([axillary(20, 20)], { marrowCllPct: 29, marrow: 'involved' }),
      visit([axillary(20, 20)], { marrowCllPct: 30, marrow: 'involved' }),
    ]
  ),
  course(
    'Only one item of group A abnormal',
    'Nodes −60 %, spleen and lymphocytes normal at baseline, platelets 70 to 110: PR. V2: platelets 70: none of group B improved: SD. V3: platelets not given: NE, and they are asked for.',
    [
      visit([axillary(50, 20)], { platelets10e9PerL: 70 }),
      visit([axillary(20, 20)], { platelets10e9PerL: 110 }),
      visit([axillary(20, 20)], { platelets10e9PerL: 70 }),
      visit([axillary(20, 20)], { platelets10e9PerL: null }),
    ]
  ),
  course(
    'Items that are not given',
    'V1: spleen not measured; nodes and lymphocytes improved, which is enough: PR, and the spleen is asked for. V2: nodes not measured either: NE. V3: nodes not measured, but lymphocytes 120: PD. V4: no blood counts: nodes and spleen are enough for group A, but haemoglobin was abnormal: NE.',
    [
      baseline,
      visit(
        [axillary(60, 40)],
        { lymphocytes10e9PerL: 40, haemoglobinGPerDl: 12 },
        { spleenLengthMm: null }
      ),
      visit(
        [stated({})],
        { lymphocytes10e9PerL: 40, haemoglobinGPerDl: 12 },
        { spleenLengthMm: null }
      ),
      visit(
        [stated({ evaluable: false, reason: 'NOT_IMAGED' })],
        { lymphocytes10e9PerL: 120, haemoglobinGPerDl: 12 },
        { spleenLengthMm: 155 }
      ),
      {
        spleenLengthMm: 155,
        liverExcessMm: 0,
        constitutionalSymptoms: false,
        lesions: [axillary(60, 40)],
      },
    ]
  ),
  course(
    'States of a node',
    'V1: too small to measure counts 5 × 5 mm: normal. V2: gone. V3: treated locally: not evaluable from then on, NE.',
    [
      visit([axillary(30, 30)]),
      visit([stated({ tooSmallToMeasure: true })], { marrow: 'normal' }),
      visit([stated({ status: 'absent' })], { marrow: 'normal' }),
      visit([axillary(12, 10, { locallyTreated: { date: '2026-06-01', kind: 'RADIOTHERAPY' } })]),
    ]
  ),
  course(
    'A visit that was not evaluable',
    'V1: nothing of the visit could be assessed: NE, and nothing is asked for. V2: PR against the baseline.',
    [baseline, { evaluable: false, reason: 'POOR_QUALITY' }, treated(40)]
  ),
  course(
    'Nothing abnormal at baseline',
    'No node, spleen, liver or lymphocytes abnormal: the criterion is not applicable: every visit is NE.',
    [visit([]), visit([freshNode(30)])]
  ),
  course(
    'Baseline without a product',
    'A node without its perpendicular diameter at baseline: every visit is NE.',
    [
      visit([stated({ longestDiameterMm: 30 }), mesenteric(20, 20)]),
      visit([axillary(20, 20), mesenteric(10, 10)]),
    ]
  ),
  course(
    'Baseline entries that are asked about',
    'A seventh node; a node of 14 mm, which is normal; everything but the nodes is missing: a warning each, and no part in the response.',
    [
      {
        lesions: [
          axillary(14, 10),
          mesenteric(30, 20),
          ...[3, 4, 5, 6, 7].map(n => mesenteric(20, 20, { id: `N${n}` })),
        ],
      },
    ]
  ),
];
