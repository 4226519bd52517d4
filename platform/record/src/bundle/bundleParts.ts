import { type Static, Type } from '@sinclair/typebox';

/** What a bundle is of and for. `format` and `version` say how it is read; a reader that knows neither refuses it. */
export const BundleHeadSchema = Type.Object(
  {
    format: Type.Union([Type.Literal('corelab-backup'), Type.Literal('corelab-trial')]),
    version: Type.Integer({ minimum: 1 }),
    software: Type.String(),
    madeAt: Type.String({ description: 'ISO 8601, UTC.' }),
    migrations: Type.Array(Type.String(), { description: 'Of the database, in order.' }),
  },
  { additionalProperties: true }
);
export type BundleHead = Static<typeof BundleHeadSchema>;

/** The version that this code writes, and the newest that it reads. */
export const bundleVersion = 1;

/** One part: a path of its own in the bundle, and its bytes. */
export interface BundlePart {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export const headPath = 'head.json';
/** The last parts: all others with length and SHA-256, and the SHA-256 of that list. */
export const listPath = 'parts.jsonl';
export const listHashPath = 'parts.sha256';
/** In place of the rest: why whoever made it could not finish. */
export const failurePath = 'failed.json';

export const PartLineSchema = Type.Object(
  {
    path: Type.String(),
    bytes: Type.Integer({ minimum: 0 }),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  },
  { additionalProperties: false }
);
export type PartLine = Static<typeof PartLineSchema>;

/** A bundle is not what it should be; the message says what is wrong and where. */
export class BundleError extends Error {
  readonly code:
    | 'CL_BUNDLE_CUT_SHORT'
    | 'CL_BUNDLE_DAMAGED'
    | 'CL_BUNDLE_FAILED'
    | 'CL_BUNDLE_NEWER'
    | 'CL_BUNDLE_UNKNOWN';

  constructor(code: BundleError['code'], message: string) {
    super(message);
    this.name = 'BundleError';
    this.code = code;
  }
}
