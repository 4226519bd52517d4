import { describe, expect, it } from '@jest/globals';
import { Kind, type TSchema, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import fc from 'fast-check';
import { criteria, inputSchemaOf } from './assess.js';
import { assessmentSchemas } from './schemas.js';
import { shapeCheck } from './shapeCheck.js';

const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, false, '', 'PD', '2026-01-05', '2026-1-5', 'x'),
  fc.constantFrom<unknown>(0, -1, 5, 0.1, NaN, Infinity, [], [null], {}, { a: 1 }, Array(1)),
  fc.string({ maxLength: 130 })
);

const fitting: Readonly<Record<string, (schema: TSchema) => fc.Arbitrary<unknown>>> = {
  Literal: schema => fc.constant(schema.const),
  Null: () => fc.constant(null),
  Boolean: () => fc.boolean(),
  Number: () => fc.oneof(fc.integer({ min: -3, max: 100 }), fc.double({ min: 0, max: 3 })),
  Integer: () => fc.integer({ min: -3, max: 100 }),
  String: ({ pattern }) => (pattern === undefined ? fc.string() : fc.constant('2026-01-05')),
  Union: schema => fc.oneof(...(schema.anyOf as TSchema[]).map(valuesOf)),
  Array: schema => fc.array(valuesOf(schema.items as TSchema), { maxLength: 3 }),
  Record: () => fc.dictionary(fc.string({ maxLength: 3 }), odd, { maxKeys: 3 }),
  Object: schema => {
    const properties = schema.properties as Record<string, TSchema>;
    const all = fc.record(
      Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, valuesOf(one)]))
    );
    return fc
      .tuple(
        all,
        fc.constantFrom({}, {}, {}, { further: 1 }),
        fc.constantFrom(...Array<null>(60).fill(null), ...Object.keys(properties))
      )
      .map(([value, more, without]) => {
        const left = Object.entries(value).filter(([key]) => key !== without);
        return { ...Object.fromEntries(left), ...more };
      });
  },
};

/** Values that mostly fit a schema; here and there a place holds something else. */
function valuesOf(schema: TSchema): fc.Arbitrary<unknown> {
  const right = fitting[schema[Kind]]?.(schema) ?? odd;
  return fc.oneof({ weight: 150, arbitrary: right }, { weight: 1, arbitrary: odd });
}

const schemas: [string, TSchema][] = [
  ...Object.entries(assessmentSchemas),
  ...Object.values(criteria).flatMap((one): [string, TSchema][] => [
    [`${one.id} input`, inputSchemaOf(one)],
    [`${one.id} parameters`, one.parameters],
    [`${one.id} components`, one.components],
  ]),
  ['a closed object', Type.Object({ a: Type.Number() }, { additionalProperties: false })],
  ['a record of numbers', Type.Record(Type.String(), Type.Number())],
  ['a record of some keys', Type.Record(Type.String({ pattern: '^a' }), Type.Number())],
  ['a keyword it has no check for', Type.Array(Type.Number(), { uniqueItems: true })],
  ['bounds', Type.Number({ exclusiveMinimum: 0, maximum: 5 })],
];

describe('the check of a shape made once', () => {
  it.each(schemas)('says of %s what the schema says', (_name, schema) => {
    const check = shapeCheck(schema);
    const values = fc.oneof({ weight: 9, arbitrary: valuesOf(schema) }, odd);
    fc.assert(
      fc.property(values, value => {
        expect(check(value)).toBe(Value.Check(schema, value));
      }),
      { numRuns: 300 }
    );
    const verdicts = fc
      .sample(values, { numRuns: 300, seed: 7 })
      .map(one => Value.Check(schema, one));
    expect(new Set(verdicts)).toEqual(new Set([true, false]));
  });
});
