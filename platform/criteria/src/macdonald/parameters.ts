import { type Static, Type } from '@sinclair/typebox';
import { oneOf } from '../course/parameters.js';
import { neuroParameters } from '../neuro/parameters.js';

/** Texts: oncology-criteria sections 0.2 to 0.4, 10 and 16.1. */
export const ParametersSchema = Type.Object(
  {
    ...neuroParameters,
    macPdRef: oneOf(['nadir', 'baseline'], 'What growth is measured against.'),
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
