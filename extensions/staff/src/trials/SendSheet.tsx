import { useMutation, useQueryClient } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { SideSheet } from '../parts/SideSheet.js';
import { EffectSentences } from './ImpactView.js';
import { charterKey, scopeText, useImpact, type Scope } from './versions.js';

export interface SendSheetProps {
  version: number;
  scope: Scope;
  reason: string;
  onSent(): void;
  onClose(): void;
}

/** What sending does and what the approval will do, before it is sent. */
export function SendSheet({ version, scope, reason, onSent, onClose }: SendSheetProps) {
  const { server, trial } = useTrialRoom();
  const queries = useQueryClient();
  const impact = useImpact(version);
  const send = useMutation({
    mutationFn: () =>
      server.post('/api/admin/trials/{trial}/versions/{version}/send', {
        path: { trial: trial.id, version: String(version) },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: charterKey(trial.id) });
      onSent();
    },
  });
  return (
    <SideSheet
      title={text('trials.sendTitle', { version })}
      onClose={onClose}
    >
      <p>{text('trials.sendWhat', { version, trial: trial.id })}</p>
      <dl className="cl-facts">
        <dt>{text('trials.scope')}</dt>
        <dd>{text(scopeText[scope])}</dd>
        <dt>{text('room.reason')}</dt>
        <dd>{reason}</dd>
      </dl>
      <h3 className="cl-caption">{text('trials.onApproval')}</h3>
      {impact.isPending ? <p role="status">{text('room.loading')}</p> : null}
      {impact.isError ? (
        <ErrorLine
          reason={impact.error}
          onRetry={() => void impact.refetch()}
        />
      ) : null}
      {impact.isSuccess ? <EffectSentences impact={impact.data} /> : null}
      {send.isError ? <ErrorLine reason={send.error} /> : null}
      <div className="cl-row">
        <button
          type="button"
          className="cl-button cl-button-primary"
          disabled={!impact.isSuccess || send.isPending}
          onClick={() => send.mutate()}
        >
          {text('trials.sendButton', { version })}
        </button>
        <button
          type="button"
          className="cl-button"
          onClick={onClose}
        >
          {text('room.cancel')}
        </button>
      </div>
    </SideSheet>
  );
}
