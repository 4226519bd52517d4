import { describe, expect, it } from '@jest/globals';
import { type TSchema, Type } from '@sinclair/typebox';
import { shapeCheck } from './shapeCheck.js';

const literal = (value: string | number) => Type.Literal(value);
const optional = Type.Object({ a: Type.Optional(Type.Number()) });
const closed = { additionalProperties: false };

/** Schemas made for one case each, what they take and what they refuse. */
const cases: [string, () => TSchema, readonly unknown[], readonly unknown[]][] = [
  ['a minimum', () => Type.Number({ minimum: 2 }), [2, 2.1], [1.9, '2']],
  ['a maximum', () => Type.Number({ maximum: 2 }), [2, -5], [2.1, NaN]],
  ['above', () => Type.Number({ exclusiveMinimum: 2 }), [2.1], [2, 1]],
  ['below', () => Type.Number({ exclusiveMaximum: 2 }), [1.9], [2, 3]],
  ['a whole number', () => Type.Integer({ minimum: 0 }), [0, 3], [0.5, -1, Infinity]],
  ['one word', () => literal('PD'), ['PD'], ['pd', null, undefined]],
  ['nothing', () => Type.Null(), [null], [undefined, 0, '']],
  ['a yes or no', () => Type.Boolean(), [true, false], [0, null, 'true']],
  ['anything', () => Type.Unknown(), [null, undefined, 5, {}], []],
  [
    'words, nested',
    () => Type.Union([Type.Union([literal('CR'), literal(3)]), Type.Null()]),
    ['CR', 3, null],
    ['PD', '3', undefined, 0],
  ],
  [
    'words or a number',
    () => Type.Union([Type.Union([literal('CR'), Type.Number()]), Type.Null()]),
    ['CR', 3, null],
    ['PD', true],
  ],
  ['texts or numbers', () => Type.Union([Type.String(), Type.Number()]), ['PD', 3], [null, true]],
  ['a form', () => Type.String({ pattern: '^a+$' }), ['a', 'aa'], ['', 'b', 'ab']],
  ['a length', () => Type.String({ minLength: 1, maxLength: 2 }), ['a', 'ab'], ['', 'abc', 5]],
  ['a list', () => Type.Array(Type.Number()), [[], [1, 2]], [[1, null], 5, '', 'ab', null, {}]],
  ['a list with a hole', () => Type.Array(Type.Number()), [], [Array(1)]],
  ['a list of differing', () => Type.Array(Type.Number(), { uniqueItems: true }), [[1]], [[1, 1]]],
  ['a key at will', () => optional, [{}, { a: 1 }, { a: undefined }], [{ a: null }, [], null, 5]],
  ['more keys', () => Type.Object({ a: Type.Number() }), [{ a: 1, b: 'x' }], [{ b: 1 }, {}]],
  ['no more keys', () => Type.Object({ a: Type.Number() }, closed), [{ a: 1 }], [{ a: 1, b: 1 }]],
  [
    'more keys of one kind',
    () => Type.Object({ a: Type.Number() }, { additionalProperties: Type.String() }),
    [{ a: 1, b: 'x' }],
    [{ a: 1, b: 1 }],
  ],
  [
    'keys of one kind',
    () => Type.Record(Type.String(), Type.Number()),
    [{}, { a: 1, '': 2 }],
    [{ a: 'x' }, null, [], 5],
  ],
  [
    'keys that begin alike',
    () => Type.Record(Type.String({ pattern: '^a' }), Type.Number(), closed),
    [{}, { ab: 1 }],
    [{ b: 1 }, { ab: 'x' }],
  ],
  ['a kind it has no check for', () => Type.Tuple([Type.Number()]), [[1]], [[], ['x'], [1, 2]]],
];

describe('the check of each kind of schema', () => {
  it.each(cases)('%s', (_name, schema, taken, refused) => {
    const check = shapeCheck(schema());
    expect(taken.map(value => [value, check(value)])).toEqual(taken.map(value => [value, true]));
    expect(refused.map(value => [value, check(value)])).toEqual(
      refused.map(value => [value, false])
    );
  });
});
