import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';

/** What was made ready for a read that nobody has seen yet is made again when it is released. */
export const forgetPresentation = async (
  trx: Transaction<Database>,
  readId: string
): Promise<void> => {
  const shown = trx.selectFrom('presentation').select('id').where('read_id', '=', readId);
  await trx.deleteFrom('presentation_uid').where('presentation_id', 'in', shown).execute();
  await trx.deleteFrom('presentation').where('read_id', '=', readId).execute();
  await trx
    .updateTable('read')
    .set({ manifest_id: null, released_at: null })
    .where('id', '=', readId)
    .where('state', '=', 'waiting')
    .execute();
};

/**
 * The images of a subject have changed: reads that wait are made ready anew, and a release that is under way fails
 * (CL_IMAGES_CHANGED) and is tried again. A new version on the images of the one before keeps them.
 */
export const imagesChanged = async (
  trx: Transaction<Database>,
  subjectId: string
): Promise<void> => {
  await trx
    .updateTable('subject')
    .set(eb => ({ image_revision: eb('image_revision', '+', 1) }))
    .where('id', '=', subjectId)
    .execute();
  const waiting = await trx
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .leftJoin('read as before', 'before.id', 'read.begins_from')
    .select('read.id')
    .where('course.subject_id', '=', subjectId)
    .where('read.state', '=', 'waiting')
    .where('read.manifest_id', 'is not', null)
    // One that its reader has seen, back from QC, goes on with the images it was begun on.
    .where('read.opened_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('draft').select('draft.read_id').whereRef('read_id', '=', 'read.id')))
    )
    // One that was reconsidered shows what its global read shows.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('global_read_change').select('id').whereRef('to_read_id', '=', 'read.id'))
      )
    )
    .where(({ or, eb, ref }) =>
      or([
        eb('before.manifest_id', 'is', null),
        eb('before.manifest_id', '!=', ref('read.manifest_id')),
      ])
    )
    .execute();
  for (const { id } of waiting) await forgetPresentation(trx, id);
};
