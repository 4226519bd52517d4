import type { ServerDeps } from '../http/server-deps.js';
import type { ReleaseQueue } from './release-queue.js';
import { ensureCourses } from './trial-courses.js';

/** Asks for the release of what a trial's images make due. */
export const requestDue = async (
  deps: ServerDeps,
  releases: Pick<ReleaseQueue, 'request'>,
  trialId: string
): Promise<void> => {
  for (const courseId of await ensureCourses(deps, trialId)) releases.request(courseId);
};
