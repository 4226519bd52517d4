import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AnswerOf } from '@corelab/client';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { Choice } from '../parts/Choice.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { SideSheet } from '../parts/SideSheet.js';
import { TextInput } from '../parts/TextInput.js';
import { EffectSentences } from './ImpactView.js';
import { charterKey, scopeText, useImpact, type VersionView } from './versions.js';

export type Approved = AnswerOf<'/api/admin/trials/{trial}/versions/{version}/approve', 'post'>;

export interface ApproveSheetProps {
  version: VersionView;
  onApproved(approved: Approved): void;
  onClose(): void;
}

/** A second person's signature: what is signed, what comes of it, meaning, reason, password. */
export function ApproveSheet({ version: shown, onApproved, onClose }: ApproveSheetProps) {
  const { server, trial, session } = useTrialRoom();
  const queries = useQueryClient();
  const { version, scope, approvalMeanings, author } = shown;
  const [meaning, setMeaning] = useState(approvalMeanings.length === 1 ? approvalMeanings[0] : '');
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const impact = useImpact(version);
  const approve = useMutation({
    mutationFn: () =>
      server.post('/api/admin/trials/{trial}/versions/{version}/approve', {
        path: { trial: trial.id, version: String(version) },
        body: { password, meaning: meaning ?? '', reason: reason.trim() },
      }),
    onSuccess: async approved => {
      await queries.invalidateQueries({ queryKey: charterKey(trial.id) });
      onApproved(approved);
    },
    // A wrong password is typed anew; reason and meaning stay.
    onError: () => setPassword(''),
  });
  const ready =
    password !== '' &&
    meaning !== '' &&
    reason.trim() !== '' &&
    impact.isSuccess &&
    !approve.isPending;
  return (
    <SideSheet
      title={text('trials.approveTitle', { version })}
      onClose={onClose}
    >
      <p>
        {text('trials.approveWhat', {
          ...{ version, trial: trial.id, author: author ?? text('trials.system') },
          scope: text(scopeText[scope]),
        })}
      </p>
      <h3 className="cl-caption">{text('trials.onApproval')}</h3>
      {impact.isPending ? <p role="status">{text('room.loading')}</p> : null}
      {impact.isError ? (
        <ErrorLine
          reason={impact.error}
          onRetry={() => void impact.refetch()}
        />
      ) : null}
      {impact.isSuccess ? <EffectSentences impact={impact.data} /> : null}
      <form
        className="cl-form"
        onSubmit={event => {
          event.preventDefault();
          if (ready) approve.mutate();
        }}
      >
        <p>
          <span className="cl-second">{text('sign.name')}</span> <b>{session.name}</b>
        </p>
        <Choice
          legend={text('sign.meaning')}
          value={meaning ?? null}
          values={approvalMeanings}
          onChange={setMeaning}
          nameOf={one => one}
        />
        <TextInput
          label={text('room.reason')}
          value={reason}
          onChange={setReason}
          multiline
        />
        <TextInput
          label={text('sign.password')}
          type="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        {approve.isError ? <ErrorLine reason={approve.error} /> : null}
        <div className="cl-row">
          <button
            type="submit"
            className="cl-button cl-button-primary"
            disabled={!ready}
          >
            {text('trials.approveButton', { version })}
          </button>
          <button
            type="button"
            className="cl-button"
            onClick={onClose}
          >
            {text('room.cancel')}
          </button>
        </div>
      </form>
    </SideSheet>
  );
}
