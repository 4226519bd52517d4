import { requireAllTold } from '../archive/all-told.js';
import { sql, type Transaction } from 'kysely';
import { textOf, type DicomDataset } from '../archive/dicom-json.js';
import { withPixelData } from '../archive/pixel-data.js';
import type { Database } from '../database/schema.js';
import { destroyedAmong, lockIdentities } from '../identity/destroyed-identity.js';
import { isRead } from '../trials/timepoint-kinds.js';
import { applyTransition, bySystem, changeOf } from '../workflow/apply-transition.js';
import { arrivalMachine, type ArrivalState } from '../workflow/machines/arrival.js';
import { DeliveryRacedError, lockStudy, whileRaced } from './admit.js';
import type { Candidates } from './candidates.js';
import { knownOfImage, type FoundInImage } from './found-in-image.js';
import { keyOfTrial, type IntakeDeps } from './intake-deps.js';
import { foundInStudy, matchFound, type FoundInStudy, type MatchOutcome } from './match-study.js';
import { describeSeries, type ReceivedSeries } from './received-study.js';
import { extendExam, recordExam } from './record-exam.js';
import { trialOfIntake, type TrialOfIntake } from './trial-rules.js';

type Db = Transaction<Database>;

export const noCandidates: Candidates = { subjects: [], timepoints: [], proposed: null };

/** A study as the archive holds it, as far as it was let in. */
export interface HeldStudy {
  readonly found: FoundInStudy;
  readonly series: readonly ReceivedSeries[];
  readonly sopUids: readonly string[];
}

/** Null where no image of it is let in (any more). @throws ArchiveError */
export const heldStudy = async (
  deps: IntakeDeps,
  trial: TrialOfIntake,
  studyUid: string
): Promise<HeldStudy | null> => {
  const rows = await deps.db
    .selectFrom('instance')
    .select(['sop_uid', 'found'])
    .where('trial_id', '=', trial.id)
    .where('study_uid', '=', studyUid)
    .where('stored', '=', true)
    .execute();
  const letIn = new Map(rows.map(row => [row.sop_uid, row.found]));
  // What was kept apart is not in the archive either.
  if (letIn.size === 0) return null;
  const sopUidOf = (image: DicomDataset): string => textOf(image, '00080018') ?? '';
  const ours = (image: DicomDataset): boolean => letIn.has(sopUidOf(image));
  const metadata = await deps.archive.studyMetadata(studyUid);
  requireAllTold(metadata, letIn.keys(), studyUid);
  const received = metadata.filter(ours);
  const images = await withPixelData(
    deps.archive,
    received,
    await deps.archive.instances(studyUid)
  );
  const known = (image: DicomDataset): FoundInImage =>
    knownOfImage(
      image,
      letIn.get(sopUidOf(image)) ?? null,
      trial.rules,
      keyOfTrial(deps, trial.id)
    );
  const series = describeSeries(images, trial.rules, image => known(image).role);
  return { found: foundInStudy(images.map(known), series), series, sopUids: [...letIn.keys()] };
};

/** Date of the baseline that counts for a subject. */
const baselineDateOf = async (
  trx: Db,
  trialId: string,
  identifier: string
): Promise<string | null> => {
  const row = await trx
    .selectFrom('subject')
    .innerJoin('baseline', 'baseline.subject_id', 'subject.id')
    .innerJoin('timepoint', 'timepoint.id', 'baseline.timepoint_id')
    .select('timepoint.date')
    .where('subject.trial_id', '=', trialId)
    .where('subject.identifier', '=', identifier)
    .orderBy('baseline.version', 'desc')
    .executeTakeFirst();
  return row?.date ?? null;
};

/** The first timepoint of a subject after its baseline by date, of those that have one. */
const firstFollowUpOf = async (
  trx: Db,
  trialId: string,
  identifier: string
): Promise<{ code: string; date: string } | null> => {
  const row = await trx
    .selectFrom('subject')
    .innerJoin('timepoint', 'timepoint.subject_id', 'subject.id')
    .select(['timepoint.code', 'timepoint.date'])
    .where('subject.trial_id', '=', trialId)
    .where('subject.identifier', '=', identifier)
    .where('timepoint.kind', '!=', 'baseline')
    .where(isRead)
    .where('timepoint.state', '!=', 'missed')
    .where('timepoint.date', 'is not', null)
    .orderBy('timepoint.date')
    .orderBy('timepoint.ordinal')
    .$narrowType<{ date: string }>()
    .executeTakeFirst();
  return row ?? null;
};

/** Studies of one subject are matched one after the other: each is judged by the dates of those before. */
const lockIdentifier = async (trx: Db, trialId: string, identifier: string): Promise<void> => {
  const key = `subject:${trialId}:${identifier}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx);
};

const matchNow = async (
  trx: Db,
  trial: TrialOfIntake,
  found: FoundInStudy
): Promise<MatchOutcome> => {
  const subjects = await trx
    .selectFrom('subject')
    .select('identifier')
    .where('trial_id', '=', trial.id)
    .orderBy('identifier')
    .execute();
  const { subject } = found;
  if (subject !== null) await lockIdentifier(trx, trial.id, subject);
  return matchFound(found, trial.rules, {
    subjects: subjects.map(({ identifier }) => identifier),
    baselineDate: subject === null ? null : await baselineDateOf(trx, trial.id, subject),
    firstFollowUp: subject === null ? null : await firstFollowUpOf(trx, trial.id, subject),
  });
};

export interface ArrivalRow {
  readonly id: string;
  readonly state: ArrivalState;
}

/** The exam a study belongs to in a trial. */
const examOfStudy = async (trx: Db, trialId: string, studyUid: string): Promise<string | null> => {
  const row = await trx
    .selectFrom('exam_study')
    .innerJoin('exam', 'exam.id', 'exam_study.exam_id')
    .innerJoin('subject', 'subject.id', 'exam.subject_id')
    .select('exam.id')
    .where('exam_study.study_uid', '=', studyUid)
    .where('subject.trial_id', '=', trialId)
    .executeTakeFirst();
  return row?.id ?? null;
};

export const arrivalOf = async (
  trx: Db,
  trialId: string,
  studyUid: string
): Promise<ArrivalRow | null> =>
  (await trx
    .selectFrom('arrival')
    .select(['id', 'state'])
    .where('trial_id', '=', trialId)
    .where('study_uid', '=', studyUid)
    .executeTakeFirst()) ?? null;

/** Notes where a study stands; the state itself is its machine's. */
const writeArrival = async (
  trx: Db,
  deps: IntakeDeps,
  known: ArrivalRow | null,
  row: {
    readonly trialId: string;
    readonly studyUid: string;
    readonly state: ArrivalState;
    readonly found: FoundInStudy;
    readonly reasons: readonly string[];
    readonly candidates: Candidates;
  }
): Promise<string> => {
  const said = {
    found: JSON.stringify(row.found),
    reasons: JSON.stringify(row.reasons),
    candidates: JSON.stringify(row.candidates),
    changed_at: deps.now(),
  };
  if (known !== null) {
    await trx.updateTable('arrival').set(said).where('id', '=', known.id).execute();
    return known.id;
  }
  const id = deps.newId();
  await trx
    .insertInto('arrival')
    .values({
      ...{ id, trial_id: row.trialId, study_uid: row.studyUid, state: row.state },
      ...{ arrived_at: deps.now(), ...said },
    })
    .execute();
  return id;
};

const bySystemIn = (deps: IntakeDeps, trialId: string, reason: string | null) => ({
  ...bySystem(reason),
  ...{ chain: trialId, at: deps.now(), zone: deps.zone },
});

/** Images of a study came that it was not looked at with. */
const hasMore = async (trx: Db, trialId: string, studyUid: string): Promise<boolean> =>
  (await trx
    .selectFrom('instance')
    .select('sop_uid')
    .where('trial_id', '=', trialId)
    .where('study_uid', '=', studyUid)
    .where('stored', '=', true)
    .where('settled', '=', false)
    .limit(1)
    .executeTakeFirst()) !== undefined;

const settleIn = async (
  trx: Db,
  deps: IntakeDeps,
  trial: TrialOfIntake,
  studyUid: string,
  held: HeldStudy
): Promise<ArrivalState> => {
  const recordDeps = { ...deps, trialId: trial.id, rules: trial.rules };
  const known = await arrivalOf(trx, trial.id, studyUid);
  const about = { trialId: trial.id, studyUid, found: held.found };
  if (known?.state === 'refused') return 'refused';
  const examId = await examOfStudy(trx, trial.id, studyUid);
  if (examId !== null) {
    // What was known already is not judged anew: QC has said what it is.
    if (await hasMore(trx, trial.id, studyUid)) {
      await extendExam(trx, recordDeps, examId, studyUid, held.series);
    }
    return 'matched';
  }
  const match = await matchNow(trx, trial, held.found);
  if (match.ok) {
    const row = { ...about, state: 'matched', reasons: [], candidates: noCandidates } as const;
    const id = await writeArrival(trx, deps, known, row);
    const exam = await recordExam(trx, recordDeps, studyUid, match, held.series);
    if (known !== null) {
      await applyTransition(trx, [changeOf(arrivalMachine, id, known.state, 'match')], {
        ...bySystemIn(deps, trial.id, null),
        details: { study: id, exam },
      });
    }
    return 'matched';
  }
  const { reasons, candidates } = match;
  const row = { ...about, state: 'waiting', reasons, candidates } as const;
  const id = await writeArrival(trx, deps, known, row);
  if (known === null) {
    await applyTransition(trx, [changeOf(arrivalMachine, id, null, 'wait')], {
      ...bySystemIn(deps, trial.id, reasons.join('; ')),
      details: { study: id, about: reasons.map(reason => reason.split(':')[0]) },
    });
  }
  return 'waiting';
};

/** What the archive held when it was asked is what is let in now: otherwise more came meanwhile. */
const refuseIfMoreCame = async (
  trx: Db,
  trialId: string,
  studyUid: string,
  held: HeldStudy
): Promise<void> => {
  const { count } = await trx
    .selectFrom('instance')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('trial_id', '=', trialId)
    .where('study_uid', '=', studyUid)
    .where('stored', '=', true)
    .executeTakeFirstOrThrow();
  if (Number(count) !== held.sopUids.length) throw new DeliveryRacedError('more images came');
};

const settleOnce = async (
  deps: IntakeDeps,
  trial: TrialOfIntake,
  studyUid: string
): Promise<Settled | null> => {
  const held = await heldStudy(deps, trial, studyUid);
  if (held === null) return null;
  const state = await deps.db.transaction().execute(async trx => {
    await lockIdentities(trx, trial.id, 'read');
    await lockStudy(trx, studyUid);
    await refuseIfMoreCame(trx, trial.id, studyUid, held);
    const named = held.found.subject === null ? [] : [held.found.subject];
    if ((await destroyedAmong(trx, deps, trial.id, named)).size > 0) {
      throw new DeliveryRacedError('the identity of its subject was destroyed meanwhile');
    }
    const settled = await settleIn(trx, deps, trial, studyUid, held);
    await trx
      .updateTable('instance')
      .set({ settled: true })
      .where('trial_id', '=', trial.id)
      .where('study_uid', '=', studyUid)
      .where('stored', '=', true)
      .where('settled', '=', false)
      .execute();
    return settled;
  });
  return { state, subject: held.found.subject };
};

interface Settled {
  readonly state: ArrivalState;
  readonly subject: string | null;
}

/** Studies of a subject that wait: what they lacked may be there now. */
const waitingOf = async (
  deps: IntakeDeps,
  trialId: string,
  subject: string | null
): Promise<string[]> => {
  const rows = await deps.db
    .selectFrom('arrival')
    .select('study_uid')
    .where('trial_id', '=', trialId)
    .where('state', '=', 'waiting')
    .where(sql<string>`found->>'subject'`, '=', subject ?? '')
    .orderBy('id')
    .execute();
  return rows.map(row => row.study_uid);
};

/**
 * Finds subject, exam and timepoint of a study by the charter in force, or lets it wait with the reasons and the
 * candidates; what is matched already gets what came since. Where timepoints go by visit windows, the subject's studies
 * that wait are looked at again. Safe to repeat.
 * @returns null when there is nothing to match: no charter in force, or no image of it was let in
 * @throws ArchiveError
 */
export const settleStudy = async (
  deps: IntakeDeps,
  trialId: string,
  studyUid: string
): Promise<ArrivalState | null> => {
  const trial = await trialOfIntake(deps.db, trialId);
  if (trial === null) return null;
  const settle = (uid: string) => whileRaced(() => settleOnce(deps, trial, uid));
  const settled = await settle(studyUid);
  if (settled?.state === 'matched' && trial.rules.timepointBy !== 'attribute') {
    for (const uid of await waitingOf(deps, trialId, settled.subject)) await settle(uid);
  }
  return settled?.state ?? null;
};
