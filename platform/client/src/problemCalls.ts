import type { Caller } from './httpCaller.js';
import type { NotIdentity } from './identityRefusal.js';

export type ProblemKind =
  | 'missingSeries'
  | 'wrongSubject'
  | 'identifyingInformation'
  | 'criticalFinding'
  | 'correction';

export type ProblemDecision = 'resume' | 'hold' | 'exclude';

/** A problem the reader flagged; `decision` is null until the data manager has decided. */
export interface ReadProblem {
  problemId: string;
  kind: ProblemKind;
  text: string;
  raisedAt: string;
  decision: ProblemDecision | null;
  answers: { text: string; decision: ProblemDecision; at: string }[];
}

/** Answer of GET and POST /api/reads/:id/problems. `suspended`: the subject's images are closed to this reader. */
export interface ReadProblems {
  state: string;
  suspended: boolean;
  problems: ReadProblem[];
}

export interface FlagRequest {
  kind: ProblemKind;
  text: string;
  /** One per intention to flag: the same again is answered like the first. */
  requestId: string;
  notIdentity?: NotIdentity[];
}

export interface ProblemCalls {
  problems(readId: string): Promise<ReadProblems>;
  flagProblem(readId: string, request: FlagRequest): Promise<ReadProblems>;
}

/** The calls about problems of one read. */
export function problemCalls({ send, change }: Pick<Caller, 'send' | 'change'>): ProblemCalls {
  const path = (readId: string): string => `/api/reads/${encodeURIComponent(readId)}/problems`;
  return {
    async problems(readId) {
      return (await send({ method: 'GET', path: path(readId) })).body as ReadProblems;
    },
    async flagProblem(readId, request) {
      const call = { method: 'POST', path: path(readId), body: request } as const;
      return (await change(call)).body as ReadProblems;
    },
  };
}
