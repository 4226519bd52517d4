import type { ApiClient, GlobalReadContext } from '@corelab/client';
import { parsedDocument, type CasePorts, type LoadedCase } from '../case/loadCase.js';

export interface LoadedGlobalRead {
  context: GlobalReadContext;
  /** Its last timepoint as a signed read, beside which all others are shown. */
  shown: LoadedCase;
  /** For the shown read: problems are those of a signed timepoint of it. */
  ports: CasePorts;
}

/** Problems are flagged on reads: here on the last one that is signed. */
const problemsOf = (
  api: ApiClient,
  { timepoints }: GlobalReadContext
): Pick<ApiClient, 'problems' | 'flagProblem'> => {
  const readId = timepoints.findLast(({ state }) => state === 'signed')?.readId;
  return {
    problems: () =>
      readId === undefined
        ? Promise.resolve({ state: 'signed', suspended: false, problems: [] })
        : api.problems(readId),
    flagProblem: (id, request) => api.flagProblem(readId ?? id, request),
  };
};

/** Loads a global read; nothing of it is a draft. */
export async function loadGlobalRead(ports: CasePorts, id: string): Promise<LoadedGlobalRead> {
  const session = await ports.api.session();
  const context = await ports.api.globalRead(id);
  const api = { ...ports.api, ...problemsOf(ports.api, context) };
  const problems = await api.problems(id);
  return {
    context,
    ports: { ...ports, api },
    shown: {
      ...{ session, problems, context: context.read, etag: context.etag, unsent: null },
      ...{ history: null, historyUnreadable: false },
      document: parsedDocument(context.document, 'the last timepoint'),
    },
  };
}
