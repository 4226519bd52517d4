import { type Static, Type } from '@sinclair/typebox';
import {
  bestResponseParameters,
  courseParameters,
  days,
  flag,
  oneOf,
} from '../course/parameters.js';

/** Texts: oncology-criteria sections 0.2 to 0.4, 1, 2 and 16.1. */
export const ParametersSchema = Type.Object(
  {
    ...courseParameters,
    prCarry: oneOf(['none', 'faq']),
    reappearAfterCr: oneOf(['pd', 'sumRule']),
    ntPd: oneOf(['reader']),
    /** What growth of the sum that confirms is counted from: its smallest value in the run or its first. */
    confirmRef: oneOf(['runMin', 'firstIupd']),
    /** What ends a run kept open by new lesions alone: improvement, or any visit that is not progression. */
    leaveRule: oneOf(['improved', 'anyNonProgression']),
    windowMinDays: days(28),
    windowToleranceDays: days(2),
    /** Later scans confirm with a flag after 56 days; a number here forbids it. */
    windowMaxDays: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], { default: null }),
    /** Endpoints: whether a run that was never resolved is an event at its first iUPD. */
    unresolvedIupd: oneOf(['event', 'censor']),
    /** New lesions still there after a reset allow at most iPR. */
    nlForbidsIcr: flag(true),
    maxNewTargets: Type.Integer({ minimum: 1, default: 5 }),
    maxNewTargetsPerOrgan: Type.Integer({ minimum: 1, default: 2 }),
    ...bestResponseParameters,
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
