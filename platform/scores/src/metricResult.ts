import { Type, type Static } from '@sinclair/typebox';

export const MetricResult = Type.Object({
  metric: Type.String(),
  value: Type.Union([Type.Number(), Type.String(), Type.Null()]),
  unit: Type.Optional(Type.String()),
  nUsed: Type.Integer({ description: 'Items whose values it is of.' }),
  nExpected: Type.Integer({
    description: 'Items that it would be of; those that do not apply are none.',
  }),
  prorated: Type.Boolean(),
  flags: Type.Array(Type.String()),
});
/** What a metric is; its value is not rounded. */
export type MetricResult = Static<typeof MetricResult>;

/** A metric with what its value is made of. */
export interface Traced {
  readonly result: MetricResult;
  /** The rule in words, with the numbers. */
  readonly how: string;
  readonly items: readonly string[];
}
