import { Type, type Static } from '@sinclair/typebox';

/**
 * Why an item has no value: imaged but not evaluable, not imaged, surgically altered or absent, not answered, not applicable.
 * Zero is a value and never one of these.
 */
export const missingCodes = ['NE', 'NI', 'SX', 'ND', 'NA'] as const;
export type MissingCode = (typeof missingCodes)[number];

/** Why an image could not be evaluated. */
export const notEvaluableReasons = ['POOR_QUALITY', 'OBSCURED', 'METHOD_CHANGE', 'OTHER'] as const;

const Comment = Type.Optional(Type.String({ maxLength: 2000 }));

export const Answer = Type.Union([
  Type.Number(),
  Type.Object({ value: Type.Number(), comment: Comment }, { additionalProperties: false }),
  Type.Object(
    {
      missing: Type.Union(missingCodes.map(code => Type.Literal(code))),
      reason: Type.Optional(Type.Union(notEvaluableReasons.map(reason => Type.Literal(reason)))),
      comment: Comment,
    },
    { additionalProperties: false }
  ),
]);
export type Answer = Static<typeof Answer>;

/** By item. An item that is not there was not answered. */
export const Answers = Type.Record(Type.String({ maxLength: 100 }), Answer);
export type Answers = Readonly<Record<string, Answer>>;
