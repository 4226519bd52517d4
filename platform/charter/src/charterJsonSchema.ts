import { CharterSchema } from './schema/charter.js';

/** The resolved charter's JSON Schema as plain JSON, for editors and for `--schema`. */
export function charterJsonSchema(): Record<string, unknown> {
  return JSON.parse(JSON.stringify(CharterSchema)) as Record<string, unknown>;
}
