import type { TSchema } from '@sinclair/typebox';
import { Value, type ValueError } from '@sinclair/typebox/value';
import { AgreementError } from './agreementError.js';

/** The literals a schema allows, through nested unions. */
function literals(schema: TSchema): string[] {
  const variants: unknown = schema.anyOf;
  if (Array.isArray(variants)) return (variants as TSchema[]).flatMap(literals);
  return 'const' in schema ? [JSON.stringify(schema.const)] : [];
}

/** A union's own message only says that none of its variants fits: name the variants. */
function expectation({ schema, message }: ValueError): string {
  const allowed = literals(schema);
  if (allowed.length > 0) return `expected one of ${allowed.join(', ')}`;
  const variants: unknown = schema.anyOf;
  if (Array.isArray(variants))
    return `expected ${(variants as TSchema[]).map(({ type }) => String(type)).join(' or ')}`;
  return message.replace(/^[A-Z]/, first => first.toLowerCase());
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'number' ? String(value) : JSON.stringify(value).slice(0, 80);
}

function refusal(error: ValueError): AgreementError {
  const message = `${expectation(error)}, found ${shown(error.value)}`;
  return new AgreementError('CL_AGREEMENT_INPUT', error.path, message);
}

/** Throws AgreementError CL_AGREEMENT_INPUT at the first place where `input` is not what `schema` says. */
export function requireShape(schema: TSchema, input: unknown): void {
  // The check alone is many times faster than listing errors: large tables are mostly right.
  if (Value.Check(schema, input)) return;
  for (const error of Value.Errors(schema, input)) throw refusal(error);
}
