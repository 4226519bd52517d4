import type { DecisionDocument } from '@corelab/adjudication';
import type { NotIdentity } from './identityRefusal.js';
import { record, requiredEtag, type Caller } from './httpCaller.js';
import type { FlagRequest, ReadProblems } from './problemCalls.js';
import type {
  AdjudicationContext,
  AdjudicationImages,
  Saved,
  Signature,
  SignRequest,
} from './wire.js';

export interface AdjudicationCalls {
  /** Opens the adjudication: an entry in the trial's record. */
  adjudication(id: string): Promise<AdjudicationContext>;
  /** Where its images are; asking is not opening. They are served like those of a read, under the same id. */
  adjudicationImages(id: string): Promise<AdjudicationImages>;
  decision(id: string): Promise<{ document: DecisionDocument; etag: string }>;
  /** Saves the whole decision if `etag` names it as it stands, with `mine` as in `saveDraft`; else ClientError CL_DRAFT_CONFLICT with what stands. */
  saveDecision(
    id: string,
    document: DecisionDocument,
    etag: string,
    mine?: unknown,
    notIdentity?: readonly NotIdentity[],
    signal?: AbortSignal
  ): Promise<Saved>;
  /** ClientError CL_OPEN_ITEMS says what is left; the same `requestId` again is answered like the first. */
  signDecision(id: string, request: SignRequest): Promise<{ signature: Signature }>;
  /** What its adjudicator flagged, and the answers. */
  adjudicationProblems(id: string): Promise<ReadProblems>;
  flagAdjudicationProblem(id: string, request: FlagRequest): Promise<ReadProblems>;
}

/** The calls about one adjudication, by the `readId` of its line in the reading list. */
export function adjudicationCalls({
  send,
  change,
}: Pick<Caller, 'send' | 'change'>): AdjudicationCalls {
  const at = (id: string, rest = ''): string =>
    `/api/adjudications/${encodeURIComponent(id)}${rest}`;
  return {
    async adjudication(id) {
      return (await send({ method: 'GET', path: at(id) })).body as AdjudicationContext;
    },
    async adjudicationImages(id) {
      return (await send({ method: 'GET', path: at(id, '/images') })).body as AdjudicationImages;
    },
    async decision(id) {
      const answer = await send({ method: 'GET', path: at(id, '/draft') });
      return {
        document: record(answer.body)?.['document'] as DecisionDocument,
        etag: requiredEtag(answer, 'the decision'),
      };
    },
    async saveDecision(id, document, etag, mine, notIdentity = [], signal) {
      const path = at(id, '/draft');
      const body = {
        document,
        ...(mine === undefined ? {} : { replaced: mine }),
        ...(notIdentity.length === 0 ? {} : { notIdentity }),
      };
      const stoppable = signal === undefined ? {} : { signal };
      const answer = await change({ method: 'PUT', path, body, ifMatch: etag, ...stoppable });
      const savedAt = record(answer.body)?.['savedAt'];
      return {
        savedAt: typeof savedAt === 'string' ? savedAt : '',
        etag: requiredEtag(answer, 'saving the decision'),
      };
    },
    async signDecision(id, request) {
      const answer = await change({ method: 'POST', path: at(id, '/sign'), body: request });
      return answer.body as { signature: Signature };
    },
    async adjudicationProblems(id) {
      return (await send({ method: 'GET', path: at(id, '/problems') })).body as ReadProblems;
    },
    async flagAdjudicationProblem(id, request) {
      const call = { method: 'POST', path: at(id, '/problems'), body: request } as const;
      return (await change(call)).body as ReadProblems;
    },
  };
}
