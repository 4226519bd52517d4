import { type Static, Type } from '@sinclair/typebox';
import { flag, oneOf } from '../course/parameters.js';
import { lymphomaParameters } from '../lymphoma/parameters.js';

/** The first value of each choice is the default. Texts: oncology-criteria section 6. */
export const ParametersSchema = Type.Object(
  {
    ...lymphomaParameters,
    incrementBySizeAt: oneOf(['nadir', 'current']),
    diamNadir: oneOf(['atPpdNadir', 'ownMin']),
    pdMinLdiExtranodalMm: Type.Number({ minimum: 0, default: 15 }),
    spleenReference: oneOf(['baseline', 'nadir']),
    spleenRecurrentMm: Type.Number({ minimum: 0, default: 20 }),
    deauvilleNegativeMax: Type.Integer({ minimum: 1, maximum: 3, default: 3 }),
    petReference: oneOf(['baseline', 'nadir']),
    petCtConflict: oneOf(['petWins', 'worst']),
    petNeCarry: oneOf(['last', 'ct']),
    /** Indeterminate responses of LYRIC (Cheson 2016) in the place of some progressions. */
    lyric: flag(false),
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
