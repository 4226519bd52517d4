import { accepted, bySystem, notPossible, putInto, undone, within } from './illegal-acts.js';
import type { MachineTrial } from './illegal-acts.js';
import type { ActTrial } from './act-trial.js';

const reason = 'for the test';
const authority = 'Letter of the site';
const usable = [{ purpose: 'read', usable: 'yes', reason: null }];

/** The exams of a subject, in the order they came; each with its series. */
const examOf = async ({ on, trialId }: ActTrial, subject: string): Promise<string> =>
  (
    await on.server.deps.db
      .selectFrom('exam')
      .innerJoin('subject', 'subject.id', 'exam.subject_id')
      .select('exam.id')
      .where('subject.trial_id', '=', trialId)
      .where('subject.identifier', '=', subject)
      .executeTakeFirstOrThrow()
  ).id;

const seriesOf = async ({ on }: ActTrial, exam: string): Promise<string> =>
  (
    await on.server.deps.db
      .selectFrom('series')
      .select('id')
      .where('exam_id', '=', exam)
      .executeTakeFirstOrThrow()
  ).id;

const latestQuery = async ({ on }: ActTrial, exam: string): Promise<string> =>
  (
    await on.server.deps.db
      .selectFrom('query')
      .select('id')
      .where('exam_id', '=', exam)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
  ).id;

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

export const examTrial = (trial: ActTrial): MachineTrial => {
  const decide = (exam: string, payload: object, who: 'qc1' | 'manager' = 'qc1') =>
    trial.post(who, `/exams/${exam}/decide`, payload);
  const judge = async (exam: string) =>
    trial.post('qc1', `/exams/${exam}/series`, {
      series: [{ series: await seriesOf(trial, exam), role: 'CT-PV-AX', usable }],
    });
  const ask = (exam: string) =>
    trial.post('qc1', '/queries', { exam, text: 'Is it whole?', dueDate: '2026-04-01' });
  const answer = async (exam: string) =>
    trial.post('site101', `/queries/${await latestQuery(trial, exam)}/answer`, { text: 'Yes' });
  const deviating = async (exam: string) => ({
    ...{ act: 'passWithDeviation', reason },
    deviations: [{ series: await seriesOf(trial, exam), purpose: 'read', text: 'Thick' }],
  });
  const inQc = async (subject: string): Promise<string> => {
    await deliverTo(trial, subject, 'BL', { gap: true });
    const exam = await examOf(trial, subject);
    // So that there is a query about it, whatever becomes of it.
    await accepted(ask(exam));
    await accepted(answer(exam));
    return exam;
  };
  const first = () => examOf(trial, 'S11');
  const lookedAt = async (exam: string): Promise<void> => {
    await accepted(trial.post('qc1', `/exams/${exam}/claim`));
    await accepted(judge(exam));
  };
  const put = (state: string) => ({
    state,
    reach: async () => putInto(trial, 'exam', await examOf(trial, 'S14'), state),
  });
  const decided = (act: string, who: 'qc1' | 'manager' = 'qc1') => ({
    ask: (exam: string) => decide(exam, { act, reason }, who),
    refused: notPossible,
  });
  return {
    stops: [
      { state: 'inQc', reach: () => inQc('S11') },
      {
        state: 'queried',
        reach: async () => {
          await accepted(ask(await first()));
          return first();
        },
      },
      {
        state: 'refused',
        reach: async () => {
          await accepted(answer(await first()));
          await accepted(decide(await first(), { act: 'refuse', reason }));
          return first();
        },
      },
      {
        state: 'passedWithDeviation',
        reach: async () => {
          await accepted(decide(await first(), { act: 'reopenQc', reason }));
          await lookedAt(await first());
          await accepted(decide(await first(), await deviating(await first())));
          return first();
        },
      },
      {
        state: 'passed',
        reach: async () => {
          await accepted(decide(await first(), { act: 'reopenQc', reason }));
          await lookedAt(await first());
          await accepted(decide(await first(), { act: 'pass' }));
          return first();
        },
      },
      {
        state: 'superseded',
        reach: async () => {
          await accepted(decide(await first(), { act: 'supersede', reason }, 'manager'));
          return first();
        },
      },
      {
        state: 'withdrawn',
        reach: async () => {
          const exam = await inQc('S12');
          await accepted(decide(exam, { act: 'withdraw', reason }, 'manager'));
          return exam;
        },
      },
      {
        state: 'notResupplied',
        reach: async () => {
          const exam = await inQc('S13');
          await accepted(ask(exam));
          const query = await latestQuery(trial, exam);
          await accepted(trial.post('manager', `/queries/${query}/not-resupplied`, { reason }));
          return exam;
        },
      },
      {
        // An exam is received and matched in one transaction, and with automatic QC in QC at once.
        state: 'matched',
        reach: async () => putInto(trial, 'exam', await inQc('S14'), 'matched'),
      },
      ...['received', 'quarantined'].map(put),
    ],
    acts: {
      receive: bySystem('images arrived'),
      match: bySystem('images arrived, or their study was matched by hand'),
      unmatch: undone('an exam is put elsewhere by a correction of its subject'),
      quarantine: undone('images are kept apart one by one'),
      release: undone('images are kept apart one by one'),
      startQc: within('a claim, of an exam that is matched'),
      claim: {
        ask: exam => trial.post('qc1', `/exams/${exam}/claim`),
        refused: notPossible,
        // It is then taken into QC.
        except: { matched: 'startQc' },
      },
      judge: { ask: judge, refused: notPossible },
      pass: decided('pass'),
      passWithDeviation: {
        ask: async exam => decide(exam, await deviating(exam)),
        refused: notPossible,
      },
      // The site can be asked about any exam; it then stays what it is.
      query: { ask, refused: '200' },
      takeUpAnswer: within('an answer to its query'),
      reopenQc: decided('reopenQc'),
      refuse: decided('refuse'),
      giveUp: {
        ask: async exam =>
          trial.post('manager', `/queries/${await latestQuery(trial, exam)}/not-resupplied`, {
            reason,
          }),
        refused: notPossible,
      },
      supersede: decided('supersede', 'manager'),
      withdraw: decided('withdraw', 'manager'),
    },
  };
};

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
      // The charter asks for one role, and nobody calls a timepoint not readable yet.
      ...['incomplete', 'notReadable'].map(state => ({
        state,
        reach: async () => putInto(trial, 'timepoint', await idOf('TP2'), state),
      })),
    ],
    acts: {
      plan: bySystem('its subject is new'),
      receivePart: bySystem('images arrived'),
      complete: said('complete'),
      losePart: bySystem('an exam left it'),
      loseAll: bySystem('its last exam left it'),
      declareMissed: said('missed'),
      expectAgain: said('expected'),
      declareNotReadable: undone('its exams are refused'),
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
