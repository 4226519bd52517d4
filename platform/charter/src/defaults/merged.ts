import { isRecord } from '../isRecord.js';

export type Plain = Record<string, unknown>;

/** What an author left out, filled in: mappings are merged, anything else is the author's. */
export function merged(base: Plain, over: Plain): Plain {
  const entries = new Map<string, unknown>(
    Object.entries(base).map(([key, value]) => [key, copied(value)])
  );
  for (const [key, value] of Object.entries(over)) {
    const below = entries.get(key);
    entries.set(key, isRecord(below) && isRecord(value) ? merged(below, value) : value);
  }
  return Object.fromEntries(entries);
}

/** Defaults are plain JSON; a copy keeps one charter's parts from being another's. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, copied(below)]));
}

/** Without the keys whose value is not known. */
export function known(entry: Plain): Plain {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}

/** Each mapping of a list changed; what is no list of mappings stays for the schema to name. */
export function eachEntry(list: unknown, change: (item: Plain) => unknown): unknown {
  return Array.isArray(list) ? list.map(item => (isRecord(item) ? change(item) : item)) : list;
}

/** The mappings among a list's entries; none where it is no list. */
export function entriesOf(list: unknown): Plain[] {
  return Array.isArray(list) ? list.filter(isRecord) : [];
}
