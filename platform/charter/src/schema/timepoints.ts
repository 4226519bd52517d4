import { type Static, Type } from '@sinclair/typebox';
import { closed, code, days, from, listOf, text, words } from './parts.js';

const kinds = {
  screening:
    'before the baseline, to see whether the subject may enter; efficacy does not read it, and shows it like the historical',
  baseline: 'what later timepoints are compared with; exactly one',
  'follow-up': 'planned, after the baseline',
  unscheduled:
    'not planned by a day; takes the exams that QC puts there, each day a visit of its own',
  'end-of-treatment': 'when treatment ends, on whatever day',
  historical: 'imaged before the trial; shown beside the baseline, and not read',
} as const;

export const timepointKinds = Object.keys(kinds) as (keyof typeof kinds)[];

export const timepointKind = (description: string, notes = {}) => words(kinds, description, notes);

/** `day` counts from baseline; an exam belongs here from `day - before` to `day + after`. */
export const TimepointPlanSchema = Type.Object(
  {
    id: code('Id of the timepoint; images carry it as ClinicalTrialTimePointID.'),
    label: text(
      'What readers see. Where there are unscheduled timepoints or an end of treatment, they see those after the baseline numbered by date (TP1, TP2 and so on): a name would tell what made a visit necessary.',
      from('the id')
    ),
    kind: timepointKind('Kind of the timepoint.', from('`follow-up`')),
    day: Type.Optional(
      Type.Integer({
        minimum: -10000,
        maximum: 10000,
        description:
          'Planned day, counted from the baseline. Follow-ups have one; screening (negative) and end of treatment may; unscheduled and historical timepoints have none.',
        ...from('0 for the baseline'),
      })
    ),
    window: Type.Optional(
      Type.Object(
        {
          before: days('Days before the planned day.', 365),
          after: days('Days after the planned day.', 365),
        },
        {
          ...closed,
          description: 'Visit window: how far from the planned day an exam still belongs here.',
          ...from('28 before and 0 after for the baseline, else 7 and 7 where there is a day'),
        }
      )
    ),
    roles: listOf(
      text('A series role.'),
      20,
      'Series roles that must be there for the timepoint to be complete.',
      from('all roles of `series`; none for historical ones')
    ),
  },
  { ...closed, description: 'One timepoint.' }
);

export const TimepointsSchema = listOf(
  TimepointPlanSchema,
  200,
  'Timepoints of the schedule, in order of their days.',
  { minItems: 1 }
);

export const GapPolicySchema = words(
  {
    hold: 'reading stops until the gap is filled or the timepoint is declared missed',
    readAndContinue: 'later timepoints are read; what arrives late is read when it arrives',
    readAgainFromInserted:
      'later timepoints are read; once the late one is there, it and all after it are read again',
  },
  'What happens where a timepoint is missing while later ones are there, or turns up out of order.'
);

const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export const CalendarSchema = Type.Object(
  {
    workingDays: Type.Array(
      Type.Unsafe<(typeof weekdays)[number]>(
        Type.Union(
          weekdays.map(day => Type.Literal(day)),
          { description: 'A day of the week.' }
        )
      ),
      { minItems: 1, uniqueItems: true, description: 'Days of the week on which people work.' }
    ),
    holidays: listOf(
      Type.String({
        pattern: '^\\d{4}-\\d{2}-\\d{2}$',
        description: 'A date, YYYY-MM-DD.',
        examples: ['2026-12-25'],
      }),
      500,
      'Dates on which nobody works.',
      { uniqueItems: true }
    ),
  },
  {
    ...closed,
    description: 'Business calendar in which turnaround and answers to queries are due.',
  }
);

export type TimepointPlan = Static<typeof TimepointPlanSchema>;
export type TimepointKind = TimepointPlan['kind'];
