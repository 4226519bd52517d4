import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { isRecord } from '../is-record.js';
import { isUnforeseen } from '../trials/timepoint-kinds.js';
import { dayTold, labelTold, withTimeTold, type Telling } from './told-time.js';

type Names = ReadonlyMap<string, string>;

/** Every name, standing alone; none of them is found in a longer one. */
const anyOf = (names: Names): RegExp => {
  const written = [...names.keys()].map(name => name.replaceAll('.', '\\.'));
  return new RegExp(`(?<![\\w.-])(?:${written.join('|')})(?![\\w-])`, 'gu');
};

/** A value with every name in its texts replaced by what it is called. */
export const renamed = (value: unknown, names: Names): unknown => {
  if (names.size === 0) return value;
  const pattern = anyOf(names);
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return one.replaceAll(pattern, name => names.get(name) ?? name);
    if (Array.isArray(one)) return one.map(walk);
    if (!isRecord(one)) return one;
    return Object.fromEntries(Object.entries(one).map(([key, below]) => [key, walk(below)]));
  };
  return walk(value);
};

/**
 * A derived result as a reader of the subject may have it: time as their charter tells it and, where there are visits that
 * nobody could foresee, timepoints under the names that readers see, since their codes tell what made them necessary.
 */
export const asReadersSee = async (
  db: Kysely<Database>,
  read: Telling & { readonly subjectId: string },
  derived: unknown
): Promise<unknown> => {
  const rows = await db
    .selectFrom('timepoint')
    .select(['code', 'label', 'kind', 'date'])
    .where('subject_id', '=', read.subjectId)
    .execute();
  const baseline = rows.find(({ kind }) => kind === 'baseline')?.date ?? null;
  const told = withTimeTold(derived, read, baseline);
  const names = rows.some(({ kind }) => isUnforeseen(kind))
    ? new Map(
        rows.map(({ code, label, date }) => [
          code,
          labelTold(read, label, dayTold(read, baseline, date)),
        ])
      )
    : new Map<string, string>();
  return renamed(told, names);
};
