import { type Static, Type } from '@sinclair/typebox';
import { bestResponseParameters, courseParameters, oneOf } from '../course/parameters.js';

/** Texts: oncology-criteria sections 0.2 to 0.4, 1 and 16.1. */
export const ParametersSchema = Type.Object(
  {
    ...courseParameters,
    prCarry: oneOf(['none', 'faq']),
    reappearAfterCr: oneOf(['pd', 'sumRule']),
    ntPd: oneOf(['reader']),
    ...bestResponseParameters,
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
