import { type Static, Type } from '@sinclair/typebox';
import { flag, oneOf } from '../course/parameters.js';
import { lymphomaParameters } from '../lymphoma/parameters.js';

/** The first value of each choice is the default. Texts: oncology-criteria section 6. */
export const ParametersSchema = Type.Object(
  {
    ...lymphomaParameters,
    incrementBySizeAt: oneOf(
      ['nadir', 'current'],
      'Which size decides whether a diameter must grow by 5 mm or by 10: that of the nadir or the current one.'
    ),
    diamNadir: oneOf(
      ['atPpdNadir', 'ownMin'],
      "Smallest diameters: those of the visit with the smallest product, or each diameter's own."
    ),
    pdMinLdiExtranodalMm: Type.Number({
      minimum: 0,
      default: 15,
      description: 'Longest diameter in mm that growth of an extranodal lesion must exceed.',
    }),
    spleenReference: oneOf(
      ['baseline', 'nadir'],
      'What growth of an enlarged spleen is measured against.'
    ),
    spleenRecurrentMm: Type.Number({
      minimum: 0,
      default: 20,
      description:
        'Least growth in mm over the smallest length of a spleen that is enlarged again.',
    }),
    deauvilleNegativeMax: Type.Integer({
      minimum: 1,
      maximum: 3,
      default: 3,
      description: 'Largest score of the five-point scale that is a complete metabolic response.',
    }),
    petReference: oneOf(['baseline', 'nadir'], 'Scan that the change of uptake is read against.'),
    petCtConflict: oneOf(
      ['petWins', 'worst'],
      'PET and CT of one visit that disagree: PET decides, or the worse of the two.'
    ),
    petNeCarry: oneOf(
      ['last', 'ct'],
      'A PET that was not evaluable: as the last evaluable one, or CT alone.'
    ),
    lyric: flag(
      false,
      'Indeterminate responses of LYRIC (Cheson 2016) in the place of some progressions.'
    ),
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
