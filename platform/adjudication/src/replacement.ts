import { type Static, Type } from '@sinclair/typebox';
import type { CourseRead } from './courseRead.js';
import { Nullable, oneOf } from './shape.js';

export const refusals = [
  /** It is what sums come to: there is nothing of its own to take over. */
  'derived',
  /** How well a region could be read acts through its lesions alone. */
  'noEffectOfItsOwn',
  /** One read alone has the timepoint. */
  'notReadThere',
  /** The lesion is merged with another, or split. */
  'linked',
  /** The lesion it merged into is none of the other read's. */
  'unmatchedHost',
  /** Lesions of the timepoint that only one of the reads follows. */
  'unmatchedLesions',
  /** Without it no target is left. */
  'lastTarget',
  /** The criterion refuses the read that it would make. */
  'criterion',
] as const;
export const RefusalSchema = Type.Object({
  reason: oneOf(refusals, 'Why the difference can not be taken by itself.'),
  /** What the criterion said. */
  detail: Nullable(Type.String()),
});
export type Refusal = Static<typeof RefusalSchema>;

/** A read with one thing taken from the other, or why not. */
export type Replacement =
  | { readonly course: CourseRead; readonly refused: null }
  | { readonly course: null; readonly refused: Refusal };

export const refuse = (reason: Refusal['reason'], detail: string | null = null): Replacement => ({
  course: null,
  refused: { reason, detail },
});
