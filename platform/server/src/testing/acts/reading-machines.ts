import { emptyDecision } from '@corelab/adjudication';
import { emptyReadDocument } from '@corelab/reads';
import { approvalMeanings } from '../../trials/decide-version.js';
import { password } from '../test-server.js';
import { actsCharter, type ReaderName } from './act-server.js';
import type { ActTrial } from './act-trial.js';
import { decideOn, workOn } from './acts.js';
import { deliverTo } from './image-machines.js';
import {
  accepted,
  bySystem,
  notFound,
  notPossible,
  putInto,
  undone,
  within,
  type MachineTrial,
  type Refusal,
} from './illegal-acts.js';
import { targetsOf, type ReadTarget } from './targets.js';

const reason = 'for the test';

let requests = 0;
const requestId = (): string => `illegal-${(requests += 1)}`;

/** What is done with reads on the way into a state. */
const readsOf = (trial: ActTrial) => {
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

export const readTrial = (trial: ActTrial): MachineTrial => {
  const reads = readsOf(trial);
  const managed = (act: string, payload: object) => async (id: string) =>
    trial.post('manager', `/reads/${(await reads.byId(id)).publicId}/${act}`, payload);
  /** What is not its reader's to see is not there. */
  const unseen: Readonly<Record<string, Refusal>> = {
    ...{ waiting: notFound, returnedToQc: notFound, superseded: notFound, void: notFound },
  };
  const locked = {
    refused: '409 CL_READ_LOCKED',
    except: { ...unseen, onHold: '409 CL_READ_ON_HOLD' },
  };
  return {
    stops: [
      {
        state: 'assigned',
        reach: async () => {
          for (const timepoint of ['BL', 'TP1']) await deliverTo(trial, 'S61', timepoint);
          return (await reads.find('S61', 'R1')).id;
        },
      },
      { state: 'waiting', reach: async () => (await reads.find('S61', 'R1', 'TP1')).id },
      {
        state: 'draft',
        reach: async () => {
          const read = await reads.find('S61', 'R1');
          await reads.work(read, 40, false);
          return read.id;
        },
      },
      {
        state: 'onHold',
        reach: async () => {
          const read = await reads.find('S61', 'R1');
          await accepted(reads.raise(read, 'missingSeries'));
          return read.id;
        },
      },
      {
        state: 'returnedToQc',
        reach: async () => {
          const { id } = await reads.find('S61', 'R1');
          await accepted(managed('return-to-qc', { reason })(id));
          return id;
        },
      },
      {
        state: 'signed',
        reach: async () => {
          const read = await reads.find('S61', 'R2');
          await reads.work(read, 40, true);
          return read.id;
        },
      },
      {
        state: 'impactPending',
        reach: async () => {
          const read = await reads.find('S61', 'R2');
          await deliverTo(trial, 'S61', 'BL', { study: 1 });
          return read.id;
        },
      },
      {
        state: 'superseded',
        reach: async () => {
          const read = await reads.find('S61', 'R2');
          await reads.unlock(read);
          return read.id;
        },
      },
      {
        state: 'void',
        reach: async () => {
          await deliverTo(trial, 'S62', 'BL');
          const [one, two] = [await reads.find('S62', 'R1'), await reads.find('S62', 'R2')];
          // Of the three, whoever has neither slot may have that of the other two.
          const [read, user] =
            two.reader === 'r3' ? [two, 'r2'] : [one, one.reader === 'r3' ? 'r1' : 'r3'];
          await accepted(
            trial.post('manager', '/replacements', {
              ...{ subject: 'S62', slot: read.slot, user, how: 'takeOver', reason },
              authorisedBy: 'Sponsor',
            })
          );
          await trial.settled();
          return read.id;
        },
      },
      {
        // Every read of this charter is given to somebody as it is planned.
        state: 'ready',
        reach: async () => {
          await deliverTo(trial, 'S63', 'BL');
          return putInto(trial, 'read', (await reads.find('S63', 'R1')).id, 'ready');
        },
      },
    ],
    acts: {
      plan: bySystem('a timepoint is due'),
      openNewVersion: bySystem('a read was unlocked, or is read again'),
      release: bySystem('its images are ready and what is before it is signed'),
      releaseAssigned: bySystem('its images are ready and what is before it is signed'),
      assign: {
        ask: managed('assign', { user: 'r3' }),
        refused: '409 CL_READ_ASSIGNED',
        // Nobody has them any more.
        except: { superseded: '409 CL_READ_NOT_OPEN', void: '409 CL_READ_NOT_OPEN' },
      },
      unassign: {
        ask: managed('move', { user: 'judge', reason }),
        refused: '409 CL_READ_OPENED',
        except: {
          // As one whom the charter does not name for the slot; a read that waits can be moved, and waits on.
          ...{ waiting: '409 CL_NOT_IN_ROLE', ready: '409 CL_NOT_IN_ROLE' },
          ...{ superseded: '409 CL_READ_UNASSIGNED', void: '409 CL_READ_UNASSIGNED' },
        },
      },
      save: {
        ask: async id => {
          const read = await reads.byId(id);
          return trial.on.sessions[await reads.readerOf(id)].call(
            'PUT',
            `/api/reads/${read.publicId}/draft`,
            { document: emptyReadDocument() },
            { 'if-match': '"0"' }
          );
        },
        ...locked,
      },
      hold: {
        ask: async id => reads.raise(await reads.byId(id), 'missingSeries'),
        refused: '422 CL_PROBLEM_KIND',
        // Another problem of a read on hold is raised, and it stays on hold.
        except: { ...unseen, onHold: '200' },
      },
      resume: within('an answer to its problem'),
      resumeUnbegun: within('an answer to its problem'),
      returnToQc: { ask: managed('return-to-qc', { reason }), refused: notPossible },
      leaveQc: { ask: managed('leave-qc', { images: 'asBefore' }), refused: notPossible },
      sign: {
        ask: async id => {
          const read = await reads.byId(id);
          return trial.on.sessions[await reads.readerOf(id)].call(
            'POST',
            `/api/reads/${read.publicId}/sign`,
            {
              password,
              meaning: 'I made this assessment and it is complete',
              requestId: requestId(),
              etag: '"0"',
            }
          );
        },
        ...locked,
      },
      markImpact: bySystem('what it stands on changed'),
      letStand: within('a decision about a change; a read without one has none to decide on'),
      supersede: within('a decision about a change, or the replacement of its reader'),
      unlock: {
        ask: async id => reads.askUnlock(await reads.byId(id)),
        refused: '409 CL_READ_NOT_SIGNED',
      },
      void: within('a decision about a change, the replacement of its reader, or leaving QC'),
    },
  };
};

export const problemTrial = (trial: ActTrial): MachineTrial => {
  const reads = readsOf(trial);
  const newest = async (): Promise<string> => (await targetsOf(trial).problems())[0] ?? 'none';
  const answer = (decision: string) => (id: string) =>
    trial.post('manager', `/api/admin/problems/${id}/answer`, { text: 'Seen', decision });
  const answered = async (decision: string): Promise<string> => {
    const id = await newest();
    await accepted(answer(decision)(id));
    return id;
  };
  const raised = async (): Promise<string> => {
    await accepted(reads.raise(await reads.find('S63', 'R1'), 'wrongSubject'));
    return newest();
  };
  const decided = (decision: string) => ({
    ask: answer(decision),
    refused: '409 CL_PROBLEM_DECIDED',
  });
  return {
    stops: [
      {
        state: 'raised',
        reach: async () => {
          await deliverTo(trial, 'S63', 'BL');
          return raised();
        },
      },
      { state: 'held', reach: () => answered('hold') },
      { state: 'resumed', reach: () => answered('resume') },
      {
        state: 'excluded',
        reach: async () => {
          await raised();
          return answered('exclude');
        },
      },
    ],
    acts: {
      raise: bySystem('it begins'),
      hold: decided('hold'),
      resume: decided('resume'),
      exclude: decided('exclude'),
    },
  };
};

export const unlockTrial = (trial: ActTrial): MachineTrial => {
  const reads = readsOf(trial);
  const decide = (decision: string) => (id: string) =>
    trial.post('manager2', `/unlocks/${id}/decide`, { decision, reason, password });
  const asked = async (): Promise<string> =>
    (await accepted(reads.askUnlock(await reads.find('S64', 'R1')))).json<{ id: string }>().id;
  const after = (decision: string) => async () => {
    const id = (await targetsOf(trial).unlocks())[0] ?? '';
    await accepted(decide(decision)(id));
    return id;
  };
  const decided = (decision: string) => ({
    ask: decide(decision),
    refused: '409 CL_UNLOCK_DECIDED',
  });
  return {
    stops: [
      {
        state: 'asked',
        reach: async () => {
          await deliverTo(trial, 'S64', 'BL');
          await reads.work(await reads.find('S64', 'R1'), 40, true);
          return asked();
        },
      },
      { state: 'refused', reach: after('refuse') },
      {
        state: 'approved',
        reach: async () => {
          await asked();
          return after('approve')();
        },
      },
    ],
    acts: {
      ask: bySystem('it begins'),
      approve: decided('approve'),
      refuse: decided('refuse'),
    },
  };
};

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
    ...{ waiting: notFound, superseded: notFound, void: notFound },
    onHold: '409 CL_READ_ON_HOLD',
  };
  const again = async (mm: number): Promise<void> => {
    await reads.unlock(await reads.find('S65', 'R1', 'TP1', 'signed'));
    await reads.work(await reads.find('S65', 'R1', 'TP1'), mm, true);
  };
  return {
    stops: [
      { state: 'ready', reach: discordant },
      { state: 'draft', reach: decide(false) },
      put('onHold'),
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
      hold: undone('problems are flagged on reads'),
      resume: undone('problems are flagged on reads'),
      resumeUnbegun: undone('problems are flagged on reads'),
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
      markImpact: undone('what a decision stands on ends it when it changes'),
      letStand: undone('what a decision stands on ends it when it changes'),
      supersede: within('one of its reads is opened again'),
      unlock: undone('a read that was decided on is opened again'),
      void: within('one of its reads is opened again'),
    },
  };
};

export const charterTrial = (trial: ActTrial): MachineTrial => {
  const { db } = trial.on.server.deps;
  const idOf = async (version: number): Promise<string> =>
    (
      await db
        .selectFrom('charter_version')
        .select('id')
        .where('trial_id', '=', trial.trialId)
        .where('version', '=', version)
        .executeTakeFirstOrThrow()
    ).id;
  const on = async (id: string, act: string, who: 'admin' | 'approver', payload: object = {}) => {
    const { version } = await db
      .selectFrom('charter_version')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return trial.post(who, `/versions/${version}/${act}`, payload);
  };
  const approval = { password, meaning: approvalMeanings[0], reason };
  const write = async (showDerived: string): Promise<number> => {
    const charter = actsCharter(trial.code, { more: `    showDerived: ${showDerived}` });
    const payload = { charter, reason, scope: 'newSubjects' };
    return (await accepted(trial.post('admin', '/versions', payload))).json<{ version: number }>()
      .version;
  };
  return {
    stops: [
      { state: 'effective', reach: () => idOf(1) },
      {
        state: 'superseded',
        reach: async () => {
          const id = await idOf(await write('afterSigning'));
          await accepted(on(id, 'send', 'admin'));
          await accepted(on(id, 'approve', 'approver', approval));
          return idOf(1);
        },
      },
      { state: 'draft', reach: async () => idOf(await write('afterLesions')) },
      {
        state: 'sentForApproval',
        reach: async () => {
          await accepted(on(await idOf(3), 'send', 'admin'));
          return idOf(3);
        },
      },
      {
        state: 'rejected',
        reach: async () => {
          await accepted(on(await idOf(3), 'reject', 'approver', { reason }));
          return idOf(3);
        },
      },
    ],
    acts: {
      write: bySystem('it begins'),
      demonstrate: bySystem('it begins'),
      send: {
        ask: id => on(id, 'send', 'admin'),
        refused: notPossible,
        except: { superseded: '409 CL_CHARTER_OVERTAKEN' },
      },
      recall: { ask: id => on(id, 'recall', 'admin', { reason }), refused: notPossible },
      approve: { ask: id => on(id, 'approve', 'approver', approval), refused: notPossible },
      reject: { ask: id => on(id, 'reject', 'approver', { reason }), refused: notPossible },
      supersede: within('the approval of another version'),
    },
  };
};

/** Nobody acts on a course: what is signed moves it, and what is opened again. */
export const courseTrial = (): MachineTrial => ({
  stops: [],
  acts: {
    open: bySystem('its subject has images'),
    close: bySystem('all its reads are signed'),
    agree: bySystem('both courses are compared'),
    differ: bySystem('both courses are compared'),
    standAlone: bySystem('its only reader is done'),
    adjudicate: bySystem('the readers differ'),
    reachConsensus: undone('no charter with consensus is acted on'),
    makeFinal: bySystem('the readers agree, or it is decided between them'),
    decide: bySystem('its adjudication is signed'),
    reopen: within('a read of it is opened again, or its reader is replaced'),
    reopenFinal: within('a read of it is opened again'),
  },
});
