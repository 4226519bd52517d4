import { loadCharter } from '@corelab/charter';
import { grantRole } from '../trials/roles.js';
import { ensureCourses } from '../workflow/sequence.js';
import { charterText, deployed, type TestServer } from './test-server.js';

export const byHandText = charterText.replace(
  'readers: { R1: [reader] }',
  'readers: { R1: [reader, other] }\n    assignment: { how: byHand }'
);

const twoSlots = byHandText
  .replace('slots: [R1]', 'slots: [R1, R2]\n    paradigm: consensus')
  .replace('R1: [reader, other] }', 'R1: [reader, other], R2: [reader, other] }');

/**
 * A trial whose subjects are read in two slots, which the data manager gives to `reader` and `other`; their baseline reads
 * are released. The charter is put in place past what a deployment takes.
 */
export const readInTwoSlots = async (server: TestServer): Promise<{ trialId: string }> => {
  await deployed(server, byHandText);
  const { db, now } = server.deps;
  const loaded = loadCharter(twoSlots);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
  await db
    .updateTable('charter_version')
    .set({ resolved: JSON.stringify(loaded.charter) })
    .execute();
  const { id: trialId } = await db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
  const other = await db
    .selectFrom('account')
    .select('id')
    .where('user_name', '=', 'other')
    .executeTakeFirstOrThrow();
  await db.transaction().execute(trx =>
    grantRole(trx, {
      ...{ trialId, accountId: other.id, role: 'reader', at: now() },
      grantedBy: server.admin.id,
    })
  );
  for (const course of await ensureCourses(server.deps, trialId)) server.releases.request(course);
  await server.releases.idle();
  return { trialId };
};

/** The public id of the read of a slot at a timepoint; the newest version. */
export const readOf = async (
  server: Pick<TestServer, 'deps'>,
  slot: string,
  timepoint: string
): Promise<string> => {
  const { public_id: id } = await server.deps.db
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .select('read.public_id')
    .where('course.slot', '=', slot)
    .where('timepoint.code', '=', timepoint)
    .orderBy('read.version', 'desc')
    .executeTakeFirstOrThrow();
  return id;
};
