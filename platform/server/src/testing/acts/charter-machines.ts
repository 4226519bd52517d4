import { approvalMeanings } from '../../trials/decide-version.js';
import { password } from '../test-server.js';
import { actsCharter } from './act-server.js';
import type { ActTrial } from './act-trial.js';
import { accepted, bySystem, notPossible, within, type MachineTrial } from './illegal-acts.js';
import { reason } from './on-the-way.js';

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
    reachConsensus: bySystem('all its readers agreed to one read'),
    makeFinal: bySystem('the readers agree, or it is decided between them'),
    decide: bySystem('its adjudication is signed'),
    readOn: bySystem('a timepoint came after it had closed, or there is more to decide'),
    reopen: within('a read of it is opened again, or its reader is replaced'),
    reopenFinal: within('a read of it is opened again'),
  },
});
