import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { QuarantineState } from '../workflow/machines/quarantine.js';
import type { QuarantineCause } from './admission.js';
import type { DeliverySource } from './receipts.js';
import { examPlace, ofExam, type ExamPlace } from './arrival-list.js';
import { refuseQuarantined, releaseQuarantined, type PageAsked } from './decide-quarantine.js';
import type { IntakeDeps } from './intake-deps.js';

/** Images of one study from one delivery that are kept apart, and of which the same is decided. */
export interface QuarantineGroup {
  /** Id of the first of them, by which the list goes on. */
  id: string;
  receipt: string;
  studyUid: string;
  state: QuarantineState;
  images: number;
  series: number;
  causes: QuarantineCause[];
  /** Keywords of the attributes that identify a person. */
  attributes: string[];
  /** Why they can not be de-identified. */
  refusals: string[];
  source: DeliverySource;
  arrivedAt: string;
  deliveredBy: string | null;
  /** The exam that the study belongs to; null while it belongs to none. */
  place: ExamPlace | null;
  decidedBy: string | null;
  decidedAt: string | null;
  authority: string | null;
  reason: string | null;
}

interface GroupRow extends Omit<
  QuarantineGroup,
  'causes' | 'attributes' | 'refusals' | 'images' | 'series' | 'arrivedAt' | 'decidedAt'
> {
  images: number;
  series: number;
  causes: QuarantineCause[][];
  attributes: string[][];
  refusals: (string | null)[];
  arrivedAt: Date;
  decidedAt: Date | null;
}

const each = <T>(lists: readonly (readonly T[])[]): T[] => [...new Set(lists.flat())].sort();

/** What is kept apart in a trial, by delivery and study, the newest first. */
export const quarantineGroupsOf = async (
  db: Kysely<Database>,
  trialId: string,
  { state, after, limit }: PageAsked & { readonly state: QuarantineState | null }
): Promise<QuarantineGroup[]> => {
  const { rows } = await sql<GroupRow>`
    select grouped.id, grouped.receipt_id as receipt, grouped.study_uid as "studyUid", grouped.state, grouped.images,
      grouped.series, grouped.causes, grouped.attributes, grouped.refusals, grouped.arrived_at as "arrivedAt",
      grouped.decided_at as "decidedAt", grouped.authority, grouped.reason, receipt.source,
      sender.user_name as "deliveredBy", decider.user_name as "decidedBy",
      ${ofExam(examPlace, { uid: 'grouped.study_uid', trial: 'receipt.trial_id' })} as place
    from (
      select min(id::text) as id, receipt_id, study_uid, state, count(*) as images,
        count(distinct series_uid) as series, jsonb_agg(distinct causes) as causes,
        jsonb_agg(distinct attributes) as attributes, jsonb_agg(distinct refusal) as refusals, min(arrived_at) as arrived_at, max(decided_at) as decided_at,
        decided_by, authority, reason
      from quarantine
      where trial_id = ${trialId} and (${state}::text is null or state = ${state})
      group by receipt_id, study_uid, state, decided_by, authority, reason
      having ${after}::text is null or min(id::text) < ${after}
      order by min(id::text) desc limit ${limit}) as grouped
    join receipt on receipt.id = grouped.receipt_id
    left join account sender on sender.id = receipt.account_id
    left join account decider on decider.id = grouped.decided_by
    order by grouped.id desc`.execute(db);
  return rows.map(row => ({
    ...row,
    ...{ images: Number(row.images), series: Number(row.series) },
    ...{ causes: each(row.causes), attributes: each(row.attributes) },
    refusals: row.refusals.flatMap(refusal => refusal ?? []).sort(),
    arrivedAt: new Date(row.arrivedAt).toISOString(),
    decidedAt: row.decidedAt === null ? null : new Date(row.decidedAt).toISOString(),
  }));
};

interface GroupDecision {
  readonly trialId: string;
  readonly accountId: string;
  readonly receipt: string;
  readonly studyUid: string;
  readonly reason: string;
}

/** The images of a group that nobody has decided about. @throws CodedError 409 CL_NOTHING_APART */
const undecided = async (
  db: Kysely<Database>,
  { trialId, receipt, studyUid }: GroupDecision
): Promise<string[]> => {
  const rows = await db
    .selectFrom('quarantine')
    .select('id')
    .where('trial_id', '=', trialId)
    .where('receipt_id', '=', receipt)
    .where('study_uid', '=', studyUid)
    .where('state', '=', 'quarantined')
    .orderBy('id')
    .execute();
  if (rows.length > 0) return rows.map(({ id }) => id);
  throw new CodedError(
    409,
    'CL_NOTHING_APART',
    'Nothing of this study and delivery is in quarantine any more. Look again.'
  );
};

/**
 * Lets in every image of a study and delivery that is in quarantine, one after the other: where one fails those before it
 * are in, and the rest can be decided on again.
 * @returns how many there were, and the studies to match again
 * @throws CodedError as `releaseQuarantined`; 409 CL_NOTHING_APART
 */
export const releaseGroup = async (
  deps: IntakeDeps,
  decision: GroupDecision & { readonly authority: string }
): Promise<{ images: number; studies: string[] }> => {
  const { trialId, accountId, reason, authority } = decision;
  const ids = await undecided(deps.db, decision);
  const studies = new Set<string>();
  for (const id of ids) {
    const released = await releaseQuarantined(deps, { trialId, accountId, id, reason, authority });
    for (const study of released) studies.add(study);
  }
  return { images: ids.length, studies: [...studies] };
};

/**
 * Refuses every image of a study and delivery that is in quarantine; their bytes stay.
 * @returns how many there were
 * @throws CodedError as `refuseQuarantined`; 409 CL_NOTHING_APART
 */
export const refuseGroup = async (deps: IntakeDeps, decision: GroupDecision): Promise<number> => {
  const { trialId, accountId, reason } = decision;
  const ids = await undecided(deps.db, decision);
  for (const id of ids) {
    await refuseQuarantined(deps, { trialId, accountId, id, reason, authority: null });
  }
  return ids.length;
};
