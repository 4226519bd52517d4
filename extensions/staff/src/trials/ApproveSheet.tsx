import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AnswerOf } from '@corelab/client';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { SideSheet } from '../parts/SideSheet.js';
import { SignForm, type Signed } from '../parts/SignForm.js';
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
  const { server, trial } = useTrialRoom();
  const queries = useQueryClient();
  const { version, scope, approvalMeanings, author } = shown;
  const impact = useImpact(version);
  const approve = useMutation({
    mutationFn: (body: Signed) =>
      server.post('/api/admin/trials/{trial}/versions/{version}/approve', {
        path: { trial: trial.id, version: String(version) },
        body: { ...body },
      }),
    onSuccess: async approved => {
      await queries.invalidateQueries({ queryKey: charterKey(trial.id) });
      onApproved(approved);
    },
  });
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
      <SignForm
        act={text('trials.approveButton', { version })}
        meanings={approvalMeanings}
        ready={impact.isSuccess}
        busy={approve.isPending}
        error={approve.error}
        onSign={signed => approve.mutate(signed)}
        onCancel={onClose}
      />
    </SideSheet>
  );
}
