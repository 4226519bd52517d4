import type { Transaction } from 'kysely';
import { keyedDigest } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { applyTransition, byPerson, changeOf } from './apply-transition.js';
import { lockSubject } from './lock-subject.js';
import { timepointMachine, type TimepointState } from './machines/timepoint.js';

export interface TimepointDecision {
  readonly trialId: string;
  readonly accountId: string;
  readonly subject: string;
  /** Code of the schedule. */
  readonly timepoint: string;
  readonly reason: string;
}

export interface DecidedTimepoint {
  readonly state: TimepointState;
  /** The subject's courses: what they wait for may be another timepoint now, or nothing. */
  readonly courses: readonly string[];
}

/** Nothing of them came. */
const withoutImages: readonly TimepointState[] = ['expected', 'missed'];

/** Whoever has the images says what of them can't be read, region by region; what was signed is not taken back in passing. */
const requireUnread = async (
  trx: Transaction<Database>,
  timepointId: string,
  timepoint: string
): Promise<void> => {
  const read = await trx
    .selectFrom('read')
    .select('id')
    .where('timepoint_id', '=', timepointId)
    .where('state', 'not in', ['waiting', 'returnedToQc', 'superseded', 'void'])
    .executeTakeFirst();
  if (read === undefined) return;
  throw new CodedError(
    409,
    'CL_TIMEPOINT_READ',
    `${timepoint} is read already: its reader says what can not be read, or its images go back to QC first.`
  );
};

/**
 * What a data manager says of a timepoint: there will be no images, there will be after all, what is there is all, or none of
 * it can be read.
 * @throws CodedError 404 CL_NOT_FOUND; 409 CL_TIMEPOINT_WITHOUT_IMAGES where nothing is there that could be all; 409
 * CL_TIMEPOINT_READ where a reader has images that nobody is to read; 409 and 403 as its machine says
 */
export const decideTimepoint = (
  deps: Pick<ServerDeps, 'db' | 'now' | 'zone' | 'auditKey'>,
  { trialId, accountId, subject, timepoint, reason }: TimepointDecision,
  act: 'declareMissed' | 'expectAgain' | 'complete' | 'declareNotReadable'
): Promise<DecidedTimepoint> =>
  deps.db.transaction().execute(async trx => {
    const known = await trx
      .selectFrom('subject')
      .select('id')
      .where('trial_id', '=', trialId)
      .where('identifier', '=', subject)
      .executeTakeFirst();
    if (known === undefined) throw notFound();
    await lockSubject(trx, known.id);
    const row = await trx
      .selectFrom('timepoint')
      .select(['id', 'state'])
      .where('subject_id', '=', known.id)
      .where('code', '=', timepoint)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw notFound();
    if (act === 'complete' && withoutImages.includes(row.state)) {
      throw new CodedError(
        409,
        'CL_TIMEPOINT_WITHOUT_IMAGES',
        `There are no images of ${timepoint}: it can be declared missed, not complete.`
      );
    }
    if (act === 'declareNotReadable') await requireUnread(trx, row.id, timepoint);
    const [state] = await applyTransition(
      trx,
      [changeOf(timepointMachine, row.id, row.state, act)],
      {
        ...(await byPerson(trx, trialId, accountId, { reason })),
        ...{ chain: trialId, at: deps.now(), zone: deps.zone },
        details: { timepoint: row.id, reason: { digest: keyedDigest(deps.auditKey, reason) } },
      }
    );
    const courses = await trx
      .selectFrom('course')
      .select('id')
      .where('subject_id', '=', known.id)
      .orderBy('id')
      .execute();
    return { state: state as TimepointState, courses: courses.map(({ id }) => id) };
  });
