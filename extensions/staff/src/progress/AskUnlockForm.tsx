import { useMutation } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { useDecided } from './decisions.js';

export interface AskUnlockFormProps {
  readId: string;
  slot: string;
  /** Label of the timepoint. */
  timepoint: string;
  onDone(sentence: string): void;
  onCancel(): void;
}

/** Asks for a signed read to be opened again; a second person decides. */
export function AskUnlockForm({ readId, slot, timepoint, onDone, onCancel }: AskUnlockFormProps) {
  const { server, trial } = useTrialRoom();
  const decided = useDecided();
  const ask = useMutation({
    mutationFn: (reason: string) =>
      server.post('/api/admin/trials/{trial}/reads/{readId}/unlock', {
        path: { trial: trial.id, readId },
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
