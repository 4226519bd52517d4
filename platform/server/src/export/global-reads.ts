import type { AssessmentOutput } from '@corelab/criteria';
import { toCsv } from '@corelab/exchange';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { storedCharter } from '../trials/charter-terms.js';
import { placesOf } from '../workflow/global-read-places.js';
import { signedResults } from '../workflow/signed-results.js';
import { stood, type TrackAsOf } from './as-of.js';
import type { ExportedFile } from './export-trial.js';

const columns = [
  ...['STUDYID', 'SUBJECT', 'SLOT', 'VERSION', 'STATE'],
  ...['SIGNEDBY', 'SIGNEDAT', 'ZONE', 'MEANING', 'SIGNATURE'],
  ...['VISIT', 'RECONSIDERED', 'CHANGEDAT', 'REASON'],
  ...['RESPONSEBEFORE', 'RESPONSEAFTER', 'RESPONSESTANDING', 'READBEFORE', 'READAFTER'],
];

const signedOnes = (db: Kysely<Database>, { trackId, sequence }: TrackAsOf) =>
  db
    .selectFrom('global_read')
    .innerJoin('global_read_signature as signature', 'signature.global_read_id', 'global_read.id')
    .innerJoin('course', 'course.id', 'global_read.course_id')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .innerJoin('charter_version', 'charter_version.id', 'global_read.charter_version_id')
    .select(['global_read.id', 'global_read.version', 'course.slot'])
    .select(stood('global_read', sequence).as('stands'))
    .select(['global_read.course_id', 'subject.identifier', 'charter_version.resolved'])
    .select(['signature.printed_name', 'signature.signed_at', 'signature.zone'])
    .select(['signature.meaning', 'signature.content_hash', 'signature.result'])
    .select('signature.criterion')
    .where('course.track_id', '=', trackId)
    .where('global_read.from_sequence', '<=', sequence)
    .orderBy('subject.identifier')
    .orderBy('course.slot')
    .orderBy('global_read.version');

/**
 * By course: what each criterion made of it, by its id, as the global read was signed that stood as of an entry of the audit
 * chain.
 */
export const signedGlobalResults = async (
  db: Kysely<Database>,
  of: TrackAsOf
): Promise<ReadonlyMap<string, ReadonlyMap<string, AssessmentOutput>>> => {
  const rows = await signedOnes(db, of).where(stood('global_read', of.sequence)).execute();
  if (rows.length === 0) return new Map();
  const others = await db
    .selectFrom('global_read_result')
    .select(['global_read_id', 'criterion', 'result'])
    .where(
      'global_read_id',
      'in',
      rows.map(({ id }) => id)
    )
    .execute();
  return new Map(
    rows.map(row => [
      row.course_id,
      new Map([
        [row.criterion, row.result],
        ...others
          .filter(({ global_read_id: id }) => id === row.id)
          .map(({ criterion, result }) => [criterion, result] as const),
      ]),
    ])
  );
};

/** Of versions of a read: what was signed in each, by id, under its primary criterion. */
const versionsSigned = async (db: Kysely<Database>, ids: readonly string[]) => {
  if (ids.length === 0) return new Map<string, { hash: string; result: AssessmentOutput }>();
  const rows = await db
    .selectFrom('signature')
    .select(['signature.read_id', 'signature.content_hash'])
    .where('signature.read_id', 'in', ids)
    .execute();
  const results = await signedResults(db, ids);
  return new Map(
    rows.flatMap(row => {
      const signed = results.get(row.read_id);
      if (signed === undefined) return [];
      return [[row.read_id, { hash: row.content_hash, result: signed.primary.result }] as const];
    })
  );
};

const responseIn = (result: AssessmentOutput | undefined, code: string): string =>
  result?.timepoints.find(({ id }) => id === code)?.overall ?? '';

/**
 * The global reads of a track that were signed as of an entry of its audit chain, also those that others took the place of: a line for every timepoint, and
 * for each change of opinion with its reason and the response before and after. No file where there was none.
 */
export const globalReadsTable = async (
  db: Kysely<Database>,
  of: TrackAsOf
): Promise<ExportedFile[]> => {
  const signed = await signedOnes(db, of).execute();
  if (signed.length === 0) return [];
  const lines: Record<string, string>[] = [];
  for (const row of signed) {
    const places = await placesOf(db, row.id);
    const versions = await versionsSigned(
      db,
      places.flatMap(({ asked, changes }) => [asked, ...changes.map(({ to }) => to)])
    );
    const act = {
      ...{ STUDYID: storedCharter(row.resolved).export.studyId, SUBJECT: row.identifier },
      ...{
        SLOT: row.slot,
        VERSION: String(row.version),
        STATE: row.stands ? 'signed' : 'superseded',
      },
      ...{ SIGNEDBY: row.printed_name, SIGNEDAT: row.signed_at.toISOString(), ZONE: row.zone },
      ...{ MEANING: row.meaning, SIGNATURE: row.content_hash },
    };
    for (const { code, asked, changes } of places) {
      const steps =
        changes.length === 0
          ? [{ from: asked, to: asked, reason: '', at: null }]
          : changes.map(change => ({ ...change, at: change.at.toISOString() }));
      for (const { from, to, reason, at } of steps) {
        const [before, after] = [versions.get(from), versions.get(to)];
        lines.push({
          ...{ ...act, VISIT: code, RECONSIDERED: changes.length === 0 ? 'N' : 'Y' },
          ...{ CHANGEDAT: at ?? '', REASON: reason },
          RESPONSEBEFORE: responseIn(before?.result, code),
          RESPONSEAFTER: responseIn(after?.result, code),
          RESPONSESTANDING: responseIn(row.result, code),
          ...{ READBEFORE: before?.hash ?? '', READAFTER: after?.hash ?? '' },
        });
      }
    }
  }
  return [{ name: 'global-reads.csv', content: toCsv(lines, columns) }];
};
