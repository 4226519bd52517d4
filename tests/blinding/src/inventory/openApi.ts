/** The part of JSON Schema that the server's OpenAPI document uses. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: Schema;
}

export interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
  };
}

/** `GET /api/openapi.json`. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** Values that get a request past the check of its form, by the name of the field. */
const known: Readonly<Record<string, string>> = {
  ...{ user: '{person.other}', person: '{person.other}', reader: '{person.other}' },
  ...{ subject: '{real.subject}', site: '{real.siteCode}', sites: '{real.siteCode}' },
  ...{ password: '{own.password}', newPassword: '{own.password}' },
  ...{ timepoint: 'TP2', lastTimepoint: 'TP2', trial: '{trial.code}', study: '{real.study}' },
  ...{ studyUid: '{real.study}', receipt: '{staff.receipt}', exam: '{staff.exam}' },
  ...{ readId: '{other.read}', signedBefore: '{other.read}', etag: '"0"', reason: 'for the proof' },
  ...{ requestId: 'request-of-the-proof', date: '2026-03-02', dueDate: '2026-12-31' },
  ...{ from: '2025-01-01', to: '2025-01-02', text: 'CANARY', meaning: 'x', charter: 'trial: 7' },
};

/** Long enough for every pattern that asks for a non-empty name. */
const anyText = 'proof-of-blinding';

/**
 * A value that a schema allows, as far as types, enumerations and names tell; what has to be there and nothing else.
 * @param name of the field that it is for
 */
export function sampleOf(schema: Schema, name = ''): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const [first] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
  if (first !== undefined) return sampleOf(first, name);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([key]) => schema.required?.includes(key) === true)
          .map(([key, value]) => [key, sampleOf(value, key)])
      );
    case 'array':
      return Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () =>
        sampleOf(schema.items ?? {}, name)
      );
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return known[name] ?? anyText;
  }
}
