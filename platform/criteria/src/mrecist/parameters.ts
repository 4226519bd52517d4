import { type Static, Type } from '@sinclair/typebox';
import {
  bestResponseParameters,
  courseParameters,
  recistParameters,
} from '../course/parameters.js';

/** Texts: oncology-criteria sections 0.2 to 0.4, 1, 5 and 16.1. */
export const ParametersSchema = Type.Object(
  {
    ...courseParameters,
    ...recistParameters,
    pdAbsMm: Type.Number({
      minimum: 0,
      default: 0,
      description:
        'Growth over the nadir in mm that progression also needs; the 2010 text has none, RECIST 1.1 has 5.',
    }),
    ...bestResponseParameters,
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
