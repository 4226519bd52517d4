import { approvalMeanings } from '../../trials/decide-version.js';
import { password, type Answer } from '../test-server.js';
import { actsCharter, type ReaderName } from './act-server.js';
import type { ActTrial } from './act-trial.js';
import {
  accepted,
  bySystem,
  notFound,
  putInto,
  within,
  type MachineTrial,
  type Refusal,
} from './illegal-acts.js';
import { deliverTo, readsOf, reason, requestId } from './on-the-way.js';

const subject = 'S67';

export const globalReadTrial = (trial: ActTrial): MachineTrial => {
  const reads = readsOf(trial);
  const { db } = trial.on.server.deps;
  const of = (id: string) =>
    db
      .selectFrom('global_read')
      .innerJoin('global_read_assignment as given', 'given.global_read_id', 'global_read.id')
      .innerJoin('account', 'account.id', 'given.account_id')
      .select(['global_read.public_id', 'account.user_name'])
      .where('global_read.id', '=', id)
      .executeTakeFirstOrThrow();
  const newest = async (): Promise<string> =>
    (
      await db
        .selectFrom('global_read')
        .innerJoin('course', 'course.id', 'global_read.course_id')
        .innerJoin('subject', 'subject.id', 'course.subject_id')
        .select('global_read.id')
        .where('subject.trial_id', '=', trial.trialId)
        .where('course.slot', '=', 'R1')
        .orderBy('global_read.version', 'desc')
        .executeTakeFirstOrThrow()
    ).id;
  /** As whoever has it. */
  const call = async (id: string, act: string, payload: object): Promise<Answer> => {
    const row = await of(id);
    const session = trial.on.sessions[row.user_name as ReaderName];
    return session.call('POST', `/api/global-reads/${row.public_id}/${act}`, payload);
  };
  const reconsider = async (id: string): Promise<Answer> =>
    call(id, 'reconsider', { readId: (await reads.find(subject, 'R1')).publicId, reason });
  const sign = async (id: string): Promise<Answer> => {
    const row = await of(id);
    const session = trial.on.sessions[row.user_name as ReaderName];
    const opened = await session.call('GET', `/api/global-reads/${row.public_id}`);
    const { etag, meanings } = opened.json<{ etag: string; meanings: string[] }>();
    return call(id, 'sign', { password, meaning: meanings[0], requestId: requestId(), etag });
  };
  /** Where it can't be signed that is said first; to look at it would be an act of its own. */
  const signUnseen = (id: string): Promise<Answer> =>
    call(id, 'sign', { password, meaning: 'x', requestId: requestId(), etag: '"0"' });
  /** The trial's charter asks for global reads from now on. */
  const amended = async (): Promise<void> => {
    const charter = actsCharter(trial.code, { more: '    order: hybrid' });
    const payload = { charter, reason, scope: 'newSubjects' };
    await accepted(trial.post('admin', '/versions', payload));
    await accepted(trial.post('admin', '/versions/2/send'));
    await accepted(
      trial.post('approver', '/versions/2/approve', {
        ...{ password, meaning: approvalMeanings[0], reason },
      })
    );
  };
  const unseen: Readonly<Record<string, Refusal>> = {
    ...{ waiting: notFound, superseded: notFound, void: notFound },
  };
  const locked = { refused: '409 CL_GLOBAL_READ_LOCKED', except: unseen };
  return {
    stops: [
      {
        state: 'ready',
        reach: async () => {
          await amended();
          for (const timepoint of ['BL', 'TP1']) await deliverTo(trial, subject, timepoint);
          const end = { subject, lastTimepoint: 'TP1', reason };
          await accepted(trial.post('manager', '/end-of-imaging', end));
          await reads.work(await reads.find(subject, 'R1'), 40, true);
          await reads.work(await reads.find(subject, 'R1', 'TP1'), 20, true);
          return newest();
        },
      },
      {
        state: 'reconsidering',
        reach: async () => {
          const id = await newest();
          await accepted(reconsider(id));
          return id;
        },
      },
      {
        state: 'signed',
        reach: async () => {
          const id = await newest();
          await reads.work(await reads.find(subject, 'R1'), 42, true);
          await accepted(sign(id));
          return id;
        },
      },
      {
        state: 'superseded',
        reach: async () => {
          const id = await newest();
          await reads.unlock(await reads.find(subject, 'R1', 'TP1'));
          return id;
        },
      },
      {
        state: 'void',
        reach: async () => {
          await reads.work(await reads.find(subject, 'R1', 'TP1'), 22, true);
          const id = await newest();
          await reads.unlock(await reads.find(subject, 'R1', 'TP1'));
          return id;
        },
      },
      {
        state: 'waiting',
        reach: async () => {
          await reads.work(await reads.find(subject, 'R1', 'TP1'), 23, true);
          return putInto(trial, 'global_read', await newest(), 'waiting');
        },
      },
    ],
    acts: {
      ask: bySystem('every read of the course is signed'),
      release: bySystem('its images are ready'),
      reconsider: { ask: reconsider, ...locked },
      takeUpAgain: bySystem('what was reconsidered is signed again'),
      sign: {
        ask: signUnseen,
        refused: '409 CL_GLOBAL_READ_LOCKED',
        except: { ...unseen, reconsidering: '409 CL_READS_OPEN' },
      },
      supersede: within('a read of it is opened again'),
      void: within('a read of it is opened again'),
    },
  };
};
