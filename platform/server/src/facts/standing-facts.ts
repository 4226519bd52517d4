import type { FactKind } from '@corelab/charter';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { StandingFact } from './plan-facts.js';

/** So many ids at most stand in one question to the database. */
const most = 1000;

export const inChunks = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, at) =>
    all.slice(at * most, (at + 1) * most)
  );

const standing = (db: Kysely<Database>) =>
  db
    .selectFrom('clinical_fact')
    .innerJoin('subject', 'subject.id', 'clinical_fact.subject_id')
    .selectAll('clinical_fact')
    .select('subject.identifier')
    .where('clinical_fact.to_sequence', 'is', null);

type Row = Awaited<ReturnType<ReturnType<typeof standing>['executeTakeFirstOrThrow']>>;

const asStanding = (row: Row): StandingFact => ({
  ...{ id: row.id, subjectId: row.subject_id, subject: row.identifier },
  ...{ kind: row.kind as FactKind, keyDate: row.key_date, name: row.name, version: row.version },
  content: { date: row.date, value: row.value, unit: row.unit },
  withdrawn: row.withdrawn,
});

/** The versions that stand of some subjects, withdrawals too. */
export const standingFacts = async (
  db: Kysely<Database>,
  subjectIds: readonly string[]
): Promise<StandingFact[]> => {
  const facts: StandingFact[] = [];
  for (const ids of inChunks(subjectIds)) {
    const rows = await standing(db).where('clinical_fact.subject_id', 'in', ids).execute();
    facts.push(...rows.map(asStanding));
  }
  return facts;
};

/** One version of a trial, if it stands; null where it does not. */
export const standingFact = async (
  db: Kysely<Database>,
  trialId: string,
  id: string
): Promise<StandingFact | null> => {
  const row = await standing(db)
    .where('clinical_fact.id', '=', id)
    .where('subject.trial_id', '=', trialId)
    .executeTakeFirst();
  return row === undefined ? null : asStanding(row);
};

/** The subjects of a trial by identifier. */
export const subjectsOf = async (
  db: Kysely<Database>,
  trialId: string
): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('subject')
    .select(['id', 'identifier'])
    .where('trial_id', '=', trialId)
    .execute();
  return new Map(rows.map(row => [row.identifier, row.id]));
};
