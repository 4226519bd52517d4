import { Kind, OptionalKind, type TSchema } from '@sinclair/typebox';
import { Value, ValueErrorType, type ValueError } from '@sinclair/typebox/value';
import { isRecord } from './isRecord.js';
import type { CharterProblem } from './meaning/problem.js';
import { armAdvice, namesArm } from './meaning/treatmentArm.js';
import { suggestion } from './nearestName.js';
import { CharterSchema } from './schema/charter.js';

const maxProblems = 50;

/** What of the charter has the wrong form: one problem per place, each naming what was expected. */
export function schemaProblems(resolved: unknown): CharterProblem[] {
  const problems = new Map<string, CharterProblem>();
  for (const error of Value.Errors(CharterSchema, resolved)) {
    if (problems.size === maxProblems) break;
    if (!problems.has(error.path)) {
      const problem = { path: error.path, message: message(error) };
      const atKey = error.type === ValueErrorType.ObjectAdditionalProperties;
      problems.set(error.path, atKey ? { ...problem, atKey } : problem);
    }
  }
  return [...problems.values()];
}

function message(error: ValueError): string {
  const key = error.path.slice(error.path.lastIndexOf('/') + 1);
  if (error.type === ValueErrorType.ObjectAdditionalProperties) {
    if (namesArm(key)) return `no key ${key}: ${armAdvice}`;
    const known = knownKeys(error.schema);
    const list = known.length === 0 ? '' : ` (expected ${known.join(', ')})`;
    return `unknown key ${key}${suggestion(key, known)}${list}`;
  }
  if (error.type === ValueErrorType.ObjectRequiredProperty) {
    return `missing key ${key}: expected ${expected(error.schema)}`;
  }
  return `expected ${expected(error.schema)}, found ${found(error.value)}${hint(error)}`;
}

function hint({ schema, value }: ValueError): string {
  const wanted = literals(schema);
  if (typeof value === 'string') return suggestion(value, wanted);
  if (typeof value !== 'number') return '';
  const isText = schema['type'] === 'string' || wanted.includes(String(value));
  return isText ? `; put it in quotes: '${value}'` : '';
}

/** Words that a schema allows. */
function literals(schema: TSchema): string[] {
  const choices: unknown = schema['anyOf'];
  if (!Array.isArray(choices)) return [];
  return (choices as TSchema[])
    .map(choice => choice['const'])
    .filter(word => typeof word === 'string');
}

function knownKeys(schema: TSchema): string[] {
  const properties: unknown = schema['properties'];
  return isRecord(properties) ? Object.keys(properties) : [];
}

function expected(schema: TSchema): string {
  switch (schema[Kind]) {
    case 'Literal':
      return JSON.stringify(schema['const']);
    case 'Union':
      return `one of ${(schema['anyOf'] as TSchema[]).map(expected).join(', ')}`;
    case 'Object':
      return `a mapping with ${required(schema).join(', ')}`;
    case 'Record':
      return 'a mapping';
    case 'Null':
      return 'null';
    case 'Array':
      return `a list${bounds(schema, 'minItems', 'maxItems', ' entries')}`;
    case 'Integer':
      return `a whole number${bounds(schema, 'minimum', 'maximum')}`;
    case 'Number':
      return `a number${bounds(schema, 'minimum', 'maximum')}`;
    case 'Boolean':
      return 'true or false';
    case 'String':
      return schema['pattern'] === undefined ? 'text' : `text that matches ${schema['pattern']}`;
    default:
      return String(schema[Kind]);
  }
}

function required(schema: TSchema): string[] {
  const properties = schema['properties'] as Record<string, TSchema>;
  return Object.keys(properties).filter(key => properties[key]?.[OptionalKind] === undefined);
}

function bounds(schema: TSchema, least: string, most: string, of = ''): string {
  const low: unknown = schema[least];
  const above: unknown = schema['exclusiveMinimum'];
  const high: unknown = schema[most];
  const parts: string[] = [];
  if (low !== undefined) parts.push(`at least ${String(low)}`);
  if (above !== undefined) parts.push(`above ${String(above)}`);
  if (high !== undefined) parts.push(`at most ${String(high)}`);
  return parts.length === 0 ? '' : ` of ${parts.join(' and ')}${of}`;
}

function found(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isRecord(value)) return 'a mapping';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
