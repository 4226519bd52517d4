import { tmpdir } from 'node:os';
import { loadCharter } from '@corelab/charter';
import { emptyReadDocument, hashReadDocument, type ReadDocument } from '@corelab/reads';
import type { Kysely } from 'kysely';
import { v7 } from 'uuid';
import { defaultPolicy } from '../accounts/policy.js';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { isPresented } from '../release/release-scope.js';
import { grantRole } from '../trials/roles.js';
import { ensureCourses } from '../workflow/trial-courses.js';
import { arrivalWithoutArchive } from './arrival-without-archive.js';
import { takeInSubject } from './test-server.js';
import { testHeads } from './test-heads.js';
import { twoReaderText } from './two-reader-bench.js';

const at = new Date('2026-06-01T09:00:00Z');

const notAsked = (): never => {
  throw new Error('nothing asks for a job here');
};

/** A read without images, made ready. */
const present = (db: Kysely<Database>, readId: string): Promise<void> =>
  db.transaction().execute(async trx => {
    await trx.selectFrom('read').select('id').where('id', '=', readId).forUpdate().execute();
    if (await isPresented(trx, readId)) return;
    const manifest = v7();
    await trx
      .insertInto('image_manifest')
      .values({ id: manifest, hash: manifest, content: '{}', created_at: at })
      .execute();
    await trx
      .insertInto('presentation')
      .values({ id: v7(), read_id: readId, manifest_id: manifest, created_at: at })
      .execute();
    await trx.updateTable('read').set({ manifest_id: manifest }).where('id', '=', readId).execute();
  });

/** What a server process has, over an archive whose images are always ready. */
export const processDeps = (db: Kysely<Database>): ServerDeps => {
  const parts = {
    ...{ db, now: () => at, newId: () => v7() },
    ...{ auditKey: 'k'.repeat(43), secondFactorKey: 's'.repeat(43), zone: 'UTC' },
  };
  return {
    ...{ ...parts, heads: testHeads(db, parts.now) },
    ...{ policy: defaultPolicy, demonstration: false },
    archive: {
      state: () => 'ready',
      releaseRead: readId => present(db, readId),
      releaseTogether: async () => undefined,
      readStudies: async () => [],
      intake: async () => ({ receipts: 0, matched: 0, unmatched: [] }),
      watch: async () => [],
      arrival: arrivalWithoutArchive(parts, tmpdir()),
      register: async () => undefined,
    },
    jobs: {
      ...{ send: notAsked, take: notAsked, takeFailed: notAsked, done: notAsked, failed: notAsked },
      ...{
        count: notAsked,
        failedCourses: notAsked,
        forget: notAsked,
        takeOver: notAsked,
        stop: notAsked,
      },
    },
    installation: {
      ...{ home: tmpdir(), anchors: tmpdir(), ownsArchive: false },
      snapshot: work => db.transaction().execute(work),
    },
    secureCookie: false,
    ...{ siteFolder: null, pluginsFolder: null, logger: false },
  };
};

/** A trial in force whose three people may take every slot; `adjudication` is what its charter says of that. */
export const insertTrialOfThree = async (
  db: Kysely<Database>,
  adjudication = 'counterfactual: false'
): Promise<string> => {
  const [trialId, author] = [v7(), v7()];
  const text = twoReaderText(adjudication)
    .replaceAll('[reader]', '[p1, p2, p3]')
    .replace('[other]', '[p1, p2, p3]')
    .replace('[judge]', '[p1, p2, p3]');
  const loaded = loadCharter(text);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
  await db
    .insertInto('trial')
    .values({ id: trialId, code: trialId, name: 'Trial', area: 'oncology', created_at: at })
    .execute();
  for (const [id, name] of [author, v7(), v7()].map(
    (id, index) => [id, `p${index + 1}`] as const
  )) {
    await db
      .insertInto('account')
      .values({ id, user_name: name, display_name: name, password_hash: 'x', created_at: at })
      .execute();
    await db.transaction().execute(async trx => {
      for (const role of ['reader', 'adjudicator'] as const) {
        await grantRole(trx, { trialId, accountId: id, role, grantedBy: author, at });
      }
    });
  }
  await db
    .insertInto('charter_version')
    .values({
      ...{ id: v7(), trial_id: trialId, version: 1, hash: loaded.hash, source: text },
      ...{ resolved: JSON.stringify(loaded.charter), state: 'effective', effective_from: at },
      ...{ reason: 'first', scope: 'newSubjects', created_at: at },
    })
    .execute();
  return trialId;
};

export interface TwoCourses {
  readonly subjectId: string;
  readonly R1: string;
  readonly R2: string;
}

/** A subject whose images are all there, with its two courses, nothing read. */
export const insertSubject = async (
  deps: ServerDeps,
  trialId: string,
  identifier: string
): Promise<TwoCourses> => {
  await takeInSubject(deps, trialId, identifier);
  await ensureCourses(deps, trialId);
  const rows = await deps.db
    .selectFrom('course')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .select(['course.id', 'course.slot', 'course.subject_id'])
    .where('subject.identifier', '=', identifier)
    .where('subject.trial_id', '=', trialId)
    .execute();
  const idOf = (slot: string): string => rows.find(row => row.slot === slot)?.id ?? '';
  return { subjectId: rows[0]?.subject_id ?? '', R1: idOf('R1'), R2: idOf('R2') };
};

const documentOf = (mm: number): ReadDocument => ({
  ...emptyReadDocument(),
  lesions: [
    {
      ...{ trackingUid: '2.25.777', id: 'T01', role: 'target', location: 'LIVER' },
      ...{ laterality: null, state: mm === 0 ? 'absent' : 'measured', reason: null },
      ...{ mergedInto: null, splitFrom: null, comment: '', createdInThisRead: false },
      mark:
        mm === 0
          ? null
          : {
              tool: 'Length',
              pointsLps: [
                [0, 0, 0],
                [mm, 0, 0],
              ],
              ...{ studyInstanceUid: '2.25.1', seriesInstanceUid: '2.25.2' },
              ...{ sopInstanceUid: '2.25.3', frameNumber: 1, longestDiameterMm: mm },
              ...{ shortAxisMm: null, sliceThicknessMm: 2, calibration: null },
            },
    },
  ],
});

/**
 * Signs every timepoint of a course by one person, with one target of these diameters (0: nothing to see of it), as if it
 * had been read.
 */
export const insertSignedCourse = async (
  { db }: Pick<ServerDeps, 'db'>,
  courses: TwoCourses,
  slot: 'R1' | 'R2',
  diameters: readonly number[],
  person: string
): Promise<void> => {
  const timepoints = await db
    .selectFrom('timepoint')
    .select(['id', 'ordinal'])
    .where('subject_id', '=', courses.subjectId)
    .orderBy('ordinal')
    .execute();
  const { id: version } = await db
    .selectFrom('charter_version')
    .innerJoin('subject', 'subject.trial_id', 'charter_version.trial_id')
    .select('charter_version.id')
    .where('subject.id', '=', courses.subjectId)
    .executeTakeFirstOrThrow();
  const { id: account } = await db
    .selectFrom('account')
    .select('id')
    .where('user_name', '=', person)
    .executeTakeFirstOrThrow();
  for (const { id: timepoint, ordinal } of timepoints) {
    const id = v7();
    const document = documentOf(diameters[ordinal] ?? 0);
    await db
      .insertInto('read')
      .values({
        ...{ id, public_id: id, course_id: courses[slot], timepoint_id: timepoint },
        ...{ charter_version_id: version, state: 'signed', ordinal },
      })
      .execute();
    await db
      .insertInto('read_assignment')
      .values({ read_id: id, account_id: account, assigned_at: at, reason: 'for the test' })
      .execute();
    await db
      .insertInto('signature')
      .values({
        ...{ id: v7(), read_id: id, account_id: account, request_id: id, printed_name: person },
        ...{ meaning: 'x', signed_at: at, zone: 'UTC', document: JSON.stringify(document) },
        ...{ document_hash: hashReadDocument(document), content_hash: id },
      })
      .execute();
  }
};
