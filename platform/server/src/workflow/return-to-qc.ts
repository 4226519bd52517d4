import { sql, type Transaction } from 'kysely';
import type { AccountIdentity } from '../accounts/accounts.js';
import { keyedDigest } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { readableExams } from '../qc/waiting-exams.js';
import type { TrialHandle } from '../trials/roles.js';
import { applyTransition, byPerson, bySystem, changeOf } from './apply-transition.js';
import { readMachine, type ReadState } from './machines/read.js';
import { newReadVersion } from './new-read-version.js';

interface LockedRead {
  readonly id: string;
  readonly state: ReadState;
  readonly course_id: string;
  readonly manifest_id: string | null;
}

const lockReadOf = async (
  trx: Transaction<Database>,
  trialId: string,
  publicId: string
): Promise<LockedRead> => {
  const row = await trx
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('track', 'track.id', 'course.track_id')
    .select(['read.id', 'read.state', 'read.course_id', 'read.manifest_id'])
    .where('read.public_id', '=', publicId)
    .where('track.trial_id', '=', trialId)
    .forUpdate('read')
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  return row;
};

/**
 * Takes an unsigned read back to have its images looked at again; its draft is kept, and its reader does not see it.
 * @throws CodedError CL_NOT_FOUND, those of `applyTransition`
 */
export const returnToQc = async (
  deps: ServerDeps,
  trial: TrialHandle,
  publicId: string,
  by: AccountIdentity,
  reason: string
): Promise<{ state: ReadState }> =>
  deps.db.transaction().execute(async trx => {
    const read = await lockReadOf(trx, trial.id, publicId);
    const [state] = await applyTransition(
      trx,
      [changeOf(readMachine, read.id, read.state, 'returnToQc')],
      {
        ...(await byPerson(trx, trial.id, by.id, { reason })),
        ...{ chain: trial.id, at: deps.now(), zone: deps.zone },
        details: { read: read.id, why: { digest: keyedDigest(deps.auditKey, reason) } },
      }
    );
    return { state: state as ReadState };
  });

/** `asBefore`: its reader goes on with the same images; `asNow`: a new version with the draft, on the images there are. */
export type ImagesAfterQc = 'asBefore' | 'asNow';

/** @throws CodedError 409 CL_IMAGES_CHANGED */
const requireAsBefore = async (trx: Transaction<Database>, read: LockedRead): Promise<void> => {
  const { rows } = await sql<{ gone: number }>`
    select count(*) as gone
    from image_manifest, jsonb_path_query(image_manifest.content, '$.timepoints[*].series[*].seriesUid') as shown
    where image_manifest.id = ${read.manifest_id} and not exists (
      select 1 from series join exam on exam.id = series.exam_id
      where series.series_uid = shown #>> '{}' and series.usable ->> 'read' <> 'no'
        and exam.state in (${sql.join(readableExams)}))`.execute(trx);
  if (Number(rows[0]?.gone ?? 0) === 0) return;
  throw new CodedError(
    409,
    'CL_IMAGES_CHANGED',
    'Images that the read shows may not be read any more: let it go on with those there are now.'
  );
};

/** @throws CodedError 409 CL_PROBLEM_UNDECIDED */
const requireNoProblem = async (trx: Transaction<Database>, read: LockedRead): Promise<void> => {
  const open = await trx
    .selectFrom('problem')
    .select('id')
    .where('read_id', '=', read.id)
    .where('state', '!=', 'resumed')
    .executeTakeFirst();
  if (open === undefined) return;
  throw new CodedError(
    409,
    'CL_PROBLEM_UNDECIDED',
    'A problem that its reader flagged does not let the read go on: answer it first.'
  );
};

/**
 * QC is done with a read that was returned: it waits for its release. Its draft goes on, on the images it was made on or,
 * as a new version, on those there are now.
 * @throws CodedError CL_NOT_FOUND, 409 CL_PROBLEM_UNDECIDED or CL_IMAGES_CHANGED, those of `applyTransition`
 */
export const leaveQc = async (
  deps: ServerDeps,
  trial: TrialHandle,
  publicId: string,
  by: AccountIdentity,
  images: ImagesAfterQc
): Promise<{ state: ReadState; courseId: string }> =>
  deps.db.transaction().execute(async trx => {
    const read = await lockReadOf(trx, trial.id, publicId);
    const at = deps.now();
    const recorded = { chain: trial.id, at, zone: deps.zone, details: { read: read.id, images } };
    await applyTransition(trx, [changeOf(readMachine, read.id, read.state, 'leaveQc')], {
      ...(await byPerson(trx, trial.id, by.id)),
      ...recorded,
    });
    await requireNoProblem(trx, read);
    if (images === 'asBefore') {
      await requireAsBefore(trx, read);
    } else if (read.manifest_id !== null) {
      await applyTransition(trx, [changeOf(readMachine, read.id, 'waiting', 'void')], {
        ...bySystem('QC changed its images'),
        ...recorded,
      });
      await newReadVersion(trx, deps, { readId: read.id, images: 'now', cause: 'returnedToQc' });
    }
    return { state: 'waiting', courseId: read.course_id };
  });
