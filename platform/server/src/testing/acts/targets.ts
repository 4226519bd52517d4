import type { ReadState } from '../../workflow/machines/read.js';
import type { ActTrial } from './act-trial.js';

export interface ReadTarget {
  readonly id: string;
  readonly publicId: string;
  readonly subject: string;
  readonly timepoint: string;
  readonly slot: string;
  readonly state: ReadState;
  /** Who has it, or `nobody`. */
  readonly reader: string;
}

const open: readonly ReadState[] = ['ready', 'assigned', 'draft', 'onHold'];
const signed: readonly ReadState[] = ['signed', 'impactPending'];

/** What there is in a trial that something can be done to, in an order that does not depend on chance. */
export const targetsOf = ({ on, trialId }: ActTrial) => {
  const { db } = on.server.deps;
  const ids = async (
    rows: Promise<readonly { readonly id: string }[]>
  ): Promise<readonly string[]> => (await rows).map(({ id }) => id);
  const reads = async (states: readonly ReadState[] | null = null): Promise<ReadTarget[]> => {
    const rows = await db
      .selectFrom('read')
      .innerJoin('course', 'course.id', 'read.course_id')
      .innerJoin('subject', 'subject.id', 'course.subject_id')
      .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
      .leftJoin('read_assignment', join =>
        join
          .onRef('read_assignment.read_id', '=', 'read.id')
          .on('read_assignment.ended_at', 'is', null)
      )
      .leftJoin('account', 'account.id', 'read_assignment.account_id')
      .select(['read.id', 'read.public_id', 'read.state', 'course.slot', 'timepoint.code'])
      .select(['subject.identifier', 'account.user_name'])
      .where('subject.trial_id', '=', trialId)
      .orderBy('subject.identifier')
      .orderBy('course.slot')
      .orderBy('read.ordinal')
      .orderBy('read.version')
      .execute();
    return rows
      .filter(({ state }) => states === null || states.includes(state))
      .map(row => ({
        ...{ id: row.id, publicId: row.public_id, subject: row.identifier, state: row.state },
        ...{ timepoint: row.code, slot: row.slot, reader: row.user_name ?? 'nobody' },
      }));
  };
  return {
    reads: () => reads(),
    openReads: () => reads(open),
    signedReads: () => reads(signed),
    returnedReads: () => reads(['returnedToQc', 'draft']),
    adjudications: async () =>
      (
        await db
          .selectFrom('adjudication')
          .innerJoin('subject', 'subject.id', 'adjudication.subject_id')
          .innerJoin('adjudication_assignment as given', 'given.adjudication_id', 'adjudication.id')
          .innerJoin('account', 'account.id', 'given.account_id')
          .select(['adjudication.public_id as publicId', 'account.user_name as person'])
          .where('subject.trial_id', '=', trialId)
          .where('adjudication.state', 'not in', ['superseded', 'void'])
          .orderBy('adjudication.id')
          .execute()
      ).map(row => ({ ...row })),
    exams: async () => {
      const rows = await db
        .selectFrom('exam')
        .innerJoin('subject', 'subject.id', 'exam.subject_id')
        .innerJoin('series', 'series.exam_id', 'exam.id')
        .select(['exam.id', 'exam.acquisition_date as date', 'series.id as series'])
        .where('subject.trial_id', '=', trialId)
        .orderBy('exam.id')
        .orderBy('series.id')
        .execute();
      return [...new Set(rows.map(({ id }) => id))].map(id => ({
        id,
        date: rows.find(row => row.id === id)?.date ?? null,
        series: rows.filter(row => row.id === id).map(({ series }) => series),
      }));
    },
    queries: () =>
      ids(
        db
          .selectFrom('query')
          .select('id')
          .where('trial_id', '=', trialId)
          .orderBy('id', 'desc')
          .execute()
      ),
    arrivals: () =>
      ids(
        db
          .selectFrom('arrival')
          .select('id')
          .where('trial_id', '=', trialId)
          .where('state', '!=', 'matched')
          .orderBy('id')
          .execute()
      ),
    quarantined: () =>
      ids(
        db
          .selectFrom('quarantine')
          .select('id')
          .where('trial_id', '=', trialId)
          .orderBy('id', 'desc')
          .execute()
      ),
    problems: () =>
      ids(
        db
          .selectFrom('problem')
          .select('id')
          .where('trial_id', '=', trialId)
          .orderBy('id', 'desc')
          .execute()
      ),
    unlocks: () =>
      ids(
        db
          .selectFrom('unlock_request')
          .select('id')
          .where('trial_id', '=', trialId)
          .orderBy('id', 'desc')
          .execute()
      ),
    impacts: () =>
      ids(
        db
          .selectFrom('read_impact')
          .select('id')
          .where('trial_id', '=', trialId)
          .orderBy('decision')
          .orderBy('id', 'desc')
          .execute()
      ),
    conflicts: () =>
      ids(
        db
          .selectFrom('reading_conflict')
          .select('id')
          .where('trial_id', '=', trialId)
          .orderBy('id')
          .execute()
      ),
  };
};

export type Targets = ReturnType<typeof targetsOf>;
