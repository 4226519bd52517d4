import { describe, expect, it } from '@jest/globals';
import type { TSchema } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { CharterSchema } from './charter.js';
import { EndpointsSchema } from './measures.js';

interface Node {
  readonly path: string;
  readonly schema: TSchema;
}

/** Every node below one: keys of mappings, entries of lists, and what a choice is between. */
function nodesOf({ path, schema }: Node): Node[] {
  const properties = (schema['properties'] ?? {}) as Record<string, TSchema>;
  const patterns = (schema['patternProperties'] ?? {}) as Record<string, TSchema>;
  const below: Node[] = [
    ...Object.entries(properties).map(([key, one]) => ({ path: `${path}/${key}`, schema: one })),
    ...Object.values(patterns).map(one => ({ path: `${path}/*`, schema: one })),
    ...('items' in schema ? [{ path: `${path}[]`, schema: schema['items'] as TSchema }] : []),
  ];
  return [{ path, schema }, ...below.flatMap(nodesOf)];
}

const nodes = nodesOf({ path: '', schema: CharterSchema });
const ofEndpoints = new Set(
  nodesOf({ path: '/endpoints', schema: EndpointsSchema }).map(({ path }) => path)
);
/** Values of a criterion's parameters are described by the criterion. */
const described = nodes.filter(
  ({ path }) => path !== '/criteria[]/parameters/*' && !/^\/endpoints\/.*\[\]$/.test(path)
);

describe('the schema', () => {
  it('describes every node', () => {
    expect(described.filter(({ schema }) => !schema.description).map(({ path }) => path)).toEqual(
      []
    );
  });

  it('says what each word of a list of words means', () => {
    const plain = ['/trial/phase', '/calendar/workingDays[]', '/imagingProtocol/regions[]'];
    const silent = described.flatMap(({ path, schema }) => {
      if (plain.includes(path) || ofEndpoints.has(path)) return [];
      const choices = (schema['anyOf'] ?? []) as TSchema[];
      return choices.some(choice => 'const' in choice && !choice.description) ? [path] : [];
    });
    expect(silent).toEqual([]);
  });

  it('gives examples that fit', () => {
    const given = nodes.flatMap(({ path, schema }) =>
      ((schema['examples'] ?? []) as unknown[]).map(example => ({ path, schema, example }))
    );
    expect(given.length).toBeGreaterThan(10);
    expect(
      given.filter(({ schema, example }) => !Value.Check(schema, example)).map(({ path }) => path)
    ).toEqual([]);
  });

  it('refuses keys it does not know in every mapping with keys of its own', () => {
    const open = nodes.filter(
      ({ schema }) => schema['type'] === 'object' && schema['additionalProperties'] !== false
    );
    expect(open.map(({ path }) => path)).toEqual([
      '/criteria[]/parameters',
      '/instruments[]/parameters',
    ]);
  });
});
