import { password } from '../test-server.js';
import type { ReaderName } from './act-server.js';
import type { ActTrial } from './act-trial.js';
import { accepted } from './illegal-acts.js';
import { workOn } from './reading-acts.js';
import { targetsOf, type ReadTarget } from './targets.js';

export const reason = 'for the test';

let requests = 0;
export const requestId = (): string => `illegal-${(requests += 1)}`;

/** Delivers images of a subject's timepoint; with a slice missing where a person is to look at them. */
export const deliverTo = async (
  trial: ActTrial,
  subject: string,
  timepoint: string,
  { gap = false, study = 0, bytes = 0 } = {}
): Promise<void> => {
  const image = { subject, timepoint, study, bytes };
  const numbers = gap ? [1, 2, 4, 5] : [1, 2];
  await accepted(
    trial.deliver(
      'site101',
      numbers.map(number => trial.file({ ...image, number }))
    )
  );
  await trial.settled();
};

/** What is done with reads on the way into a state. */
export const readsOf = (trial: ActTrial) => {
  const targets = targetsOf(trial);
  const all = () => targets.reads();
  const find = async (
    subject: string,
    slot: string,
    timepoint = 'BL',
    state: string | null = null
  ): Promise<ReadTarget> => {
    const found = (await all()).filter(
      read =>
        read.subject === subject &&
        read.slot === slot &&
        read.timepoint === timepoint &&
        (state === null || read.state === state)
    );
    const last = found.at(-1);
    if (last === undefined) throw new Error(`no read of ${subject} ${slot} ${timepoint}`);
    return last;
  };
  const byId = async (id: string): Promise<ReadTarget> => {
    const found = (await all()).find(read => read.id === id);
    if (found === undefined) throw new Error(`no read ${id}`);
    return found;
  };
  /** Whoever has it or had it last. */
  const readerOf = async (id: string): Promise<ReaderName> => {
    const { user_name: name } = await trial.on.server.deps.db
      .selectFrom('read_assignment')
      .innerJoin('account', 'account.id', 'read_assignment.account_id')
      .select('account.user_name')
      .where('read_id', '=', id)
      .orderBy('assigned_at', 'desc')
      .executeTakeFirstOrThrow();
    return name as ReaderName;
  };
  const work = async (read: ReadTarget, mm: number, signs: boolean): Promise<void> => {
    const who = await readerOf(read.id);
    for (const answer of await workOn(trial, read, who, { mm, signs })) {
      await accepted(Promise.resolve(answer));
    }
    await trial.settled();
  };
  const raise = async (read: ReadTarget, kind: string) =>
    trial.on.sessions[await readerOf(read.id)].call(
      'POST',
      `/api/reads/${read.publicId}/problems`,
      {
        ...{ kind, text: 'Something is wrong', requestId: requestId() },
      }
    );
  const askUnlock = (read: ReadTarget) =>
    trial.post('manager', `/reads/${read.publicId}/unlock`, { reason });
  const unlock = async (read: ReadTarget): Promise<string> => {
    const { id } = (await accepted(askUnlock(read))).json<{ id: string }>();
    const decision = { decision: 'approve', reason, password };
    await accepted(trial.post('manager2', `/unlocks/${id}/decide`, decision));
    await trial.settled();
    return id;
  };
  return { find, byId, readerOf, work, raise, askUnlock, unlock };
};
