import { fresh, gone, notRead, second, seen, tumour, unmeasured } from './brain.testdata.js';
import type { BrainLesion } from './brain.testdata.js';
import { coursesOf } from './course.testdata.js';

const course = coursesOf<BrainLesion>('rano-2.0');
const off = { steroids: 'NONE' };
const ce = { tumourType: 'CE' };
const nonce = { tumourType: 'NONCE' };
const mixed = { tumourType: 'MIXED' };
const enhancing = (longest: number | null, across: number | null, more = {}) =>
  tumour(longest, across, { compartment: 'CE', ...more });
const dark = (longest: number | null, across: number | null, more = {}) =>
  tumour(longest, across, { id: 'T02', compartment: 'NONCE', ...more });
const volume = (volumeMl: number | null, more: Partial<BrainLesion> = {}): BrainLesion => ({
  id: 'T01',
  role: 'target',
  location: 'BRAIN',
  volumeMl,
  ...more,
});
/** A non-target lesion with its size. */
const beside = (longest: number | null, across: number | null, more: Partial<BrainLesion> = {}) =>
  tumour(longest, across, { id: 'NT01', role: 'non-target', ...more });

/** Recurrent disease: response by size, kind of tumour and burden, growth of what is not measured, steroids. */
export const rano2Response = [
  course(
    'Enhancing tumour: partial response, and growth just below and at 25 %',
    'Half of the baseline product is a PR; there is no minor response in enhancing tumours, so 30 % less is SD. 749 mm² is below 25 % over the nadir of 600, 750 mm² is PD at once in recurrent disease.',
    [
      [tumour(40, 30)],
      seen([tumour(40, 21)]),
      seen([tumour(30, 20)]),
      seen([tumour(30, 20)]),
      seen([tumour(28, 26.75)]),
      seen([tumour(30, 25)]),
    ],
    ce
  ),
  course(
    'Non-enhancing tumour: minor response',
    'A quarter less is a minor response, which the next scan confirms; 24.9 % less is SD, 49.9 % still MR, 50 % PR. T2/FLAIR is what was measured, so it is not asked for.',
    [
      [tumour(40, 25)],
      seen([tumour(30.04, 25)]),
      seen([tumour(30, 25)]),
      seen([tumour(25.05, 20)]),
      seen([tumour(25, 20)]),
      seen([tumour(0, 0)], off),
    ],
    nonce
  ),
  course(
    'Volumes: partial and minor response, and progression',
    'By volume MR is from 40 %, PR from 65 %, PD from 40 % over the nadir: 6.1 ml of 10 is SD, 6.0 MR, 3.6 MR, 3.5 PR; 4.8 ml is 37 % over 3.5 and MR, 4.9 ml is 40 %: PD.',
    [
      [volume(10)],
      seen([volume(6.1)]),
      seen([volume(6)]),
      seen([volume(3.6)]),
      seen([volume(3.5)]),
      seen([volume(4.8)]),
      seen([volume(4.9)]),
    ],
    { ...nonce, parameters: { burden: 'volume' } }
  ),
  course(
    'Volumes of enhancing tumours, and what is missing of them',
    'No MR in enhancing tumours: 60 % less is SD. A lesion too small to measure counts 0.065 ml. Diameters without a volume are no burden: named, and NE.',
    [
      [volume(10), volume(2, { id: 'T02' })],
      seen([volume(4.8), volume(null, { id: 'T02', tooSmallToMeasure: true })]),
      seen([
        volume(3.5),
        volume(null, { id: 'T02', longestDiameterMm: 10, perpendicularDiameterMm: 10 }),
      ]),
    ],
    { ...ce, parameters: { burden: 'volume' } }
  ),
  course(
    'Mixed tumour: enhancing response with stable non-enhancing disease',
    'Enhancing disease 55 % smaller, non-enhancing 10 % smaller: PR. Then the non-enhancing disease is exactly 25 % over its own nadir of 1800 mm²: PD, though the enhancing disease is still a PR.',
    [
      [enhancing(40, 20), dark(50, 40)],
      seen([enhancing(20, 18), dark(50, 36)]),
      seen([enhancing(20, 18), dark(50, 45)]),
    ],
    mixed
  ),
  course(
    'Mixed tumour: minor and partial responses',
    'A minor response of both is MR, also with a PR of the enhancing disease; a PR of both is PR. Each kind is compared with its own baseline and nadir.',
    [
      [enhancing(40, 20), dark(50, 40)],
      seen([enhancing(28, 20), dark(40, 35)], { steroids: 'LOWER' }),
      seen([enhancing(20, 18), dark(40, 34)], { steroids: 'LOWER' }),
      seen([enhancing(20, 18), dark(30, 30)], { steroids: 'LOWER' }),
    ],
    mixed
  ),
  course(
    'Mixed tumour: complete response of one kind',
    'Enhancing disease gone with stable non-enhancing disease is SD; with a minor response of it MR; both gone off steroids CR. A lesion of one kind not read leaves that kind, and the visit, NE, unless the other progresses.',
    [
      [enhancing(40, 20), dark(50, 40)],
      seen([enhancing(0, 0), dark(50, 36)], off),
      seen([enhancing(0, 0), dark(50, 30)], off),
      seen([enhancing(0, 0), dark(null, null, gone)], off),
      seen([enhancing(0, 0), dark(null, null, notRead)], off),
      seen([enhancing(10, 5), dark(null, null, notRead)], off),
    ],
    mixed
  ),
  course(
    'Mixed tumour with one kind only',
    'No non-enhancing lesion at baseline: the enhancing ones decide alone. A lesion without its kind is rated as enhancing, and named.',
    [[tumour(40, 20), tumour(20, 20, { id: 'T02' })], seen([tumour(20, 20), second(10, 10)])],
    mixed
  ),
  course(
    'A baseline with everything amiss',
    'No tumour type (rated as enhancing), three targets where two are the limit, one of 9 mm across, one below twice its slice thickness.',
    [[tumour(30, 9), second(30, 10, { sliceThicknessMm: 5.5 }), tumour(30, 20, { id: 'T03' })]]
  ),
  course(
    'Too many targets of each kind',
    'Three enhancing and three non-enhancing targets of a mixed tumour: at most two of each.',
    [
      ['T01', 'T02', 'T03', 'T04', 'T05', 'T06'].map((id, index) =>
        tumour(20, 20, { id, compartment: index < 3 ? 'CE' : 'NONCE' })
      ),
    ],
    mixed
  ),
  course(
    'Growth of a non-target joins the sum',
    'A non-target of 200 mm² grows 30 % while the targets stay at 1000 mm²: it is added, and 1260 against 1200 mm² is only 5 %: no PD. At 500 mm² the joint sum is 1500, exactly 25 %: PD.',
    [
      [tumour(40, 25), beside(20, 10)],
      seen([tumour(40, 25), beside(20, 13)]),
      seen([tumour(40, 25), beside(25, 20)]),
    ],
    ce
  ),
  course(
    'A non-measurable lesion becomes measurable',
    'NT01 was 8 x 8 mm and NT02 too small to measure: growing short of 10 x 10 mm they do not join. At 10 x 10 mm NT01 does: 1100 mm² against 1064 at baseline, no PD. NT02, which too small counted 25 mm² at baseline, joins at 320 mm²: 1420 against 1089 mm² is 30 %, PD.',
    [
      [tumour(40, 25), beside(8, 8), beside(null, null, { id: 'NT02', tooSmallToMeasure: true })],
      seen([tumour(40, 25), beside(12, 9), beside(9, 9, { id: 'NT02' })]),
      seen([tumour(40, 25), beside(10, 10), beside(9, 9, { id: 'NT02' })]),
      seen([tumour(40, 25), beside(10, 10), beside(20, 16, { id: 'NT02' })]),
    ],
    ce
  ),
  course(
    'A non-target called progressed without its size',
    'The reader calls NT01 progressed, but no size shows it: not PD, and the size is asked for. A size without one at baseline joins nothing either, and is named.',
    [
      [tumour(40, 25), unmeasured('present')],
      seen([tumour(40, 25), unmeasured('progressed')]),
      seen([tumour(40, 25), beside(20, 20)]),
    ],
    ce
  ),
  course(
    "The reader's call of non-targets decides",
    "With ntPd 'reader' a non-target that is called progressed is PD, whatever the joint sum; its growth alone is not.",
    [
      [tumour(40, 25), beside(20, 10)],
      seen([tumour(40, 25), beside(40, 30)]),
      seen([tumour(40, 25), unmeasured('progressed')]),
    ],
    { ...ce, parameters: { ntPd: 'reader' } }
  ),
  course(
    'New lesions, measurable or not',
    'A new lesion of 9 x 9 mm, or too small to measure, is followed and not PD; at 10 x 10 mm it is PD, which dates back to where it was first seen.',
    [
      [tumour(40, 25)],
      seen([tumour(40, 25), fresh('unequivocal', { tooSmallToMeasure: true })]),
      seen([
        tumour(40, 25),
        fresh('unequivocal', { longestDiameterMm: 9, perpendicularDiameterMm: 9 }),
      ]),
      seen([
        tumour(40, 25),
        fresh('unequivocal', { longestDiameterMm: 10, perpendicularDiameterMm: 10 }),
      ]),
    ],
    ce
  ),
  course(
    'Non-measurable disease only, and none',
    'Without a measured lesion the best is SD.',
    [[unmeasured('present')], seen([unmeasured('absent')], off), seen([], off)],
    ce
  ),
  course(
    'Steroids: higher, then progression',
    'A stable scan on a higher dose is undetermined; clinical decline later dates PD back to it.',
    [
      [tumour(40, 25)],
      seen([tumour(40, 25)], { steroids: 'HIGHER' }),
      seen([tumour(40, 25)], { steroids: 'HIGHER', clinicalStatus: 'WORSE' }),
    ],
    ce
  ),
  course(
    'Steroids: higher, then the dose is back',
    'MR on a higher dose is undetermined as well, and becomes SD once the dose is back without progression.',
    [[tumour(40, 25)], seen([tumour(35, 20)], { steroids: 'HIGHER' }), seen([tumour(35, 20)])],
    nonce
  ),
  course(
    'A baseline that could not be read',
    'Every visit is NE, with no flag, whatever it shows.',
    [
      { lesions: [enhancing(40, 20), dark(50, 40)], evaluable: false },
      seen([enhancing(60, 20), dark(50, 40), fresh('unequivocal')], { steroids: 'HIGHER' }),
    ],
    mixed
  ),
];
