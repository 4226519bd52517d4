import type { ActTrial } from './act-trial.js';
import {
  accepted,
  bySystem,
  notPossible,
  putInto,
  within,
  type MachineTrial,
} from './illegal-acts.js';
import { deliverTo, reason } from './on-the-way.js';

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
      quarantine: decided('quarantine'),
      release: decided('release', 'manager'),
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
