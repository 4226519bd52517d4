import type { ActTrial } from './act-trial.js';
import { accepted, bySystem, notPossible, putInto, type MachineTrial } from './illegal-acts.js';
import { deliverTo, reason } from './on-the-way.js';

const authority = 'Letter of the site';

export const timepointTrial = (trial: ActTrial): MachineTrial => {
  const { db } = trial.on.server.deps;
  const idOf = async (code: string): Promise<string> =>
    (
      await db
        .selectFrom('timepoint')
        .innerJoin('subject', 'subject.id', 'timepoint.subject_id')
        .select('timepoint.id')
        .where('subject.trial_id', '=', trial.trialId)
        .where('subject.identifier', '=', 'S21')
        .where('timepoint.code', '=', code)
        .executeTakeFirstOrThrow()
    ).id;
  const say = async (path: string, id: string) => {
    const { code } = await db
      .selectFrom('timepoint')
      .select('code')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return trial.post('manager', `/timepoints/${path}`, {
      subject: 'S21',
      timepoint: code,
      reason,
    });
  };
  const said = (path: string) => ({
    ask: (id: string) => say(path, id),
    refused: notPossible,
  });
  return {
    stops: [
      {
        state: 'complete',
        reach: async () => {
          await deliverTo(trial, 'S21', 'BL');
          return idOf('BL');
        },
      },
      { state: 'expected', reach: () => idOf('TP1') },
      {
        state: 'missed',
        reach: async () => {
          await accepted(say('missed', await idOf('TP1')));
          return idOf('TP1');
        },
      },
      {
        // The charter asks for one role.
        state: 'incomplete',
        reach: async () => putInto(trial, 'timepoint', await idOf('TP2'), 'incomplete'),
      },
      {
        state: 'notReadable',
        reach: async () => {
          await accepted(say('not-readable', await idOf('TP2')));
          return idOf('TP2');
        },
      },
    ],
    acts: {
      plan: bySystem('its subject is new'),
      addVisit: bySystem('it begins'),
      receivePart: bySystem('images arrived'),
      complete: said('complete'),
      losePart: bySystem('an exam left it'),
      loseAll: bySystem('its last exam left it'),
      declareMissed: said('missed'),
      expectAgain: said('expected'),
      declareNotReadable: said('not-readable'),
    },
  };
};

export const queryTrial = (trial: ActTrial): MachineTrial => {
  let query = '';
  const say = (act: string, who: 'qc1' | 'site101', payload: object = { text: 'So it is' }) =>
    trial.post(who, `/queries/${query}/${act}`, payload);
  const again = { text: 'Look again', dueDate: '2026-04-02' };
  const after = (act: string, who: 'qc1' | 'site101', payload?: object) => async () => {
    await accepted(say(act, who, payload));
    return query;
  };
  return {
    stops: [
      {
        state: 'open',
        reach: async () => {
          await deliverTo(trial, 'S31', 'BL');
          const asked = { subject: 'S31', text: 'Who is it?', dueDate: '2026-04-01' };
          query = (await accepted(trial.post('qc1', '/queries', asked))).json<{ id: string }>().id;
          return query;
        },
      },
      { state: 'answered', reach: after('answer', 'site101') },
      { state: 'reopened', reach: after('reopen', 'qc1', again) },
      { state: 'closed', reach: after('cancel', 'qc1') },
    ],
    acts: {
      ask: bySystem('it begins'),
      answer: { ask: () => say('answer', 'site101'), refused: notPossible },
      close: { ask: () => say('close', 'qc1', {}), refused: notPossible },
      cancel: { ask: () => say('cancel', 'qc1'), refused: notPossible },
      reopen: { ask: () => say('reopen', 'qc1', again), refused: notPossible },
    },
  };
};

export const quarantineTrial = (trial: ActTrial): MachineTrial => {
  const newest = async (): Promise<string> =>
    (
      await trial.on.server.deps.db
        .selectFrom('quarantine')
        .select('id')
        .where('trial_id', '=', trial.trialId)
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow()
    ).id;
  const release = (id: string) =>
    trial.post('manager', `/quarantine/${id}/release`, { authority, reason });
  const refuse = (id: string) => trial.post('manager', `/quarantine/${id}/refuse`, { reason });
  return {
    stops: [
      {
        state: 'quarantined',
        reach: async () => {
          await deliverTo(trial, 'S41', 'BL');
          await deliverTo(trial, 'S41', 'BL', { bytes: 1 });
          return newest();
        },
      },
      {
        state: 'released',
        reach: async () => {
          const id = await newest();
          await accepted(release(id));
          return id;
        },
      },
      {
        // What was in its place.
        state: 'refused',
        reach: async () => {
          const id = await newest();
          await accepted(refuse(id));
          return id;
        },
      },
    ],
    acts: {
      quarantine: bySystem('an image arrived'),
      release: { ask: release, refused: notPossible },
      giveWay: bySystem('another image is released in its place'),
      refuse: { ask: refuse, refused: notPossible },
    },
  };
};

export const arrivalTrial = (trial: ActTrial): MachineTrial => {
  let id = '';
  const say = (act: string, payload: object = { reason }) =>
    trial.post('manager', `/arrivals/${id}/${act}`, payload);
  const matching = { subject: 'S51', newSubject: true, timepoint: 'TP1', authority, reason };
  return {
    stops: [
      {
        state: 'waiting',
        reach: async () => {
          await deliverTo(trial, 'S51', 'TP9');
          ({ id } = await trial.on.server.deps.db
            .selectFrom('arrival')
            .select('id')
            .where('trial_id', '=', trial.trialId)
            .where('state', '=', 'waiting')
            .executeTakeFirstOrThrow());
          return id;
        },
      },
      {
        state: 'refused',
        reach: async () => {
          await accepted(say('refuse'));
          return id;
        },
      },
      {
        state: 'matched',
        reach: async () => {
          await accepted(say('take-up-again'));
          await accepted(say('match', matching));
          return id;
        },
      },
    ],
    acts: {
      wait: bySystem('its images arrived'),
      matchAtOnce: bySystem('its images arrived'),
      match: bySystem('a later image, or another charter version, says where it belongs'),
      matchByHand: { ask: () => say('match', matching), refused: notPossible },
      refuse: { ask: () => say('refuse'), refused: notPossible },
      takeUpAgain: { ask: () => say('take-up-again'), refused: notPossible },
    },
  };
};
