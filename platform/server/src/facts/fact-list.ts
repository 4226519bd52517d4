import type { FactKind } from '@corelab/charter';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import { rolesIn, type TrialHandle } from '../trials/roles.js';
import { factForms, type FactForm } from './fact-forms.js';
import { clinicalFactsInForce, keepsFacts, keptIn, seenBy } from './kept-kinds.js';

/** A kind that the charter keeps and the person sees. */
export interface KindView extends FactForm {
  readonly kind: FactKind;
  readonly roles: readonly string[];
  readonly when: string;
}

export interface FactView {
  readonly id: string;
  readonly subject: string;
  readonly kind: string;
  readonly name: string | null;
  readonly date: string | null;
  readonly value: string | null;
  readonly unit: string | null;
  readonly version: number;
  readonly source: string;
  readonly by: string;
  readonly at: string;
}

export interface FactsAsked {
  /** Letters of the subject's identifier. */
  readonly subject: string | null;
  readonly kind: string | null;
  readonly after: string | null;
  readonly limit: number;
}

/** What a person sees of the kinds of a trial. */
export interface SeenKinds {
  readonly kinds: readonly KindView[];
  /** Whether they bring facts in. */
  readonly keeps: boolean;
  /** Facts of kinds that an earlier version of the charter kept and the one in force does not: shown to nobody. */
  readonly notKept: readonly { readonly kind: string; readonly facts: number }[];
}

export const seenKinds = async (
  db: Kysely<Database>,
  trialId: string,
  accountId: string
): Promise<SeenKinds> => {
  const facts = await clinicalFactsInForce(db, trialId);
  const roles = await rolesIn(db, trialId, accountId);
  const kept: readonly string[] = keptIn(facts);
  const counts = await db
    .selectFrom('clinical_fact')
    .innerJoin('subject', 'subject.id', 'clinical_fact.subject_id')
    .select(['clinical_fact.kind', ({ fn }) => fn.countAll<number>().as('facts')])
    .where('subject.trial_id', '=', trialId)
    .where('clinical_fact.to_sequence', 'is', null)
    .where('clinical_fact.withdrawn', '=', false)
    .groupBy('clinical_fact.kind')
    .orderBy('clinical_fact.kind')
    .execute();
  return {
    kinds: seenBy(facts, roles).map(kind => ({
      ...{ kind, ...factForms[kind] },
      roles: facts[kind]?.roles ?? [],
      when: facts[kind]?.when ?? 'neverToReaders',
    })),
    keeps: keepsFacts(roles),
    notKept: counts
      .filter(({ kind }) => !kept.includes(kind))
      .map(({ kind, facts: count }) => ({ kind, facts: Number(count) })),
  };
};

const order = sql`(subject.identifier, clinical_fact.kind, clinical_fact.key_date, clinical_fact.name)`;

const factsOf = (db: Kysely<Database>, trialId: string, kinds: readonly string[]) =>
  db
    .selectFrom('clinical_fact')
    .innerJoin('subject', 'subject.id', 'clinical_fact.subject_id')
    .innerJoin('account', 'account.id', 'clinical_fact.recorded_by')
    .where('subject.trial_id', '=', trialId)
    .where('clinical_fact.kind', 'in', kinds);

/** The facts of a trial that stand and the person sees, by subject, kind, date and name. */
export const factList = async (
  db: Kysely<Database>,
  trialId: string,
  seen: readonly KindView[],
  { subject, kind, after, limit }: FactsAsked
): Promise<{ readonly facts: FactView[]; readonly total: number }> => {
  const kinds = seen.map(one => one.kind).filter(one => kind === null || one === kind);
  if (kinds.length === 0) return { facts: [], total: 0 };
  let query = factsOf(db, trialId, kinds)
    .where('clinical_fact.to_sequence', 'is', null)
    .where('clinical_fact.withdrawn', '=', false);
  if (subject !== null) {
    query = query.where(sql<boolean>`strpos(lower(subject.identifier), lower(${subject})) > 0`);
  }
  const { total } = await query
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  let page = query
    .selectAll('clinical_fact')
    .select(['subject.identifier', 'account.user_name'])
    .orderBy('subject.identifier')
    .orderBy('clinical_fact.kind')
    .orderBy('clinical_fact.key_date')
    .orderBy('clinical_fact.name')
    .limit(limit);
  if (after !== null) {
    page = page.where(
      sql<boolean>`${order} > (select last_subject.identifier, last.kind, last.key_date, last.name
        from clinical_fact as last join subject as last_subject on last_subject.id = last.subject_id
        where last.id = ${after} and last_subject.trial_id = ${trialId})`
    );
  }
  const rows = await page.execute();
  return {
    facts: rows.map(row => ({
      ...{ id: row.id, subject: row.identifier, kind: row.kind, name: row.name || null },
      ...{ date: row.date, value: row.value, unit: row.unit, version: row.version },
      ...{ source: row.source, by: row.user_name, at: row.recorded_at.toISOString() },
    })),
    total: Number(total),
  };
};

/** All versions of a subject's facts that the person sees, each fact's newest first. */
export const factsOfSubject = async (
  db: Kysely<Database>,
  trial: TrialHandle,
  seen: readonly KindView[],
  identifier: string
) => {
  const subject = await db
    .selectFrom('subject')
    .select('id')
    .where('trial_id', '=', trial.id)
    .where('identifier', '=', identifier)
    .executeTakeFirst();
  if (subject === undefined) throw notFound();
  const kinds = seen.map(({ kind }) => kind);
  const rows =
    kinds.length === 0
      ? []
      : await factsOf(db, trial.id, kinds)
          .leftJoin('clinical_fact_import', 'clinical_fact_import.id', 'clinical_fact.import_id')
          .selectAll('clinical_fact')
          .select(['account.user_name', 'clinical_fact_import.file_name'])
          .where('subject.id', '=', subject.id)
          .orderBy('clinical_fact.key_date')
          .orderBy('clinical_fact.name')
          .orderBy('clinical_fact.version', 'desc')
          .execute();
  const touched = await touchedOf(
    db,
    rows.map(({ id }) => id)
  );
  const facts = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) {
    const key = JSON.stringify([row.kind, row.key_date, row.name]);
    facts.set(key, [...(facts.get(key) ?? []), row]);
  }
  return [...facts.values()]
    .toSorted((a, b) => placeOf(kinds, a) - placeOf(kinds, b))
    .map(versions => ({
      kind: versions[0]?.kind ?? '',
      name: versions[0]?.name || null,
      versions: versions.map(row => ({
        ...{ id: row.id, version: row.version, date: row.date, value: row.value, unit: row.unit },
        ...{ withdrawn: row.withdrawn, current: row.to_sequence === null },
        ...{ source: row.source, file: row.file_name, reason: row.reason },
        ...{ by: row.user_name, at: row.recorded_at.toISOString() },
        touched: [...(touched.get(row.id) ?? [])],
      })),
    }));
};

const placeOf = (kinds: readonly string[], [row]: readonly { readonly kind: string }[]): number =>
  kinds.indexOf(row?.kind ?? '');

export interface TouchedView {
  readonly subject: string;
  readonly timepoint: string | null;
  readonly track: string;
  readonly slot: string;
  readonly version: number;
}

/** By version: the reads that it touched when it came. */
const touchedOf = async (
  db: Kysely<Database>,
  factIds: readonly string[]
): Promise<ReadonlyMap<string, readonly TouchedView[]>> => {
  const found = new Map<string, TouchedView[]>();
  if (factIds.length === 0) return found;
  const rows = await db
    .selectFrom('clinical_fact_touched')
    .innerJoin('read', 'read.id', 'clinical_fact_touched.read_id')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .innerJoin('track', 'track.id', 'course.track_id')
    .leftJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .select(['clinical_fact_touched.fact_id', 'subject.identifier', 'course.slot', 'read.version'])
    .select(['timepoint.code', 'track.code as track'])
    .where('clinical_fact_touched.fact_id', 'in', factIds)
    .orderBy('read.ordinal')
    .orderBy('track.code')
    .orderBy('course.slot')
    .execute();
  for (const row of rows) {
    const { identifier: subject, code: timepoint, track, slot, version } = row;
    found.set(row.fact_id, [
      ...(found.get(row.fact_id) ?? []),
      { subject, timepoint, track, slot, version },
    ]);
  }
  return found;
};

/** The imports of a trial, the newest first. */
export const importsOf = async (
  db: Kysely<Database>,
  trialId: string,
  { after, limit }: { readonly after: string | null; readonly limit: number }
) => {
  let query = db
    .selectFrom('clinical_fact_import')
    .innerJoin('account', 'account.id', 'clinical_fact_import.imported_by')
    .selectAll('clinical_fact_import')
    .select('account.user_name')
    .select(
      sql<number>`(select count(distinct touched.read_id) from clinical_fact_touched as touched
        join clinical_fact as fact on fact.id = touched.fact_id
        where fact.import_id = clinical_fact_import.id)`.as('reads')
    )
    .where('clinical_fact_import.trial_id', '=', trialId)
    .orderBy('clinical_fact_import.id', 'desc')
    .limit(limit);
  if (after !== null) query = query.where('clinical_fact_import.id', '<', after);
  return (await query.execute()).map(row => ({
    ...{ id: row.id, source: row.source, file: row.file_name, sha256: row.sha256 },
    ...{ by: row.user_name, at: row.imported_at.toISOString(), reads: Number(row.reads) },
    ...{ added: row.added, changed: row.changed, same: row.same },
  }));
};
