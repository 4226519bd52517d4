import type { ReadDocument } from '@corelab/reads';
import { Type, type Static } from '@sinclair/typebox';
import { Base64Text } from '../http/base64-text.js';
import { CodedError } from '../http/coded-error.js';
import { NotPng, plainPng } from './plain-png.js';

/** Why there is no picture: of one pane, or of all. */
const missingOfPane = ['unreadable', 'tooLarge'] as const;
const missingOfAll = ['noViewer', 'noPanes', 'unreadable'] as const;

const literals = <T extends string>(words: readonly T[]) =>
  Type.Union(words.map(word => Type.Literal(word)));

/** Sides of a picture are scaled down to this, px. */
export const longestSidePx = 1024;
const mostPixels = longestSidePx * longestSidePx;
/** Bytes of one picture. */
const mostBytes = 4_000_000;
const mostPanes = 16;
/** Of a request that signs, with all its pictures. */
export const signBodyLimit = 40_000_000;

const closed = { additionalProperties: false } as const;
const Point = Type.Tuple([Type.Number(), Type.Number(), Type.Number()]);

/** Where a picture lies and what of it is words. */
const PicturePlace = {
  cornersLps: Type.Union([Type.Tuple([Point, Point, Point]), Type.Null()], {
    description: 'Top left, top right and bottom left of the pane, LPS mm; null where it has none.',
  }),
  words: Type.Object(
    { topPx: Type.Integer({ minimum: 0 }), bottomPx: Type.Integer({ minimum: 0 }) },
    { ...closed, description: 'Rows of the picture that the words over the pane take.' }
  ),
};

const sopInstanceUid = Type.String({ pattern: '^[0-9]+(\\.[0-9]+)+$', maxLength: 64 });

/** What comes with a signature: a picture of every pane of the draft's view, in its order, or why there is none. */
export const GivenPictures = Type.Union([
  Type.Object(
    {
      panes: Type.Array(
        Type.Union([
          Type.Object(
            {
              sopInstanceUid,
              png: Base64Text({ minLength: 1 }),
              ...PicturePlace,
            },
            closed
          ),
          Type.Object({ sopInstanceUid, missing: literals(missingOfPane) }, closed),
        ]),
        { minItems: 1, maxItems: mostPanes }
      ),
    },
    closed
  ),
  Type.Object({ missing: literals(missingOfAll) }, closed),
]);
export type GivenPictures = Static<typeof GivenPictures>;

/** What a signature binds of them. */
export const SignedPictures = Type.Union([
  Type.Object({
    panes: Type.Array(
      Type.Union([
        Type.Object({
          ...{ sopInstanceUid, sha256: Type.String() },
          ...{ widthPx: Type.Integer(), heightPx: Type.Integer(), ...PicturePlace },
        }),
        Type.Object({ sopInstanceUid, missing: literals(missingOfPane) }),
      ])
    ),
  }),
  Type.Object({ missing: literals(missingOfAll) }),
]);
export type SignedPictures = Static<typeof SignedPictures>;
export type SignedPicture = Extract<SignedPictures, { panes: unknown }>['panes'][number];

const refused = (code: string, message: string): CodedError =>
  new CodedError(422, code, message, { items: [] });

const notOfView = (found: string): CodedError =>
  refused(
    'CL_PICTURES_NOT_OF_VIEW',
    `The pictures are not of what the saved draft shows: ${found}. Sign again, so that they are taken anew.`
  );

/**
 * Pictures as they are kept with the signature of a document, each handed to `keep`, which answers its hash.
 * @throws CodedError 422 CL_PICTURES_MISSING, CL_PICTURES_NOT_OF_VIEW, CL_PICTURE_TOO_LARGE, CL_PICTURE_NOT_PNG
 */
export const signedPictures = async (
  given: GivenPictures | undefined,
  { view }: Pick<ReadDocument, 'view'>,
  keep: (bytes: Uint8Array) => Promise<string>
): Promise<SignedPictures> => {
  if (given === undefined) {
    throw refused(
      'CL_PICTURES_MISSING',
      'A signature has pictures of the panes as they were seen, or says why there are none (`pictures`).'
    );
  }
  if ('missing' in given) return given;
  if (given.panes.length !== view.panes.length)
    throw notOfView(`${given.panes.length} came, and it has ${view.panes.length} panes`);
  const panes: SignedPicture[] = [];
  for (const [index, one] of given.panes.entries()) {
    if (one.sopInstanceUid !== view.panes[index]?.sopInstanceUid)
      throw notOfView(`that of pane ${index + 1} is of another image`);
    if ('missing' in one) {
      panes.push(one);
      continue;
    }
    const { png, ...place } = one;
    const came = Buffer.from(png, 'base64');
    if (came.length > mostBytes) {
      throw refused(
        'CL_PICTURE_TOO_LARGE',
        `The picture of pane ${index + 1} has ${came.length} bytes; at most ${mostBytes} are kept.`
      );
    }
    try {
      const { bytes, ...size } = plainPng(came, mostPixels);
      panes.push({ ...place, ...size, sha256: await keep(bytes) });
    } catch (reason) {
      if (!(reason instanceof NotPng)) throw reason;
      throw refused(
        'CL_PICTURE_NOT_PNG',
        `The picture of pane ${index + 1} is not a PNG of at most ${longestSidePx} x ${longestSidePx} pixels: it ${reason.message}.`
      );
    }
  }
  return { panes };
};
