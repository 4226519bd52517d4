import type { ReadProblem } from '@corelab/client';
import { ProblemNotice, type TextKey } from '@corelab/ui';
import type { CaseSnapshot } from '../case/caseSnapshot.js';

function waitingText({ kind }: ReadProblem, signed: boolean): TextKey {
  return signed && kind !== 'correction' ? 'hold.signed' : `hold.${kind}`;
}

/** What the reader flagged in this read, and the answers. */
export function ProblemLine({ snapshot }: { snapshot: CaseSnapshot }) {
  const signed = snapshot.signature !== null;
  return (
    <ProblemNotice
      problems={snapshot.problems.problems.map(problem => ({
        id: problem.problemId,
        waiting: waitingText(problem, signed),
        decided: problem.decision !== null,
        answers: problem.answers,
      }))}
    />
  );
}
