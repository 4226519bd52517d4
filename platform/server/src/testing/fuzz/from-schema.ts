import fc from 'fast-check';
import { hostileTexts, hostileValue } from './hostile-values.js';

/** What of JSON Schema the routes use. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** Texts that answers had, by the key under which they stood: ids, codes and names that there are. */
export class SeenTexts {
  readonly #all: string[] = [];
  readonly #byKey = new Map<string, string[]>();

  add(value: unknown, key = ''): void {
    if (typeof value === 'string') {
      if (value === '' || value.length > 200) return;
      const known = this.#byKey.get(key) ?? [];
      if (known.includes(value) || known.length > 200) return;
      known.push(value);
      this.#byKey.set(key, known);
      this.#all.push(value);
    } else if (Array.isArray(value)) value.forEach(one => this.add(one, key));
    else if (typeof value === 'object' && value !== null)
      for (const [name, below] of Object.entries(value)) this.add(below, name);
  }

  /** Whether any stood under this key. */
  knows(key: string): boolean {
    return this.#byKey.has(key);
  }

  /** The `at`th of those of this key, else of all. */
  pick(key: string, at: number): string {
    const own = this.#byKey.get(key) ?? this.#all;
    return own[at % Math.max(1, own.length)] ?? 'nothing';
  }
}

const formed: Readonly<Record<string, fc.Arbitrary<string>>> = {
  date: fc.constantFrom('2026-03-02', '2024-02-29', '2026-12-31'),
  'date-time': fc.constantFrom('2026-03-02T10:00:00Z', '2026-03-02T10:00:00.000+02:00'),
  uuid: fc.uuid(),
};

const written = ({ pattern, format, minLength = 0, maxLength = 60 }: JsonSchema) => {
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const known = formed[format ?? ''];
  return (
    known ?? fc.string({ minLength, maxLength: Math.min(Math.max(minLength, maxLength), 200) })
  );
};

/** What stood under this key before, else what the schema asks for; now and then anything that stood anywhere. */
const plainText = (schema: JsonSchema, key: string, seen: SeenTexts): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 16,
      arbitrary: fc
        .tuple(fc.nat(), fc.nat({ max: 3 }), written(schema))
        .map(([at, which, made]) => (which > 0 && seen.knows(key) ? seen.pick(key, at) : made)),
    },
    { weight: 2, arbitrary: fc.nat().map(at => seen.pick('', at)) },
    { weight: 1, arbitrary: fc.constantFrom(...hostileTexts) }
  );

const plain = (schema: JsonSchema, key: string, seen: SeenTexts): fc.Arbitrary<unknown> => {
  const variants = schema.anyOf ?? schema.oneOf;
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (variants !== undefined) return fc.oneof(...variants.map(one => fromSchema(one, key, seen)));
  if (schema.allOf !== undefined)
    return fc
      .tuple(...schema.allOf.map(one => fromSchema(one, key, seen)))
      .map(parts => Object.assign({}, ...parts) as unknown);
  const { minimum, maximum, minItems = 0, maxItems = 4 } = schema;
  const [type] = [schema.type ?? 'object'].flat();
  switch (type) {
    case 'string':
      return plainText(schema, key, seen);
    case 'integer':
      return fc.integer({ min: Math.ceil(minimum ?? -5), max: Math.floor(maximum ?? 50) });
    case 'number':
      return fc.double({ min: minimum ?? -1e6, max: maximum ?? 1e6, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(fromSchema(schema.items ?? {}, key, seen), {
        minLength: minItems,
        maxLength: Math.max(minItems, Math.min(maxItems, 4)),
      });
    default: {
      const properties = schema.properties ?? {};
      const required = (schema.required ?? []).filter(name => name in properties);
      return fc.record(
        Object.fromEntries(
          Object.entries(properties).map(([name, below]) => [name, fromSchema(below, name, seen)])
        ),
        { requiredKeys: required }
      );
    }
  }
};

/** Mostly what a schema asks for, with texts that answers had before; now and then, at any depth, something else. */
export const fromSchema = (
  schema: JsonSchema,
  key: string,
  seen: SeenTexts
): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 60, arbitrary: plain(schema, key, seen) },
    { weight: 1, arbitrary: hostileValue }
  );
