import { Kind, OptionalKind, type TSchema } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { remembered } from './remembered.js';

/** Whether a value has the shape a schema describes. */
export type ShapeCheck = (value: unknown) => boolean;

type Properties = Readonly<Record<string, TSchema>>;
type Bounds = Readonly<Record<string, number | undefined>>;

/** Keywords of a schema that say nothing about its values. */
const notes = ['type', 'title', 'description', 'default', 'examples'];

interface KindCheck {
  /** The keywords it understands; a schema with another one is left to `Value.Check`. */
  readonly keywords: readonly string[];
  make(schema: TSchema): ShapeCheck;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function numberCheck(schema: TSchema, isOne: (value: unknown) => boolean): ShapeCheck {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Bounds = schema;
  return value =>
    isOne(value) &&
    (minimum === undefined || (value as number) >= minimum) &&
    (maximum === undefined || (value as number) <= maximum) &&
    (exclusiveMinimum === undefined || (value as number) > exclusiveMinimum) &&
    (exclusiveMaximum === undefined || (value as number) < exclusiveMaximum);
}

/** The values of a union of literals, however nested; null where it has another variant. */
function literalsOf(schema: TSchema): unknown[] | null {
  if (schema[Kind] === 'Literal') return [schema.const];
  if (schema[Kind] === 'Null') return [null];
  if (schema[Kind] !== 'Union') return null;
  const nested = (schema.anyOf as TSchema[]).map(literalsOf);
  return nested.every(values => values !== null) ? nested.flat() : null;
}

function unionCheck(schema: TSchema): ShapeCheck {
  const literals = literalsOf(schema);
  if (literals) {
    const allowed = new Set(literals);
    return value => allowed.has(value);
  }
  const variants = (schema.anyOf as TSchema[]).map(shapeCheck);
  return value => variants.some(fits => fits(value));
}

function stringCheck({ pattern, minLength = 0, maxLength = Infinity }: TSchema): ShapeCheck {
  const [least, most] = [Number(minLength), Number(maxLength)];
  const form = pattern === undefined ? null : new RegExp(String(pattern));
  return value =>
    typeof value === 'string' &&
    value.length >= least &&
    value.length <= most &&
    (form === null || form.test(value));
}

/** By the value's own keys, which are few where a schema has many optional ones. */
function objectCheck(schema: TSchema): ShapeCheck {
  const properties = Object.entries(schema.properties as Properties);
  const checks = new Map(properties.map(([key, property]) => [key, shapeCheck(property)]));
  const required = properties
    .filter(([, property]) => property[OptionalKind] !== 'Optional')
    .map(([key]) => key);
  const closed = schema.additionalProperties === false;
  return value => {
    if (!isRecord(value)) return false;
    for (const key in value) {
      const fits = checks.get(key);
      const one = value[key];
      if (fits ? one !== undefined && !fits(one) : closed && Object.hasOwn(value, key))
        return false;
    }
    return required.every(key => value[key] !== undefined);
  };
}

/** Any key, and each value of one shape. */
function recordCheck(schema: TSchema): ShapeCheck {
  const anyKey = (schema.patternProperties as Partial<Properties>)['^(.*)$'];
  if (!anyKey) return value => Value.Check(schema, value);
  const fits = shapeCheck(anyKey);
  return value => isRecord(value) && Object.values(value).every(fits);
}

function arrayCheck(schema: TSchema): ShapeCheck {
  const fits = shapeCheck(schema.items as TSchema);
  return value => {
    if (!Array.isArray(value)) return false;
    // A hole is a value too, which `every` would pass over.
    for (const one of value as unknown[]) if (!fits(one)) return false;
    return true;
  };
}

const bounds = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];
const kinds: Readonly<Record<string, KindCheck>> = {
  Unknown: { keywords: [], make: () => () => true },
  Null: { keywords: [], make: () => value => value === null },
  Boolean: { keywords: [], make: () => value => typeof value === 'boolean' },
  Literal: { keywords: ['const'], make: schema => value => value === schema.const },
  Number: { keywords: bounds, make: schema => numberCheck(schema, Number.isFinite) },
  Integer: { keywords: bounds, make: schema => numberCheck(schema, Number.isInteger) },
  String: { keywords: ['pattern', 'minLength', 'maxLength'], make: stringCheck },
  Union: { keywords: ['anyOf'], make: unionCheck },
  Array: { keywords: ['items'], make: arrayCheck },
  Object: { keywords: ['properties', 'required', 'additionalProperties'], make: objectCheck },
  Record: { keywords: ['patternProperties'], make: recordCheck },
};

/**
 * The check of a schema as nested functions, made once: the verdict of `Value.Check`, which walks the schema anew for
 * every value. No code is generated, which the browser's content security policy forbids.
 */
export const shapeCheck: (schema: TSchema) => ShapeCheck = remembered(schema => {
  const kind = Object.hasOwn(kinds, schema[Kind]) ? kinds[schema[Kind]] : undefined;
  const understood =
    kind !== undefined &&
    typeof schema.additionalProperties !== 'object' &&
    Object.keys(schema).every(key => kind.keywords.includes(key) || notes.includes(key));
  return understood ? kind.make(schema) : value => Value.Check(schema, value);
});
