import { useId, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { refusedWords, toClientError, type NotIdentity } from '@corelab/client';
import { isInsistable } from '@corelab/identity';
import { HeldNote, text, type TextKey } from '@corelab/ui';
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

/** What is answered; with what the person says is no identity in it. */
interface Answer {
  words: string;
  notIdentity?: NotIdentity[];
}

function AnswerForm({ problem, onDone, onCancel }: AnswerFormProps) {
  const { server } = useTrialRoom();
  const decided = useDecided();
  const [decision, setDecision] = useState<Decision>('resume');
  const answer = useMutation({
    mutationFn: ({ words, notIdentity }: Answer) =>
      server.post('/api/admin/problems/{problemId}/answer', {
        path: { problemId: problem.id },
        body: { text: words, decision, ...(notIdentity === undefined ? {} : { notIdentity }) },
      }),
    onSuccess: async () => {
      onDone(text('decide.answerDone'));
      await decided();
    },
  });
  const id = useId();
  const sent = answer.variables?.words ?? '';
  const refused = answer.error === null ? null : refusedWords(toClientError(answer.error), sent);
  const kinds = (refused?.found ?? []).flatMap(one => (isInsistable(one) ? [one.kind] : []));
  const insist = (): void =>
    answer.mutate({ words: sent, notIdentity: [{ path: '/text', kinds }] });
  return (
    <ActForm
      act={text('decide.answerButton')}
      effect={`${text(effects[problem.task][decision])} ${text('decide.blinded')}`}
      reason={text('decide.answerText')}
      busy={answer.isPending}
      error={refused === null ? answer.error : null}
      onAct={({ reason }) => answer.mutate({ words: reason })}
      onCancel={onCancel}
    >
      <Choice<Decision>
        legend={text('decide.decision')}
        value={decision}
        values={decisions}
        onChange={setDecision}
        nameOf={one => text(`decide.${one}`)}
      />
      {refused === null ? null : (
        <HeldNote
          id={id}
          held={{ found: refused.found, onInsist: insist }}
          words={refused.text}
        />
      )}
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
