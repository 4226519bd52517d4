import { type Static, Type } from '@sinclair/typebox';
import {
  bestResponseParameters,
  courseParameters,
  days,
  flag,
  newTargetParameters,
  oneOf,
  recistParameters,
} from '../course/parameters.js';

/** Texts: oncology-criteria sections 0.2 to 0.4, 1, 2 and 16.1. */
export const ParametersSchema = Type.Object(
  {
    ...courseParameters,
    ...recistParameters,
    confirmRef: oneOf(
      ['runMin', 'firstIupd'],
      'What growth of the sum that confirms is counted from: its smallest value in the run, or its first.'
    ),
    leaveRule: oneOf(
      ['improved', 'anyNonProgression'],
      'What ends a run kept open by new lesions alone: improvement, or any visit that is not progression.'
    ),
    windowMinDays: days(
      28,
      'Least days from the first iUPD of a run to the scan that confirms it.'
    ),
    windowToleranceDays: days(2, 'Days that a confirming scan may be early.'),
    windowMaxDays: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], {
      default: null,
      description:
        'Last day of a run on which a scan can confirm; null: later scans confirm too, with a flag after 56 days.',
    }),
    unresolvedIupd: oneOf(
      ['event', 'censor'],
      'Endpoints: whether a run that was never resolved is an event at its first iUPD.'
    ),
    nlForbidsIcr: flag(true, 'Whether new lesions still there after a reset allow at most iPR.'),
    ...newTargetParameters,
    ...bestResponseParameters,
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
