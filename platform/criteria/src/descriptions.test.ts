import { describe, expect, it } from '@jest/globals';
import type { TSchema } from '@sinclair/typebox';
import { criteria, inputSchemaOf } from './assess.js';

interface Described {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly items?: TSchema;
  readonly anyOf?: readonly TSchema[];
}

/** Paths of properties without a description, those inside arrays and nullable objects included. */
function undescribed(schema: TSchema, at = ''): string[] {
  const { properties = {}, items, anyOf = [] } = schema as Described;
  const own = Object.entries(properties).flatMap(([name, one]) => [
    ...((one as Described).description?.trim() ? [] : [`${at}${name}`]),
    ...undescribed(one, `${at}${name}.`),
  ]);
  return [
    ...own,
    ...(items ? undescribed(items, at) : []),
    ...anyOf.flatMap(one => undescribed(one, at)),
  ];
}

describe.each(Object.values(criteria))('$id', criterion => {
  it('describes every parameter', () => {
    expect(undescribed(criterion.parameters)).toEqual([]);
  });
  it('describes every input', () => {
    expect(undescribed(inputSchemaOf(criterion))).toEqual([]);
  });
});
