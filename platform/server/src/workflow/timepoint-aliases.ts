import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { isRecord } from '../is-record.js';
import { isUnforeseen } from '../trials/timepoint-kinds.js';
import { renamed } from './reader-names.js';
import { dayTold, labelTold, type Telling } from './told-time.js';

/** What holds the code of a timepoint, by its key. */
const named: readonly string[] = ['timepoint', 'timepointId', 'byTimepoint', 'after', 'through'];
/** Lists of codes, or of what has one as its `id`. */
const listed: readonly string[] = ['timepoints', 'differing'];
/** Records by code: which read was chosen for each timepoint. */
const keyed: readonly string[] = ['sides', 'names'];
/** Sentences of an engine, in which codes stand. */
const sentences: readonly string[] = ['text', 'message'];
/** A reader's own, in which no code is. */
const untouched: readonly string[] = [
  'document',
  'reason',
  'studyInstanceUid',
  'seriesInstanceUid',
];

type Names = ReadonlyMap<string, string>;

const walked = (value: unknown, key: string, names: Names): unknown => {
  if (untouched.includes(key)) return value;
  if (typeof value === 'string') {
    if (named.includes(key)) return names.get(value) ?? value;
    return sentences.includes(key) ? renamed(value, names) : value;
  }
  if (Array.isArray(value)) {
    if (!listed.includes(key)) return value.map(one => walked(one, '', names));
    return value.map(one => {
      if (typeof one === 'string') return names.get(one) ?? one;
      const below = walked(one, '', names);
      if (!isRecord(below) || typeof below['id'] !== 'string') return below;
      return { ...below, id: names.get(below['id']) ?? below['id'] };
    });
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, below]) => [
      keyed.includes(key) ? (names.get(name) ?? name) : name,
      walked(below, name, names),
    ])
  );
};

/** What people who decide about reads see timepoints called, and what these are. */
export interface TimepointAliases {
  /** The name in place of a code. */
  name(code: string): string;
  /** An answer with the names in place of the codes. */
  outward<T>(answer: T): T;
  /** What came back with the codes in place of the names. */
  inward<T>(sent: T): T;
}

/** Of a subject whose visits could all be foreseen: its codes tell nothing. */
const asTheyAre: TimepointAliases = {
  name: code => code,
  outward: answer => answer,
  inward: sent => sent,
};

/**
 * The names under which an adjudicator, or readers who meet, work on a subject's timepoints: those that readers see, where
 * there are visits that nobody could foresee, since their codes tell what made them necessary.
 */
export const timepointAliases = async (
  db: Kysely<Database>,
  one: Telling & { readonly subjectId: string }
): Promise<TimepointAliases> => {
  const rows = await db
    .selectFrom('timepoint')
    .select(['code', 'label', 'kind', 'date'])
    .where('subject_id', '=', one.subjectId)
    .orderBy('ordinal')
    .execute();
  if (!rows.some(({ kind }) => isUnforeseen(kind))) return asTheyAre;
  const baseline = rows.find(({ kind }) => kind === 'baseline')?.date ?? null;
  const names = new Map(
    rows.map(({ code, label, date }) => [code, labelTold(one, label, dayTold(one, baseline, date))])
  );
  const codes = new Map([...names].map(([code, name]) => [name, code]));
  if (codes.size < names.size) {
    throw new Error(`two timepoints of the subject ${one.subjectId} have one name`);
  }
  return {
    name: code => names.get(code) ?? code,
    outward: answer => walked(answer, '', names) as typeof answer,
    inward: sent => walked(sent, '', codes) as typeof sent,
  };
};
