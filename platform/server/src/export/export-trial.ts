import type { AssessmentOutput } from '@corelab/criteria';
import {
  columnsOf,
  type ComposedBest,
  ExportError,
  sdtmOncology,
  toCsv,
  type SignedRead,
} from '@corelab/exchange';
import type { ReadDocument } from '@corelab/reads';
import { hashText } from '../audit/canonical-json.js';
import { appendAudit } from '../audit/chain.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { charterTerms, storedCharter } from '../trials/charter-terms.js';
import type { TrialHandle } from '../trials/roles.js';
import { shiftDate } from '../workflow/calendar.js';
import { standingStates } from '../workflow/signed-reads.js';
import { adjudicatorSlot } from '../workflow/subject-reading.js';
import { globalReadsTable, signedGlobalResults } from './global-reads.js';
import { composedBests, currentFinals, type CurrentFinal } from './current-finals.js';

export interface ExportedFile {
  readonly name: string;
  readonly content: string;
}

/**
 * The endpoint data of a trial's signed reads: `tu.csv`, `tr.csv`, `rs.csv` with true subjects and dates, and
 * `global-reads.csv` where some were signed. The export itself is an audit entry with the files' hashes.
 * @throws CodedError 409 with the code of the ExportError when the reads can't be exported.
 */
export const exportTrial = async (
  deps: ServerDeps,
  trial: TrialHandle,
  accountId: string
): Promise<ExportedFile[]> => {
  const finals = await currentFinals(deps.db, trial.id);
  const reads = await signedReads(deps, trial, finals);
  const files = [
    ...tables(reads, composedBests(finals)),
    ...(await globalReadsTable(deps.db, trial.id)),
  ];
  await deps.db.transaction().execute(trx =>
    appendAudit(trx, trial.id, {
      act: 'trial.exported',
      at: deps.now().toISOString(),
      zone: deps.zone,
      by: accountId,
      details: {
        reads: reads.length,
        files: files.map(({ name, content }) => ({ name, sha256: hashText(content) })),
      },
    })
  );
  return files;
};

const tables = (
  reads: readonly SignedRead[],
  composed: readonly ComposedBest[]
): ExportedFile[] => {
  try {
    const domains = sdtmOncology(reads, composed);
    return (['tu', 'tr', 'rs'] as const).map(domain => ({
      name: `${domain}.csv`,
      content: toCsv(domains[domain], columnsOf(domain, reads)),
    }));
  } catch (reason) {
    if (!(reason instanceof ExportError)) throw reason;
    throw new CodedError(409, reason.code, reason.message, { read: reason.read });
  }
};

const signedReads = async (
  deps: ServerDeps,
  trial: TrialHandle,
  finals: readonly CurrentFinal[]
): Promise<SignedRead[]> => {
  const rows = await deps.db
    .selectFrom('read')
    .innerJoin('signature', 'signature.read_id', 'read.id')
    .innerJoin('derived_result', 'derived_result.read_id', 'read.id')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .innerJoin('charter_version', 'charter_version.id', 'read.charter_version_id')
    .select([
      'read.id as read_id',
      'subject.id as subject_id',
      'subject.identifier',
      'course.id as course_id',
      'course.slot',
      'course.date_shift_days',
      'timepoint.code',
      'timepoint.ordinal',
      'timepoint.date',
      'signature.document',
      'derived_result.result',
      'charter_version.resolved',
    ])
    .where('subject.trial_id', '=', trial.id)
    // What stands: a version that took its place ends a read, and one whose impact is undecided still counts.
    .where('read.state', 'in', standingStates)
    .orderBy('subject.identifier')
    .orderBy('course.slot')
    .orderBy('timepoint.ordinal')
    .execute();
  const sites = await sitesOf(deps, trial);
  const second = await signedGlobalResults(deps.db, trial.id);
  return rows.map((row, index) => {
    // With what was changed in the global read, which rated the whole course anew.
    const result = second.get(row.course_id) ?? (row.result as AssessmentOutput);
    const derived = result.timepoints.find(timepoint => timepoint.id === row.code);
    if (derived === undefined) throw new Error(`no derived result for timepoint ${row.code}`);
    const best = result.bestOverallResponse.unconfirmed;
    // After the baseline alone there is nothing a best response could be best of.
    const closesCourse = rows[index + 1]?.course_id !== row.course_id && best.value !== 'MISSING';
    const charter = storedCharter(row.resolved);
    const isOneOfTwo = charterTerms(row.resolved).rules.paradigm !== 'oneReader';
    const own = rows.filter(({ course_id }) => course_id === row.course_id);
    const final = finals.find(({ subjectId }) => subjectId === row.subject_id);
    return {
      studyId: charter.export.studyId,
      subjectId: row.identifier,
      siteId: sites.get(row.subject_id) ?? '',
      slot: row.slot,
      readerRole:
        row.slot === adjudicatorSlot
          ? 'ADJUDICATOR 1'
          : `READER ${row.slot.replace(/^R(?=\d)/, '')}`,
      timepoint: { id: row.code, visitNum: row.ordinal + 1 },
      examDate: row.date ?? '',
      method: 'CT SCAN',
      document: row.document as ReadDocument,
      derived,
      ...(closesCourse
        ? {
            bestOverallResponse: {
              value: best.value,
              date: shiftDate(best.date, -row.date_shift_days),
            },
          }
        : {}),
      ...(isOneOfTwo
        ? {
            accepted: final?.reads.has(row.read_id) ?? false,
            courseAccepted: own.every(({ read_id }) => final?.reads.has(read_id) ?? false),
          }
        : {}),
    };
  });
};

const sitesOf = async (
  deps: ServerDeps,
  trial: TrialHandle
): Promise<ReadonlyMap<string, string>> => {
  const rows = await deps.db
    .selectFrom('subject_site')
    .innerJoin('site', 'site.id', 'subject_site.site_id')
    .select(['subject_site.subject_id', 'site.code'])
    .where('site.trial_id', '=', trial.id)
    .orderBy('subject_site.valid_from')
    .execute();
  return new Map(rows.map(row => [row.subject_id, row.code]));
};
