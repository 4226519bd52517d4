import { password } from '../test-server.js';
import type { ActTrial } from './act-trial.js';
import { accepted, bySystem, type MachineTrial } from './illegal-acts.js';
import { deliverTo, readsOf, reason } from './on-the-way.js';
import { targetsOf } from './targets.js';

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
