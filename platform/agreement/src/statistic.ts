import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { requireShape } from './shape.js';

/** One statistic: what it takes and gives, where it is from, and the computation. */
export interface Statistic<I extends TSchema = TSchema, O extends TSchema = TSchema> {
  readonly input: I;
  readonly output: O;
  /** Throws AgreementError for input of another shape, or that the statistic is not defined for. */
  evaluate(input: unknown): Static<O>;
}

/** `compute` gets input whose shape was checked. */
export function defineStatistic<I extends TSchema, O extends TSchema>(
  input: I,
  output: O,
  compute: (input: Static<I>) => Static<O>
): Statistic<I, O> {
  return {
    input,
    output,
    evaluate(given) {
      requireShape(input, given);
      return compute(given as Static<I>);
    },
  };
}

export const NullableNumber = Type.Union([Type.Number(), Type.Null()]);
export const NullableText = Type.Union([Type.String(), Type.Null()]);

export const Confidence = Type.Optional(
  Type.Number({
    exclusiveMinimum: 0,
    exclusiveMaximum: 1,
    description: 'confidence of all limits, 0.95 where not given',
  })
);
export const defaultConfidence = 0.95;

/** Confidence limits. */
export const LimitsSchema = Type.Object({ lower: NullableNumber, upper: NullableNumber });
export type Limits = Static<typeof LimitsSchema>;

/** What every result says. Numbers are not rounded. */
export const common = {
  value: Type.Union([Type.Number(), Type.Null()], { description: 'null: not estimable' }),
  lower: NullableNumber,
  upper: NullableNumber,
  confidence: Type.Number(),
  n: Type.Integer({ description: 'subjects the value rests on' }),
  excluded: Type.Integer({ description: 'subjects left out because of missing ratings' }),
  raters: Type.Integer(),
  reason: Type.Union([Type.String(), Type.Null()], { description: 'why value is null' }),
  limitsReason: Type.Union([Type.String(), Type.Null()], {
    description: 'why lower and upper are null though value is not',
  }),
  conventions: Type.Array(Type.String()),
  source: Type.String(),
};

/** A value with its limits, or the reasons for which there is none. */
export interface Estimate extends Limits {
  readonly value: number | null;
  readonly reason: string | null;
  readonly limitsReason: string | null;
}

export function notEstimable(reason: string): Estimate {
  return { value: null, lower: null, upper: null, reason, limitsReason: null };
}

export function withoutLimits(value: number, limitsReason: string): Estimate {
  return { value, lower: null, upper: null, reason: null, limitsReason };
}

export function withLimits(value: number, lower: number, upper: number): Estimate {
  return { value, lower, upper, reason: null, limitsReason: null };
}
