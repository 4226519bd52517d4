import { emptyDecision } from '@corelab/adjudication';
import { password } from '../test-server.js';
import type { ReaderName } from './act-server.js';
import type { ActTrial } from './act-trial.js';
import {
  accepted,
  bySystem,
  notFound,
  notPossible,
  putInto,
  within,
  type MachineTrial,
  type Refusal,
} from './illegal-acts.js';
import { deliverTo, readsOf, reason, requestId } from './on-the-way.js';
import { decideOn } from './reading-acts.js';

export const adjudicationTrial = (trial: ActTrial): MachineTrial => {
  const reads = readsOf(trial);
  const { db } = trial.on.server.deps;
  const caseOf = async (id: string) => {
    const row = await db
      .selectFrom('adjudication')
      .innerJoin('adjudication_assignment as given', 'given.adjudication_id', 'adjudication.id')
      .innerJoin('account', 'account.id', 'given.account_id')
      .select(['adjudication.public_id as publicId', 'account.user_name as person'])
      .where('adjudication.id', '=', id)
      .executeTakeFirstOrThrow();
    return { publicId: row.publicId, person: row.person as ReaderName };
  };
  const newest = async (): Promise<string> =>
    (
      await db
        .selectFrom('adjudication')
        .innerJoin('subject', 'subject.id', 'adjudication.subject_id')
        .select('adjudication.id')
        .where('subject.trial_id', '=', trial.trialId)
        .orderBy('adjudication.id', 'desc')
        .executeTakeFirstOrThrow()
    ).id;
  /** Two readers of whom one sees progression, until imaging ends. */
  const discordant = async (): Promise<string> => {
    for (const timepoint of ['BL', 'TP1']) await deliverTo(trial, 'S65', timepoint);
    const end = { subject: 'S65', lastTimepoint: 'TP1', reason };
    await accepted(trial.post('manager', '/end-of-imaging', end));
    for (const [slot, mm] of [
      ['R1', 60],
      ['R2', 20],
    ] as const) {
      await reads.work(await reads.find('S65', slot), 40, true);
      await reads.work(await reads.find('S65', slot, 'TP1'), mm, true);
    }
    return newest();
  };
  const decide = (signs: boolean) => async () => {
    const id = await newest();
    for (const answer of await decideOn(trial, await caseOf(id), 'a', signs)) {
      await accepted(Promise.resolve(answer));
    }
    await trial.settled();
    return id;
  };
  const put = (state: string) => ({
    state,
    reach: async () => putInto(trial, 'adjudication', await newest(), state),
  });
  const unseen: Readonly<Record<string, Refusal>> = {
    ...{ waiting: notFound, reading: notFound, superseded: notFound, void: notFound },
    onHold: '409 CL_READ_ON_HOLD',
  };
  const managed = async (id: string, act: string, payload: object) =>
    trial.post('manager', `/adjudications/${(await caseOf(id)).publicId}/${act}`, payload);
  const again = async (mm: number): Promise<void> => {
    await reads.unlock(await reads.find('S65', 'R1', 'TP1', 'signed'));
    await reads.work(await reads.find('S65', 'R1', 'TP1'), mm, true);
  };
  return {
    stops: [
      { state: 'ready', reach: discordant },
      { state: 'draft', reach: decide(false) },
      put('onHold'),
      // This charter has the adjudicator choose; one who reads anew sees no case until then.
      put('reading'),
      {
        state: 'signed',
        reach: async () => {
          await putInto(trial, 'adjudication', await newest(), 'draft');
          return decide(true)();
        },
      },
      {
        state: 'superseded',
        reach: async () => {
          const id = await newest();
          await again(62);
          return id;
        },
      },
      {
        state: 'void',
        reach: async () => {
          const id = await newest();
          await again(20);
          return id;
        },
      },
      // Images and adjudicator are there at once here, and what a decided one stands on ends it.
      put('waiting'),
      put('impactPending'),
    ],
    acts: {
      trigger: bySystem('the readers differ'),
      release: bySystem('its images are ready'),
      readAnew: bySystem('the charter has the adjudicator read anew'),
      standByRead: bySystem('the adjudicator has signed the reads it is about'),
      save: {
        ask: async id => {
          const { publicId, person } = await caseOf(id);
          return trial.on.sessions[person].call(
            'PUT',
            `/api/adjudications/${publicId}/draft`,
            { document: emptyDecision() },
            { 'if-match': '"0"' }
          );
        },
        refused: '409 CL_READ_LOCKED',
        except: unseen,
      },
      hold: {
        ask: async id => {
          const { publicId, person } = await caseOf(id);
          const url = `/api/adjudications/${publicId}/problems`;
          return trial.on.sessions[person].call('POST', url, {
            ...{ kind: 'wrongSubject', text: 'Something is wrong', requestId: requestId() },
          });
        },
        refused: '422 CL_PROBLEM_KIND',
        // Another problem of a case on hold is raised, and it stays on hold.
        except: { ...unseen, onHold: '200' },
      },
      resume: within('an answer to its problem'),
      resumeUnbegun: within('an answer to its problem'),
      sign: {
        ask: async id => {
          const { publicId, person } = await caseOf(id);
          const session = trial.on.sessions[person];
          const url = `/api/adjudications/${publicId}`;
          const etag = String((await session.call('GET', `${url}/draft`)).headers.etag);
          const meaning = 'I made this assessment and it is complete';
          const signature = { password, meaning, requestId: requestId(), etag };
          return session.call('POST', `${url}/sign`, signature);
        },
        refused: '409 CL_READ_LOCKED',
        // Nothing is chosen yet, and that is what is said.
        except: { ...unseen, ready: '422 CL_OPEN_ITEMS' },
      },
      markImpact: bySystem('something changed under a read of it'),
      letStand: {
        ask: async id => managed(id, 'let-stand', { reason, password }),
        refused: notPossible,
      },
      supersede: within('one of its reads is opened again'),
      unlock: {
        ask: async id => managed(id, 'unlock', { reason }),
        refused: '409 CL_READ_NOT_SIGNED',
      },
      void: within('one of its reads is opened again'),
    },
  };
};
