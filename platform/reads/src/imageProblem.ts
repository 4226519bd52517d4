import { Type, type Static } from '@sinclair/typebox';

const count = Type.Integer({ minimum: 0 });
const slice = Type.Integer({ minimum: 1, description: 'Place along the stack, counted from 1.' });
const mm = Type.Number({ minimum: 0, description: 'mm' });

/**
 * What is wrong with the images of a series: a code with its numbers, in no language, so that every place words it in
 * its own. Places count along the stack from 1 in the order of the instance numbers, missing slices included. Nothing
 * here comes from free text of the images.
 */
export const ImageProblemSchema = Type.Union([
  Type.Object({
    code: Type.Literal('missingSlices'),
    missing: Type.Array(slice, { minItems: 1 }),
    of: count,
  }),
  /** The first of `places` uneven gaps: `gapMm` between slices `after` and `after` + 1. */
  Type.Object({
    code: Type.Literal('unevenSpacing'),
    places: count,
    after: slice,
    gapMm: mm,
    usualMm: mm,
  }),
  Type.Object({ code: Type.Literal('sharedPosition'), images: count }),
  Type.Object({ code: Type.Literal('mixedOrientation'), orientations: count }),
  Type.Object({ code: Type.Literal('noGeometry'), images: count, of: count }),
  Type.Object({ code: Type.Literal('noPixelData'), images: count, of: count }),
  Type.Object({ code: Type.Literal('thickSlices'), thicknessMm: mm, allowedMm: mm }),
  Type.Object({ code: Type.Literal('unsupportedModality'), modality: Type.String() }),
  /** Images of a supported modality that are none of its kinds, such as secondary captures. */
  Type.Object({ code: Type.Literal('unsupportedKind'), images: count, of: count }),
  Type.Object({ code: Type.Literal('noRole') }),
]);

export type ImageProblem = Static<typeof ImageProblemSchema>;
