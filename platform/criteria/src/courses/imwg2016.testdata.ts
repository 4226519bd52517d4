import type { Labs } from '../imwg2016/inputs.js';
import type { LesionInput } from '../schemas.js';
import { coursesOf, dateOn } from './course.testdata.js';

const course = coursesOf<LesionInput>('imwg-2016');
/** Visits four weeks apart, each with its laboratory. */
const courseOf = (
  title: string,
  shows: string,
  visits: readonly {
    readonly labs?: Labs;
    readonly lesions?: LesionInput[];
    readonly evaluable?: boolean;
    readonly reason?: string;
  }[],
  subject: Readonly<Record<string, unknown>> = {}
) =>
  course(
    title,
    shows,
    visits.map((visit, index) => ({ day: 28 * index, ...visit })),
    subject
  );
const serum = (serumMGPerDl: number, more: Labs = {}) => ({ labs: { serumMGPerDl, ...more } });
const flc = (involvedFlcMgPerDl: number, more: Labs = {}) => ({
  labs: { involvedFlcMgPerDl, uninvolvedFlcMgPerDl: 1, flcRatioNormal: false, ...more },
});
const marrow = (marrowPlasmaCellsPct: number) => ({ labs: { marrowPlasmaCellsPct } });
const cells = (circulatingPlasmaCellsPerUl: number) => ({ labs: { circulatingPlasmaCellsPerUl } });
const fixed: Labs = { serumImmunofixation: 'negative', urineImmunofixation: 'negative' };
const mass = (longest: number | null, across: number | null, more: Partial<LesionInput> = {}) => ({
  id: 'T01',
  role: 'target' as const,
  location: 'SOFT TISSUE',
  longestDiameterMm: longest,
  perpendicularDiameterMm: across,
  ...more,
});
const other = (longest: number, across: number) => mass(longest, across, { id: 'T02' });
const fresh = (status: 'equivocal' | 'unequivocal', location = 'BONE'): LesionInput => ({
  id: 'NL01',
  role: 'new',
  location,
  status,
});

export const imwg2016Courses = [
  courseOf(
    'Serum M-protein: partial and minor response',
    '2.26 of 3 g/dL is 24.7 % less: SD. 2.25 is exactly a quarter: MR, which 1.52 (49.3 %) still is; 1.5 is half: PR. A response is confirmed by the next sample that is as good or better; the last one is not.',
    [serum(3), serum(2.26), serum(2.25), serum(1.52), serum(1.5)]
  ),
  courseOf(
    'A response that the next sample lowers',
    'PR, then MR, then SD: the first visit is confirmed as MR, the category of the next sample, and later visits keep that as the best confirmed.',
    [serum(3), serum(1.5), serum(1.9), serum(1.9), serum(2.3)]
  ),
  courseOf(
    'Serum M-protein: very good partial response',
    '90 % less with urine below 100 mg/24 h is VGPR; 0.31 g/dL is 89.7 % less: PR. The urine M-protein was not measurable at baseline, so no reduction of it is asked for.',
    [
      serum(3, { urineMMgPer24h: 60 }),
      serum(0.3, { urineMMgPer24h: 60 }),
      serum(0.31, { urineMMgPer24h: 60 }),
      serum(0.3, { urineMMgPer24h: 100 }),
      serum(0.3),
    ]
  ),
  courseOf(
    'Serum and urine: the lower of the two counts',
    'Both are measurable. Urine 199 mg/24 h is below 200: PR with serum PR. 500 of 1000 mg is half: MR only, 501 SD. Urine missing drops one level: VGPR of serum becomes PR.',
    [
      serum(3, { urineMMgPer24h: 1000 }),
      serum(1.5, { urineMMgPer24h: 199 }),
      serum(0.3, { urineMMgPer24h: 500 }),
      serum(0.3, { urineMMgPer24h: 501 }),
      serum(0.3),
    ]
  ),
  courseOf(
    'A missing marker that makes the visit not evaluable',
    "With imwg.missingItem 'NE' a missing urine sample is not replaced by one level lower.",
    [serum(3, { urineMMgPer24h: 1000 }), serum(1.5)],
    { parameters: { 'imwg.missingItem': 'NE' } }
  ),
  courseOf(
    'Complete and stringent complete response',
    'Immunofixation negative in serum and urine, marrow 3 %: CR. With a normal light chain ratio and no clonal cells: sCR. The marrow of the first visit need not be repeated. At 5 % it is no CR but VGPR.',
    [
      serum(3),
      serum(0, { ...fixed, marrowPlasmaCellsPct: 3 }),
      serum(0, { ...fixed, flcRatioNormal: true, clonalMarrowCells: false }),
      serum(0, { ...fixed, flcRatioNormal: true }),
      serum(0, { ...fixed, marrowPlasmaCellsPct: 5 }),
    ]
  ),
  courseOf(
    'Complete response without marrow, and a positive immunofixation',
    'All but the marrow: VGPR. Serum immunofixation positive with nothing on electrophoresis: VGPR. A value with negative immunofixation contradicts itself, and is named.',
    [
      serum(3),
      serum(0, fixed),
      serum(0, { ...fixed, serumImmunofixation: 'positive', marrowPlasmaCellsPct: 2 }),
      serum(0.2, { ...fixed, marrowPlasmaCellsPct: 2 }),
    ]
  ),
  courseOf(
    'Marrow that must be repeated',
    'With imwg.carryUnrepeated false the marrow of an earlier visit does not count: VGPR at the second.',
    [serum(3), serum(0, { ...fixed, marrowPlasmaCellsPct: 3 }), serum(0, fixed)],
    { parameters: { 'imwg.carryUnrepeated': false } }
  ),
  courseOf(
    'Progression from the lowest confirmed value',
    'One sample of 1.5 g/dL is not enough to be the lowest; two at or below 1.6 make it 1.6. 2.0 is 25 % and 0.4 g/dL over it: no PD. 2.1 is 0.5 g/dL over it: PD, confirmed by the next sample, after which it stays.',
    [serum(3), serum(1.5), serum(1.6), serum(2), serum(2.1), serum(2.1), serum(1)]
  ),
  courseOf(
    'Progression that the next sample does not confirm',
    'Laboratory progression alone: the visit itself is PD, confirmed it is not evaluable, and the best so far is kept.',
    [serum(3), serum(1.5), serum(1.5), serum(2), serum(1.6), serum(1.6)]
  ),
  courseOf(
    'A high serum M-protein',
    'From a lowest value of 5 g/dL on 1 g/dL more is enough, though only 20 %: 5.9 is SD, 6 PD.',
    [serum(5), serum(5.9), serum(6), serum(6)]
  ),
  courseOf(
    'Urine M-protein',
    'Urine alone is measurable: below 100 mg/24 h is VGPR, 90 % less PR. From 400 mg/24 h 599 is SD and 600 PD: 200 mg more and half as much again.',
    [
      { labs: { urineMMgPer24h: 1000 } },
      { labs: { urineMMgPer24h: 400 } },
      { labs: { urineMMgPer24h: 400 } },
      { labs: { urineMMgPer24h: 599 } },
      { labs: { urineMMgPer24h: 600 } },
      { labs: { urineMMgPer24h: 99 } },
    ]
  ),
  courseOf(
    'Light chains only',
    'No measurable M-protein: the difference of the free light chains counts. A difference of 23.5 instead of 48 mg/dL is 51 % less: PR; 4.8 is VGPR. Exactly 10 mg/dL over the lowest is no PD, more is.',
    [flc(49), flc(24.5), flc(5.8), flc(5.8), flc(15.8), flc(15.9), flc(15.9)]
  ),
  courseOf(
    'Light chains only: complete response',
    'A normal ratio is asked for as well: without it the visit is VGPR.',
    [
      flc(49),
      flc(2, { ...fixed, marrowPlasmaCellsPct: 2, flcRatioNormal: null }),
      flc(2, { ...fixed, marrowPlasmaCellsPct: 2, flcRatioNormal: true }),
    ]
  ),
  courseOf(
    'Marrow only',
    'Neither M-protein nor light chains, 40 % plasma cells: 20 % is PR, 19 % too. From a lowest of 10 %, 19 % is 9 points more, 20 % is 10 points: PD at once, as marrow needs no second sample.',
    [marrow(40), marrow(20), marrow(10), marrow(10), marrow(19), marrow(20)]
  ),
  courseOf(
    'Light chains that stay',
    'Light chains 49 to 25.1 mg/dL: the difference goes from 48 to 24.1 mg/dL, just not half: SD.',
    [flc(49), flc(25.1)]
  ),
  courseOf('Marrow that stays', '40 to 20.1 % plasma cells is just not half: SD.', [
    marrow(40),
    marrow(20.1),
  ]),
  courseOf(
    'Circulating plasma cells only',
    'Nothing else is measurable: 199 per µL is no progression though more than half as much again as 120, 200 is; other visits can not be rated.',
    [cells(120), cells(199), cells(200), cells(200)]
  ),
  courseOf(
    'Nothing measurable',
    'Serum M-protein of 0.9 g/dL, urine of 199 mg/24 h, light chains of 9.9 mg/dL and marrow of 29 % are each just too little: named at baseline, and every visit is NE.',
    [
      {
        labs: {
          serumMGPerDl: 0.9,
          urineMMgPer24h: 199,
          involvedFlcMgPerDl: 9.9,
          uninvolvedFlcMgPerDl: 1,
          flcRatioNormal: false,
          marrowPlasmaCellsPct: 29,
        },
      },
      serum(0.1),
    ]
  ),
  courseOf(
    'Plasmacytomas beside the M-protein',
    'Serum 92 % less, but the plasmacytoma only 40 %: SD. At half its product PR, at a tenth VGPR. Not imaged again it counts as last seen; present, it keeps a CR away.',
    [
      { ...serum(3, { urineMMgPer24h: 50 }), lesions: [mass(40, 25)] },
      { ...serum(0.24, { urineMMgPer24h: 50 }), lesions: [mass(30, 20)] },
      { ...serum(0.24, { urineMMgPer24h: 50 }), lesions: [mass(25, 20)] },
      { ...serum(0.24, { urineMMgPer24h: 50 }), lesions: [mass(10, 10)] },
      serum(0, { ...fixed, marrowPlasmaCellsPct: 2 }),
      { ...serum(0, { ...fixed, marrowPlasmaCellsPct: 2 }), lesions: [mass(0, 0)] },
    ]
  ),
  courseOf(
    'Plasmacytomas that grow',
    'Two lesions of 400 mm² in sum: at 600 mm² it is half as much again: PD by imaging, which needs no second sample.',
    [
      { ...serum(3), lesions: [mass(20, 10), other(20, 10)] },
      { ...serum(3), lesions: [mass(20, 10), other(20, 10)] },
      { ...serum(3), lesions: [mass(25, 12), other(25, 12)] },
    ]
  ),
  courseOf(
    'One plasmacytoma by its diameter',
    'A single lesion: its product alone is no progression, nor is a diameter of 29 mm; 30 of 20 mm, 12 mm across before, is.',
    [
      { ...serum(3), lesions: [mass(20, 12)] },
      { ...serum(3), lesions: [mass(29, 12)] },
      { ...serum(3), lesions: [mass(30, 12)] },
    ]
  ),
  courseOf(
    'A plasmacytoma that was not measured',
    'One diameter is missing: named, the plasmacytoma is not evaluable and the visit one level lower than the serum.',
    [
      { ...serum(3), lesions: [mass(40, 25)] },
      { ...serum(1.5), lesions: [mass(20, null)] },
    ]
  ),
  courseOf(
    'A new lesion',
    'A new bone lesion is PD by imaging at once. Equivocal before, it makes that visit PD as well.',
    [
      serum(3),
      { ...serum(1.5), lesions: [fresh('equivocal')] },
      { ...serum(1.5), lesions: [fresh('unequivocal')] },
    ]
  ),
  courseOf(
    'Death due to progression',
    'It confirms a laboratory progression at the last visit.',
    [serum(3), serum(1.5), serum(1.5), serum(2.1)],
    { deathDueToProgressionDate: dateOn(120) }
  ),
  courseOf(
    'Death that does not confirm',
    'With imwg.deathConfirmsPd false it does not.',
    [serum(3), serum(1.5), serum(1.5), serum(2.1)],
    { deathDueToProgressionDate: dateOn(120), parameters: { 'imwg.deathConfirmsPd': false } }
  ),
  courseOf(
    'New therapy before the second sample',
    'The response is not confirmed by a sample taken under another therapy: SD.',
    [serum(3), serum(1.5), serum(1.5)],
    { newTherapyDate: dateOn(40) }
  ),
  courseOf(
    'Visits that were not evaluable',
    'A visit that was not evaluable is passed over: the next sample confirms. Without any sample the last visit is NE, and what is missing is named.',
    [serum(3), serum(1.5), { evaluable: false, reason: 'NOT_DONE' }, serum(1.5), { labs: {} }]
  ),
  courseOf(
    'Light chains without the uninvolved one at baseline',
    'The involved chain is measurable, but the response goes by the difference: named at baseline, and every visit is NE.',
    [{ labs: { involvedFlcMgPerDl: 50, flcRatioNormal: false } }, flc(5)]
  ),
  courseOf(
    'A baseline that can not be used',
    'A plasmacytoma without its product at baseline: every visit is NE.',
    [
      { ...serum(3), lesions: [mass(40, null)] },
      { ...serum(1.5), lesions: [mass(20, 20)] },
    ]
  ),
];
