import { type Static, Type } from '@sinclair/typebox';
import { oneOf } from '../course/parameters.js';
import { neuroParameters, pseudoprogressionDays } from '../neuro/parameters.js';

/**
 * Texts: oncology-criteria sections 0.2 to 0.4, 9 and 16.1. `tstmDefaultMl`: what a lesion too small to measure counts
 * where the burden is volume (a sphere of 5 mm). `ntPd`: growth of a non-target is progression only by the sum it joins,
 * or as the reader judges.
 */
export const ParametersSchema = Type.Object(
  {
    ...neuroParameters,
    burden: oneOf(['area', 'volume']),
    tstmDefaultMl: Type.Number({ minimum: 0, default: 0.065 }),
    maxCe: Type.Integer({ minimum: 1, maximum: 3, default: 2 }),
    maxNonCe: Type.Integer({ minimum: 1, default: 2 }),
    ntPd: oneOf(['jointSum', 'reader']),
    pseudoprogressionDays,
    confirmPd: oneOf(['window', 'always']),
    afterPsp: oneOf(['restart', 'keep']),
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
