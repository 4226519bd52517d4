import type { ReadProblem, ReadProblems, Signature } from '@corelab/client';
import { ProblemNotice, type ProblemNoticeProps, type TextKey } from '@corelab/ui';

function waitingText({ kind }: ReadProblem, signed: boolean, of: 'read' | 'decision'): TextKey {
  if (kind !== 'correction') {
    if (!signed) return `hold.${kind}`;
    return of === 'read' ? 'hold.signed' : 'hold.signedDecision';
  }
  return of === 'read' ? 'hold.correction' : 'hold.correctionDecision';
}

export interface ProblemLineProps extends Pick<ProblemNoticeProps, 'of'> {
  snapshot: { readonly problems: ReadProblems; readonly signature: Signature | null };
}

/** What was flagged in this case, and the answers. */
export function ProblemLine({ snapshot, of }: ProblemLineProps) {
  const signed = snapshot.signature !== null;
  return (
    <ProblemNotice
      of={of}
      problems={snapshot.problems.problems.map(problem => ({
        id: problem.problemId,
        waiting: waitingText(problem, signed, of),
        decided: problem.decision !== null,
        answers: problem.answers,
      }))}
    />
  );
}
