import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ArrivalState } from '../workflow/machines/arrival.js';
import type { PageAsked } from './decide-quarantine.js';

export interface ArrivalView {
  id: string;
  state: ArrivalState;
  studyUid: string;
  subject: string | null;
  site: string | null;
  timepoint: string | null;
  acquisitionDate: string | null;
  reasons: string[];
  subjects: string[];
  timepoints: { timepoint: string; daysOutside: number }[];
  proposed: string | null;
  images: number;
  arrivedAt: string;
  decidedBy: string | null;
  authority: string | null;
  reason: string | null;
}

/** The studies of a trial in one state, in the order they came. */
export const arrivalsOf = async (
  db: Kysely<Database>,
  trialId: string,
  asked: PageAsked & { readonly state: ArrivalState }
): Promise<ArrivalView[]> => {
  let query = db
    .selectFrom('arrival')
    .leftJoin('account', 'account.id', 'arrival.decided_by')
    .selectAll('arrival')
    .select(eb => [
      'account.user_name',
      eb
        .selectFrom('instance')
        .select(sub => sub.fn.countAll<number>().as('count'))
        .whereRef('instance.study_uid', '=', 'arrival.study_uid')
        .whereRef('instance.trial_id', '=', 'arrival.trial_id')
        .as('images'),
    ])
    .where('arrival.trial_id', '=', trialId)
    .where('arrival.state', '=', asked.state)
    .orderBy('arrival.id')
    .limit(asked.limit);
  if (asked.after !== null) query = query.where('arrival.id', '>', asked.after);
  return (await query.execute()).map(row => ({
    ...{ id: row.id, state: row.state, studyUid: row.study_uid },
    subject: row.found.subject ?? null,
    site: row.found.site ?? null,
    timepoint: row.found.timepoint ?? null,
    acquisitionDate: row.found.acquisitionDate ?? null,
    reasons: [...row.reasons],
    subjects: [...row.candidates.subjects],
    timepoints: row.candidates.timepoints.map(one => ({ ...one })),
    ...{ proposed: row.candidates.proposed, images: Number(row.images) },
    ...{ arrivedAt: row.arrived_at.toISOString(), decidedBy: row.user_name },
    ...{ authority: row.authority, reason: row.reason },
  }));
};
