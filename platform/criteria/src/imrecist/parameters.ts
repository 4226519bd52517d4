import { type Static, Type } from '@sinclair/typebox';
import { bestResponseParameters, courseParameters, days } from '../course/parameters.js';

/** Texts: oncology-criteria sections 0.2 to 0.4, 4 and 16.1. */
export const ParametersSchema = Type.Object(
  {
    ...courseParameters,
    maxNewTargets: Type.Integer({ minimum: 1, default: 5 }),
    maxNewTargetsPerOrgan: Type.Integer({ minimum: 1, default: 2 }),
    /** Progression is confirmed or void by the next evaluable visit at least this many days later. */
    pdConfirmationDays: days(28),
    ...bestResponseParameters,
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
