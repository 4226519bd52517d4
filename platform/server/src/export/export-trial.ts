import {
  columnsOf,
  type ComposedBest,
  ExportError,
  sdtmOncology,
  toCsv,
  type SignedRead,
} from '@corelab/exchange';
import { hashText } from '../audit/canonical-json.js';
import { appendAudit } from '../audit/chain.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import type { TrialHandle } from '../trials/roles.js';
import { type AskedAsOf, entryAsOf } from './as-of.js';
import { consensusFile } from './consensus-file.js';
import { composedBests, finalsAsOf } from './finals-as-of.js';
import { globalReadsTable } from './global-reads.js';
import { readsAsOf } from './reads-as-of.js';

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
 * The endpoint data of the reads of a trial that stood as of an entry of its audit chain: `tu.csv`, `tr.csv`, `rs.csv`
 * with true subjects and dates, `global-reads.csv` where some were signed, `consensus.csv` with the votes where readers
 * meet, and `manifest.json`, which names the entry and the files. As of one entry it comes out the same whenever it is made: nothing in it is of the moment. The export itself
 * is an audit entry with the files' hashes.
 * @throws CodedError 409 with the code of the ExportError when the reads can't be exported; what `entryAsOf` throws.
 */
export const exportTrial = async (
  deps: ServerDeps,
  trial: TrialHandle,
  accountId: string,
  asked: AskedAsOf = {}
): Promise<TrialExport> => {
  const entry = await entryAsOf(deps.db, trial, asked);
  const finals = await finalsAsOf(deps.db, trial.id, entry.sequence);
  const reads = await readsAsOf(deps.db, trial.id, entry.sequence, finals);
  const written = [
    ...tables(reads, composedBests(finals)),
    ...(await globalReadsTable(deps.db, trial.id, entry.sequence)),
    ...(await consensusFile(deps.db, trial.id, entry.sequence)),
  ];
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
        ...{ asOf: entry.sequence, reads: reads.length },
        files: files.map(({ name, content }) => ({ name, sha256: hashText(content) })),
      },
    })
  );
  return { asOf: entry.sequence, files };
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
