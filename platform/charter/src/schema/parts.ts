import { type TSchema, Type } from '@sinclair/typebox';

/** Keys that are not listed are refused. */
export const closed = { additionalProperties: false } as const;

/** What the documentation says of a key besides its type and meaning. */
interface Notes {
  /** Where no shipped charter has the key. */
  readonly examples?: readonly unknown[];
  /** A default that depends on other keys, in words: see `from`. */
  readonly $comment?: string;
}

/** The default in words, where it follows from other keys. */
export const from = (words: string): Notes => ({ $comment: `Default: ${words}.` });

export const text = (description: string, notes: Notes = {}) =>
  Type.String({ minLength: 1, maxLength: 200, description, ...notes });

/** An identifier that data sets and addresses can carry. */
export const code = (description: string, notes: Notes = {}) =>
  Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$', description, ...notes });

/** A DICOM keyword of PS3.6, such as ClinicalTrialSubjectID. */
export const keyword = (description: string, notes: Notes = {}) =>
  Type.String({ pattern: '^[A-Z][A-Za-z0-9]{1,63}$', description, ...notes });

export const yesNo = (description: string, notes: Notes = {}) =>
  Type.Boolean({ description, ...notes });

export const days = (description: string, maximum: number, notes: Notes = {}) =>
  Type.Integer({ minimum: 0, maximum, description, ...notes });

/** User names. */
export const accounts = (description: string, least: 0 | 1, notes: Notes = {}) =>
  Type.Array(text('A user name.', { examples: ['reader1'] }), {
    minItems: least,
    maxItems: 100,
    description,
    ...notes,
  });

/** One of some words, each with what it means. */
export const words = <const T extends Readonly<Record<string, string>>>(
  meanings: T,
  description: string,
  notes: Notes = {}
) =>
  Type.Unsafe<keyof T & string>(
    Type.Union(
      Object.entries(meanings).map(([word, meaning]) =>
        Type.Literal(word, { description: meaning })
      ),
      { description, ...notes }
    )
  );

export const listOf = <T extends TSchema>(
  entry: T,
  most: number,
  description: string,
  notes: Notes & { readonly minItems?: number; readonly uniqueItems?: boolean } = {}
) => Type.Array(entry, { maxItems: most, description, ...notes });
