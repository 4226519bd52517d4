import type { Kysely, Transaction } from 'kysely';
import { keyedDigest } from '../audit/canonical-json.js';
import type { Database, Row } from '../database/schema.js';
import { keptOf } from '../deidentification/arrived-image.js';
import type { MadeReport } from '../deidentification/deidentify-image.js';
import { writeReports } from '../deidentification/reports.js';
import { CodedError, notFound } from '../http/coded-error.js';
import { lockIdentities } from '../identity/destroyed-identity.js';
import { followChangedImages } from '../workflow/affected-reads.js';
import { applyTransition, byPerson, bySystem, changeOf } from '../workflow/apply-transition.js';
import { quarantineMachine, type QuarantineState } from '../workflow/machines/quarantine.js';
import { lockImagesOf } from '../workflow/reading-locks.js';
import { lockStudy } from './admit.js';
import { arrivingUntil, bringIn } from './bring-in.js';
import { readHeader } from './dicom-header.js';
import { foundInImage, type FoundInImage } from './found-in-image.js';
import { keyOfTrial, type IntakeDeps } from './intake-deps.js';
import { trialOfIntake } from './trial-rules.js';

export interface QuarantineView {
  id: string;
  state: QuarantineState;
  causes: string[];
  /** Keywords of the attributes that identify a person. */
  attributes: string[];
  /** Why it could not be de-identified; null where it could. */
  refusal: string | null;
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
    refusal: row.refusal,
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
        ...{ kept_sha256: old.kept_sha256, found: old.found && JSON.stringify(old.found) },
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

/** The exam of which an image of that UID is now. */
const examOfImage = async (
  trx: Transaction<Database>,
  sopUid: string
): Promise<Pick<Row<'exam'>, 'id' | 'subject_id'> | null> =>
  (await trx
    .selectFrom('instance')
    .innerJoin('series', 'series.series_uid', 'instance.series_uid')
    .innerJoin('exam', 'exam.id', 'series.exam_id')
    .select(['exam.id', 'exam.subject_id'])
    .where('instance.sop_uid', '=', sopUid)
    .executeTakeFirst()) ?? null;

/** Refuses what is kept apart; its bytes stay. @throws CodedError 404, 409, 403, 422 as its machine says. */
export const refuseQuarantined = (deps: IntakeDeps, decision: Decision): Promise<void> =>
  deps.db.transaction().execute(async trx => {
    await decide(trx, deps, await lockedRow(trx, decision), decision, 'refuse');
  });

/** What is let in of an image that was kept apart. */
interface LetIn {
  /** SHA-256 of what the archive is to hold; null: of the file as received. */
  readonly kept_sha256: string | null;
  readonly found: FoundInImage | null;
  readonly made: MadeReport | null;
}

/**
 * De-identifies what is to be let in and puts it on the disk. What was in the archive before is as it was let in then. Whoever
 * releases an image that says that identity is burned into it has looked at its pixels.
 * @throws CodedError 409 CL_NO_CHARTER, CL_NOT_DEIDENTIFIED
 */
const prepare = async (deps: IntakeDeps, row: Row<'quarantine'>): Promise<LetIn> => {
  const { arriving } = deps.quarantine;
  if (row.kept_sha256 !== null) {
    await arriving.keep(row.kept_sha256, await deps.quarantine.bytes(row.kept_sha256));
    return { kept_sha256: row.kept_sha256, found: row.found, made: null };
  }
  const trial = await trialOfIntake(deps.db, row.trial_id);
  if (trial === null) {
    throw new CodedError(
      409,
      'CL_NO_CHARTER',
      'No version of the charter is in force, so it is not said how images are de-identified.'
    );
  }
  const bytes = await deps.quarantine.bytes(row.sha256);
  const parsed = readHeader(bytes);
  if (!parsed.ok) throw notDeidentified(parsed.reason);
  const { header } = parsed;
  // In a demonstration nothing is said to identify a person.
  const cleared = trial.demo || row.attributes.includes('BurnedInAnnotation');
  const kept = keptOf(keyOfTrial(deps, trial.id), trial, { header, bytes }, cleared);
  if (!kept.ok) throw notDeidentified(kept.refusal);
  await arriving.keep(kept.sha256, kept.bytes);
  if (kept.sha256 === row.sha256) return { kept_sha256: null, found: null, made: kept.made };
  const found = foundInImage(header.dataset, trial.rules);
  return { kept_sha256: kept.sha256, found, made: kept.made };
};

const notDeidentified = (why: string): CodedError =>
  new CodedError(409, 'CL_NOT_DEIDENTIFIED', `It can not be de-identified: ${why}`);

/** What is kept apart and still to be decided. */
const openRow = async (
  deps: IntakeDeps,
  { trialId, id }: Decision
): Promise<Row<'quarantine'> | null> =>
  (await deps.db
    .selectFrom('quarantine')
    .selectAll()
    .where('id', '=', id)
    .where('trial_id', '=', trialId)
    .where('state', '=', 'quarantined')
    .executeTakeFirst()) ?? null;

const refuseGone = ({ destroyed_at: at }: Row<'quarantine'>): void => {
  if (at === null) return;
  throw new CodedError(
    409,
    'CL_IDENTITY_DESTROYED',
    'The file is no longer kept: the identity of its subject was destroyed. It can only be refused.'
  );
};

/**
 * Lets in what is kept apart. What the archive holds under its UID is kept apart instead, and reads that show it
 * get a decision to come. The archive follows at once, or when it answers again.
 * @returns the studies to match again
 * @throws CodedError as `refuseQuarantined`, and 409 CL_NO_CHARTER, CL_NOT_DEIDENTIFIED, CL_IDENTITY_DESTROYED; ArchiveError while the archive does
 * not answer (before anything changed)
 */
export const releaseQuarantined = async (
  deps: IntakeDeps,
  decision: Decision
): Promise<string[]> => {
  const open = await openRow(deps, decision);
  if (open !== null) refuseGone(open);
  await keepOldBytes(deps, decision);
  const letIn = open === null ? null : await prepare(deps, open);
  const released = await deps.db.transaction().execute(async trx => {
    await lockIdentities(trx, decision.trialId, 'read');
    const row = await lockedRow(trx, decision);
    refuseGone(row);
    await lockStudy(trx, row.study_uid);
    const shown = await examOfImage(trx, row.sop_uid);
    if (shown !== null) await lockImagesOf(trx, shown.subject_id);
    await decide(trx, deps, row, decision, 'release');
    if (letIn === null) throw new Error('an image is released that was not prepared');
    const { made, found, kept_sha256 } = letIn;
    if (made !== null) {
      await writeReports(trx, row.trial_id, deps.now(), [{ ...made, studyUid: row.study_uid }]);
    }
    const old = await trx
      .selectFrom('instance')
      .selectAll()
      .where('sop_uid', '=', row.sop_uid)
      .forUpdate()
      .executeTakeFirst();
    const placed = {
      ...{ trial_id: row.trial_id, study_uid: row.study_uid, series_uid: row.series_uid },
      ...{ patient_id: row.patient_id, sha256: row.sha256, receipt_id: row.receipt_id },
      ...{ kept_sha256, found: found && JSON.stringify(found) },
      ...{ stored: false, settled: false, arriving_until: arrivingUntil(deps) },
    };
    const { sop_uid: sopUid } = row;
    if (old === undefined) {
      await trx
        .insertInto('instance')
        .values({ ...placed, sop_uid: row.sop_uid, archive_id: null })
        .execute();
      return { sopUid, studies: [row.study_uid] };
    }
    await setOldApart(trx, deps, old, row.id);
    // The archive's id stays that of the old image until the new one is stored.
    await trx.updateTable('instance').set(placed).where('sop_uid', '=', row.sop_uid).execute();
    await followChangedImages(trx, deps, {
      ...{ trialId: row.trial_id, seriesUids: [old.series_uid] },
      examId: shown?.id ?? null,
    });
    return { sopUid, studies: [...new Set([row.study_uid, old.study_uid])] };
  });
  await bringIn(deps, [released.sopUid]);
  return released.studies;
};

/** Keeps the bytes of what a release would take the place of, before anything changes. */
const keepOldBytes = async (deps: IntakeDeps, { trialId, id }: Decision): Promise<void> => {
  const old = await deps.db
    .selectFrom('quarantine')
    .innerJoin('instance', 'instance.sop_uid', 'quarantine.sop_uid')
    .select(['instance.archive_id', 'instance.sha256', 'instance.kept_sha256'])
    .select(['instance.study_uid', 'instance.sop_uid'])
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
  await deps.quarantine.keep(old.kept_sha256 ?? old.sha256, await deps.archive.file(archiveId));
  await deps.db
    .updateTable('instance')
    .set({ archive_id: archiveId })
    .where('sop_uid', '=', old.sop_uid)
    .execute();
};
