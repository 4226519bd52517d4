import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { changeOf } from './apply-transition.js';
import type { Dependent } from './dependents-of-read.js';
import { globalReadMachine } from './machines/global-read.js';
import { allows } from './machines/transition.js';
import { endedGlobalReads } from './tend-global-read.js';

/**
 * The global read of a course of which a read is opened again by somebody else's decision: signed, it is superseded and
 * kept; unsigned, it ends. Another one is asked when the course is complete again.
 */
export const dependentGlobalReads = async (
  db: Kysely<Database>,
  { courseId }: { readonly courseId: string }
): Promise<Dependent[]> => {
  const rows = await db
    .selectFrom('global_read')
    .innerJoin('course', 'course.id', 'global_read.course_id')
    .select(['global_read.id', 'global_read.state', 'course.slot'])
    .where('global_read.course_id', '=', courseId)
    .where('global_read.state', 'not in', endedGlobalReads)
    .execute();
  return rows.map(({ id, state, slot }) => {
    const isSigned = allows(globalReadMachine, state, 'supersede');
    const act = isSigned ? 'supersede' : 'void';
    return {
      ...{ kind: 'globalRead', id, what: slot, state, then: act },
      ...{
        change: changeOf(globalReadMachine, id, state, act),
        by: isSigned ? 'people' : 'system',
      },
    };
  });
};
