import { type Static, Type } from '@sinclair/typebox';
import type { Pair } from './courseRead.js';
import { MatchSchema } from './matchLesions.js';
import { Nullable, oneOf, Side } from './shape.js';

/** In the order in which differences of equal effect are listed. */
export const differenceKinds = [
  'newLesionOnlyOne',
  'newLesionEarlier',
  'nonTargetJudgement',
  'readerResponse',
  'readerResponseOnlyOne',
  'targetOnlyOne',
  'otherTarget',
  'nonTargetOnlyOne',
  'role',
  'partOnlyOne',
  'evaluability',
  'timepointEvaluability',
  'state',
  'mergedInto',
  'size',
  'number',
  'nadir',
  'lesionDate',
  'timepointDate',
  'timepointOnlyOne',
  'place',
  'lesionDetail',
  'timepointDetail',
  'reason',
  'quality',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

const SaidValue = Nullable(Type.Union([Type.String(), Type.Number(), Type.Boolean()]));
const SaidSchema = Type.Record(Type.String(), SaidValue);
export type Said = Static<typeof SaidSchema>;

/** A sentence by its key, and what is filled in: codes and numbers, which the screen's language puts in words. */
export const MessageSchema = Type.Object({ key: Type.String(), values: SaidSchema });
export type Message = Static<typeof MessageSchema>;

/** One thing that two reads did not enter alike. */
export const DifferenceSchema = Type.Object({
  kind: oneOf(differenceKinds, 'What differs.'),
  timepoint: Nullable(Type.String()),
  lesions: Type.Object({ a: Nullable(Type.String()), b: Nullable(Type.String()) }),
  /** The entry, series or region it is about, where the kind has several. */
  field: Nullable(Type.String()),
  /** The read that has something the other has not; null where both say something. */
  by: Nullable(Side),
  /** How the two lesions were taken for one; null where there is one, or they are two. */
  match: Nullable(MatchSchema),
  /** What each read says. */
  said: Type.Object({ a: SaidSchema, b: SaidSchema }),
  message: MessageSchema,
});
export type Difference = Static<typeof DifferenceSchema>;
export type BareDifference = Omit<Difference, 'message'>;

/** Names that say nothing of who they are; the same in every language. */
export const neutralNames: Pair<string> = { a: 'A', b: 'B' };
export const otherSide = { a: 'b', b: 'a' } as const;

const named = (said: Said, suffix: string): [string, Said[string]][] =>
  Object.entries(said).map(([key, value]) => [`${key}${suffix}`, value]);

/** Kinds whose sentence depends on the entry. */
const byField: readonly DifferenceKind[] = ['size', 'reason'];

/**
 * The sentence of a difference. Every value stands under its name and the read's (`placeA`, `placeB`), and what the reads are
 * called under `nameA`, `nameB`; where one read has what the other has not, also under its name alone, with `by` and `other`.
 */
export function messageOf(
  { kind, field, by, said }: BareDifference,
  names: Pair<string> = neutralNames
): Message {
  const own = by && said[by];
  return {
    key: byField.includes(kind) && field ? `difference.${kind}.${field}` : `difference.${kind}`,
    values: Object.fromEntries([
      ['nameA', names.a] as const,
      ['nameB', names.b] as const,
      ...named(said.a, neutralNames.a),
      ...named(said.b, neutralNames.b),
      ...(own ? named(own, '') : []),
      ...(by ? [['by', names[by]] as const, ['other', names[otherSide[by]]] as const] : []),
      ...(field === null ? [] : [['field', field] as const]),
    ]),
  };
}

export const worded = (difference: BareDifference): Difference => ({
  ...difference,
  message: messageOf(difference),
});

/** The same difference, its sentence with other names for the reads. */
export const namedDifference = (difference: Difference, names: Pair<string>): Difference => ({
  ...difference,
  message: messageOf(difference, names),
});

/** The same difference with the names of the reads exchanged. */
export function exchangedDifference(difference: Difference): Difference {
  const { kind, timepoint, lesions, field, by, match, said } = difference;
  return worded({
    kind,
    timepoint,
    lesions: { a: lesions.b, b: lesions.a },
    field,
    by: by && otherSide[by],
    match,
    said: { a: said.b, b: said.a },
  });
}
