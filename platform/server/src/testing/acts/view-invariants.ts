import { asManifest } from '../../release/manifest.js';
import { readers, type ReaderName } from './act-server.js';
import { subjects, type ActTrial } from './act-trial.js';

const fail = (what: string, details: unknown): never => {
  throw new Error(`${what}: ${JSON.stringify(details)}`);
};

/** The reads of a trial, with what each may show. */
const readsOf = async ({ on, trialId }: ActTrial) =>
  on.server.deps.db
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .leftJoin('image_manifest', 'image_manifest.id', 'read.manifest_id')
    .select(['read.id', 'read.public_id', 'read.state', 'read.ordinal', 'read.course_id'])
    .select(['read.begins_from', 'course.slot', 'subject.identifier', 'subject.id as subject'])
    .select('image_manifest.content')
    .where('subject.trial_id', '=', trialId)
    .execute();

type ReadRow = Awaited<ReturnType<typeof readsOf>>[number];

/** No manifest shows a timepoint after that of its read. */
export const manifestsShowNothingLater = async (trial: ActTrial): Promise<void> => {
  const ordinals = new Map(
    (
      await trial.on.server.deps.db
        .selectFrom('timepoint')
        .innerJoin('subject', 'subject.id', 'timepoint.subject_id')
        .select(['timepoint.id', 'timepoint.ordinal', 'timepoint.subject_id'])
        .where('subject.trial_id', '=', trial.trialId)
        .execute()
    ).map(row => [row.id, row])
  );
  for (const read of await readsOf(trial)) {
    if (read.content === null) continue;
    for (const { timepointId } of asManifest(read.content).timepoints) {
      const shown = ordinals.get(timepointId);
      if (shown?.subject_id !== read.subject) fail('a manifest of another subject', read.id);
      if ((shown?.ordinal ?? Infinity) > read.ordinal) fail('a later timepoint is shown', read.id);
    }
  }
};

/** Marks (`CNRY-subject-slot-person.`) that a person may be shown, from what they have in the trial. */
const allowedMarks = async ({ on, trialId }: ActTrial, reader: ReaderName) => {
  const { db } = on.server.deps;
  const adjudicated = await db
    .selectFrom('adjudication_assignment as given')
    .innerJoin('adjudication', 'adjudication.id', 'given.adjudication_id')
    .innerJoin('subject', 'subject.id', 'adjudication.subject_id')
    .innerJoin('account', 'account.id', 'given.account_id')
    .select('subject.identifier')
    .where('subject.trial_id', '=', trialId)
    .where('account.user_name', '=', reader)
    .execute();
  const continued = await db
    .selectFrom('reader_replacement')
    .innerJoin('course', 'course.id', 'reader_replacement.course_id')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .innerJoin('account', 'account.id', 'to_account')
    .select(['subject.identifier', 'course.slot'])
    .where('subject.trial_id', '=', trialId)
    .where('account.user_name', '=', reader)
    .where('how', '=', 'continue')
    .execute();
  return (text: string): boolean => {
    const [, subject, slot, author] = text.replace('.', '').split('-');
    return (
      author === reader ||
      adjudicated.some(({ identifier }) => identifier === subject) ||
      continued.some(one => one.identifier === subject && one.slot === slot)
    );
  };
};

/** An earlier read of the course that was opened again and is not signed. */
const opensAgain = (read: ReadRow, all: readonly ReadRow[]): boolean =>
  all.some(
    other =>
      other.course_id === read.course_id &&
      other.ordinal < read.ordinal &&
      other.begins_from !== null &&
      !['signed', 'impactPending', 'superseded', 'void'].includes(other.state)
  );

const unsigned = ['ready', 'assigned', 'draft', 'onHold'];

/** Nobody is shown what is not theirs: no read, image or word of another's work. */
export const viewsShowOwnWork = async (trial: ActTrial): Promise<void> => {
  const { on, trialId } = trial;
  // Another process may let images be seen for a second after they are no longer whose they were.
  on.server.forward(2_000);
  const all = await readsOf(trial);
  const held = await on.server.deps.db
    .selectFrom('read_assignment')
    .innerJoin('account', 'account.id', 'read_assignment.account_id')
    .innerJoin('read', 'read.id', 'read_assignment.read_id')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .select(['read.public_id', 'account.user_name'])
    .where('subject.trial_id', '=', trialId)
    .where('read_assignment.ended_at', 'is', null)
    .execute();
  for (const reader of readers) {
    const session = on.sessions[reader];
    const isAllowed = await allowedMarks(trial, reader);
    const look = async (url: string): Promise<number> => {
      const { statusCode, body } = await session.call('GET', url);
      if (statusCode >= 500) fail('a look failed', { reader, url, body });
      for (const [text] of body.matchAll(/CNRY-[A-Za-z0-9-]+\./g)) {
        if (!isAllowed(text)) fail("another's work is shown", { reader, url, text });
      }
      for (const name of subjects) {
        if (body.includes(`"${name}"`)) fail('a subject is named', { reader, url });
      }
      return statusCode;
    };
    const list = await session.call('GET', '/api/reads');
    const listed = new Set(
      list.json<{ reads: { readId: string }[] }>().reads.map(({ readId }) => readId)
    );
    for (const read of all) {
      const { public_id: id } = read;
      const isOwn = held.some(one => one.public_id === id && one.user_name === reader);
      const root = `/api/reads/${id}`;
      const answers = [
        await look(root),
        await look(`${root}/images`),
        await look(`${root}/draft`),
        await look(`${root}/problems`),
        await look(`/reads/${id}/dicomweb/studies`),
      ];
      if (!isOwn && (listed.has(id) || answers.some(status => status === 200))) {
        fail("another's read is shown", { reader, read: read.id, state: read.state, answers });
      }
      const [opened, images, , , studies] = answers;
      const openable = [opened, images, studies].includes(200);
      if (openable && unsigned.includes(read.state) && opensAgain(read, all)) {
        fail('a read opens before an earlier one', { reader, read: read.id, answers });
      }
      if (openable && ['waiting', 'returnedToQc', 'superseded', 'void'].includes(read.state)) {
        fail('a read that is not released is shown', { reader, read: read.id, answers });
      }
    }
  }
};

/** Under gap policy `hold`: a read is released once all before it that are awaited are signed. */
export const releaseWatch = (trial: ActTrial) => {
  const released = new Set<string>();
  return {
    check: async (): Promise<void> => {
      const { db } = trial.on.server.deps;
      const all = await readsOf(trial);
      const fresh = all.filter(({ id, state }) => unsigned.includes(state) && !released.has(id));
      for (const { id } of fresh) released.add(id);
      const policies = await db
        .selectFrom('charter_version')
        .select('source')
        .where('trial_id', '=', trial.trialId)
        .execute();
      if (policies.some(({ source }) => !source.includes('gapPolicy: hold'))) return;
      for (const read of fresh) {
        const timepoints = await db
          .selectFrom('timepoint')
          .select(['id', 'ordinal', 'state', 'code'])
          .where('subject_id', '=', read.subject)
          .where('ordinal', '<', read.ordinal)
          .where('state', 'in', ['expected', 'incomplete', 'complete'])
          .execute();
        for (const { ordinal, state, code } of timepoints) {
          const standing = all.some(
            other =>
              other.course_id === read.course_id &&
              other.ordinal === ordinal &&
              ['signed', 'impactPending'].includes(other.state)
          );
          if (!standing) fail('released before an earlier one is signed', { read, code, state });
        }
      }
    },
  };
};
