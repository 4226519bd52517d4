import type { Kysely, Transaction } from 'kysely';
import { keyedDigest } from '../audit/canonical-json.js';
import type { Database, Row } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import { followChangedImages } from '../workflow/affected-reads.js';
import { applyTransition, byPerson, bySystem, changeOf } from '../workflow/apply-transition.js';
import { quarantineMachine, type QuarantineState } from '../workflow/machines/quarantine.js';
import { lockStudy } from './admit.js';
import type { IntakeDeps } from './intake-deps.js';

export interface QuarantineView {
  id: string;
  state: QuarantineState;
  causes: string[];
  /** Keywords of the attributes that identify a person. */
  attributes: string[];
  studyUid: string;
  sopUid: string;
  sha256: string;
  source: string;
  arrivedAt: string;
  deliveredBy: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  authority: string | null;
  reason: string | null;
}

export interface PageAsked {
  /** Goes on after this id. */
  readonly after: string | null;
  readonly limit: number;
}

/** What is kept apart in a trial, in the order it came. */
export const quarantineOf = async (
  db: Kysely<Database>,
  trialId: string,
  asked: PageAsked & { readonly state: QuarantineState | null }
): Promise<QuarantineView[]> => {
  let query = db
    .selectFrom('quarantine')
    .innerJoin('receipt', 'receipt.id', 'quarantine.receipt_id')
    .leftJoin('account as sender', 'sender.id', 'receipt.account_id')
    .leftJoin('account as decider', 'decider.id', 'quarantine.decided_by')
    .selectAll('quarantine')
    .select(['receipt.source', 'sender.user_name as sender', 'decider.user_name as decider'])
    .where('quarantine.trial_id', '=', trialId)
    .orderBy('quarantine.id')
    .limit(asked.limit);
  if (asked.after !== null) query = query.where('quarantine.id', '>', asked.after);
  if (asked.state !== null) query = query.where('quarantine.state', '=', asked.state);
  return (await query.execute()).map(row => ({
    ...{ id: row.id, state: row.state, causes: [...row.causes], attributes: [...row.attributes] },
    ...{ studyUid: row.study_uid, sopUid: row.sop_uid, sha256: row.sha256, source: row.source },
    ...{ arrivedAt: row.arrived_at.toISOString(), deliveredBy: row.sender },
    ...{ decidedBy: row.decider, decidedAt: row.decided_at?.toISOString() ?? null },
    ...{ authority: row.authority, reason: row.reason },
  }));
};

interface Decision {
  readonly trialId: string;
  readonly accountId: string;
  readonly id: string;
  readonly reason: string;
  /** On what it stands: a letter of the site, a phone call, a form. */
  readonly authority: string | null;
}

const lockedRow = async (
  trx: Transaction<Database>,
  { trialId, id }: Decision
): Promise<Row<'quarantine'>> => {
  const row = await trx
    .selectFrom('quarantine')
    .selectAll()
    .where('id', '=', id)
    .where('trial_id', '=', trialId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  return row;
};

const decide = async (
  trx: Transaction<Database>,
  deps: IntakeDeps,
  row: Row<'quarantine'>,
  decision: Decision,
  act: 'release' | 'refuse'
): Promise<void> => {
  const { trialId, accountId, reason, authority } = decision;
  const digest = (text: string) => ({ digest: keyedDigest(deps.auditKey, text) });
  await applyTransition(trx, [changeOf(quarantineMachine, row.id, row.state, act)], {
    ...(await byPerson(trx, trialId, accountId, { reason })),
    ...{ chain: trialId, at: deps.now(), zone: deps.zone },
    details: {
      ...{ image: row.id, causes: row.causes, reason: digest(reason) },
      ...(authority === null ? {} : { authority: digest(authority) }),
    },
  });
  await trx
    .updateTable('quarantine')
    .set({ decided_by: accountId, decided_at: deps.now(), authority, reason })
    .where('id', '=', row.id)
    .execute();
};

/** What a released image takes the place of is kept apart instead, under its own bytes. */
const setOldApart = async (
  trx: Transaction<Database>,
  deps: IntakeDeps,
  old: Row<'instance'>,
  newId: string
): Promise<void> => {
  const reason = `quarantined image ${newId} was released in its place`;
  const known = await trx
    .selectFrom('quarantine')
    .select(['id', 'state'])
    .where('trial_id', '=', old.trial_id)
    .where('sop_uid', '=', old.sop_uid)
    .where('sha256', '=', old.sha256)
    .executeTakeFirst();
  const id = known?.id ?? deps.newId();
  if (known === undefined) {
    await trx
      .insertInto('quarantine')
      .values({
        ...{ id, trial_id: old.trial_id, receipt_id: old.receipt_id, study_uid: old.study_uid },
        ...{ series_uid: old.series_uid, sop_uid: old.sop_uid, patient_id: old.patient_id },
        ...{ sha256: old.sha256, causes: JSON.stringify(['otherBytes']), attributes: '[]' },
        ...{ state: 'quarantined', arrived_at: deps.now() },
      })
      .execute();
  }
  const change =
    known === undefined
      ? changeOf(quarantineMachine, id, null, 'quarantine')
      : changeOf(quarantineMachine, id, known.state, 'giveWay');
  await applyTransition(trx, [change], {
    ...bySystem(reason),
    ...{ chain: old.trial_id, at: deps.now(), zone: deps.zone },
    details: { images: 1, causes: ['otherBytes'], replacedBy: newId },
  });
};

/** Refuses what is kept apart; its bytes stay. @throws CodedError 404, 409, 403, 422 as its machine says. */
export const refuseQuarantined = (deps: IntakeDeps, decision: Decision): Promise<void> =>
  deps.db.transaction().execute(async trx => {
    await decide(trx, deps, await lockedRow(trx, decision), decision, 'refuse');
  });

/**
 * Lets in what is kept apart. What the archive holds under its UID is kept apart instead, and signed reads that show it
 * are marked. The archive follows at once, or when it answers again.
 * @returns the studies to match again
 * @throws CodedError as `refuseQuarantined`; ArchiveError while the archive does not answer (before anything changed)
 */
export const releaseQuarantined = async (
  deps: IntakeDeps,
  decision: Decision
): Promise<string[]> => {
  await keepOldBytes(deps, decision);
  const studies = await deps.db.transaction().execute(async trx => {
    const row = await lockedRow(trx, decision);
    await lockStudy(trx, row.study_uid);
    await decide(trx, deps, row, decision, 'release');
    const old = await trx
      .selectFrom('instance')
      .selectAll()
      .where('sop_uid', '=', row.sop_uid)
      .forUpdate()
      .executeTakeFirst();
    const placed = {
      ...{ trial_id: row.trial_id, study_uid: row.study_uid, series_uid: row.series_uid },
      ...{ patient_id: row.patient_id, sha256: row.sha256, receipt_id: row.receipt_id },
      ...{ stored: false, settled: false },
    };
    if (old === undefined) {
      await trx
        .insertInto('instance')
        .values({ ...placed, sop_uid: row.sop_uid, archive_id: null })
        .execute();
      return [row.study_uid];
    }
    await setOldApart(trx, deps, old, row.id);
    // The archive's id stays that of the old image until the new one is stored.
    await trx.updateTable('instance').set(placed).where('sop_uid', '=', row.sop_uid).execute();
    await followChangedImages(trx, {
      ...{ trialId: row.trial_id, seriesUids: [old.series_uid], at: deps.now(), zone: deps.zone },
      reason: 'an image was replaced from quarantine',
    });
    return [...new Set([row.study_uid, old.study_uid])];
  });
  await storeReleased(deps);
  return studies;
};

/** Keeps the bytes of what a release would take the place of, before anything changes. */
const keepOldBytes = async (deps: IntakeDeps, { trialId, id }: Decision): Promise<void> => {
  const old = await deps.db
    .selectFrom('quarantine')
    .innerJoin('instance', 'instance.sop_uid', 'quarantine.sop_uid')
    .select(['instance.archive_id', 'instance.sha256', 'instance.study_uid', 'instance.sop_uid'])
    .where('quarantine.id', '=', id)
    .where('quarantine.trial_id', '=', trialId)
    .where('quarantine.state', '=', 'quarantined')
    .where('instance.stored', '=', true)
    .executeTakeFirst();
  if (old === undefined) return;
  const held = await deps.archive.instances(old.study_uid);
  const archiveId =
    old.archive_id ?? held.find(one => one.sopInstanceUid === old.sop_uid)?.id ?? null;
  if (archiveId === null) throw new Error('the archive does not hold an image that was let in');
  await deps.quarantine.keep(old.sha256, await deps.archive.file(archiveId));
  await deps.db
    .updateTable('instance')
    .set({ archive_id: archiveId })
    .where('sop_uid', '=', old.sop_uid)
    .execute();
};

/** Brings into the archive what was released from quarantine and is not there yet. @throws ArchiveError */
export const storeReleased = async (deps: IntakeDeps): Promise<void> => {
  const rows = await deps.db
    .selectFrom('instance')
    .innerJoin('quarantine', join =>
      join
        .onRef('quarantine.sop_uid', '=', 'instance.sop_uid')
        .onRef('quarantine.sha256', '=', 'instance.sha256')
        .onRef('quarantine.trial_id', '=', 'instance.trial_id')
    )
    .select(['instance.sop_uid', 'instance.sha256', 'instance.archive_id'])
    .where('instance.stored', '=', false)
    .where('quarantine.state', '=', 'released')
    .execute();
  for (const row of rows) {
    const bytes = await deps.quarantine.bytes(row.sha256);
    // The archive keeps what it has: the old image goes first, its bytes are in quarantine.
    if (row.archive_id !== null) await deps.archive.removeInstance(row.archive_id);
    const { id } = await deps.archive.storeInstance(bytes);
    await deps.db
      .updateTable('instance')
      .set({ archive_id: id, stored: true })
      .where('sop_uid', '=', row.sop_uid)
      .where('sha256', '=', row.sha256)
      .execute();
  }
};
