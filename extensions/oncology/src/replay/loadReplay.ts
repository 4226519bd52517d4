import type { AssessmentOutput } from '@corelab/criteria';
import type { ReadContext, ReplayedRead, ReplayedResult } from '@corelab/client';
import type { DraftAssessment, OtherAssessment } from '../case/assessRead.js';
import { parsedDocument, type CasePorts, type LoadedCase } from '../case/loadCase.js';

export interface LoadedReplay {
  replayed: ReplayedRead;
  /** The read as it was signed. */
  shown: LoadedCase;
  /** Nothing of a replay is sent. */
  ports: CasePorts;
}

/** A signed result as the panel takes one: its timepoints under the names that readers see, the read's own the last. */
function asAssessment(context: ReadContext, { result }: ReplayedResult): DraftAssessment {
  const output = result as AssessmentOutput;
  const labels = [...context.history.map(({ timepoint }) => timepoint), context.timepoint];
  const timepoints = output.timepoints.map((timepoint, index) => ({
    ...timepoint,
    id: labels[index] ?? timepoint.id,
  }));
  const current = timepoints.at(-1);
  return current === undefined
    ? { ok: false, reason: context.timepoint }
    : { ok: true, output: { ...output, timepoints }, current };
}

/** What was derived when the read was signed; today's rules have no say in it. */
export function signedAssessments({ context, results }: ReplayedRead): {
  assessment: DraftAssessment;
  others: OtherAssessment[];
} {
  return {
    assessment: asAssessment(context, results.primary),
    others: results.others.map(other => ({
      criterion: other.criterion,
      assessment: asAssessment(context, other),
    })),
  };
}

const nothingSent = (): Promise<never> =>
  Promise.reject(new Error('CL_REPLAY_READ_ONLY: a replay changes nothing'));

/** Loads a signed read as its reader saw it; nothing of it is a draft, and nothing kept on this computer is looked at. */
export async function loadReplay(ports: CasePorts, readId: string): Promise<LoadedReplay> {
  const session = await ports.api.session();
  const replayed = await ports.api.replay(readId);
  const problems = { state: 'signed', suspended: false, problems: [] };
  const api = {
    ...ports.api,
    ...{ saveDraft: nothingSent, sign: nothingSent, flagProblem: nothingSent },
    problems: () => Promise.resolve(problems),
  };
  return {
    replayed,
    ports: { ...ports, api },
    shown: {
      ...{ session, problems, context: replayed.context, etag: '', unsent: null },
      ...{ history: null, historyUnreadable: false },
      document: parsedDocument(replayed.document, 'the signed read'),
      signed: signedAssessments(replayed),
    },
  };
}
