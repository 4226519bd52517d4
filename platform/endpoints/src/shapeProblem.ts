import type { TSchema } from '@sinclair/typebox';
import { Value, type ValueError } from '@sinclair/typebox/value';

/** Where a value first misses its schema and what was expected there. `path` is '' for the value itself. */
export interface ShapeProblem {
  readonly path: string;
  readonly message: string;
}

/** The literals and types a union allows, through nested unions. */
function allowed(schema: TSchema): string[] {
  const variants: unknown = schema.anyOf;
  if (Array.isArray(variants)) return (variants as TSchema[]).flatMap(allowed);
  return [String('const' in schema ? schema.const : schema.type)];
}

/** A union's own error only says that no variant fits: what lies deeper in its first variant says more. */
function deepest(error: ValueError): ValueError {
  const inner = error.errors[0]?.First();
  return inner && inner.path !== error.path ? deepest(inner) : error;
}

/** Null when the value fits. */
export function shapeProblem(schema: TSchema, value: unknown): ShapeProblem | null {
  const first = Value.Check(schema, value) ? undefined : Value.Errors(schema, value).First();
  if (!first) return null;
  const { path, message, schema: expected } = deepest(first);
  return {
    path,
    message: expected.anyOf ? `expected one of ${allowed(expected).join(', ')}` : message,
  };
}
