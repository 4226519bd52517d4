import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { isOne, useTrialRoom } from '../frame/room.js';
import { ReasonForm } from '../parts/ReasonForm.js';
import { charterKey, type VersionView } from './versions.js';

export interface VersionActsProps {
  version: VersionView;
  onWrite(): void;
  onSend(): void;
  onApprove(): void;
}

type Refusal = 'reject' | 'recall';

const acts = {
  reject: 'trials.rejectButton',
  recall: 'trials.recallButton',
} as const satisfies Readonly<Record<Refusal, string>>;

/** What the person may do with a version now, and why not what another person does. */
export function VersionActs({ version: shown, onWrite, onSend, onApprove }: VersionActsProps) {
  const room = useTrialRoom();
  const { server, trial, session } = room;
  const queries = useQueryClient();
  const [refusing, setRefusing] = useState<Refusal | null>(null);
  const { version, state, author } = shown;
  const refuse = useMutation({
    mutationFn: ({ act, reason }: { act: Refusal; reason: string }) => {
      const given = { path: { trial: trial.id, version: String(version) }, body: { reason } };
      return act === 'reject'
        ? server.post('/api/admin/trials/{trial}/versions/{version}/reject', given)
        : server.post('/api/admin/trials/{trial}/versions/{version}/recall', given);
    },
    onSuccess: async () => {
      setRefusing(null);
      await queries.invalidateQueries({ queryKey: charterKey(trial.id) });
    },
  });
  if (!isOne(room, 'admin')) return <p className="cl-second">{text('trials.readOnly')}</p>;
  if (refusing !== null) {
    return (
      <ReasonForm
        act={text(acts[refusing], { version })}
        busy={refuse.isPending}
        error={refuse.error}
        onAct={reason => refuse.mutate({ act: refusing, reason })}
        onCancel={() => {
          refuse.reset();
          setRefusing(null);
        }}
      />
    );
  }
  const own = author === session.user;
  const waits = state === 'sentForApproval';
  return (
    <>
      <div className="cl-row cl-wrap-row">
        {waits && !own ? (
          <>
            <button
              type="button"
              className="cl-button cl-button-primary"
              onClick={onApprove}
            >
              {text('trials.approve')}
            </button>
            <button
              type="button"
              className="cl-button"
              onClick={() => setRefusing('reject')}
            >
              {text('trials.reject')}
            </button>
          </>
        ) : null}
        {waits ? (
          <button
            type="button"
            className="cl-button"
            onClick={() => setRefusing('recall')}
          >
            {text('trials.recall')}
          </button>
        ) : null}
        {state === 'draft' ? (
          <button
            type="button"
            className="cl-button"
            disabled={shown.hash === null || shown.unsupported.length > 0}
            onClick={onSend}
          >
            {text('trials.send')}
          </button>
        ) : null}
        <button
          type="button"
          className={`cl-button ${state === 'draft' ? 'cl-button-primary' : ''}`}
          onClick={onWrite}
        >
          {text(state === 'draft' ? 'trials.writeOn' : 'trials.amend')}
        </button>
      </div>
      {waits && own ? <p className="cl-second">{text('trials.ownVersion')}</p> : null}
      {state === 'draft' && shown.hash === null ? (
        <p className="cl-second">{text('trials.sendNeedsValid')}</p>
      ) : null}
      {state === 'draft' && shown.unsupported.length > 0 ? (
        <p className="cl-second">{text('trials.sendNeedsSupported')}</p>
      ) : null}
    </>
  );
}
