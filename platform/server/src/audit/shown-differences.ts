import { isRecord } from '../is-record.js';

/** One place before and after: a JSON Pointer, or the state of a thing. */
export interface Difference {
  readonly path: string;
  /** Null where there was nothing. */
  readonly from: string | null;
  readonly to: string | null;
}

const mostCharacters = 300;

/** A value as it is shown: texts as they are, all else as JSON; what is masked says so by its digest. */
const shown = (value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters)}…`;
};

/** An object, or a list of some, is told by its parts; points of a mark stay together. */
const isMade = (value: unknown): value is Record<string, unknown> | readonly unknown[] =>
  Array.isArray(value) ? value.some(isRecord) : isRecord(value) && Object.keys(value).length > 0;

const isDigest = (value: unknown): boolean =>
  isRecord(value) && Object.keys(value).length === 1 && typeof value['digest'] === 'string';

const partsOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  isMade(value) && !isDigest(value) ? Object.entries(value) : [];

const between = (path: string, from: unknown, to: unknown): Difference[] => {
  const before = new Map(partsOf(from));
  const after = new Map(partsOf(to));
  const keys = new Set([...before.keys(), ...after.keys()]);
  if (keys.size > 0)
    return [...keys].flatMap(key => between(`${path}/${key}`, before.get(key), after.get(key)));
  const one = { path, from: shown(from), to: shown(to) };
  return one.from === one.to ? [] : [one];
};

const ofChanges = (changes: unknown, before = ''): Difference[] =>
  (Array.isArray(changes) ? changes : []).flatMap((one: unknown) =>
    isRecord(one) && typeof one['path'] === 'string'
      ? between(`${before}${one['path']}`, one['from'], one['to'])
      : []
  );

/** Ids before and after by what they are called. */
export const withNames = (
  differences: readonly Difference[],
  names: ReadonlyMap<string, { readonly name: string }>
): Difference[] => {
  const named = (value: string | null): string | null =>
    (value === null ? undefined : names.get(value)?.name) ?? value;
  return differences.map(({ path, from, to }) => ({ path, from: named(from), to: named(to) }));
};

/** What an entry says of before and after: changed values first, then states. */
export const differencesOf = (details: unknown): Difference[] => {
  if (!isRecord(details)) return [];
  const series = Array.isArray(details['series']) ? (details['series'] as unknown[]) : [];
  const transitions = Array.isArray(details['transitions'])
    ? (details['transitions'] as unknown[])
    : [];
  const { from, to } = details;
  const plain =
    (typeof from === 'string' || from === null || from === undefined) && typeof to === 'string'
      ? [{ path: '', from: shown(from), to: shown(to) }]
      : [];
  return [
    ...ofChanges(details['changes']),
    ...series.flatMap((one, at) =>
      isRecord(one) ? ofChanges(one['changes'], `/series/${at}`) : []
    ),
    ...plain,
    ...transitions.flatMap(one =>
      isRecord(one) && typeof one['thing'] === 'string' && one['from'] !== one['to']
        ? [{ path: one['thing'], from: shown(one['from']), to: shown(one['to']) }]
        : []
    ),
  ];
};
