import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { storedCharter } from '../trials/charter-terms.js';
import { effectiveVersion } from '../trials/trial-versions.js';
import { applyTransition, bySystem, type Change } from '../workflow/apply-transition.js';
import type { ExamState } from '../workflow/machines/exam.js';
import { timepointMachine, type TimepointState } from '../workflow/machines/timepoint.js';
import { readableExams, undecidedExams } from './waiting-exams.js';

/** What QC needs of the server. */
export interface QcDeps {
  readonly now: () => Date;
  readonly newId: () => string;
  /** IANA zone written beside instants. */
  readonly zone: string;
}

/** Exams that are not in their timepoint any more, whatever becomes of them. */
const apart: readonly ExamState[] = ['received', 'quarantined'];
const present: readonly ExamState[] = [...readableExams, ...undecidedExams].filter(
  state => !apart.includes(state)
);

const actFor = (
  state: TimepointState,
  has: { readonly exams: number; readonly all: boolean },
  left: boolean
): Change['act'] | null => {
  if (has.exams === 0) {
    return state === 'incomplete' || state === 'complete' || state === 'notReadable'
      ? 'loseAll'
      : null;
  }
  if (has.all) {
    return state === 'expected' || state === 'incomplete' || state === 'missed' ? 'complete' : null;
  }
  if (state === 'complete') return left ? 'losePart' : null;
  return state === 'expected' || state === 'missed' ? 'receivePart' : null;
};

/**
 * Puts the timepoints of an exam where its exams now put them: without any exam that counts they are expected again,
 * with a series of each role that the charter in force asks for they are complete.
 * @param left whether the exam went out of them
 */
export const settleTimepoints = async (
  trx: Transaction<Database>,
  deps: QcDeps,
  exam: { readonly id: string; readonly trialId: string; readonly left: boolean }
): Promise<void> => {
  const timepoints = await trx
    .selectFrom('timepoint_exam')
    .innerJoin('timepoint', 'timepoint.id', 'timepoint_exam.timepoint_id')
    .select(['timepoint.id', 'timepoint.code', 'timepoint.state'])
    .where('timepoint_exam.exam_id', '=', exam.id)
    .orderBy('timepoint.ordinal')
    .forNoKeyUpdate('timepoint')
    .execute();
  const version = await effectiveVersion(trx, exam.trialId);
  if (version === null) return;
  const plan = storedCharter(version.resolved).timepoints;
  for (const { id, code, state } of timepoints) {
    const rows = await trx
      .selectFrom('timepoint_exam')
      .innerJoin('exam', 'exam.id', 'timepoint_exam.exam_id')
      .leftJoin('series', 'series.exam_id', 'exam.id')
      .select(['exam.id', 'series.role'])
      .where('timepoint_exam.timepoint_id', '=', id)
      .where('exam.state', 'in', present)
      .execute();
    const roles = new Set(rows.map(({ role }) => role));
    const asked = plan.find(one => one.id === code)?.roles ?? [];
    const all = asked.every(role => roles.has(role));
    const act = actFor(state, { exams: rows.length, all }, exam.left);
    if (act === null) continue;
    const change: Change = { machine: timepointMachine, id, from: state, act };
    await applyTransition(trx, [change], {
      ...bySystem('what QC decided of an exam'),
      ...{ chain: exam.trialId, at: deps.now(), zone: deps.zone },
      details: { exam: exam.id, timepoint: id },
    });
  }
};
