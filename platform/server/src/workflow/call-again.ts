import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { applyTransition, bySystem, changeOf } from './apply-transition.js';
import { drawnSwap, randomPublicId } from './drawn.js';
import { adjudicationMachine } from './machines/adjudication.js';

/**
 * Makes the next version of an adjudication that has ended in the same transaction: of the same comparison and reads, their
 * names drawn anew, with nothing chosen. Whoever had it has it no more; the new one waits for its adjudicator, who is looked
 * for when its course is settled: the caller asks for that.
 * @throws Error when it has not ended.
 */
export const callAgain = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  from: string,
  cause: string
): Promise<{ readonly id: string; readonly publicId: string }> => {
  const old = await trx
    .selectFrom('adjudication')
    .innerJoin('charter_version', 'charter_version.id', 'adjudication.charter_version_id')
    .selectAll('adjudication')
    .select('charter_version.trial_id')
    .where('adjudication.id', '=', from)
    .executeTakeFirstOrThrow();
  if (old.state !== 'superseded' && old.state !== 'void') {
    throw new Error(`adjudication ${from} is ${old.state} and has not ended`);
  }
  const { track_id, subject_id, course_id, scope, charter_version_id, comparison } = old;
  const newest = await trx
    .selectFrom('adjudication')
    .select('version')
    .where('track_id', '=', track_id)
    .where('subject_id', '=', subject_id)
    .where('scope', '=', scope)
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow();
  const [id, publicId, at] = [deps.newId(), randomPublicId(), deps.now()];
  await trx
    .updateTable('adjudication_assignment')
    .set({ ended_at: at })
    .where('adjudication_id', '=', from)
    .where('ended_at', 'is', null)
    .execute();
  await trx
    .insertInto('adjudication')
    .values({
      ...{ id, public_id: publicId, track_id, subject_id, course_id, scope, charter_version_id },
      ...{ version: newest.version + 1, state: 'waiting', swap: drawnSwap(), created_at: at },
      ...{ comparison: JSON.stringify(comparison), engine_version: old.engine_version },
    })
    .execute();
  await trx
    .insertInto('adjudication_read')
    .columns(['adjudication_id', 'read_id', 'content_hash'])
    .expression(eb =>
      eb
        .selectFrom('adjudication_read')
        .select([eb.cast<string>(eb.val(id), 'uuid').as('adjudication_id'), 'read_id'])
        .select('content_hash')
        .where('adjudication_id', '=', from)
    )
    .execute();
  await applyTransition(trx, [changeOf(adjudicationMachine, id, null, 'trigger')], {
    ...{ ...bySystem(cause), chain: old.trial_id, at, zone: deps.zone },
    details: { adjudication: id, from, subject: subject_id, scope, fired: comparison.fired, cause },
  });
  return { id, publicId };
};
