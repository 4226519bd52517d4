import type { BoneScanInput, Pcwg3Timepoint } from '../pcwg3/inputs.js';
import type { LesionInput } from '../schemas.js';
import { coursesOf, dateOn } from './course.testdata.js';

const course = coursesOf<LesionInput>('pcwg3');
/** A liver lesion that stays as it is: soft tissue SD at every visit. */
const liver: LesionInput = {
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  longestDiameterMm: 40,
};
type Told = Pcwg3Timepoint & { readonly date?: null };
const base = (boneScan: BoneScanInput | null = { lesionsPresent: true }, more: Told = {}) => ({
  boneScan,
  lesions: [liver],
  ...more,
});
/** A bone scan in this week with this many lesions that the baseline scan does not show. */
const week = (weeks: number, newLesions: number | null, scan: BoneScanInput = {}) => ({
  day: 7 * weeks,
  boneScan: { lesionsPresent: true, newLesions, ...scan },
  lesions: [liver],
});

/** Bone scans by the two-plus-two rule; soft tissue is stable. */
export const pcwg3Bone = [
  course(
    'Bone: progression from the first scan',
    'Two new lesions at week 8, within the flare window, are unconfirmed (PDu). Two more at week 14 confirm them: PD, dated at week 8.',
    [base(), week(8, 2), week(14, 4), week(24, 4)]
  ),
  course(
    'Bone: flare',
    'Two new lesions at week 8, none more at week 14: flare, and week 8 becomes non-PD. One more at week 20 is fewer than two over the reference.',
    [base(), week(8, 2), week(14, 2), week(20, 3)]
  ),
  course(
    'Bone: fewer lesions than before',
    'Three new lesions at week 8, one at week 14: no progression. A count below the reference is no negative number of new lesions.',
    [base(), week(8, 3), week(14, 1), week(20, 1)]
  ),
  course(
    'Bone: progression after the first scan',
    'None new at week 12, the reference. Two at week 18 are unconfirmed, and there still at week 24: PD, dated at week 18, where the second was first seen.',
    [base(), week(12, 0), week(18, 2), week(24, 2)]
  ),
  course(
    'Bone: new lesions that do not persist',
    'Two new lesions at week 18, none at week 24: not persisting.',
    [base(), week(12, 0), week(18, 2), week(24, 0)]
  ),
  course(
    'Bone: a second scan too early',
    'Five weeks after the first scan is too early to confirm: both stay unconfirmed until week 16, which confirms both.',
    [base(), week(8, 2), week(13, 4), week(16, 4)]
  ),
  course(
    'Bone: flare first, then progression',
    'One of three new lesions is not needed: at week 16 only one more than on the first scan: flare. At week 24 there are two over the reference of three, and they persist.',
    [base(), week(8, 3), week(16, 4), week(24, 5), week(32, 5)]
  ),
  course(
    'Bone: unconfirmed to the end',
    "Nothing follows the unconfirmed progression: it stays PDu, and the visit is that of soft tissue. Without soft-tissue disease PDu shows, and counts as SD in the best response (pduBor 'SD').",
    [
      { ...base(), lesions: [] },
      { ...week(8, 2), lesions: [] },
    ]
  ),
  course(
    'Bone: unconfirmed to the end, counted as progression',
    "The same with pduBor 'PD'.",
    [
      { ...base(), lesions: [] },
      { ...week(8, 2), lesions: [] },
    ],
    { parameters: { pduBor: 'PD' } }
  ),
  course(
    'Bone: a first scan after the window',
    'Day 84 is within the window, day 85 is not: then the baseline is the reference, and two new lesions that persist are progression without two more.',
    [base(), { ...week(0, 2), day: 85 }, { ...week(0, 2), day: 127 }]
  ),
  course(
    'Bone: scans that were not read',
    'No scan, a scan not readable, one without a count and one with new lesions but none present: bone is NE each time, and the week 32 scan is the first.',
    [
      base(),
      { ...week(8, 0), boneScan: null },
      week(14, 2, { evaluable: false, reason: 'POOR_QUALITY' }),
      week(20, null),
      week(26, 2, { lesionsPresent: false }),
      week(32, 2),
    ]
  ),
  course(
    'Bone alone: flare',
    'No disease of soft tissue. Two new lesions at week 8 are unconfirmed, and so is the visit (PDu). None more at week 14: flare, and week 8 becomes neither response nor progression.',
    [
      { ...base(), lesions: [], noDisease: true },
      { ...week(8, 2), lesions: [] },
      { ...week(14, 2), lesions: [] },
    ]
  ),
  course(
    'Bone: no lesions',
    'No bone lesion at baseline and none later: NED. Whether lesions are there was not stated at the second scan: as at baseline.',
    [
      base({ lesionsPresent: false }),
      week(8, 0, { lesionsPresent: false }),
      week(16, 0, { lesionsPresent: null }),
    ]
  ),
  course(
    'Bone: no baseline scan',
    'New lesions can not be counted without a baseline scan: NE at every visit.',
    [base(null), week(8, 2), week(14, 4)]
  ),
  course('Bone: a baseline scan that could not be read', 'The same, with the reason.', [
    base({ evaluable: false, reason: 'MOTION' }),
    week(8, 2),
  ]),
  course(
    'Bone: without dates',
    'Neither the window nor the time between scans is known: two new lesions stay unconfirmed, and that is objected to.',
    [base(undefined, { date: null }), { ...week(8, 2), date: null }, { ...week(14, 4), date: null }]
  ),
  course(
    "Bone: the scan's own date",
    'The bone scan of the second visit was done 41 days after that of the first, though the visits are 56 days apart: too early.',
    [base(), week(8, 2, { date: dateOn(60) }), week(16, 4, { date: dateOn(101) })]
  ),
  course(
    'Bone by PCWG2: later progression at once',
    'After the first scan two new lesions are progression without a second scan.',
    [base(), week(8, 0), week(16, 1), week(24, 2)],
    { parameters: { standard: 'pcwg2' } }
  ),
  course(
    'Bone by PCWG2: later progression confirmed',
    'With pcwg2.laterConfirm they wait for a second scan.',
    [base(), week(8, 0), week(16, 2), week(24, 2)],
    { parameters: { standard: 'pcwg2', 'pcwg2.laterConfirm': true } }
  ),
];
