import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { isRead } from '../trials/timepoint-kinds.js';
import { unreleasedStates } from '../workflow/released-timepoints.js';
import type { HeldFor } from './place-facts.js';
import type { ProgressFrame } from './subject-places.js';

/** What the version in force has timepoints wait for once they are there; null where they go to readers by themselves. */
const heldFor = ({ plan, gathered }: ProgressFrame): HeldFor | null => {
  const { when, size } = plan.release;
  if (when === 'dataCut') return { what: 'dataCut' };
  return when === 'batches' && size !== undefined ? { what: 'batch', gathered, size } : null;
};

/** Which of some timepoints are there and wait for a batch or data cut, as `releasedTimepoints` has it for the readers. */
export const heldTimepoints = async (
  db: Kysely<Database>,
  frame: ProgressFrame,
  timepointIds: readonly string[]
): Promise<ReadonlyMap<string, HeldFor>> => {
  const { trackId } = frame;
  const held = heldFor(frame);
  if (held === null || timepointIds.length === 0) return new Map();
  let waiting = db
    .selectFrom('timepoint')
    .select('timepoint.id')
    .where('timepoint.id', 'in', timepointIds)
    .where('timepoint.state', '=', 'complete')
    .where(isRead);
  if (trackId !== null) {
    waiting = waiting.where(({ not, exists, or, selectFrom }) =>
      not(
        or([
          exists(
            selectFrom('release_batch_timepoint')
              .select('release_batch_timepoint.timepoint_id')
              .whereRef('release_batch_timepoint.timepoint_id', '=', 'timepoint.id')
              .where('release_batch_timepoint.track_id', '=', trackId)
          ),
          exists(
            selectFrom('read')
              .innerJoin('course', 'course.id', 'read.course_id')
              .select('read.id')
              .whereRef('read.timepoint_id', '=', 'timepoint.id')
              .where('course.track_id', '=', trackId)
              .where('read.state', 'not in', unreleasedStates)
          ),
        ])
      )
    );
  }
  const rows = await waiting.execute();
  return new Map(rows.map(({ id }) => [id, held]));
};
