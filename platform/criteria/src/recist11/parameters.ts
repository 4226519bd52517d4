import { type Static, Type } from '@sinclair/typebox';
import {
  bestResponseParameters,
  courseParameters,
  recistParameters,
} from '../course/parameters.js';

/** Texts: oncology-criteria sections 0.2 to 0.4, 1 and 16.1. */
export const ParametersSchema = Type.Object(
  {
    ...courseParameters,
    ...recistParameters,
    ...bestResponseParameters,
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
