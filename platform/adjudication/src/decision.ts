import { type Static, Type } from '@sinclair/typebox';
import { closed, oneOf } from './shape.js';

export const readerSlots = ['reader1', 'reader2'] as const;
/** Readers who meet for one agreed read; the first of them puts it forward. */
export const panelSlots = [...readerSlots, 'reader3', 'reader4', 'reader5'] as const;
export const slots = [...panelSlots, 'adjudicator'] as const;
export type ReaderSlot = (typeof readerSlots)[number];
export type PanelSlot = (typeof panelSlots)[number];
export type Slot = (typeof slots)[number];

const Reader = oneOf(panelSlots, 'Whose read.');

/** What an adjudicator signed, or a panel agreed to: the timepoints that were compared, and whose read stands for them. */
export const DecisionSchema = Type.Object(
  {
    /** `timepoints` of the comparison that was decided. */
    timepoints: Type.Array(Type.String(), { minItems: 1 }),
    choice: Type.Union([
      Type.Object({ kind: Type.Literal('read'), slot: Reader }, closed),
      Type.Object(
        { kind: Type.Literal('perTimepoint'), slots: Type.Record(Type.String(), Reader) },
        closed
      ),
      Type.Object({ kind: Type.Literal('thirdRead') }, closed),
    ]),
  },
  closed
);
export type Decision = Static<typeof DecisionSchema>;

/** The reads there are, by slot; null or not given: not read. */
export type Reads<T> = { readonly [slot in Slot]?: T | null };
