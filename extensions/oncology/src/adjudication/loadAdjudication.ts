import { type DecisionDocument, parseDecision } from '@corelab/adjudication';
import {
  type AdjudicationContext,
  type ApiClient,
  ClientError,
  findKept,
  type DraftStore,
  type Fetch,
  type KeptDraft,
  type ReadProblems,
  type Schedule,
  type Session,
} from '@corelab/client';
import { text } from '@corelab/ui';

/** What an open adjudication needs from its surroundings. */
export interface AdjudicationPorts {
  api: Pick<
    ApiClient,
    | 'session'
    | 'adjudication'
    | 'decision'
    | 'saveDecision'
    | 'signDecision'
    | 'adjudicationProblems'
    | 'flagAdjudicationProblem'
    | 'reads'
    | 'images'
    | 'adjudicationImages'
    | 'globalReadImages'
    | 'consensusImages'
  >;
  store: DraftStore;
  schedule: Schedule;
  newRequestId(): string;
  fetch: Fetch;
  navigate(url: string): void;
  /** Takes a defect that nobody waits for. */
  report(reason: unknown): void;
}

export interface LoadedAdjudication {
  session: Session;
  context: AdjudicationContext;
  problems: ReadProblems;
  document: DecisionDocument;
  etag: string;
  /** What an earlier page kept of changes that the server does not have yet. */
  unsent: KeptDraft | null;
  /** What this computer kept could not be looked at. */
  keptUnreadable: boolean;
}

/** A decision from outside; ClientError `CL_DOCUMENT_FORM` names the first place that is wrong. */
export function parsedDecision(document: unknown, where: string): DecisionDocument {
  const result = parseDecision(document);
  if (result.ok) return result.value;
  const [first] = result.errors;
  const problem = `${where}: ${first?.path ?? ''} ${first?.message ?? 'not a decision'}`;
  throw new ClientError('CL_DOCUMENT_FORM', -1, problem);
}

/** Loads an adjudication with its decision; what this computer kept unsent is taken up, on the version it was based on. */
export async function loadAdjudication(
  { api, store }: Pick<AdjudicationPorts, 'api' | 'store'>,
  id: string
): Promise<LoadedAdjudication> {
  const session = await api.session();
  const [context, draft, problems, { kept, keptUnreadable }] = await Promise.all([
    api.adjudication(id),
    api.decision(id),
    api.adjudicationProblems(id),
    findKept(store, id),
  ]);
  const taken =
    kept !== null && kept.changes > 0 && context.signature === null
      ? {
          document: parsedDecision(kept.document, 'the decision kept on this computer'),
          etag: kept.etag,
          unsent: kept,
        }
      : {
          document: parsedDecision(draft.document, 'the decision'),
          etag: draft.etag,
          unsent: null,
        };
  return { session, context, problems, keptUnreadable, ...taken };
}

/** What the adjudicator is told when the page opens; null when there is nothing to say. */
export function openingWords({
  unsent,
  keptUnreadable,
}: Pick<LoadedAdjudication, 'unsent' | 'keptUnreadable'>): string | null {
  if (keptUnreadable) return text('prompt.keptUnreadable');
  return unsent === null ? null : text('prompt.kept', { count: unsent.changes });
}
