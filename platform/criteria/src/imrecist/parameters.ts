import { type Static, Type } from '@sinclair/typebox';
import {
  bestResponseParameters,
  courseParameters,
  days,
  newTargetParameters,
} from '../course/parameters.js';

/** Texts: oncology-criteria sections 0.2 to 0.4, 4 and 16.1. */
export const ParametersSchema = Type.Object(
  {
    ...courseParameters,
    ...newTargetParameters,
    pdConfirmationDays: days(
      28,
      'Least days after which the next evaluable visit confirms or voids a progression.'
    ),
    ...bestResponseParameters,
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
