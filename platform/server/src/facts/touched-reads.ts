import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { standingStates } from '../workflow/signed-reads.js';
import type { FactChange } from './plan-facts.js';
import { inChunks } from './standing-facts.js';

/** A signed read that is of a time that a changed fact is about. */
export interface TouchedRead {
  readonly id: string;
  readonly subject: string;
  /** Code; null for a read of the whole subject. */
  readonly timepoint: string | null;
  readonly track: string;
  readonly slot: string;
  readonly version: number;
}

/** What stands of a subject and rests on such a read. */
export interface TouchedFinal {
  readonly id: string;
  readonly subject: string;
  readonly scope: string;
  readonly criterion: string;
}

/** By change, in their order, and each read and final once. */
export interface Touched {
  readonly ofChange: readonly {
    readonly reads: readonly string[];
    readonly finals: readonly string[];
  }[];
  readonly reads: readonly TouchedRead[];
  readonly finals: readonly TouchedFinal[];
}

interface SignedRow extends TouchedRead {
  readonly subjectId: string;
  readonly date: string | null;
}

/** The first day that a change is about: the earlier of what was said and is said; null where one of them has no date. */
const beginsOn = ({ before, after }: FactChange): string | null => {
  const dates = [before, after].flatMap(content => (content === null ? [] : [content.date]));
  const known = dates.filter(date => date !== null);
  return known.length < dates.length ? null : (known.toSorted()[0] ?? null);
};

/** Whether a timepoint is on a day or after it; a date of which less is known begins with its first day. */
const isFrom = (begins: string | null, date: string | null): boolean =>
  begins === null || date === null || date >= begins;

/** The signed reads of the changed facts' subjects at timepoints on or after the facts' dates, and the finals on them. */
export const touchedBy = async (
  db: Kysely<Database>,
  changes: readonly FactChange[]
): Promise<Touched> => {
  const subjects = [...new Set(changes.map(({ subjectId }) => subjectId))];
  const signed = await signedReads(db, subjects);
  const finals = await finalsOf(db, subjects);
  const usedReads = new Set<string>();
  const usedFinals = new Set<string>();
  const ofChange = changes.map(change => {
    const begins = beginsOn(change);
    const reads = (signed.get(change.subjectId) ?? [])
      .filter(({ date }) => isFrom(begins, date))
      .map(({ id }) => id);
    const on = (finals.get(change.subjectId) ?? [])
      .filter(final => final.reads.some(id => reads.includes(id)))
      .map(({ id }) => id);
    reads.forEach(id => usedReads.add(id));
    on.forEach(id => usedFinals.add(id));
    return { reads, finals: on };
  });
  return {
    ofChange,
    reads: [...signed.values()]
      .flat()
      .filter(({ id }) => usedReads.has(id))
      .map(({ id, subject, timepoint, track, slot, version }) => ({
        ...{ id, subject, timepoint, track, slot, version },
      })),
    finals: [...finals.values()]
      .flat()
      .filter(({ id }) => usedFinals.has(id))
      .map(({ id, subject, scope, criterion }) => ({ id, subject, scope, criterion })),
  };
};

const signedReads = async (
  db: Kysely<Database>,
  subjects: readonly string[]
): Promise<ReadonlyMap<string, readonly SignedRow[]>> => {
  const found = new Map<string, SignedRow[]>();
  for (const ids of inChunks(subjects)) {
    const rows = await db
      .selectFrom('read')
      .innerJoin('course', 'course.id', 'read.course_id')
      .innerJoin('subject', 'subject.id', 'course.subject_id')
      .innerJoin('track', 'track.id', 'course.track_id')
      .leftJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
      .select(['read.id', 'read.version', 'course.slot', 'subject.identifier', 'course.subject_id'])
      .select(['timepoint.code', 'timepoint.date', 'track.code as track'])
      .where('course.subject_id', 'in', ids)
      .where('read.state', 'in', standingStates)
      .orderBy('subject.identifier')
      .orderBy('read.ordinal')
      .orderBy('track.code')
      .orderBy('course.slot')
      .execute();
    for (const row of rows) {
      const own = found.get(row.subject_id) ?? [];
      own.push({
        ...{ id: row.id, subjectId: row.subject_id, subject: row.identifier, slot: row.slot },
        ...{ timepoint: row.code, date: row.date, track: row.track, version: row.version },
      });
      found.set(row.subject_id, own);
    }
  }
  return found;
};

const finalsOf = async (
  db: Kysely<Database>,
  subjects: readonly string[]
): Promise<
  ReadonlyMap<string, readonly (TouchedFinal & { readonly reads: readonly string[] })[]>
> => {
  const found = new Map<string, (TouchedFinal & { readonly reads: string[] })[]>();
  for (const ids of inChunks(subjects)) {
    const rows = await db
      .selectFrom('final')
      .innerJoin('final_read', 'final_read.final_id', 'final.id')
      .innerJoin('subject', 'subject.id', 'final.subject_id')
      .select(['final.id', 'final.subject_id', 'final.scope', 'final.criterion'])
      .select(['final_read.read_id', 'subject.identifier'])
      .where('final.subject_id', 'in', ids)
      .where('final.superseded_at', 'is', null)
      .orderBy('subject.identifier')
      .orderBy('final.scope')
      .orderBy('final.criterion')
      .execute();
    for (const row of rows) {
      const own = found.get(row.subject_id) ?? [];
      const known = own.find(({ id }) => id === row.id);
      if (known !== undefined) known.reads.push(row.read_id);
      else
        own.push({
          ...{ id: row.id, subject: row.identifier, scope: row.scope, criterion: row.criterion },
          reads: [row.read_id],
        });
      found.set(row.subject_id, own);
    }
  }
  return found;
};
