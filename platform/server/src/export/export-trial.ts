import { appendAudit } from '../audit/chain.js';
import type { ServerDeps } from '../http/server-deps.js';
import type { TrialHandle } from '../trials/roles.js';
import { hashText } from '../audit/canonical-json.js';

export interface ExportedFile {
  readonly name: string;
  readonly content: string;
}

/** The endpoint data of a trial's signed reads as tables; the export itself is an audit entry. */
export const exportTrial = async (
  deps: ServerDeps,
  trial: TrialHandle,
  accountId: string
): Promise<ExportedFile[]> => {
  const files: ExportedFile[] = [];
  await deps.db.transaction().execute(trx =>
    appendAudit(trx, trial.id, {
      act: 'trial.exported',
      at: deps.now().toISOString(),
      zone: deps.zone,
      by: accountId,
      details: { files: files.map(({ name, content }) => ({ name, sha256: hashText(content) })) },
    })
  );
  return files;
};
