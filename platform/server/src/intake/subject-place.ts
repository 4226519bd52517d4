import type { Transaction } from 'kysely';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { lockImagesOf } from '../workflow/reading-locks.js';
import { refuseDestroyed } from '../identity/destroyed-identity.js';
import { visitNumberAfter } from './date-order.js';
import type { IntakeDeps } from './intake-deps.js';
import type { IntakeRules } from './intake-rules.js';
import { orderTimepoints } from './order-timepoints.js';

type Db = Transaction<Database>;

export interface PlaceDeps extends Pick<IntakeDeps, 'auditKey' | 'trialKey'> {
  readonly trialId: string;
  readonly rules: Pick<IntakeRules, 'schedule'>;
  readonly newId: () => string;
}

/**
 * The subject of an identifier, made with its schedule where the trial does not know it; timepoints that the charter
 * has got since are added. Its row is locked: whoever takes in images of one subject takes turns.
 * @throws CodedError 409 CL_IDENTITY_DESTROYED where that was what a subject was called whose identity was destroyed
 */
export const subjectOf = async (trx: Db, deps: PlaceDeps, identifier: string): Promise<string> => {
  const made = await trx
    .insertInto('subject')
    .values({ id: deps.newId(), trial_id: deps.trialId, identifier })
    .onConflict(conflict => conflict.columns(['trial_id', 'identifier']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made !== undefined) await refuseDestroyed(trx, deps, deps.trialId, identifier);
  const { id } = await trx
    .selectFrom('subject')
    .select('id')
    .where('trial_id', '=', deps.trialId)
    .where('identifier', '=', identifier)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  await addPlanned(trx, deps, id);
  return id;
};

/** The timepoints of the schedule that a subject does not have yet; an unscheduled visit is there once a person says so. */
const addPlanned = async (trx: Db, deps: PlaceDeps, subjectId: string): Promise<void> => {
  const known = await trx
    .selectFrom('timepoint')
    .select(['code', 'visit_number'])
    .where('subject_id', '=', subjectId)
    .execute();
  const taken = new Set(known.map(row => row.visit_number));
  const added = deps.rules.schedule.flatMap(({ code, label, kind }, ordinal) => {
    if (kind === 'unscheduled' || known.some(row => row.code === code)) return [];
    // The number of its place, unless an earlier version of the charter gave that to another.
    const number = taken.has(ordinal + 1)
      ? visitNumberAfter(ordinal, ordinal + 1, taken)
      : ordinal + 1;
    taken.add(number);
    return [
      {
        ...{ id: deps.newId(), subject_id: subjectId, code, label, kind, ordinal },
        ...{ visit_number: number, state: 'expected' as const },
      },
    ];
  });
  if (added.length === 0) return;
  if (known.length > 0) await lockImagesOf(trx, subjectId);
  await trx.insertInto('timepoint').values(added).execute();
  await orderTimepoints(trx, deps.trialId, subjectId);
};

interface SiteDeps extends Pick<PlaceDeps, 'trialId' | 'newId'> {
  readonly now: () => Date;
  /** IANA zone written beside instants. */
  readonly zone: string;
}

/** Notes that a subject belongs to a site from a day on, unless it is known. */
export const placeAtSite = async (
  trx: Db,
  deps: SiteDeps,
  subjectId: string,
  code: string,
  from: string
): Promise<void> => {
  await trx
    .insertInto('site')
    .values({ id: deps.newId(), trial_id: deps.trialId, code })
    .onConflict(conflict => conflict.columns(['trial_id', 'code']).doNothing())
    .execute();
  const site = await trx
    .selectFrom('site')
    .select('id')
    .where('trial_id', '=', deps.trialId)
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  const placed = await trx
    .selectFrom('subject_site')
    .select('site_id')
    .where('subject_id', '=', subjectId)
    .where('site_id', '=', site.id)
    .executeTakeFirst();
  if (placed === undefined) {
    const { sequence } = await appendAudit(trx, deps.trialId, {
      ...{ act: 'subject.placed', at: deps.now().toISOString(), zone: deps.zone, by: null },
      details: { subject: subjectId, site: site.id },
    });
    await trx
      .insertInto('subject_site')
      .values({
        ...{ subject_id: subjectId, site_id: site.id, valid_from: from },
        from_sequence: sequence,
      })
      .execute();
  }
};
