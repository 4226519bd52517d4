import { type Static, Type } from '@sinclair/typebox';
import { neuroParameters, nonTargetNe, pseudoprogressionDays } from '../neuro/parameters.js';

/** Texts: oncology-criteria sections 0.2 to 0.4, 8 and 16.1. */
export const ParametersSchema = Type.Object(
  {
    ...neuroParameters,
    nonTargetNe,
    pseudoprogressionDays,
    maxTargets: Type.Integer({
      minimum: 1,
      default: 5,
      description: 'Largest number of targets in total.',
    }),
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
