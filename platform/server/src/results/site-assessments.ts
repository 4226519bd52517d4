import type { Kysely, Transaction } from 'kysely';
import { hashJson } from '../audit/canonical-json.js';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { calendarDay } from '../trials/calendar-day.js';
import { siteSlot, type ResultTrack } from './result-tracks.js';
import type { ResultPlace } from './result-subjects.js';
import { responseWords } from './response-words.js';

/** What a site says itself of a visit, as it stands. */
export interface SiteAssessment {
  readonly version: number;
  readonly response: string;
  /** YYYY-MM-DD, or less of it. */
  readonly assessedOn: string | null;
  /** User name. */
  readonly enteredBy: string;
  readonly enteredAt: Date;
}

/** What a site said last of a visit; without a response where that was to withdraw what it had said. */
export type LastAssessment = Omit<SiteAssessment, 'response'> & {
  readonly response: string | null;
};

/** What stands of it. */
export const standing = ({ response, ...rest }: LastAssessment): SiteAssessment | null =>
  response === null ? null : { ...rest, response };

/** By id of the timepoint: what sites said last in a track. */
export const siteAssessments = async (
  db: Kysely<Database>,
  trackId: string,
  subjects: readonly string[]
): Promise<ReadonlyMap<string, LastAssessment>> => {
  if (subjects.length === 0) return new Map();
  const rows = await db
    .selectFrom('site_assessment')
    .innerJoin('account', 'account.id', 'site_assessment.entered_by')
    .select(['timepoint_id', 'version', 'response', 'assessed_on'])
    .select(['account.user_name', 'entered_at'])
    .where('track_id', '=', trackId)
    .where('subject_id', 'in', subjects)
    .where('to_sequence', 'is', null)
    .execute();
  return new Map(
    rows.map(row => [
      row.timepoint_id,
      {
        ...{ version: row.version, response: row.response, assessedOn: row.assessed_on },
        ...{ enteredBy: row.user_name, enteredAt: row.entered_at },
      },
    ])
  );
};

/** The version of what was said last of a visit; 0: nothing was. */
export const versionOf = async (
  db: Kysely<Database>,
  { id: trackId }: Pick<ResultTrack, 'id'>,
  { timepointId }: Pick<ResultPlace, 'timepointId'>
): Promise<number> => {
  const row = await db
    .selectFrom('site_assessment')
    .select('version')
    .where('track_id', '=', trackId)
    .where('timepoint_id', '=', timepointId)
    .where('to_sequence', 'is', null)
    .executeTakeFirst();
  return row?.version ?? 0;
};

/** What is said of a visit. */
export interface AskedAssessment {
  /** Null withdraws what was said. */
  readonly response: string | null;
  readonly assessedOn: string | null;
  /** Needed where something was said before. */
  readonly reason: string | null;
  /** The version that is known to whoever says it; 0: none. */
  readonly after: number;
}

export interface EnteredAssessment {
  readonly version: number;
  /** False where the same was said before. */
  readonly changed: boolean;
}

const partialDay = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

const isDay = (text: string): boolean => {
  if (!partialDay.test(text)) return false;
  if (text.length < 10) return true;
  return new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
};

/** @throws CodedError 422 CL_RESPONSE_UNKNOWN, CL_DATE, CL_DATE_AHEAD */
export const requireAssessment = (
  resolved: unknown,
  { response, assessedOn }: Pick<AskedAssessment, 'response' | 'assessedOn'>,
  today: string
): void => {
  const words = responseWords(resolved);
  if (response !== null && !words.includes(response)) {
    const message = `${response} is no response of this trial's criterion: it has ${words.join(', ')}.`;
    throw new CodedError(422, 'CL_RESPONSE_UNKNOWN', message, { words });
  }
  if (assessedOn === null) return;
  if (!isDay(assessedOn)) {
    const message = `${assessedOn} is no date: write 2026-03-29, 2026-03 or 2026.`;
    throw new CodedError(422, 'CL_DATE', message);
  }
  if (assessedOn > today.slice(0, assessedOn.length)) {
    throw new CodedError(422, 'CL_DATE_AHEAD', `${assessedOn} is still to come.`);
  }
};

/**
 * Keeps what a site says of a visit as a new version; what was said before stays on record. Nothing is written where the same
 * was said before.
 * @throws CodedError 409 CL_NO_SITE_SLOT, CL_ASSESSMENT_CHANGED; 422 CL_REASON_NEEDED, CL_NOTHING_TO_WITHDRAW and those of
 * `requireAssessment`
 */
export const enterAssessment = async (
  deps: ServerDeps,
  trx: Transaction<Database>,
  {
    track,
    place,
    by,
    source,
  }: {
    readonly track: ResultTrack;
    readonly place: ResultPlace;
    readonly by: string;
    readonly source: 'form' | 'import';
  },
  asked: AskedAssessment
): Promise<EnteredAssessment> => {
  const { id: trackId, trialId } = track;
  if (!track.slots.includes(siteSlot) || trackId === null) {
    const message = `Sites are not asked for assessments in the track ${track.code}.`;
    throw new CodedError(409, 'CL_NO_SITE_SLOT', message);
  }
  requireAssessment(track.charter, asked, calendarDay(deps.now(), deps.zone));
  // Of two who say something of one visit, one waits for the other.
  await trx
    .selectFrom('timepoint')
    .select('id')
    .where('id', '=', place.timepointId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const last = await trx
    .selectFrom('site_assessment')
    .select(['id', 'version', 'response', 'assessed_on'])
    .where('track_id', '=', trackId)
    .where('timepoint_id', '=', place.timepointId)
    .where('to_sequence', 'is', null)
    .executeTakeFirst();
  const { response, assessedOn, reason } = asked;
  if ((last?.version ?? 0) !== asked.after) {
    const message = `Somebody else has said something of ${place.label} of ${place.subject} meanwhile: look at it first.`;
    throw new CodedError(409, 'CL_ASSESSMENT_CHANGED', message);
  }
  if ((last?.response ?? null) === response && (last?.assessed_on ?? null) === assessedOn) {
    if (last === undefined) {
      const message = `Nothing was said of ${place.label} of ${place.subject}.`;
      throw new CodedError(422, 'CL_NOTHING_TO_WITHDRAW', message);
    }
    return { version: last.version, changed: false };
  }
  if (last !== undefined && (reason === null || reason.trim() === '')) {
    const message = `Say why ${place.label} of ${place.subject} is assessed otherwise than before.`;
    throw new CodedError(422, 'CL_REASON_NEEDED', message);
  }
  const [id, at, version] = [deps.newId(), deps.now(), (last?.version ?? 0) + 1];
  const { sequence } = await appendAudit(trx, trialId, {
    act: response === null ? 'siteAssessment.withdrawn' : 'siteAssessment.entered',
    ...{ at: at.toISOString(), zone: deps.zone, by },
    details: {
      ...{ siteAssessment: id, timepoint: place.timepointId, version },
      contentHash: hashJson({ response, assessedOn, reason }),
    },
  });
  if (last !== undefined) {
    await trx
      .updateTable('site_assessment')
      .set({ to_sequence: sequence })
      .where('id', '=', last.id)
      .execute();
  }
  await trx
    .insertInto('site_assessment')
    .values({
      ...{ id, track_id: trackId, subject_id: place.subjectId, timepoint_id: place.timepointId },
      ...{ version, response, assessed_on: assessedOn, reason, source },
      ...{ entered_by: by, entered_at: at, from_sequence: sequence },
    })
    .execute();
  return { version, changed: true };
};
