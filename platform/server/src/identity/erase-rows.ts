import { sql, type RawBuilder, type Transaction } from 'kysely';
import { isOfTrial, tablesOfTrial, type CopiedTable } from '../copies/table-belongings.js';
import type { Database } from '../database/schema.js';

type Db = Transaction<Database>;

/** A subject's identity as the database has it. */
export interface KnownIdentity {
  readonly trialId: string;
  readonly subjectId: string;
  /** What the subject is called, in the trial and in what was received. */
  readonly identifiers: readonly string[];
  /** Studies of its exams, and those that came under its identifiers. */
  readonly studyUids: readonly string[];
  /** What it is called from now on. */
  readonly standIn: string;
}

const changed = async (text: RawBuilder<unknown>, trx: Db): Promise<number> =>
  Number((await text.execute(trx)).numAffectedRows ?? 0n);

/** What persons wrote about the subject and its images: it may name the person behind it, however that is said. */
const writtenAbout = ({ trialId, subjectId, studyUids }: KnownIdentity, mark: string) => [
  sql`update problem set text = ${mark} where subject_id = ${subjectId}`,
  sql`update problem_answer set text = ${mark}
    where problem_id in (select id from problem where subject_id = ${subjectId})`,
  sql`update query_message set text = ${mark}
    where query_id in (select id from query where subject_id = ${subjectId})`,
  ...(['arrival', 'quarantine'] as const).map(
    table => sql`update ${sql.table(table)} set reason = ${mark},
      authority = case when authority is null then null else ${mark} end
      where trial_id = ${trialId} and study_uid = any(${studyUids}) and reason is not null`
  ),
  sql`update correction set reason = ${mark}, authority = ${mark}
    where exam_id in (select id from exam where subject_id = ${subjectId})`,
];

/** Free texts of a trial beside them, in which a subject may be named. What is signed is in none of them. */
const texts: readonly (readonly [CopiedTable, readonly string[]])[] = [
  ['problem', ['text']],
  ['problem_answer', ['text']],
  ['query_message', ['text']],
  ['arrival', ['reason', 'authority']],
  ['quarantine', ['reason', 'authority']],
  ['correction', ['reason', 'authority', 'old_value', 'new_value']],
  ['imaging_end', ['reason', 'withdrawal_reason']],
  ['exam_decision', ['reason']],
  ['exam_deviation', ['text']],
  ['read_assignment', ['reason']],
  ['adjudication_assignment', ['reason']],
  ['global_read_assignment', ['reason']],
  ['read_impact', ['reason']],
  ['adjudication_impact', ['reason']],
  ['unlock_request', ['reason', 'decision_reason']],
  ['reader_replacement', ['reason', 'authorised_by']],
  ['reading_conflict', ['reason', 'end_reason']],
  ['role_grant', ['reason', 'end_reason']],
  ['release_batch', ['reason']],
  ['clinical_fact', ['reason', 'source']],
  ['clinical_fact_import', ['file_name', 'source']],
  ['site_assessment', ['reason']],
  ['identity_destruction', ['reason', 'decision_reason']],
];

/** As one word of a text, however it is written. @returns a regular expression of PostgreSQL */
const asWord = (identifier: string): string =>
  `(?<![[:alnum:]])${identifier.replace(/[^\p{L}\p{N}]/gu, '\\$&')}(?![[:alnum:]])`;

/** Not every number in a text is a subject: what is as short is looked for only where an identifier stands. */
const isTelling = (identifier: string): boolean =>
  identifier.length >= (/^\p{N}*$/u.test(identifier) ? 5 : 3);

const words = ({ identifiers }: KnownIdentity): string | null => {
  const telling = identifiers.filter(isTelling);
  return telling.length === 0 ? null : telling.map(asWord).join('|');
};

const eraseMentions = async (trx: Db, identity: KnownIdentity): Promise<number> => {
  const pattern = words(identity);
  if (pattern === null) return 0;
  let mentions = 0;
  for (const [table, columns] of texts)
    for (const column of columns)
      mentions += await changed(
        sql`update ${sql.table(table)}
          set ${sql.ref(column)} = regexp_replace(${sql.ref(column)}, ${pattern}, ${identity.standIn}, 'gi')
          where ${isOfTrial(table, identity.trialId)} and ${sql.ref(column)} ~* ${pattern}`,
        trx
      );
  return mentions;
};

/** What intake found and proposed: of the subject's studies, and of others for which it was a candidate. */
const eraseFound = async (trx: Db, identity: KnownIdentity): Promise<number> => {
  const { trialId, identifiers, standIn } = identity;
  const pattern = words(identity);
  let rows = 0;
  for (const table of ['instance', 'quarantine'] as const)
    rows += await changed(
      sql`update ${sql.table(table)} set found = jsonb_set(found, '{subject}', to_jsonb(${standIn}::text))
        where trial_id = ${trialId} and found ->> 'subject' = any(${identifiers})`,
      trx
    );
  for (const column of ['found', 'reasons', 'candidates']) {
    for (const one of identifiers) {
      const [from, to] = [JSON.stringify(one), JSON.stringify(standIn)];
      rows += await changed(
        sql`update arrival set ${sql.ref(column)} = replace(${sql.ref(column)}::text, ${from}, ${to})::jsonb
          where trial_id = ${trialId} and position(${from} in ${sql.ref(column)}::text) > 0`,
        trx
      );
    }
    if (pattern === null) continue;
    rows += await changed(
      sql`update arrival
        set ${sql.ref(column)} = regexp_replace(${sql.ref(column)}::text, ${pattern}, ${standIn}, 'gi')::jsonb
        where trial_id = ${trialId} and ${sql.ref(column)}::text ~* ${pattern}`,
      trx
    );
  }
  return rows;
};

/** Erases a subject's identity from every row that is not signed, and has the stand-in where there has to be something. */
export const eraseRows = async (
  trx: Db,
  identity: KnownIdentity,
  at: Date
): Promise<{ identifiers: number; texts: number; mentions: number }> => {
  const { trialId, subjectId, identifiers, studyUids, standIn } = identity;
  const mark = `[destroyed ${at.toISOString().slice(0, 10)}]`;
  let erased = await changed(
    sql`update subject set identifier = ${standIn} where id = ${subjectId}`,
    trx
  );
  // A study of this subject that comes under any other name is another patient's.
  erased += await changed(
    sql`update instance set patient_id = ${standIn}
      where trial_id = ${trialId} and (study_uid = any(${studyUids}) or patient_id = any(${identifiers}))`,
    trx
  );
  erased += await changed(
    sql`update quarantine set patient_id = null, destroyed_at = ${at}
      where trial_id = ${trialId} and (study_uid = any(${studyUids}) or patient_id = any(${identifiers}))`,
    trx
  );
  erased += await eraseFound(trx, identity);
  erased += await changed(
    sql`update correction set old_value = case when old_value = any(${identifiers}) then ${standIn} else old_value end,
      new_value = case when new_value = any(${identifiers}) then ${standIn} else new_value end
      where trial_id = ${trialId} and attribute = 'subject'
        and (old_value = any(${identifiers}) or new_value = any(${identifiers}))`,
    trx
  );
  let written = 0;
  for (const text of writtenAbout(identity, mark)) written += await changed(text, trx);
  return { identifiers: erased, texts: written, mentions: await eraseMentions(trx, identity) };
};

/** Pixels, hashes and random names: none of it can say what a subject is called. */
const wordless: readonly CopiedTable[] = [
  ...(['image_manifest', 'presentation', 'presentation_uid', 'evidence'] as const),
  ...(['receipt_instance', 'audit_head'] as const),
];

/** Tables of a trial in which an identifier still stands, with the number of rows. */
export const remainingRows = async (
  trx: Db,
  identity: KnownIdentity
): Promise<Record<string, number>> => {
  const pattern = words(identity);
  const remaining: Record<string, number> = {};
  if (pattern === null) return remaining;
  for (const table of tablesOfTrial.filter(one => !wordless.includes(one))) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.table(table)}
      where ${isOfTrial(table, identity.trialId)} and ${sql.table(table)}::text ~* ${pattern}`.execute(
      trx
    );
    const count = rows[0]?.count ?? 0;
    if (count > 0) remaining[table] = count;
  }
  return remaining;
};
