import type { ServerDeps } from '../http/server-deps.js';
import { calendarDay } from '../trials/calendar-day.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import type { ProgressFrame } from './subject-places.js';
import { trialPeople } from './trial-people.js';
import { trialPlan } from './trial-plan.js';

export type ProgressDeps = Pick<ServerDeps, 'db' | 'now' | 'zone'> & {
  readonly releases: Pick<ReleaseQueue, 'failed'>;
};

/** What is read once for an answer: the plan, the people and today, by the calendar of the server's zone. */
export const progressFrame = async (
  { db, now, zone, releases }: ProgressDeps,
  trialId: string
): Promise<ProgressFrame> => {
  const today = calendarDay(now(), zone);
  const track = await db
    .selectFrom('track')
    .select('id')
    .where('trial_id', '=', trialId)
    .where('kind', '=', 'efficacy')
    .orderBy('code')
    .executeTakeFirst();
  return {
    ...{ trialId, trackId: track?.id ?? null, today },
    plan: await trialPlan(db, trialId),
    people: await trialPeople(db, trialId, today),
    failedCourses: new Set(await releases.failed()),
  };
};
