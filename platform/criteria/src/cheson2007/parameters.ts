import { type Static, Type } from '@sinclair/typebox';
import { courseParameters, flag, oneOf } from '../course/parameters.js';
import { lymphomaParameters } from '../lymphoma/parameters.js';

/** The first value of each choice is the default. Texts: oncology-criteria section 7. */
export const ParametersSchema = Type.Object(
  {
    ...lymphomaParameters,
    partialBounds: courseParameters.partialBounds,
    normalNodesBeatPd: courseParameters.normalNodesBeatPd,
    /** Involved at baseline and not examined again: at most PR, or no matter. */
    marrowMissing: oneOf(['capPr', 'ignore']),
    /** FDG-avid disease: progression by size needs a positive PET. */
    avidPdNeedsPet: flag(true),
    /** What grows by 50 % in a node up to 10 mm across: its longest diameter or its product (the paper does not say). */
    smallNodeGrowth: oneOf(['longest', 'product']),
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
