import { type Static, Type } from '@sinclair/typebox';
import { bestResponseParameters, courseParameters, days } from '../course/parameters.js';

/** Texts: oncology-criteria sections 0.2 to 0.4, 4 and 16.1. */
export const ParametersSchema = Type.Object(
  {
    ...courseParameters,
    maxNewTargets: Type.Integer({
      minimum: 1,
      default: 5,
      description: 'Largest number of new lesions that are followed by measurement.',
    }),
    maxNewTargetsPerOrgan: Type.Integer({
      minimum: 1,
      default: 2,
      description: 'Largest number of those in one organ.',
    }),
    pdConfirmationDays: days(
      28,
      'Least days after which the next evaluable visit confirms or voids a progression.'
    ),
    ...bestResponseParameters,
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
