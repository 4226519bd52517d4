import { text } from '@corelab/ui';
import {
  ClientError,
  findKept,
  type ApiClient,
  type DraftStore,
  type Fetch,
  type HistoryStore,
  type KeptDraft,
  type ReadContext,
  type ReadProblems,
  type Schedule,
  type Session,
} from '@corelab/client';
import type { CaseSnapshot } from './caseSnapshot.js';
import type { Elsewhere } from './caseClaim.js';
import { parseReadDocument, type ReadDocument } from '@corelab/reads';
import { conflictRows } from './conflict.js';
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
  /** What an earlier page kept of changes that the server does not have yet. */
  unsent?: KeptDraft | null;
  /** What was written here and could not be saved before the read was signed. */
  leftOver?: LeftOver | null;
  /** What was derived when it was signed, where that alone is shown. */
  signed?: Pick<CaseSnapshot, 'assessment' | 'others'>;
  /** What this computer kept could not be looked at, and it keeps nothing (a private window, a damaged store). */
  keptUnreadable?: boolean;
}

/** Written on this computer, and not in what was signed. */
export interface LeftOver {
  document: ReadDocument;
  changes: number;
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

/** What was kept of a signed read, if it says anything that was not signed; else nothing of it stays here. */
async function leftOverOf(
  { store }: Pick<CasePorts, 'store'>,
  readId: string,
  kept: KeptDraft,
  signed: ReadDocument
): Promise<LeftOver | null> {
  const document = parsedDocument(kept.document, 'the document kept on this computer');
  if (conflictRows(document, signed).length > 0) return { document, changes: kept.changes };
  await store.delete(readId);
  return null;
}

/** Loads a read with its draft; what this computer kept unsent is taken up, on the version it was based on. */
export async function loadCase(ports: CasePorts, readId: string): Promise<LoadedCase> {
  const session = await ports.api.session();
  const [context, draft, problems, { kept, keptUnreadable }] = await Promise.all([
    ports.api.read(readId),
    ports.api.draft(readId),
    ports.api.problems(readId),
    findKept(ports.store, readId),
  ]);
  const signed = context.signature !== null;
  const served = parsedDocument(draft.document, 'the draft');
  // Without a change only the view differs, and the server's draft may be newer.
  const unsent = kept !== null && kept.changes > 0 ? kept : null;
  const taken =
    unsent !== null && !signed
      ? {
          document: parsedDocument(unsent.document, 'the document kept on this computer'),
          etag: unsent.etag,
          unsent,
        }
      : { document: served, etag: draft.etag, unsent: null };
  const leftOver =
    unsent !== null && signed ? await leftOverOf(ports, readId, unsent, served) : null;
  const acts = await keptHistory(
    ports.histories,
    { readId, user: session.user, signed },
    taken.document
  );
  return { session, context, problems, ...taken, leftOver, keptUnreadable, ...acts };
}

/** What the reader is told about changes of this computer when the read opens; null when there is nothing to say. */
export function openingPrompt(
  loaded: Pick<LoadedCase, 'unsent' | 'keptUnreadable' | 'historyUnreadable'>
): string | null {
  if (loaded.keptUnreadable) return text('prompt.keptUnreadable');
  const unsent = loaded.unsent ?? null;
  if (unsent !== null) return text('prompt.kept', { count: unsent.changes });
  return loaded.historyUnreadable ? text('prompt.historyNotKept') : null;
}
