import { type TSchema, Type } from '@sinclair/typebox';

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const optional = <T extends TSchema>(schema: T) => Type.Optional(Nullable(schema));
export const oneOf = <const T extends readonly string[]>(values: T, description: string) =>
  Type.Unsafe<T[number]>(
    Type.Union(
      values.map(value => Type.Literal(value)),
      { description }
    )
  );
/** The same, optional in a charter; the first value is the default. */
export const choice = <const T extends readonly string[]>(values: T, description: string) =>
  Type.Unsafe<T[number]>(
    Type.Union(
      values.map(value => Type.Literal(value)),
      { default: values[0], description }
    )
  );
export const Side = oneOf(['a', 'b'], 'One of the two reads, by its neutral name.');
export type SideName = 'a' | 'b';
export const closed = { additionalProperties: false } as const;
