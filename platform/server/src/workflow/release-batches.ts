import type { Kysely, Transaction } from 'kysely';
import { keyedDigest } from '../audit/canonical-json.js';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { termsOfTrack, type CharterTerms } from '../trials/charter-terms.js';
import { trackAsked } from '../trials/trial-tracks.js';
import { effectiveVersion } from '../trials/trial-versions.js';
import { gatheredFor, type GatheredTimepoint } from './gathered-timepoints.js';

export type ReleaseWhen = CharterTerms['release']['when'];

/** Timepoints that were released together. */
export interface ReleaseBatch {
  readonly id: string;
  readonly kind: 'batch' | 'dataCut';
  readonly name: string | null;
  readonly timepoints: number;
  /** User name; null of a batch that was full. */
  readonly releasedBy: string | null;
  readonly releasedAt: Date;
  readonly reason: string | null;
  /** Its entry in the trial's audit chain, as of which an export can be made. */
  readonly sequence: number;
}

export interface Releases {
  readonly when: ReleaseWhen;
  /** Timepoints in a batch; null where there are none. */
  readonly size: number | null;
  /** Timepoints that wait for the next batch or data cut. */
  readonly gathered: number;
  /** The first of them, in the order of subjects and dates. */
  readonly waiting: readonly GatheredTimepoint[];
  /** The latest first. */
  readonly batches: readonly ReleaseBatch[];
}

/** What a person says of a batch or data cut. */
export interface AskedRelease {
  /** Code of the track whose timepoints are released; that of the endpoint unless said. */
  readonly track?: string;
  /** Of a data cut. */
  readonly name?: string;
  readonly reason: string;
}

/** What the version in force says of a track; nothing is released while there is none. */
const releaseOf = async (
  db: Kysely<Database>,
  trialId: string,
  track: string | null
): Promise<CharterTerms['release']> => {
  const version = await effectiveVersion(db, trialId);
  const terms = version === null || track === null ? null : termsOfTrack(version.resolved, track);
  return terms?.release ?? { when: 'onArrival' };
};

interface Made {
  readonly trialId: string;
  readonly trackId: string;
  readonly kind: ReleaseBatch['kind'];
  readonly by: string | null;
  readonly asked: AskedRelease | null;
}

/** Records a batch with its timepoints and asks for the release of what their subjects' courses are to read. */
const makeBatch = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  { trialId, trackId, kind, by, asked }: Made,
  timepoints: readonly { readonly id: string; readonly subjectId: string }[]
): Promise<{ id: string; courses: string[] }> => {
  const id = deps.newId();
  const at = deps.now();
  const [name, reason] = [asked?.name ?? null, asked?.reason ?? null];
  const { sequence } = await appendAudit(trx, trialId, {
    ...{ act: kind === 'batch' ? 'batch.released' : 'dataCut.declared' },
    ...{ at: at.toISOString(), zone: deps.zone, by },
    details: {
      ...{ batch: id, timepoints: timepoints.map(one => one.id) },
      ...(asked === null ? {} : { why: { digest: keyedDigest(deps.auditKey, asked.reason) } }),
    },
  });
  await trx
    .insertInto('release_batch')
    .values({
      ...{ id, track_id: trackId, kind, name, reason, sequence },
      ...{ released_by: by, released_at: at },
    })
    .execute();
  await trx
    .insertInto('release_batch_timepoint')
    .values(
      timepoints.map(one => ({
        ...{ track_id: trackId, timepoint_id: one.id, release_batch_id: id },
      }))
    )
    .execute();
  const courses = await trx
    .selectFrom('course')
    .select('id')
    .where('track_id', '=', trackId)
    .where('subject_id', 'in', [...new Set(timepoints.map(({ subjectId }) => subjectId))])
    .orderBy('id')
    .execute();
  // With the batch, so that a process that ends now leaves the release to another.
  for (const course of courses) await deps.jobs.send(course.id, trx);
  return { id, courses: courses.map(course => course.id) };
};

/** Takes the track, so that of two who release what has gathered one does. */
const lockTrack = async (trx: Transaction<Database>, trackId: string): Promise<void> => {
  await trx
    .selectFrom('track')
    .select('id')
    .where('id', '=', trackId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
};

/**
 * Releases the timepoints that have gathered in the trial of a course where its charter in force says in batches, once
 * there are enough of them; nothing otherwise.
 */
export const releaseFullBatch = (deps: ServerDeps, courseId: string): Promise<void> =>
  deps.db.transaction().execute(async trx => {
    const {
      trial_id: trialId,
      id: trackId,
      code,
    } = await trx
      .selectFrom('course')
      .innerJoin('track', 'track.id', 'course.track_id')
      .select(['track.id', 'track.trial_id', 'track.code'])
      .where('course.id', '=', courseId)
      .executeTakeFirstOrThrow();
    const { when, size } = await releaseOf(trx, trialId, code);
    if (when !== 'batches' || size === undefined) return;
    await lockTrack(trx, trackId);
    const gathered = await gatheredFor(trx, { trialId, trackId }, 'batch');
    if (gathered.length < size) return;
    const made = { trialId, trackId, kind: 'batch' as const, by: null, asked: null };
    await makeBatch(trx, deps, made, gathered);
  });

/**
 * A person releases what has gathered: a batch that is not full yet, as at the end of a trial, or a data cut with its name.
 * @throws CodedError 409 CL_RELEASE_BY_RULE where the charter leaves nothing to a person, CL_NOTHING_TO_RELEASE,
 * CL_DATA_CUT_DECLARED where one has that name; 422 CL_DATA_CUT_UNNAMED; 404 CL_TRACK_UNKNOWN.
 */
export const releaseGathered = (
  deps: ServerDeps,
  trialId: string,
  by: string,
  asked: AskedRelease
): Promise<{ id: string; timepoints: number; courses: readonly string[] }> =>
  deps.db.transaction().execute(async trx => {
    const track = await trackAsked(trx, trialId, asked.track);
    const { when } = await releaseOf(trx, trialId, track?.code ?? null);
    if (when !== 'batches' && when !== 'dataCut') {
      const message =
        'The charter releases timepoints by rule: there is nothing for a person to do.';
      throw new CodedError(409, 'CL_RELEASE_BY_RULE', message);
    }
    const kind = when === 'batches' ? 'batch' : 'dataCut';
    if (kind === 'dataCut' && asked.name === undefined) {
      const message = 'A data cut has a name, by which it is known later: give its name.';
      throw new CodedError(422, 'CL_DATA_CUT_UNNAMED', message);
    }
    const trackId = track?.id ?? null;
    if (trackId === null) throw nothingToRelease();
    await lockTrack(trx, trackId);
    await requireNewName(trx, trialId, asked.name);
    const gathered = await gatheredFor(trx, { trialId, trackId }, kind);
    if (gathered.length === 0) throw nothingToRelease();
    const made = await makeBatch(trx, deps, { trialId, trackId, kind, by, asked }, gathered);
    return { ...made, timepoints: gathered.length };
  });

const nothingToRelease = (): CodedError =>
  new CodedError(
    409,
    'CL_NOTHING_TO_RELEASE',
    'No timepoint waits to be released: all that are there were released before.'
  );

/** In no track of the trial: an export is asked for by it. */
const requireNewName = async (
  trx: Transaction<Database>,
  trialId: string,
  name: string | undefined
): Promise<void> => {
  if (name === undefined) return;
  const known = await trx
    .selectFrom('release_batch')
    .innerJoin('track', 'track.id', 'release_batch.track_id')
    .select('release_batch.id')
    .where('track.trial_id', '=', trialId)
    .where('release_batch.name', '=', name)
    .executeTakeFirst();
  if (known === undefined) return;
  throw new CodedError(409, 'CL_DATA_CUT_DECLARED', `${name} was declared before.`);
};

/** So many of the waiting timepoints are told one by one. */
const mostShown = 200;

/**
 * When timepoints are released to the readers of a track, what waits for it, and what was released.
 * @throws CodedError 404 CL_TRACK_UNKNOWN
 */
export const releasesOf = async (
  db: Kysely<Database>,
  trialId: string,
  code?: string
): Promise<Releases> => {
  const track = await trackAsked(db, trialId, code);
  const trackId = track?.id ?? null;
  const { when, size = null } = await releaseOf(db, trialId, track?.code ?? null);
  if (trackId === null) return { when, size, gathered: 0, waiting: [], batches: [] };
  const byPerson = when === 'batches' || when === 'dataCut';
  const kind = when === 'dataCut' ? 'dataCut' : 'batch';
  const gathered = byPerson ? await gatheredFor(db, { trialId, trackId }, kind) : [];
  const rows = await db
    .selectFrom('release_batch')
    .leftJoin('account', 'account.id', 'release_batch.released_by')
    .select(['release_batch.id', 'kind', 'name', 'reason', 'released_at', 'account.user_name'])
    .select('release_batch.sequence')
    .select(({ selectFrom, fn }) =>
      selectFrom('release_batch_timepoint')
        .select(fn.countAll<number>().as('count'))
        .whereRef('release_batch_id', '=', 'release_batch.id')
        .as('timepoints')
    )
    .where('track_id', '=', trackId)
    .orderBy('released_at', 'desc')
    .orderBy('release_batch.id', 'desc')
    .execute();
  return {
    ...{ when, size, gathered: gathered.length, waiting: gathered.slice(0, mostShown) },
    batches: rows.map(row => ({
      ...{ id: row.id, kind: row.kind, name: row.name, reason: row.reason },
      ...{ timepoints: Number(row.timepoints), releasedBy: row.user_name },
      ...{ releasedAt: row.released_at, sequence: Number(row.sequence) },
    })),
  };
};
