import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { text, type TextKey } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { Choice } from '../parts/Choice.js';
import { instantText } from '../parts/instantText.js';
import { OpenAct } from '../parts/OpenAct.js';
import { useDecided, type Problem } from './decisions.js';
import { decisionName, problemKindName } from './progressWords.js';

const decisions = ['resume', 'hold', 'exclude'] as const;
type Decision = (typeof decisions)[number];

const effects: Readonly<Record<Problem['task'], Readonly<Record<Decision, TextKey>>>> = {
  read: {
    resume: 'decide.resumeEffect',
    hold: 'decide.holdEffect',
    exclude: 'decide.excludeEffect',
  },
  adjudication: {
    resume: 'decide.resumeEffectCase',
    hold: 'decide.holdEffectCase',
    exclude: 'decide.excludeEffectCase',
  },
};

function AnswerForm({ problem, onDone, onCancel }: AnswerFormProps) {
  const { server } = useTrialRoom();
  const decided = useDecided();
  const [decision, setDecision] = useState<Decision>('resume');
  const answer = useMutation({
    mutationFn: (words: string) =>
      server.post('/api/admin/problems/{problemId}/answer', {
        path: { problemId: problem.id },
        body: { text: words, decision },
      }),
    onSuccess: async () => {
      onDone(text('decide.answerDone'));
      await decided();
    },
  });
  return (
    <ActForm
      act={text('decide.answerButton')}
      effect={`${text(effects[problem.task][decision])} ${text('decide.blinded')}`}
      reason={text('decide.answerText')}
      busy={answer.isPending}
      error={answer.error}
      onAct={({ reason }) => answer.mutate(reason)}
      onCancel={onCancel}
    >
      <Choice<Decision>
        legend={text('decide.decision')}
        value={decision}
        values={decisions}
        onChange={setDecision}
        nameOf={one => text(`decide.${one}`)}
      />
    </ActForm>
  );
}

interface AnswerFormProps {
  problem: Problem;
  onDone(sentence: string): void;
  onCancel(): void;
}

export interface ProblemEntryProps {
  problem: Problem;
  onDone(sentence: string): void;
}

/** What a reader flagged, what was answered, and the next answer. */
export function ProblemEntry({ problem, onDone }: ProblemEntryProps) {
  const { slot, timepoint, subject, kind, raisedAt, raisedBy, thread, decision } = problem;
  return (
    <section className="cl-entry cl-waiting">
      <p className="cl-medium">
        {text('decide.problemOf', { slot, timepoint, subject, kind: problemKindName(kind) })}
      </p>
      <p className="cl-second">
        {text('decide.raised', { date: instantText(raisedAt), user: raisedBy })}
      </p>
      <blockquote className="cl-said">{problem.text}</blockquote>
      {thread.map(answer => (
        <div key={answer.at}>
          <p className="cl-second">
            {text('decide.answered', {
              ...{ by: answer.by, date: instantText(answer.at) },
              decision: decisionName(answer.decision),
            })}
          </p>
          <blockquote className="cl-said">{answer.text}</blockquote>
        </div>
      ))}
      {decision !== null ? null : (
        <OpenAct label={text('decide.answer')}>
          {close => (
            <AnswerForm
              problem={problem}
              onDone={sentence => {
                close();
                onDone(sentence);
              }}
              onCancel={close}
            />
          )}
        </OpenAct>
      )}
    </section>
  );
}
