import type { ServerDeps } from '../http/server-deps.js';
import { calendarDay } from '../trials/calendar-day.js';
import { trackAsked } from '../trials/trial-tracks.js';
import { gatheredFor } from '../workflow/gathered-timepoints.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import type { ProgressFrame } from './subject-places.js';
import { trialPeople } from './trial-people.js';
import { trialPlan } from './trial-plan.js';

export type ProgressDeps = Pick<ServerDeps, 'db' | 'now' | 'zone'> & {
  readonly releases: Pick<ReleaseQueue, 'failed'>;
};

/** The frame of an answer that says how many timepoints have gathered for the next batch, where there are batches. */
export const withGathered = async (
  db: ProgressDeps['db'],
  frame: ProgressFrame
): Promise<ProgressFrame> => {
  const { trialId, trackId, plan } = frame;
  if (trackId === null || plan.release.when !== 'batches') return frame;
  const gathered = await gatheredFor(db, { trialId, trackId }, 'batch');
  return { ...frame, gathered: gathered.length };
};

/**
 * What is read once for an answer about a track (that of the endpoint unless said): the plan, the people and today, by the
 * calendar of the server's zone.
 * @throws CodedError 404 CL_TRACK_UNKNOWN
 */
export const progressFrame = async (
  { db, now, zone, releases }: ProgressDeps,
  trialId: string,
  code?: string
): Promise<ProgressFrame> => {
  const today = calendarDay(now(), zone);
  const track = await trackAsked(db, trialId, code);
  return {
    ...{ trialId, trackId: track?.id ?? null, today, gathered: null },
    plan: await trialPlan(db, trialId, track?.code ?? null),
    people: await trialPeople(db, trialId, today),
    failedCourses: new Set(await releases.failed()),
  };
};
