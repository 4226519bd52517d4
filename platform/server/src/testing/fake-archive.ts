import { hashJson } from '../audit/canonical-json.js';
import { tmpdir } from 'node:os';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { ArchivePort, IntakeReport, ServerDeps } from '../http/server-deps.js';
import type { ShownIn } from '../release/prepared.js';
import { isPresented } from '../release/release-scope.js';
import { shownIn } from '../release/release-together.js';
import { tablesOf } from '../release/shown-together.js';
import { arrivalWithoutArchive } from './arrival-without-archive.js';

/** What an archive side is made over. */
export type ArchiveParts = Pick<ServerDeps, 'db' | 'now' | 'newId' | 'zone' | 'auditKey'>;

/** Takes in one subject whose three timepoints are complete, each with one exam that passed QC. */
export const takeInSubject = async (
  { db, newId }: Pick<ArchiveParts, 'db' | 'newId'>,
  trialId: string,
  identifier = 'REAL-SUBJECT-1'
): Promise<IntakeReport> => {
  const subject = newId();
  await db.insertInto('subject').values({ id: subject, trial_id: trialId, identifier }).execute();
  const plan = [
    { code: 'BL', label: 'Baseline', kind: 'baseline', date: '2026-01-05' },
    { code: 'TP1', label: 'Week 8', kind: 'follow-up', date: '2026-03-02' },
    { code: 'TP2', label: 'Week 16', kind: 'follow-up', date: '2026-04-27' },
  ];
  for (const [ordinal, row] of plan.entries()) {
    const [timepoint, exam] = [newId(), newId()];
    await db
      .insertInto('timepoint')
      .values({
        ...{ ...row, id: timepoint, subject_id: subject, ordinal, state: 'complete' },
        visit_number: ordinal + 1,
      })
      .execute();
    await db
      .insertInto('timepoint_date')
      .values({ timepoint_id: timepoint, date: row.date, from_sequence: 1 })
      .execute();
    await db
      .insertInto('exam')
      .values({
        ...{ id: exam, subject_id: subject, state: 'passed', created_at: new Date(row.date) },
        acquisition_date: row.date,
      })
      .execute();
    await db
      .insertInto('timepoint_exam')
      .values({ timepoint_id: timepoint, exam_id: exam })
      .execute();
    await db
      .insertInto('series')
      .values({
        ...{ id: newId(), exam_id: exam, study_uid: `1.2.${exam}`, series_uid: `1.2.${exam}.1` },
        ...{ modality: 'CT', role: 'CT-PV-AX', acquisition_date: row.date },
        ...{ usable: JSON.stringify({ read: 'yes', reason: null }), problems: '[]' },
      })
      .execute();
  }
  return { receipts: 3, matched: 3, unmatched: [] };
};

/** An archive side of a few lines: one subject whose three timepoints are complete. */
export const fakeArchive = (
  parts: ArchiveParts,
  released: string[],
  state: { fails: boolean }
): ArchivePort => {
  const { db, now, newId } = parts;
  const present = async (
    id: string,
    of: ShownIn,
    given: string | null,
    timepoints: readonly string[] = []
  ): Promise<string> => {
    if (!released.includes(id)) released.push(id);
    const manifest = given ?? newId();
    const presentation = newId();
    if (given === null) {
      // Of its own, so that it has a hash of its own.
      const content = {
        manifest,
        ...(timepoints.length === 0
          ? {}
          : {
              schemaVersion: 1,
              timepoints: timepoints.map(timepointId => ({ timepointId, series: [] })),
            }),
      };
      await db
        .insertInto('image_manifest')
        .values({
          ...{ id: manifest, hash: hashJson(content), created_at: now() },
          content: JSON.stringify(content),
        })
        .execute();
    }
    await db
      .insertInto('presentation')
      .values({ id: presentation, ...of, manifest_id: manifest, created_at: now() })
      .execute();
    const number = released.indexOf(id) + 1;
    const kinds = ['timepoint', 'series', 'instance'];
    await db
      .insertInto('presentation_uid')
      .values(
        kinds.map((kind, index) => ({
          presentation_id: presentation,
          kind,
          real_uid: `real.${kind}`,
          pseudonym: `2.25.${number}${index + 1}`,
        }))
      )
      .execute();
    return manifest;
  };
  return {
    state: () => (state.fails ? 'waiting' : 'ready'),
    releaseRead: async readId => {
      if (state.fails) throw new Error('the archive does not answer');
      if (await isPresented(db, readId)) return;
      const { manifest_id: given } = await db
        .selectFrom('read')
        .select('manifest_id')
        .where('id', '=', readId)
        .executeTakeFirstOrThrow();
      const manifest = await present(readId, { read_id: readId }, given);
      await db
        .updateTable('read')
        .set({ manifest_id: manifest })
        .where('id', '=', readId)
        .execute();
    },
    releaseTogether: async (of, id) => {
      if (state.fails) throw new Error('the archive does not answer');
      const { reads, key } = tablesOf[of];
      const { rows } = await sql<{ manifest: string | null }>`
        select manifest_id as manifest from ${sql.table(of)} where id = ${id}`.execute(db);
      if (rows[0]?.manifest !== null) return;
      const timepoints = await sql<{ id: string }>`
        select timepoint_id as id from ${sql.table(reads)} as own join read on read.id = own.read_id
        where own.${sql.ref(key)} = ${id} and timepoint_id is not null
        group by timepoint_id order by min(read.ordinal)`.execute(db);
      const shown = timepoints.rows.map(row => row.id);
      const manifest = await present(id, shownIn(of, id), null, shown);
      await sql`update ${sql.table(of)} set manifest_id = ${manifest} where id = ${id}`.execute(db);
    },
    readStudies: async readId => {
      const number = released.indexOf(readId) + 1;
      const series = [{ seriesInstanceUid: `2.25.${number}2`, role: 'CT-PV-AX', problems: [] }];
      const studyInstanceUid = `2.25.${number}1`;
      return [{ studyInstanceUid, timepoint: 'BL', current: true, series, notShown: [] }];
    },
    intake: trialId => takeInSubject(parts, trialId),
    watch: async () => [],
    arrival: arrivalWithoutArchive(parts, tmpdir()),
    register: async (app: FastifyInstance, authorise) => {
      app.get<{ Params: { readId: string } }>('/reads/:readId/dicomweb/studies', request =>
        authorise(request, request.params.readId)
      );
    },
  };
};
