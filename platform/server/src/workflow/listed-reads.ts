import { carryForward, emptyReadDocument, lesionProgress, type Lesion } from '@corelab/reads';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import { charterTerms, type CharterTerms } from '../trials/charter-terms.js';
import { inConflict } from '../trials/reading-conflicts.js';
import type { ReadState } from './machines/read.js';
import { earlierReadIsOpen, type OpeningCase } from './may-open.js';
import { mayReadIn } from './reading-roles.js';
import { standingStates } from './signed-reads.js';
import { dayTold, labelTold } from './told-time.js';

/** A read as its line of the list needs it. */
export interface ListedRead {
  readonly id: string;
  readonly publicId: string;
  readonly state: ReadState;
  readonly dueDate: string | null;
  readonly trialName: string;
  readonly charter: CharterTerms;
  readonly subjectId: string;
  readonly subjectCode: string;
  readonly timepointLabel: string;
  readonly opening: OpeningCase;
  /** Lesions with a value or a state, of all that are there to be judged. */
  readonly progress: { readonly done: number; readonly of: number };
}

export interface ListedReads {
  readonly reads: readonly ListedRead[];
  /** Public id of the last signed read that was looked at, after which older ones follow; null when there are none. */
  readonly signedBefore: string | null;
}

/** Signed reads of one answer. */
const signedAtOnce = 100;

/** Open to their reader, and not signed. */
const openStates: readonly ReadState[] = ['ready', 'assigned', 'draft', 'onHold'];

/** Reads that are a person's who may read now, by id: looked up one after the other, whatever else there is. */
const linesOf = (db: Kysely<Database>, accountId: string, ids: readonly string[]) =>
  db
    .selectFrom(sql<{ id: string }>`unnest(${ids}::uuid[])`.as<'wanted'>(sql`wanted(id)`))
    .innerJoin('read', 'read.id', 'wanted.id')
    .innerJoinLateral(
      eb =>
        eb
          .selectFrom('read_assignment')
          .select('read_id')
          .whereRef('read_id', '=', 'read.id')
          .where('account_id', '=', accountId)
          .where('ended_at', 'is', null)
          .limit(1)
          .as('assignment'),
      join => join.onTrue()
    )
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .innerJoin('trial', 'trial.id', 'subject.trial_id')
    .innerJoin('track', 'track.id', 'course.track_id')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .innerJoin('charter_version', 'charter_version.id', 'read.charter_version_id')
    .select(['read.id', 'read.public_id', 'read.state', 'read.due_date', 'read.charter_version_id'])
    .select(['trial.id as trial_id', 'trial.name as trial_name', 'course.slot'])
    .select(['course.subject_id', 'course.subject_code', 'timepoint.label as timepoint_label'])
    .select('timepoint.date as timepoint_date')
    .select(
      sql<
        string | null
      >`(select date from timepoint as baseline where baseline.subject_id = course.subject_id
        and baseline.kind = 'baseline' limit 1)`.as('baseline_date')
    )
    .select(['charter_version.version as charter_version', 'track.code as track'])
    .select([inConflict(accountId).as('conflicted'), earlierReadIsOpen.as('earlier_open')])
    .where(mayReadIn(accountId));

type Row = Awaited<ReturnType<ReturnType<typeof linesOf>['executeTakeFirstOrThrow']>>;
type States = readonly Pick<Lesion, 'state'>[];

const statesOf = (states: unknown): States =>
  (states as Lesion['state'][]).map(state => ({ state }));

/** What a person has open, in due order: found by what is theirs to do, whatever they ever signed. */
const openRows = async (db: Kysely<Database>, accountId: string): Promise<Row[]> => {
  const toDo = await db
    .selectFrom('read_assignment')
    .select('read_id')
    .distinct()
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('to_do', '=', true)
    .execute();
  return linesOf(
    db,
    accountId,
    toDo.map(row => row.read_id)
  )
    .where('read.state', 'in', openStates)
    .orderBy('read.due_date')
    .orderBy('course.subject_code')
    .orderBy('read.ordinal')
    .execute();
};

/** What a person signed last, the latest first, with the states of the signed lesions; one more than is shown. */
const signatures = async (db: Kysely<Database>, accountId: string, before: string | null) => {
  let latest = db
    .selectFrom('signature')
    .select(['read_id', 'signed_at', 'document'])
    .where('account_id', '=', accountId)
    .orderBy('signed_at', 'desc')
    .orderBy('read_id', 'desc')
    .limit(signedAtOnce + 1);
  if (before !== null) {
    const last = await db
      .selectFrom('signature')
      .innerJoin('read', 'read.id', 'signature.read_id')
      .select(['signature.signed_at', 'signature.read_id'])
      .where('read.public_id', '=', before)
      .where('signature.account_id', '=', accountId)
      .executeTakeFirst();
    if (last === undefined) throw notFound();
    latest = latest.where(
      sql<boolean>`(signed_at, read_id) < (${last.signed_at}, ${last.read_id}::uuid)`
    );
  }
  return db
    .selectFrom(latest.as('latest'))
    .innerJoin('read', 'read.id', 'latest.read_id')
    .select(['read.id', 'read.public_id'])
    .select(
      sql<unknown>`jsonb_path_query_array(latest.document, '$.lesions[*].state')`.as('states')
    )
    .orderBy('latest.signed_at', 'desc')
    .orderBy('latest.read_id', 'desc')
    .execute();
};

/** By read: lesion states of its draft or, before the first save, of what its course carries forward. */
const openStatesOf = async (
  db: Kysely<Database>,
  reads: readonly Row[]
): Promise<ReadonlyMap<string, States>> => {
  if (reads.length === 0) return new Map();
  const ids = reads.map(({ id }) => id);
  const drafts = await db
    .selectFrom('draft')
    .select('read_id')
    .select(sql<unknown>`jsonb_path_query_array(document, '$.lesions[*].state')`.as('states'))
    .where('read_id', 'in', ids)
    .execute();
  const found = new Map(drafts.map(({ read_id: id, states }) => [id, statesOf(states)]));
  const unbegun = ids.filter(id => !found.has(id));
  if (unbegun.length === 0) return found;
  const earlier = await db
    .selectFrom(sql<{ id: string }>`unnest(${unbegun}::uuid[])`.as<'wanted'>(sql`wanted(id)`))
    .innerJoin('read', 'read.id', 'wanted.id')
    .innerJoinLateral(
      eb =>
        eb
          .selectFrom('read as earlier')
          .select(['earlier.id', 'earlier.ordinal'])
          .whereRef('earlier.course_id', '=', 'read.course_id')
          .whereRef('earlier.ordinal', '<', 'read.ordinal')
          .where('earlier.state', 'in', standingStates)
          .offset(sql<number>`0`)
          .as('earlier'),
      join => join.onTrue()
    )
    .innerJoin('signature', 'signature.read_id', 'earlier.id')
    .select(['read.id', sql<Lesion[]>`signature.document -> 'lesions'`.as('lesions')])
    .orderBy('earlier.ordinal')
    .execute();
  for (const id of unbegun) {
    const documents = earlier
      .filter(row => row.id === id)
      .map(({ lesions }) => ({ ...emptyReadDocument(), lesions }));
    found.set(id, documents.length === 0 ? [] : carryForward(documents).lesions);
  }
  return found;
};

const termsKey = (row: Pick<Row, 'charter_version_id' | 'track'>): string =>
  `${row.charter_version_id} ${row.track}`;

/** The terms that reads are under, each looked up once: a charter is large, and there are few. */
const termsOf = async (
  db: Kysely<Database>,
  rows: readonly Row[]
): Promise<ReadonlyMap<string, CharterTerms>> => {
  const ids = [...new Set(rows.map(row => row.charter_version_id))];
  if (ids.length === 0) return new Map();
  const versions = await db
    .selectFrom('charter_version')
    .select(['id', 'resolved'])
    .where('id', 'in', ids)
    .execute();
  const resolved = new Map(versions.map(version => [version.id, version.resolved]));
  const terms = new Map<string, CharterTerms>();
  for (const row of rows) {
    const key = termsKey(row);
    if (!terms.has(key))
      terms.set(key, charterTerms(resolved.get(row.charter_version_id), row.track));
  }
  return terms;
};

/**
 * The reads assigned to a person who may read now and released to them: all open ones in due order, then the latest signed
 * ones. With `signedBefore`, the public id of a signed read of theirs, only older signed ones.
 * @throws CodedError 404 CL_NOT_FOUND for a `signedBefore` that is not theirs
 */
export const listedReads = async (
  db: Kysely<Database>,
  accountId: string,
  signedBefore: string | null
): Promise<ListedReads> => {
  const open = signedBefore === null ? await openRows(db, accountId) : [];
  const signed = await signatures(db, accountId, signedBefore);
  const looked = signed.slice(0, signedAtOnce);
  const lines = new Map(
    (
      await linesOf(
        db,
        accountId,
        looked.map(({ id }) => id)
      )
        .where('read.state', 'in', standingStates)
        .execute()
    ).map(row => [row.id, row])
  );
  const terms = await termsOf(db, [...open, ...lines.values()]);
  const states = await openStatesOf(db, open);
  const listed = (row: Row, lesions: States): ListedRead => {
    const charter = terms.get(termsKey(row));
    if (charter === undefined) throw new Error(`read ${row.id} is under no charter`);
    return {
      ...{ id: row.id, publicId: row.public_id, state: row.state, dueDate: row.due_date },
      ...{ trialName: row.trial_name, subjectId: row.subject_id, subjectCode: row.subject_code },
      timepointLabel: labelTold(
        { charter },
        row.timepoint_label,
        dayTold({ charter }, row.baseline_date, row.timepoint_date)
      ),
      charter,
      opening: {
        ...{ state: row.state, trialId: row.trial_id, slot: row.slot },
        ...{ charterVersion: row.charter_version, required: charter.qualifications },
        ...{ conflicted: row.conflicted, earlierOpen: row.earlier_open, order: charter.order },
      },
      progress: lesionProgress(lesions),
    };
  };
  return {
    reads: [
      ...open.map(row => listed(row, states.get(row.id) ?? [])),
      // A signature of a read that was replaced, or is not theirs any more, has no line.
      ...looked.flatMap(({ id, states: lesions }) => {
        const row = lines.get(id);
        return row === undefined ? [] : [listed(row, statesOf(lesions))];
      }),
    ],
    signedBefore: signed.length > looked.length ? (looked.at(-1)?.public_id ?? null) : null,
  };
};
