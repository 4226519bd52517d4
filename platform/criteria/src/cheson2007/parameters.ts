import { type Static, Type } from '@sinclair/typebox';
import { courseParameters, flag, oneOf } from '../course/parameters.js';
import { lymphomaParameters } from '../lymphoma/parameters.js';

/** The first value of each choice is the default. Texts: oncology-criteria section 7. */
export const ParametersSchema = Type.Object(
  {
    ...lymphomaParameters,
    partialBounds: courseParameters.partialBounds,
    normalNodesBeatPd: courseParameters.normalNodesBeatPd,
    marrowMissing: oneOf(
      ['capPr', 'ignore'],
      'Marrow involved at baseline and not examined again: at most a partial response, or no matter.'
    ),
    avidPdNeedsPet: flag(
      true,
      'Whether progression by size of FDG-avid disease needs a positive PET.'
    ),
    smallNodeGrowth: oneOf(
      ['longest', 'product'],
      'What grows by 50 % in a node up to 10 mm across: its longest diameter or its product (the paper does not say).'
    ),
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
