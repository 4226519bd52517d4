import { keepsReader, resolveRules, type Decision } from '@corelab/adjudication';
import type { Kysely, Transaction } from 'kysely';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { charterTerms } from '../trials/charter-terms.js';
import { applyTransition, bySystem, changeOf } from './apply-transition.js';
import { adjudicationMachine } from './machines/adjudication.js';
import type { ReadState } from './machines/read.js';
import { signedReadsOf, standingStates, type SignedReadOf } from './signed-reads.js';
import { adjudicatorSlot } from './subject-reading.js';

/** States of reads that are not signed, and not ended. */
export const unsignedStates: readonly ReadState[] = [
  'waiting',
  'ready',
  'assigned',
  'draft',
  'onHold',
  'returnedToQc',
];

/** Whether what an adjudicator read anew stands for all that comes later too: then they go on reading. */
const isKept = async (db: Kysely<Database>, courseId: string): Promise<boolean> => {
  const rows = await db
    .selectFrom('adjudication')
    .innerJoin('charter_version', 'charter_version.id', 'adjudication.charter_version_id')
    .innerJoin('track', 'track.id', 'adjudication.track_id')
    .leftJoin('adjudication_signature as signature', 'signature.adjudication_id', 'adjudication.id')
    .select(['charter_version.resolved', 'track.code as track'])
    .where('adjudication.course_id', '=', courseId)
    .where('adjudication.state', '=', 'signed')
    .where('signature.id', 'is', null)
    .execute();
  return rows.some(({ resolved, track }) =>
    keepsReader(resolveRules(charterTerms(resolved, track).rules))
  );
};

/**
 * The place of the last timepoint that an adjudicator's course is to be read up to now, Infinity where no later one is
 * left out; null where nothing of it is read anew. What lies before is read too: no timepoint is assessed without those it
 * is compared with.
 */
export const readAnewUpTo = async (
  db: Kysely<Database>,
  courseId: string
): Promise<number | null> => {
  if (await isKept(db, courseId)) return Infinity;
  const rows = await db
    .selectFrom('adjudication')
    .select(['subject_id', 'comparison'])
    .where('course_id', '=', courseId)
    .where('state', '=', 'reading')
    .execute();
  const [first] = rows;
  if (first === undefined) return null;
  const { last } = await db
    .selectFrom('timepoint')
    .select(({ fn }) => fn.max<number>('ordinal').as('last'))
    .where('subject_id', '=', first.subject_id)
    .where(
      'code',
      'in',
      rows.flatMap(({ comparison }) => comparison.timepoints)
    )
    .executeTakeFirstOrThrow();
  return last;
};

/** Timepoints that a reader of the subject has signed. */
export const readByOthers = async (
  db: Kysely<Database>,
  of: { readonly trackId: string; readonly subjectId: string }
): Promise<ReadonlySet<string | null>> => {
  const rows = await db
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .select('read.timepoint_id')
    .distinct()
    .where('course.track_id', '=', of.trackId)
    .where('course.subject_id', '=', of.subjectId)
    .where('course.slot', '!=', adjudicatorSlot)
    .where('read.state', 'in', standingStates)
    .execute();
  return new Set(rows.map(row => row.timepoint_id));
};

/** What a third read decides. */
export const thirdReadOf = (timepoints: readonly string[]): Decision => ({
  ...{ timepoints: [...timepoints], choice: { kind: 'thirdRead' } },
});

/** An adjudication whose adjudicator reads anew. */
export interface ReadAnew {
  readonly id: string;
  readonly courseId: string;
  readonly timepoints: readonly string[];
}

/**
 * Ends an adjudication whose every timepoint its adjudicator has signed: these reads stand, and from now on both others may
 * be looked at. null while some of them are still to be read.
 */
export const standByRead = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  trialId: string,
  { id, courseId, timepoints }: ReadAnew
): Promise<Decision | null> => {
  const own = await signedReadsOf(trx, [courseId]);
  const standing = timepoints.map(code => own.find(read => read.code === code));
  const reads = standing.flatMap(read => read ?? []);
  if (reads.length < timepoints.length) return null;
  await giveToSigner(trx, deps, { trialId, id, reads });
  await applyTransition(trx, [changeOf(adjudicationMachine, id, 'reading', 'standByRead')], {
    ...{ ...bySystem(), chain: trialId, at: deps.now(), zone: deps.zone },
    details: {
      adjudication: id,
      reads: reads.map(read => ({ read: read.id, contentHash: read.contentHash })),
    },
  });
  // With the act, so that a process that ends now leaves what they read next to another.
  await deps.jobs.send(courseId, trx);
  return thirdReadOf(timepoints);
};

/** Whoever signed the last read has the adjudication: the reader of the course may have been replaced meanwhile. */
const giveToSigner = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  {
    trialId,
    id,
    reads,
  }: {
    readonly trialId: string;
    readonly id: string;
    readonly reads: readonly SignedReadOf[];
  }
): Promise<void> => {
  const { account_id: signer } = await trx
    .selectFrom('signature')
    .select('account_id')
    .where(
      'read_id',
      'in',
      reads.map(read => read.id)
    )
    .orderBy('signed_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const holders = await trx
    .selectFrom('adjudication_assignment')
    .select('account_id')
    .where('adjudication_id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
  if (holders.length === 1 && holders[0]?.account_id === signer) return;
  const at = deps.now();
  await trx
    .updateTable('adjudication_assignment')
    .set({ ended_at: at })
    .where('adjudication_id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
  await trx
    .insertInto('adjudication_assignment')
    .values({
      ...{ adjudication_id: id, account_id: signer, assigned_at: at },
      reason: 'signed the third read',
    })
    .execute();
  await appendAudit(trx, trialId, {
    ...{ act: 'adjudication.assigned', at: at.toISOString(), zone: deps.zone, by: null },
    details: { adjudication: id, to: signer },
  });
};
