import { type Static, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { slotOf } from './adjudicationCase.js';
import type { Decision } from './decision.js';
import type { AdjudicationRules } from './rules.js';
import { closed, Nullable, oneOf, Side } from './shape.js';

/** What a decision rests on, as a code; the words beside it say it in full. */
export const decisionReasons = [
  'newLesion',
  'nonTarget',
  'targetChoice',
  'measurement',
  'evaluability',
  'imageQuality',
  'criteria',
  'other',
] as const;
export type DecisionReason = (typeof decisionReasons)[number];

/** What an adjudicator works on: which read stands, by its neutral name, and why. A choice still open is null. */
export const DecisionDocumentSchema = Type.Object(
  {
    schemaVersion: Type.Literal(1),
    choice: Nullable(
      Type.Union([
        Type.Object({ kind: Type.Literal('read'), side: Side }, closed),
        Type.Object(
          {
            kind: Type.Literal('perTimepoint'),
            /** By timepoint; one that is not there is not decided yet. */
            sides: Type.Record(Type.String({ minLength: 1, maxLength: 64 }), Side),
          },
          closed
        ),
      ])
    ),
    reason: Type.Object(
      {
        code: Nullable(oneOf(decisionReasons, 'What the decision rests on.')),
        text: Type.String({ maxLength: 4000 }),
      },
      closed
    ),
  },
  closed
);
export type DecisionDocument = Static<typeof DecisionDocumentSchema>;

export const emptyDecision = (): DecisionDocument => ({
  schemaVersion: 1,
  choice: null,
  reason: { code: null, text: '' },
});

/** JSON Pointer into the document, and what was expected there. */
export interface DecisionError {
  readonly path: string;
  readonly message: string;
}

/** An unknown value as a decision. A draft with open work is valid: `decisionOpenItems` says what blocks signing. */
export function parseDecision(
  input: unknown
): { ok: true; value: DecisionDocument } | { ok: false; errors: DecisionError[] } {
  if (Value.Check(DecisionDocumentSchema, input)) return { ok: true, value: input };
  const errors = [...Value.Errors(DecisionDocumentSchema, input)].slice(0, 50);
  return { ok: false, errors: errors.map(({ path, message }) => ({ path, message })) };
}

export type DecisionItemCode =
  | 'CL_NO_CHOICE'
  /** By timepoint, where the charter lets a complete read be chosen alone. */
  | 'CL_CHOICE_KIND'
  | 'CL_TIMEPOINT_OPEN'
  | 'CL_TIMEPOINT_STRAY'
  | 'CL_NO_REASON'
  | 'CL_NO_REASON_TEXT';

/** One thing that keeps a decision from being signed. */
export interface DecisionItem {
  readonly timepoint: string | null;
  readonly code: DecisionItemCode;
  readonly message: string;
}

/** What a decision is about: the charter's mode, and the timepoints that were compared, in order. */
export interface DecisionTerms {
  readonly mode: AdjudicationRules['mode'];
  readonly timepoints: readonly string[];
}

/** What blocks signing, the choice first, then the reason; empty when the decision can be signed. */
export function decisionOpenItems(
  { choice, reason }: DecisionDocument,
  { mode, timepoints }: DecisionTerms
): DecisionItem[] {
  const items: DecisionItem[] = [];
  const add = (code: DecisionItemCode, message: string, timepoint: string | null = null) =>
    items.push({ timepoint, code, message });
  if (choice === null) add('CL_NO_CHOICE', 'no read is chosen');
  if (choice?.kind === 'perTimepoint') {
    if (mode !== 'perTimepoint')
      add('CL_CHOICE_KIND', 'the charter lets a complete read be chosen alone');
    for (const id of timepoints)
      if (!Object.hasOwn(choice.sides, id))
        add('CL_TIMEPOINT_OPEN', `${id}: no read is chosen`, id);
    for (const id of Object.keys(choice.sides))
      if (!timepoints.includes(id))
        add('CL_TIMEPOINT_STRAY', `${id}: not a timepoint of this case`, id);
  }
  if (reason.code === null) add('CL_NO_REASON', 'no reason is chosen');
  if (reason.text.trim() === '') add('CL_NO_REASON_TEXT', 'the reason is not said in words');
  return items;
}

/** The decision by slots, for the record alone; null while nothing is chosen. `swap` is the one drawn for the case. */
export function decisionOf(
  { choice }: DecisionDocument,
  timepoints: readonly string[],
  swap: boolean
): Decision | null {
  if (choice === null) return null;
  const about = { timepoints: [...timepoints] };
  if (choice.kind === 'read')
    return { ...about, choice: { kind: 'read', slot: slotOf(choice.side, swap) } };
  const slots = Object.entries(choice.sides).map(([id, side]) => [id, slotOf(side, swap)] as const);
  return { ...about, choice: { kind: 'perTimepoint', slots: Object.fromEntries(slots) } };
}
