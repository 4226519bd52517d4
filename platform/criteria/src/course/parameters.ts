import { type Static, type TObject, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { CriterionError } from '../criterion.js';

/** A choice; the first value is the default. */
export const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>(
    Type.Union(
      values.map(value => Type.Literal(value)),
      { default: values[0] }
    )
  );
export const days = (value: number) => Type.Integer({ minimum: 0, default: value });
export const flag = (value: boolean) => Type.Boolean({ default: value });

/** Defaults filled in. Throws CL_PARAMETER on an unknown name or a value outside its range. */
export function parametersOf<T extends TObject>(
  criterion: string,
  schema: T,
  given: Record<string, unknown> | null | undefined
): Static<T> {
  const parameters: unknown = Value.Default(schema, { ...given });
  if (Value.Check(schema, parameters)) return parameters;
  const first = Value.Errors(schema, parameters).First();
  const path = first?.path ?? '';
  const name = path.slice(1);
  const known = Object.keys(schema.properties).join(', ');
  throw new CriterionError(
    'CL_PARAMETER',
    `/parameters${path}`,
    name in schema.properties
      ? `parameter ${name}: ${first?.message ?? 'value not allowed'}, got ${JSON.stringify(first?.value)}`
      : `${criterion} has no parameter "${name}" (known: ${known})`
  );
}
