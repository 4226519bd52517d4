import {
  columnsOf,
  type ComposedBest,
  ExportError,
  sdtmOncology,
  toCsv,
  type SignedRead,
} from '@corelab/exchange';
import type { Kysely } from 'kysely';
import { hashText } from '../audit/canonical-json.js';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import { headsKept } from '../http/heads-kept.js';
import type { ServerDeps } from '../http/server-deps.js';
import type { TrialHandle } from '../trials/roles.js';
import { type AskedAsOf, entryAsOf, type TrackAsOf } from './as-of.js';
import { clinicalFactsFile } from './clinical-facts-file.js';
import { consensusFile } from './consensus-file.js';
import { composedBests, finalsAsOf } from './finals-as-of.js';
import { globalReadsTable } from './global-reads.js';
import { readerResponsesFile } from './reader-responses-file.js';
import { readsAsOf } from './reads-as-of.js';
import { signaturesFile } from './signatures-file.js';
import { siteAssessmentsFile } from './site-assessments-file.js';

export interface ExportedFile {
  readonly name: string;
  readonly content: string;
}

export interface TrialExport {
  /** Entry of the trial's audit chain that it is as of. */
  readonly asOf: number;
  readonly files: readonly ExportedFile[];
}

/**
 * The data of the reads of a trial that stood as of an entry of its audit chain: `tu.csv`, `tr.csv`, `rs.csv` with true
 * subjects and dates, `reader-responses.csv` where a reader gave another response than the calculated one, `global-reads.csv` where some were signed, `consensus.csv` with the votes where readers meet, `signatures.csv` with who signed what, when and with which meaning,
 * `site-assessments.csv` where sites said something themselves, `clinical-facts.csv` of the whole trial where any were kept,
 * and `manifest.json`, which names the entry and the files. They are of the endpoint's track; those of another one have its
 * id before their names. As of one entry it comes out the same whenever it is made: nothing in it is of the moment. The
 * export itself is an audit entry with the files' hashes.
 * @throws CodedError 409 with the code of the ExportError when the reads can't be exported; those of `headsKept`; what
 * `entryAsOf` throws.
 */
export const exportTrial = async (
  deps: ServerDeps,
  trial: TrialHandle,
  accountId: string,
  asked: AskedAsOf = {}
): Promise<TrialExport> => {
  const entry = await entryAsOf(deps.db, trial, asked);
  const written: ExportedFile[] = [];
  let readCount = 0;
  for (const track of await readTracks(deps.db, trial.id)) {
    const of = { trialId: trial.id, trackId: track.id, sequence: entry.sequence };
    const { reads, isEmpty, files: own } = await trackFiles(deps.db, of);
    // What nobody has read in yet says nothing; the endpoint's files are always there.
    if (!track.isEndpoint && isEmpty) continue;
    readCount += reads;
    written.push(
      ...own.map(({ name, content }) => ({
        name: track.isEndpoint ? name : `${track.code}-${name}`,
        content,
      }))
    );
  }
  written.push(...(await clinicalFactsFile(deps.db, trial.id, entry.sequence)));
  const stated = {
    ...{ trial: trial.code, asOf: entry.sequence, entryHash: entry.hash, entryAt: entry.at },
    files: written.map(({ name, content }) => ({ name, sha256: hashText(content) })),
  };
  const manifest = { name: 'manifest.json', content: `${JSON.stringify(stated, null, 2)}\n` };
  const files = [...written, manifest];
  await deps.db.transaction().execute(trx =>
    appendAudit(trx, trial.id, {
      act: 'trial.exported',
      at: deps.now().toISOString(),
      zone: deps.zone,
      by: accountId,
      details: {
        ...{ asOf: entry.sequence, reads: readCount },
        files: files.map(({ name, content }) => ({ name, sha256: hashText(content) })),
      },
    })
  );
  // What was handed out can be shown to have been in the record then.
  await headsKept(deps);
  return { asOf: entry.sequence, files };
};

interface ReadTrack {
  readonly id: string | null;
  readonly code: string;
  readonly isEndpoint: boolean;
}

/** The endpoint's track, whether somebody has read in it or not, then the others by code. */
const readTracks = async (db: Kysely<Database>, trialId: string): Promise<ReadTrack[]> => {
  const rows = await db
    .selectFrom('track')
    .select(['id', 'code', 'kind'])
    .where('trial_id', '=', trialId)
    .orderBy('code')
    .execute();
  const tracks = rows.map(({ id, code, kind }) => ({ id, code, isEndpoint: kind === 'efficacy' }));
  const [endpoint = { id: null, code: 'efficacy', isEndpoint: true }] = tracks.filter(
    track => track.isEndpoint
  );
  return [endpoint, ...tracks.filter(track => !track.isEndpoint)];
};

const trackFiles = async (
  db: Kysely<Database>,
  of: TrackAsOf
): Promise<{
  readonly reads: number;
  readonly isEmpty: boolean;
  readonly files: readonly ExportedFile[];
}> => {
  const finals = await finalsAsOf(db, of);
  const reads = await readsAsOf(db, of, finals);
  const bySites = await siteAssessmentsFile(db, of);
  return {
    reads: reads.length,
    isEmpty: reads.length === 0 && bySites.length === 0,
    files: [
      ...tables(reads, composedBests(finals)),
      ...readerResponsesFile(reads),
      ...(await globalReadsTable(db, of)),
      ...(await consensusFile(db, of)),
      ...(await signaturesFile(db, of)),
      ...bySites,
    ],
  };
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
