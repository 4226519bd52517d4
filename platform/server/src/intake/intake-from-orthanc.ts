import { createHash } from 'node:crypto';
import type { Charter } from '@corelab/charter';
import type { Kysely } from 'kysely';
import type { Archive, ArchivedInstance } from '../archive/archive.js';
import type { DicomDataset } from '../archive/dicom-json.js';
import { textOf } from '../archive/dicom-json.js';
import { withPixelData } from '../archive/pixel-data.js';
import type { Database } from '../database/schema.js';
import { inParallel } from '../release/in-parallel.js';
import { intakeRules } from './intake-rules.js';
import { describeSeries, matchStudy } from './received-study.js';
import { recordExam } from './record-exam.js';

export interface IntakeDeps {
  readonly db: Kysely<Database>;
  readonly archive: Archive;
  readonly charter: Charter;
  readonly trialId: string;
  readonly now: () => Date;
  readonly newId: () => string;
  /** IANA zone written beside instants. */
  readonly zone: string;
  readonly log: { info(details: Readonly<Record<string, unknown>>, message: string): void };
}

export interface IntakeResult {
  /** Deliveries recorded by this run: one per study with instances not seen before. */
  readonly receipts: number;
  /** Studies that belong to a subject and timepoint of the trial, now or from before. */
  readonly matched: number;
  readonly unmatched: readonly { readonly studyUid: string; readonly reason: string }[];
}

type HashedInstance = {
  readonly seriesUid: string;
  readonly sopUid: string;
  readonly sha256: string;
};

const hashesAtOnce = 6;

const hashNew = async (
  archive: Archive,
  metadata: readonly DicomDataset[],
  fresh: readonly ArchivedInstance[]
): Promise<HashedInstance[]> => {
  const seriesOf = new Map(
    metadata.map(dataset => [textOf(dataset, '00080018'), textOf(dataset, '0020000E')])
  );
  return inParallel(fresh, hashesAtOnce, async instance => ({
    seriesUid: seriesOf.get(instance.sopInstanceUid) ?? '',
    sopUid: instance.sopInstanceUid,
    sha256: createHash('sha256')
      .update(await archive.file(instance.id))
      .digest('hex'),
  }));
};

/** Studies whose receipts already hold every instance and that are matched: nothing to do. */
const settled = async (db: Kysely<Database>, trialId: string): Promise<Set<string>> => {
  const rows = await db
    .selectFrom('exam_study')
    .innerJoin('exam', 'exam.id', 'exam_study.exam_id')
    .innerJoin('subject', 'subject.id', 'exam.subject_id')
    .select('exam_study.study_uid')
    .where('subject.trial_id', '=', trialId)
    .execute();
  return new Set(rows.map(row => row.study_uid));
};

const receivedSops = async (db: Kysely<Database>, trialId: string): Promise<Set<string>> => {
  const rows = await db
    .selectFrom('receipt_instance')
    .innerJoin('receipt', 'receipt.id', 'receipt_instance.receipt_id')
    .select('receipt_instance.sop_uid')
    .where('receipt.trial_id', '=', trialId)
    .execute();
  return new Set(rows.map(row => row.sop_uid));
};

/**
 * Takes in what the archive holds for the trial: a receipt with the SHA-256 of every new instance, then subject,
 * site, exam, series and timepoint by the charter's rules. Each study is one transaction; running it again adds
 * only what is new. Studies of another trial are listed as unmatched and leave no trace here.
 * @throws ArchiveError when the archive does not answer (studies before that are recorded).
 */
export const intakeFromOrthanc = async (deps: IntakeDeps): Promise<IntakeResult> => {
  const { db, archive, trialId } = deps;
  const rules = intakeRules(deps.charter);
  const known = await receivedSops(db, trialId);
  const done = await settled(db, trialId);
  const unmatched: { studyUid: string; reason: string }[] = [];
  let receipts = 0;
  let matched = 0;
  for (const study of await archive.studies()) {
    const studyUid = textOf(study, '0020000D');
    if (studyUid === undefined) continue;
    const archived = await archive.instances(studyUid);
    const fresh = archived.filter(instance => !known.has(instance.sopInstanceUid));
    if (fresh.length === 0 && done.has(studyUid)) {
      matched += 1;
      continue;
    }
    const received = await archive.studyMetadata(studyUid);
    const match = matchStudy(received, rules);
    if (!match.ok && !match.ours) {
      unmatched.push({ studyUid, reason: match.reason });
      continue;
    }
    const metadata = await withPixelData(archive, received, archived);
    const hashed = await hashNew(archive, metadata, fresh);
    await db.transaction().execute(async trx => {
      if (hashed.length > 0) {
        const receiptId = deps.newId();
        await trx
          .insertInto('receipt')
          .values({ id: receiptId, source: 'archive', received_at: deps.now(), trial_id: trialId })
          .execute();
        await trx
          .insertInto('receipt_instance')
          .values(
            hashed.map(instance => ({
              receipt_id: receiptId,
              study_uid: studyUid,
              series_uid: instance.seriesUid,
              sop_uid: instance.sopUid,
              sha256: instance.sha256,
            }))
          )
          .execute();
      }
      if (match.ok)
        await recordExam(
          trx,
          { trialId, rules, now: deps.now, newId: deps.newId, zone: deps.zone },
          studyUid,
          match,
          describeSeries(metadata, rules)
        );
    });
    if (hashed.length > 0) receipts += 1;
    for (const instance of hashed) known.add(instance.sopUid);
    if (match.ok) matched += 1;
    else unmatched.push({ studyUid, reason: match.reason });
  }
  deps.log.info({ receipts, matched, unmatched: unmatched.length }, 'intake');
  return { receipts, matched, unmatched };
};
