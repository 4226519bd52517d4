import { useMutation } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { useDecided } from './decisions.js';

export interface AskUnlockFormProps {
  task: 'read' | 'adjudication';
  /** The read's or the adjudication's id. */
  readId: string;
  slot: string;
  /** Label of the timepoint. */
  timepoint: string;
  onDone(sentence: string): void;
  onCancel(): void;
}

/** Asks for what was signed to be opened again; a second person decides. */
export function AskUnlockForm({
  task,
  readId,
  slot,
  timepoint,
  onDone,
  onCancel,
}: AskUnlockFormProps) {
  const { server, trial } = useTrialRoom();
  const decided = useDecided();
  const ask = useMutation({
    mutationFn: (reason: string) =>
      task === 'read'
        ? server.post('/api/admin/trials/{trial}/reads/{readId}/unlock', {
            path: { trial: trial.id, readId },
            body: { reason },
          })
        : server.post('/api/admin/trials/{trial}/adjudications/{adjudicationId}/unlock', {
            path: { trial: trial.id, adjudicationId: readId },
            body: { reason },
          }),
    onSuccess: async () => {
      onDone(text('decide.unlockAsked'));
      await decided();
    },
  });
  return (
    <ActForm
      act={text('decide.unlockButton', { slot, timepoint })}
      effect={text('decide.unlockEffect')}
      busy={ask.isPending}
      error={ask.error}
      onAct={({ reason }) => ask.mutate(reason)}
      onCancel={onCancel}
    />
  );
}
