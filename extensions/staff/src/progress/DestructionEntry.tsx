import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { isOne, useTrialRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { instantText } from '../parts/instantText.js';
import { ReasonForm } from '../parts/ReasonForm.js';
import { useDecided, type Destruction } from './decisions.js';

const root = '/api/admin/trials/{trial}/identity-destructions/{id}';

interface FormProps {
  destruction: Destruction;
  onDone(sentence: string): void;
  onCancel(): void;
}

function ConfirmForm({ destruction: { id, subject }, onDone, onCancel }: FormProps) {
  const { server, trial } = useTrialRoom();
  const decided = useDecided();
  const confirm = useMutation({
    mutationFn: (password: string) =>
      server.post(`${root}/confirm`, { path: { trial: trial.id, id }, body: { password } }),
    onSuccess: async told => {
      onDone(text('destruction.destroyed', { subject: told.subject }));
      await decided();
    },
  });
  return (
    <ActForm
      act={text('destruction.confirmButton', { subject })}
      effect={text('destruction.confirmEffect', { subject })}
      reason={null}
      password
      busy={confirm.isPending}
      error={confirm.error}
      onAct={({ password }) => confirm.mutate(password)}
      onCancel={onCancel}
    />
  );
}

function RefuseForm({ destruction: { id, askedBy }, onDone, onCancel }: FormProps) {
  const { server, trial, session } = useTrialRoom();
  const decided = useDecided();
  const own = askedBy === session.user;
  const refuse = useMutation({
    mutationFn: (reason: string) =>
      server.post(`${root}/refuse`, { path: { trial: trial.id, id }, body: { reason } }),
    onSuccess: async () => {
      onDone(text(own ? 'destruction.withdrawn' : 'destruction.refused'));
      await decided();
    },
  });
  return (
    <ReasonForm
      act={text(own ? 'destruction.withdraw' : 'destruction.refuse')}
      busy={refuse.isPending}
      error={refuse.error}
      onAct={reason => refuse.mutate(reason)}
      onCancel={onCancel}
    />
  );
}

export interface DestructionEntryProps {
  destruction: Destruction;
  /** Said where it was, once it is decided and gone. */
  onDone(sentence: string): void;
}

/** An identity that is to be destroyed: whose, who asked and why, and the second person's decision. */
export function DestructionEntry({ destruction, onDone }: DestructionEntryProps) {
  const room = useTrialRoom();
  const [doing, setDoing] = useState<'confirm' | 'refuse' | null>(null);
  const { subject, askedAt, askedBy, reason } = destruction;
  const own = askedBy === room.session.user;
  const mayNot = own
    ? text('destruction.own')
    : isOne(room, 'admin')
      ? null
      : text('destruction.adminOnly');
  const form = { destruction, onDone, onCancel: () => setDoing(null) };
  return (
    <section className="cl-entry cl-waiting">
      <p className="cl-medium">{text('destruction.what', { subject })}</p>
      <p className="cl-second">
        {text('destruction.askedBy', { date: instantText(askedAt), by: askedBy })}
      </p>
      <p>{text('destruction.reason', { reason })}</p>
      {doing === 'confirm' ? <ConfirmForm {...form} /> : null}
      {doing === 'refuse' ? <RefuseForm {...form} /> : null}
      {doing === null ? (
        <>
          {mayNot === null ? null : <p>{mayNot}</p>}
          <div className="cl-row">
            {mayNot === null ? (
              <button
                type="button"
                className="cl-button"
                onClick={() => setDoing('confirm')}
              >
                {text('destruction.confirm')}
              </button>
            ) : null}
            <button
              type="button"
              className="cl-button"
              onClick={() => setDoing('refuse')}
            >
              {text(own ? 'destruction.withdraw' : 'destruction.refuse')}
            </button>
          </div>
        </>
      ) : null}
    </section>
  );
}
