import { useState } from 'react';
import { StateIcon } from './StateIcon.js';
import { text, type TextKey } from './text.js';

export interface ProblemNoticeView {
  id: string;
  /** What stands while it is undecided: that the read is on hold, and who answers. */
  waiting: TextKey;
  /** Null until decided. */
  decided: boolean;
  answers: readonly { text: string; decision: 'resume' | 'hold' | 'exclude' }[];
}

const answerKeys = {
  read: {
    resume: 'hold.answer',
    hold: 'hold.answerHolds',
    exclude: 'hold.answerExcludes',
  },
  decision: {
    resume: 'hold.answer',
    hold: 'hold.answerHoldsDecision',
    exclude: 'hold.answerExcludesDecision',
  },
} as const;

export interface ProblemNoticeProps {
  /** What is read or decided in the case. */
  of: 'read' | 'decision';
  problems: readonly ProblemNoticeView[];
}

/** Flagged problems and their answers, in the place where they were flagged; a decided one can be closed. */
export function ProblemNotice({ of, problems }: ProblemNoticeProps) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const shown = problems.filter(({ id, decided }) => !decided || !closed.has(id));
  return (
    <>
      {shown.map(({ id, waiting, decided, answers }) => (
        <div
          key={id}
          className="cl-notice"
          role="status"
          data-problem={decided ? 'answered' : 'waiting'}
        >
          <StateIcon icon={decided ? 'note' : 'paused'} />
          <div className="cl-grow">
            {decided ? null : <p>{text(waiting)}</p>}
            {answers.map(answer => (
              <p key={`${answer.decision} ${answer.text}`}>
                {text(answerKeys[of][answer.decision], { text: answer.text })}
              </p>
            ))}
          </div>
          {decided ? (
            <button
              type="button"
              className="cl-button cl-button-quiet"
              onClick={() => setClosed(new Set(closed).add(id))}
            >
              {text('problem.close')}
            </button>
          ) : null}
        </div>
      ))}
    </>
  );
}
