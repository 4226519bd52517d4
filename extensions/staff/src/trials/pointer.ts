/** JSON Pointer from steps. */
export const pointerOf = (steps: readonly (string | number)[]): string =>
  steps.map(step => `/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');

/** Steps of a JSON Pointer. */
export const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map(step => step.replace(/~1/g, '/').replace(/~0/g, '~'));

const namingKeys = ['id', 'code', 'role', 'name'] as const;

/** What an entry of a list is called; null where it has no name. */
export function nameOf(entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null) return null;
  for (const key of namingKeys) {
    const name: unknown = (entry as Record<string, unknown>)[key];
    if (typeof name === 'string') return name;
  }
  return null;
}

/** The value below; undefined where there is none. */
export function below(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return (value as unknown[])[Number(step)];
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[step]
    : undefined;
}

/** The value at a JSON Pointer; undefined where there is none. */
export const valueAt = (value: unknown, pointer: string): unknown =>
  stepsOf(pointer).reduce(below, value);

/**
 * The steps of a pointer as people say them: an entry of a list by its name in the charter, else by its number from 1.
 */
export function readableSteps(pointer: string, charter: unknown): string[] {
  let at = charter;
  return stepsOf(pointer).map(step => {
    const inList = Array.isArray(at);
    at = below(at, step);
    return inList ? (nameOf(at) ?? String(Number(step) + 1)) : step;
  });
}
