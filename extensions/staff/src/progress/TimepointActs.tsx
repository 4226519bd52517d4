import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { isOne, useTrialRoom } from '../frame/room.js';
import { ReasonForm } from '../parts/ReasonForm.js';
import { useDecided } from './decisions.js';
import { timepointStateName } from './progressWords.js';

type Said = 'missed' | 'expected' | 'complete' | 'not-readable';

/** What can be said of a timepoint by where it stands, as the server's machine has it. */
const possible: Readonly<Record<string, readonly Said[]>> = {
  expected: ['missed'],
  incomplete: ['complete', 'not-readable', 'missed'],
  complete: ['not-readable'],
  missed: ['expected'],
  notReadable: ['complete'],
};

interface SayFormProps {
  subject: string;
  /** Code of the timepoint. */
  timepoint: string;
  /** What it is called. */
  label: string;
  said: Said;
  onDone(sentence: string): void;
  onCancel(): void;
}

function SayForm({ subject, timepoint, label, said, onDone, onCancel }: SayFormProps) {
  const { server, trial } = useTrialRoom();
  const decided = useDecided();
  const say = useMutation({
    mutationFn: (reason: string) =>
      server.post(`/api/admin/trials/{trial}/timepoints/${said}`, {
        path: { trial: trial.id },
        body: { subject, timepoint, reason },
      }),
    onSuccess: async ({ state }) => {
      onDone(text('progress.say.done', { timepoint: label, state: timepointStateName(state) }));
      await decided();
    },
  });
  return (
    <section className="cl-form">
      <p>{text(`progress.say.${said}.effect`, { subject, timepoint: label })}</p>
      <ReasonForm
        act={text(`progress.say.${said}.act`, { timepoint: label })}
        busy={say.isPending}
        error={say.error}
        onAct={reason => say.mutate(reason)}
        onCancel={onCancel}
      />
    </section>
  );
}

export interface TimepointActsProps {
  subject: string;
  timepoint: string;
  label: string;
  state: string;
}

/** What a data manager can say of a timepoint as a whole: there will be no images, or none to be read, or these are all. */
export function TimepointActs({ subject, timepoint, label, state }: TimepointActsProps) {
  const room = useTrialRoom();
  const [open, setOpen] = useState<Said | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const offers = possible[state] ?? [];
  if (!isOne(room, 'dataManager') || (offers.length === 0 && done === null)) return null;
  return (
    <>
      {done === null ? null : (
        <p
          role="status"
          className="cl-ok"
        >
          {done}
        </p>
      )}
      {open === null ? (
        <div
          className="cl-row"
          role="group"
          aria-label={text('progress.say', { timepoint: label })}
        >
          {offers.map(said => (
            <button
              key={said}
              type="button"
              className="cl-button"
              onClick={() => {
                setDone(null);
                setOpen(said);
              }}
            >
              {text(`progress.say.${said}`)}
            </button>
          ))}
        </div>
      ) : (
        <SayForm
          {...{ subject, timepoint, label, said: open }}
          onDone={sentence => {
            setOpen(null);
            setDone(sentence);
          }}
          onCancel={() => setOpen(null)}
        />
      )}
    </>
  );
}
