import { approvalMeanings } from '../../trials/decide-version.js';
import { password } from '../test-server.js';
import { actsCharter, type ReaderName } from './act-server.js';
import type { ActTrial } from './act-trial.js';
import {
  accepted,
  bySystem,
  notFound,
  putInto,
  within,
  type MachineTrial,
} from './illegal-acts.js';
import { deliverTo, readsOf, reason, requestId } from './on-the-way.js';

/** The charter of acts with its two readers agreeing on one read, and nobody who decides between them. */
const meetingCharter = (code: string): string =>
  actsCharter(code)
    .replace('slots: [R1, R2, ADJ]', 'slots: [R1, R2]\n    paradigm: consensus')
    .replace(', ADJ: [judge, judge2] }', ' }')
    .replace('    adjudication: { counterfactual: false }\n', '');

export const consensusTrial = (trial: ActTrial): MachineTrial => {
  const reads = readsOf(trial);
  const { db } = trial.on.server.deps;
  const newest = async (): Promise<string> =>
    (
      await db
        .selectFrom('consensus')
        .innerJoin('subject', 'subject.id', 'consensus.subject_id')
        .select('consensus.id')
        .where('subject.trial_id', '=', trial.trialId)
        .orderBy('consensus.version', 'desc')
        .executeTakeFirstOrThrow()
    ).id;
  /** The meeting with whoever has a slot of it. */
  const metBy = async (id: string, slot: string) => {
    const row = await db
      .selectFrom('consensus')
      .innerJoin('consensus_reader as own', 'own.consensus_id', 'consensus.id')
      .innerJoin('account', 'account.id', 'own.account_id')
      .select(['consensus.public_id', 'account.user_name'])
      .where('consensus.id', '=', id)
      .where('own.slot', '=', slot)
      .executeTakeFirstOrThrow();
    return {
      url: `/api/consensus/${row.public_id}`,
      session: trial.on.sessions[row.user_name as ReaderName],
    };
  };
  const signature = () => ({
    ...{ password, requestId: requestId() },
    meaning: 'I made this assessment and it is complete',
  });
  const propose = async (id: string) => {
    const { url, session } = await metBy(id, 'R1');
    const proposals = await db
      .selectFrom('consensus_proposal')
      .select('id')
      .where('consensus_id', '=', id)
      .execute();
    return session.call('POST', `${url}/proposals`, {
      proposal: { choice: { kind: 'read', name: 'A' }, reason: { code: 'other', text: reason } },
      ...{ after: proposals.length, ...signature() },
    });
  };
  const vote = async (id: string) => {
    const { url, session } = await metBy(id, 'R2');
    return session.call('POST', `${url}/votes`, {
      ...{ proposal: 1, vote: 'agree', reason, ...signature() },
    });
  };
  /** The readers are to meet from now on; of two, one sees progression. */
  const called = async (): Promise<string> => {
    const charter = meetingCharter(trial.code);
    const version = { charter, reason, scope: 'newSubjects' };
    await accepted(trial.post('admin', '/versions', version));
    await accepted(trial.post('admin', '/versions/2/send'));
    const approval = { password, meaning: approvalMeanings[0], reason };
    await accepted(trial.post('approver', '/versions/2/approve', approval));
    for (const timepoint of ['BL', 'TP1']) await deliverTo(trial, 'S66', timepoint);
    const end = { subject: 'S66', lastTimepoint: 'TP1', reason };
    await accepted(trial.post('manager', '/end-of-imaging', end));
    for (const [slot, mm] of [
      ['R1', 60],
      ['R2', 20],
    ] as const) {
      await reads.work(await reads.find('S66', slot), 40, true);
      await reads.work(await reads.find('S66', slot, 'TP1'), mm, true);
    }
    return newest();
  };
  const again = async (mm: number): Promise<void> => {
    await reads.unlock(await reads.find('S66', 'R1', 'TP1', 'signed'));
    await reads.work(await reads.find('S66', 'R1', 'TP1'), mm, true);
  };
  const unseen = { waiting: notFound, superseded: notFound, void: notFound };
  return {
    stops: [
      { state: 'open', reach: called },
      {
        state: 'proposed',
        reach: async () => {
          const id = await newest();
          await accepted(propose(id));
          return id;
        },
      },
      {
        state: 'agreed',
        reach: async () => {
          const id = await newest();
          await accepted(vote(id));
          await trial.settled();
          return id;
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
      {
        // Its images are there at once here.
        state: 'waiting',
        reach: async () => putInto(trial, 'consensus', await newest(), 'waiting'),
      },
    ],
    acts: {
      call: bySystem('the readers differ'),
      release: bySystem('its images are ready'),
      propose: { ask: propose, refused: '409 CL_PROPOSAL_NOT_POSSIBLE', except: unseen },
      vote: { ask: vote, refused: '409 CL_VOTE_NOT_POSSIBLE', except: unseen },
      agree: within('the last vote, with which all of them agree'),
      sendBack: within('the last vote, when one of them disagrees'),
      supersede: within('one of its reads is opened again'),
      void: within('one of its reads is opened again'),
    },
  };
};
