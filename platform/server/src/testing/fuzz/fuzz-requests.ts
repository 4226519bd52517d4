import fc from 'fast-check';
import { fromSchema, type JsonSchema, type SeenTexts } from './from-schema.js';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: JsonSchema;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content?: Readonly<Record<string, { readonly schema?: JsonSchema }>>;
  };
}

/** The server's own OpenAPI document. */
export interface OpenApi {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation | undefined>>>>;
}

/** One request, as it is sent. */
export interface FuzzRequest {
  readonly method: string;
  /** The route as the document has it. */
  readonly route: string;
  readonly url: string;
  readonly body: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

const methods = ['get', 'head', 'post', 'put', 'delete', 'patch'] as const;

const segment = (value: unknown): string =>
  // Half a surrogate pair has no form in an address.
  encodeURIComponent(
    (typeof value === 'string' ? value : JSON.stringify(value)).replaceAll(
      /\p{Surrogate}/gu,
      '\ufffd'
    )
  );

const queryOf = (values: Readonly<Record<string, unknown>>): string => {
  const parts = Object.entries(values).flatMap(([name, value]) =>
    [value].flat().map(one => `${segment(name)}=${segment(one ?? '')}`)
  );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
};

/** There is one trial; of what else is named so nothing is found. */
const trialOr = (other: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant('T-1') }, { weight: 1, arbitrary: other });

const record = (
  parameters: readonly Parameter[],
  seen: SeenTexts
): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(
    Object.fromEntries(
      parameters.map(({ name, schema = {} }) => [
        name,
        name === 'trial' ? trialOr(fromSchema(schema, name, seen)) : fromSchema(schema, name, seen),
      ])
    ),
    { requiredKeys: parameters.filter(({ required }) => required === true).map(({ name }) => name) }
  ) as fc.Arbitrary<Record<string, unknown>>;

/** Bodies as they come: JSON of the schema, JSON cut off, other types, none. */
const bodyOf = (schema: JsonSchema | undefined, seen: SeenTexts): fc.Arbitrary<string | null> =>
  schema === undefined
    ? fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, fc.constant('{}'))
    : fc.oneof(
        {
          weight: 18,
          arbitrary: fromSchema(schema, '', seen).map(value => JSON.stringify(value) ?? 'null'),
        },
        { weight: 1, arbitrary: fc.constantFrom('', '{', '[', 'null', '"', '{"a":1,}', '\u0000') },
        { weight: 1, arbitrary: fc.constant(null) }
      );

const requestOf = (
  route: string,
  method: string,
  { parameters = [], requestBody }: Operation,
  seen: SeenTexts
): fc.Arbitrary<FuzzRequest> => {
  const of = (place: string) => parameters.filter(one => one.in === place);
  const schema = Object.values(requestBody?.content ?? {})[0]?.schema;
  return fc
    .record({
      path: record(
        of('path').map(one => ({ ...one, required: true })),
        seen
      ),
      query: record(of('query'), seen),
      body: bodyOf(schema, seen),
      type: fc.oneof(
        { weight: 30, arbitrary: fc.constant('application/json') },
        fc.constantFrom('text/plain', 'application/dicom', 'multipart/form-data', 'x/y; a="')
      ),
      match: fc.constantFrom('"0"', '*', '"', 'W/"1"'),
    })
    .map(({ path, query, body, type, match }) => ({
      ...{ method: method.toUpperCase(), route },
      url: `${route.replaceAll(/\{(\w+)\}|\*/g, (_, name: string | undefined) => segment(path[name ?? '*'] ?? 'x'))}${queryOf(query)}`,
      body: ['get', 'head'].includes(method) ? null : body,
      headers: { 'content-type': type, 'if-match': match },
    }));
};

/** By operation of the document: requests made of what it says. */
export const fuzzRequests = (
  { paths = {} }: OpenApi,
  seen: SeenTexts
): readonly (readonly [name: string, fc.Arbitrary<FuzzRequest>])[] =>
  Object.entries(paths).flatMap(([route, operations]) =>
    methods.flatMap(method => {
      const operation = operations[method];
      return operation === undefined
        ? []
        : [
            [
              `${method.toUpperCase()} ${route}`,
              requestOf(route, method, operation, seen),
            ] as const,
          ];
    })
  );
