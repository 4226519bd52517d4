import { fresh, notRead, second, seen, tumour } from './brain.testdata.js';
import type { BrainLesion } from './brain.testdata.js';
import { coursesOf, dateOn } from './course.testdata.js';

const course = coursesOf<BrainLesion>('rano-2.0');
/** First treatment; radiotherapy ended on the day of the baseline. */
const afterRadiotherapy = {
  tumourType: 'CE',
  setting: 'newDiagnosis',
  radiotherapyEndDate: dateOn(0),
};
const always = { tumourType: 'CE', parameters: { confirmPd: 'always' } };
const on = (day: number, lesions: readonly BrainLesion[], more = {}) => ({
  ...seen(lesions, more),
  day,
});
const b800 = [tumour(40, 20)];

/** The twelve weeks after radiotherapy, and progression that must be confirmed. */
export const rano2Course = [
  course(
    'Progression confirmed by the next scan',
    'Growth of 25 % on day 56 after radiotherapy is preliminary (pPD). On day 91 the sum is exactly 25 % over that scan: confirmed (cPD), and the first visit becomes PD. A later progression needs no confirmation.',
    [
      b800,
      on(56, [tumour(40, 25)]),
      on(91, [tumour(50, 25)]),
      on(120, [tumour(50, 25)]),
      on(150, [tumour(60, 30)]),
    ],
    afterRadiotherapy
  ),
  course(
    'Pseudo-progression, and the nadir after it',
    'On day 91 the sum is 1249 mm², short of 25 % over the 1000 mm² of day 56: pseudo-progression, both visits SD, the nadir starts again at 1000 mm². On day 147, after the twelve weeks, 1250 mm² is 25 % over it: PD.',
    [b800, on(56, [tumour(40, 25)]), on(91, [tumour(50, 24.98)]), on(147, [tumour(50, 25)])],
    afterRadiotherapy
  ),
  course(
    'Pseudo-progression with the nadir kept',
    "With afterPsp 'keep' the nadir stays at 800 mm²: the visit that voids the progression is compared with that scan alone, but 1010 mm² later is 26 % over 800: PD.",
    [b800, on(56, [tumour(40, 25)]), on(91, [tumour(50, 20)]), on(147, [tumour(50, 20.2)])],
    { ...afterRadiotherapy, parameters: { afterPsp: 'keep' } }
  ),
  course(
    'The last day of the twelve weeks',
    'Growth on day 84 after radiotherapy waits for confirmation; as nothing follows, the best response is the preliminary progression.',
    [b800, on(84, [tumour(40, 25)])],
    afterRadiotherapy
  ),
  course(
    'The first day after the twelve weeks',
    'The same growth on day 85 is PD at once.',
    [b800, on(85, [tumour(40, 25)])],
    afterRadiotherapy
  ),
  course(
    'A scan too early to confirm',
    'A scan 27 days after the preliminary progression decides nothing, whatever it shows; one after 28 days does. The progression is still that of the first visit.',
    [b800, on(56, [tumour(40, 25)]), on(83, [tumour(50, 30)]), on(84, [tumour(50, 30)])],
    afterRadiotherapy
  ),
  course(
    'Without dates confirmation stays open',
    "How many days lie between is not known: with confirmPd 'always' the progression stays preliminary.",
    [
      { lesions: b800, date: null },
      { ...seen([tumour(40, 25)]), date: null },
      { ...seen([tumour(50, 30)]), date: null },
    ],
    always
  ),
  course(
    'A scan that cannot be compared',
    'The confirming scan is not readable, or a lesion of the sum is missing: undecided, NE. The one after it decides.',
    [
      [tumour(40, 10), second(20, 20)],
      on(56, [tumour(40, 15), second(20, 20)]),
      on(90, [], { evaluable: false, reason: 'POOR_QUALITY' }),
      on(120, [tumour(40, 15), second(null, null, notRead)]),
      on(150, [tumour(40, 15), second(20, 20)]),
    ],
    afterRadiotherapy
  ),
  course(
    'Confirmed by another new lesion',
    'A new measurable lesion is preliminary progression; it alone, unchanged, confirms nothing, but a second new lesion does.',
    [
      b800,
      on(56, [
        ...b800,
        fresh('unequivocal', { longestDiameterMm: 12, perpendicularDiameterMm: 10 }),
      ]),
      on(90, [
        ...b800,
        fresh('unequivocal', { longestDiameterMm: 12, perpendicularDiameterMm: 10 }),
        fresh('unequivocal', { id: 'NL02', longestDiameterMm: 10, perpendicularDiameterMm: 10 }),
      ]),
    ],
    afterRadiotherapy
  ),
  course(
    'A new lesion that was pseudo-progression',
    'Nothing grows further: the new lesion was an effect of treatment and is no new lesion any more; the visits are SD.',
    [
      b800,
      on(56, [
        ...b800,
        fresh('unequivocal', { longestDiameterMm: 12, perpendicularDiameterMm: 10 }),
      ]),
      on(90, [
        ...b800,
        fresh('unequivocal', { longestDiameterMm: 12, perpendicularDiameterMm: 10 }),
      ]),
      on(150, [
        ...b800,
        fresh('unequivocal', { longestDiameterMm: 12, perpendicularDiameterMm: 10 }),
      ]),
    ],
    afterRadiotherapy
  ),
  course(
    'Confirmed by decline',
    'The sum is the same as at the preliminary progression, but the patient declined: confirmed.',
    [b800, on(56, [tumour(40, 25)]), on(90, [tumour(40, 25)], { clinicalStatus: 'WORSE' })],
    afterRadiotherapy
  ),
  course(
    'Tissue instead of a scan',
    'Tissue that shows tumour makes the first visit PD at once; later growth is PD without confirmation.',
    [b800, on(56, [tumour(40, 25)], { histology: 'TUMOUR' }), on(80, [tumour(50, 30)])],
    afterRadiotherapy
  ),
  course(
    'Tissue that shows treatment effect',
    'No preliminary progression at all: pseudo-progression at the visit itself, SD, and the nadir starts again there.',
    [
      b800,
      on(56, [tumour(40, 25)], { histology: 'NO_TUMOUR' }),
      on(80, [tumour(40, 31)]),
      on(110, [tumour(50, 25)]),
    ],
    afterRadiotherapy
  ),
  course(
    'Tissue settles an open progression',
    'Tissue needs no 28 days: tumour confirms after 14 days.',
    [b800, on(56, [tumour(40, 25)]), on(70, [tumour(40, 25)], { histology: 'TUMOUR' })],
    afterRadiotherapy
  ),
  course(
    'Tissue voids an open progression',
    'Treatment effect alone after 14 days: pseudo-progression although the sum grew.',
    [b800, on(56, [tumour(40, 25)]), on(70, [tumour(50, 30)], { histology: 'NO_TUMOUR' })],
    afterRadiotherapy
  ),
  course(
    'Confirmation in any setting',
    "With confirmPd 'always' recurrent disease waits for confirmation as well.",
    [b800, on(56, [tumour(40, 25)]), on(90, [tumour(50, 25)])],
    always
  ),
  course(
    'Equivocal new lesion, steroids and an open progression',
    'The equivocal lesion of day 28 and the higher dose of day 42 wait; the preliminary progression of day 56 revises neither. Once day 90 confirms it, the visit of the first rise and that of the equivocal lesion become PD.',
    [
      b800,
      on(28, [...b800, fresh('equivocal')]),
      on(42, [...b800, fresh('equivocal')], { steroids: 'HIGHER' }),
      on(56, [tumour(40, 25), fresh('unequivocal')], { steroids: 'HIGHER' }),
      on(90, [tumour(50, 25), fresh('unequivocal')], { steroids: 'HIGHER' }),
    ],
    afterRadiotherapy
  ),
];
