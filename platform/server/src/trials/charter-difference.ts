import { wordDifference, type Words } from './word-difference.js';

/** One changed place of a resolved charter: JSON Pointers, and what stood and stands there. */
export interface CharterChange {
  /** In the charter after the change; where something was removed, in the one before. */
  readonly path: string;
  /** Absent when there was nothing. */
  readonly from?: unknown;
  /** Absent when there is nothing. */
  readonly to?: unknown;
  /** Of a text that became another. */
  readonly words?: readonly Words[];
  /** True where nothing but the order of a list changed: `from` and `to` are then the names of its entries. */
  readonly order?: true;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What entries of a charter's lists are told apart by, the first that all of a list have. */
const namingKeys = ['id', 'code', 'role', 'name'] as const;

/** The names of a list's entries; null where they have none, or two have the same. */
const namesOf = (list: readonly unknown[], key: string): string[] | null => {
  const names = list.map(entry => (isRecord(entry) ? entry[key] : undefined));
  const texts = names.filter(name => typeof name === 'string');
  return texts.length === list.length && new Set(texts).size === texts.length ? texts : null;
};

const step = (key: string | number): string =>
  `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`;

/** Entries by name, so that one put in between is one change and not one of all that follow. */
const namedLists = (
  from: readonly unknown[],
  to: readonly unknown[],
  path: string
): CharterChange[] | null => {
  for (const key of namingKeys) {
    const [before, after] = [namesOf(from, key), namesOf(to, key)];
    if (before === null || after === null) continue;
    const kept = after.filter(name => before.includes(name));
    const keptBefore = before.filter(name => after.includes(name));
    return [
      ...before.flatMap((name, index) =>
        after.includes(name) ? [] : [{ path: path + step(index), from: from[index] }]
      ),
      ...(kept.join('\n') === keptBefore.join('\n')
        ? []
        : [{ path, from: before, to: after, order: true as const }]),
      ...after.flatMap((name, index): CharterChange[] =>
        before.includes(name)
          ? charterDifference(from[before.indexOf(name)], to[index], path + step(index))
          : [{ path: path + step(index), to: to[index] }]
      ),
    ];
  }
  return null;
};

/** What differs from one resolved charter to another, place by place in the order of the later one. */
export const charterDifference = (from: unknown, to: unknown, path = ''): CharterChange[] => {
  if (isRecord(from) && isRecord(to)) {
    const keys = [...new Set([...Object.keys(to), ...Object.keys(from)])];
    return keys.flatMap(key => charterDifference(from[key], to[key], path + step(key)));
  }
  if (Array.isArray(from) && Array.isArray(to)) {
    const named = namedLists(from, to, path);
    if (named !== null) return named;
    return Array.from({ length: Math.max(from.length, to.length) }, (_, index) =>
      charterDifference(from[index], to[index], path + step(index))
    ).flat();
  }
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  return [
    {
      path,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(typeof from === 'string' && typeof to === 'string'
        ? { words: wordDifference(from, to) }
        : {}),
    },
  ];
};
