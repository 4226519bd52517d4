import { text } from '@corelab/ui';
import {
  ClientError,
  type ApiClient,
  type DraftStore,
  type Fetch,
  type HistoryStore,
  type ReadContext,
  type ReadProblems,
  type Schedule,
  type Session,
} from '@corelab/client';
import type { CaseSnapshot } from './caseSnapshot.js';
import type { Elsewhere } from './caseClaim.js';
import { parseReadDocument, type ReadDocument } from '@corelab/reads';
import { keptHistory, type FoundHistory } from './historyKeeper.js';

/** What an open read needs from its surroundings. */
export interface CasePorts {
  api: ApiClient;
  store: DraftStore;
  histories: HistoryStore;
  schedule: Schedule;
  /** A DICOM UID that was never used. */
  newUid(): string;
  newRequestId(): string;
  fetch: Fetch;
  navigate(url: string): void;
  /** Takes a defect that nobody waits for. */
  report(reason: unknown): void;
}

export interface LoadedCase extends FoundHistory {
  session: Session;
  context: ReadContext;
  problems: ReadProblems;
  /** Set when this window opens the read to look on. */
  elsewhere?: Elsewhere | null;
  document: ReadDocument;
  etag: string;
  /** Changes of an earlier page that the server does not have yet. */
  unsent: number;
  /** What was derived when it was signed, where that alone is shown. */
  signed?: Pick<CaseSnapshot, 'assessment' | 'others'>;
  /** What this computer kept could not be looked at (a private window, a damaged store). */
  keptUnreadable?: boolean;
}

/** A document from outside; ClientError `CL_DOCUMENT_FORM` names the first place that is wrong. */
export function parsedDocument(document: unknown, where: string): ReadDocument {
  const result = parseReadDocument(document);
  if (result.ok) {
    return result.value;
  }
  const first = result.errors[0];
  throw new ClientError(
    'CL_DOCUMENT_FORM',
    -1,
    `${where}: ${first?.path ?? ''} ${first?.message ?? 'not a read document'}`
  );
}

/** Loads a read with its draft; what this computer kept unsent is taken up, on the version it was based on. */
export async function loadCase(ports: CasePorts, readId: string): Promise<LoadedCase> {
  const session = await ports.api.session();
  const [context, draft, problems] = await Promise.all([
    ports.api.read(readId),
    ports.api.draft(readId),
    ports.api.problems(readId),
  ]);
  const found = await ports.store.get(readId).then(
    kept => ({ kept, keptUnreadable: false }),
    () => ({ kept: null, keptUnreadable: true })
  );
  const { kept, keptUnreadable } = found;
  const signed = context.signature !== null;
  // Without a change only the view differs, and the server's draft may be newer.
  const taken =
    kept !== null && kept.changes > 0 && !signed
      ? {
          document: parsedDocument(kept.document, 'the document kept on this computer'),
          etag: kept.etag,
          unsent: kept.changes,
        }
      : { document: parsedDocument(draft.document, 'the draft'), etag: draft.etag, unsent: 0 };
  const acts = await keptHistory(
    ports.histories,
    { readId, user: session.user, signed },
    taken.document
  );
  return { session, context, problems, ...taken, keptUnreadable, ...acts };
}

/** What the reader is told about changes of this computer when the read opens; null when there is nothing to say. */
export function openingPrompt(
  loaded: Pick<LoadedCase, 'unsent' | 'keptUnreadable' | 'historyUnreadable'>
): string | null {
  if (loaded.keptUnreadable) return text('prompt.keptUnreadable');
  if (loaded.unsent > 0) return text('prompt.kept', { count: loaded.unsent });
  return loaded.historyUnreadable ? text('prompt.historyNotKept') : null;
}
