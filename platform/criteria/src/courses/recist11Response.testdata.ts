import type { LesionInput } from '../schemas.js';
import { coursesOf, type VisitOf } from './course.testdata.js';
import { fresh, nonTarget, second, target } from './recistLesions.testdata.js';

const course = coursesOf<LesionInput>('recist-1.1');

const sum = (mm: number) => [target(mm)];
const onDay = (day: number, lesions: readonly LesionInput[]): VisitOf<LesionInput> => ({
  day,
  lesions,
});
const carried = [sum(100), sum(70), sum(70), sum(80), sum(83.9), sum(84)];
const spread = [
  [target(20), second(20), nonTarget('present')],
  [
    target(30, { date: '2026-03-02' }),
    second(30, { date: '2026-03-05' }),
    nonTarget('progressed', { date: '2026-03-03' }),
    fresh('unequivocal', { date: '2026-03-04' }),
  ],
];
const treatedLater = [sum(40), sum(38), sum(20), sum(20)];
const afterPd = [sum(40), sum(48), sum(20), sum(20)];

/** Disease back, dates, confirmation and the best response. */
export const recist11ResponseCourses = [
  course(
    'Non-target disease back after a complete response',
    'CR, a visit that could not be read, then the bone lesion is there again: the non-target response is NON-CR/NON-PD, the overall response PD (REAPPEARED).',
    [
      [target(20), nonTarget('present')],
      [target(0), nonTarget('absent')],
      { evaluable: false },
      [target(0), nonTarget('present', { date: '2026-06-24' })],
    ]
  ),
  course(
    'Non-target disease back, by the sum rule',
    'The same with reappearAfterCr sumRule: target CR with a non-target that is present is PR.',
    [
      [target(20), nonTarget('present')],
      [target(0), nonTarget('absent')],
      [target(0), nonTarget('present')],
    ],
    { parameters: { reappearAfterCr: 'sumRule' } }
  ),
  course(
    'A partial response that stays one',
    'prCarry faq: after PR at 70 mm, 80 mm (-20 %) and 83.9 mm stay PR; 84 mm is +20 % over the nadir of 70 mm, PD. The next threshold is progression, not -30 %.',
    carried,
    { parameters: { prCarry: 'faq' } }
  ),
  course(
    'A partial response that stays one once confirmed',
    'prCarry faq with confirmed responses, 57 days asked for: the PR of V1 and V2 are 56 days apart, which is a day short. V3 is SD.',
    carried.slice(0, 4),
    { parameters: { prCarry: 'faq', confirmation: 'responses', confirmationDays: 57 } }
  ),
  course(
    'A partial response that stays one, confirmed in time',
    'The same with 56 days asked for: V3 stays PR.',
    carried.slice(0, 4),
    { parameters: { prCarry: 'faq', confirmation: 'responses', confirmationDays: 56 } }
  ),
  course(
    'A partial response is not carried past progression',
    'prCarry faq: PR at 60 mm, PD at 90 mm, then 71 mm: +18.33 % over the nadir and 29 % below the baseline: SD, since nothing carries over a progression.',
    [sum(100), sum(60), sum(90), sum(71)],
    { parameters: { prCarry: 'faq' } }
  ),
  course(
    'The date of a progression',
    'Everything progresses at V1: bone on 3 March, a new lesion on 4 March, the sum on 5 March, when its last target was scanned. PD has the earliest of these dates, 3 March.',
    spread
  ),
  course(
    'The date of a progression, earliest scan',
    'The same with visitDateRule earliest: 2 March, the first scan of the visit.',
    spread,
    { parameters: { visitDateRule: 'earliest' } }
  ),
  course(
    'The date of a progression, latest scan',
    'The same with visitDateRule latest: 5 March, the last scan of the visit.',
    spread,
    { parameters: { visitDateRule: 'latest' } }
  ),
  course(
    'Confirmed and unconfirmed response',
    'PR at day 56, not evaluable at day 70, PR again at day 84: 28 days later, confirmed with one NE between. CR at day 112 alone is the unconfirmed best response.',
    [
      onDay(0, sum(50)),
      onDay(56, sum(30)),
      { day: 70, evaluable: false },
      onDay(84, sum(30)),
      onDay(112, sum(0)),
    ]
  ),
  course(
    'A complete response that does not hold',
    'CR at day 28 and disease again at day 55: 27 days are no confirmation, and the second visit is PD. The CR counts as NE when confirmed, since 28 days are fewer than the 42 that stable disease needs; so the confirmed best response is PD.',
    [onDay(0, sum(30)), onDay(28, sum(0)), onDay(55, sum(12))]
  ),
  course(
    'Stable for long enough',
    'SD at day 41 counts as not evaluable for the best response, one day short of 42; SD at day 42 counts.',
    [onDay(0, sum(30)), onDay(41, sum(30)), onDay(42, sum(29))]
  ),
  course(
    'Days from randomisation and from the first dose',
    'Randomised on 1 January, first dose on 20 January: by the first dose V1 on 2 March is day 41, too early to be stable.',
    [sum(30), sum(30)],
    {
      startDate: '2026-01-01',
      firstDoseDate: '2026-01-20',
      parameters: { refDate: 'firstDose' },
    }
  ),
  course(
    'A new therapy ends the count',
    'The new therapy starts on the day of V2: its PR is shown, but the best response is the SD of V1.',
    treatedLater,
    { newTherapyDate: '2026-04-27' }
  ),
  course(
    'Response after progression',
    'PD at V1: the PR of V2 is shown, but the best response is PD.',
    afterPd
  ),
  course(
    'Response after progression, not cut off',
    'The same with truncateAtPd false: PR, confirmed at V3.',
    afterPd,
    { parameters: { truncateAtPd: false } }
  ),
  course(
    'Response after progression, up to a day',
    'The same with pdCutoff on the day of V2: its PR enters, but V3 does not, so that it is not confirmed. The confirmed best response is SD, which V2 has lasted for.',
    afterPd,
    { parameters: { pdCutoff: '2026-04-27' } }
  ),
  course('No visit after the baseline', 'The best response is MISSING.', [sum(30)]),
];
