import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import {
  readAssessmentFile,
  type AssessmentFinding,
  type AssessmentLine,
} from './read-assessment-file.js';
import type { ResultReader } from './result-readers.js';
import { resultPlace } from './result-subjects.js';
import type { ResultTrack } from './result-tracks.js';
import { enterAssessment, versionOf } from './site-assessments.js';

/** What a file of assessments does, or did. */
export interface AssessmentImport {
  readonly done: boolean;
  /** New ones and those that are another than before. */
  readonly entered: number;
  /** Said before. */
  readonly same: number;
  readonly findings: readonly AssessmentFinding[];
}

/** Undoes what a preview, or a file with findings, has written. */
class NotKept extends Error {}

const enterLine = async (
  deps: ServerDeps,
  trx: Transaction<Database>,
  { reader, track }: { readonly reader: ResultReader; readonly track: ResultTrack },
  { line, ...said }: AssessmentLine
): Promise<'entered' | 'same' | AssessmentFinding> => {
  const place = await resultPlace(trx, reader.scope, said);
  if (place === null) {
    const message = `there is no visit ${said.timepoint} after the baseline of a subject ${said.subject}`;
    return { line, message };
  }
  const after = await versionOf(trx, track, place);
  const act = { track, place, by: reader.accountId, source: 'import' as const };
  try {
    const { changed } = await enterAssessment(deps, trx, act, { ...said, after });
    return changed ? 'entered' : 'same';
  } catch (reason) {
    // What is wrong with the line: nothing was written by it.
    if (!(reason instanceof CodedError)) throw reason;
    return { line, message: reason.message };
  }
};

/**
 * Takes a file of what sites found: all of it or nothing. What a line says as it stands changes nothing; another response or
 * day than before needs the reason in its line.
 */
export const importAssessments = async (
  deps: ServerDeps,
  reader: ResultReader,
  track: ResultTrack,
  { bytes, preview }: { readonly bytes: Uint8Array; readonly preview: boolean }
): Promise<AssessmentImport> => {
  const file = readAssessmentFile(bytes);
  const findings = [...file.findings];
  const seen = new Map<string, number>();
  const counts = { entered: 0, same: 0 };
  try {
    await deps.db.transaction().execute(async trx => {
      for (const line of file.lines) {
        const key = `${line.subject} ${line.timepoint}`;
        const before = seen.get(key);
        seen.set(key, line.line);
        if (before !== undefined) {
          const message = `line ${before} is of the same visit`;
          findings.push({ line: line.line, message });
          continue;
        }
        const found = await enterLine(deps, trx, { reader, track }, line);
        if (typeof found === 'string') counts[found] += 1;
        else findings.push(found);
      }
      if (preview || findings.length > 0) throw new NotKept();
    });
  } catch (reason) {
    if (!(reason instanceof NotKept)) throw reason;
  }
  findings.sort((a, b) => a.line - b.line);
  const done = !preview && findings.length === 0;
  return { done, ...(findings.length > 0 ? { entered: 0, same: 0 } : counts), findings };
};
