import { testAccount } from './test-account.js';
import { charterText, deployed, type TestServer } from './test-server.js';
import { twoReaderText } from './two-reader-bench.js';

const byHand = '\n    assignment: { how: byHand }';

export const byHandText = charterText.replace(
  'readers: { R1: [reader] }',
  `readers: { R1: [reader, other] }${byHand}`
);

const twoSlots = twoReaderText().replace(
  '{ R1: [reader], R2: [other], ADJ: [judge] }',
  `{ R1: [reader, other], R2: [reader, other], ADJ: [judge] }${byHand}`
);

/**
 * A trial whose subjects are read in two slots, which the data manager gives to `reader` and `other`; their baseline reads
 * are released.
 */
export const readInTwoSlots = async (server: TestServer): Promise<{ trialId: string }> => {
  await testAccount(server.deps, { userName: 'judge', displayName: 'Dr judge' });
  await deployed(server, twoSlots);
  await server.releases.idle();
  const { id: trialId } = await server.deps.db
    .selectFrom('trial')
    .select('id')
    .executeTakeFirstOrThrow();
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
