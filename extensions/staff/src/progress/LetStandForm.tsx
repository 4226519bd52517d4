import { useMutation } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { useDecided } from './decisions.js';

export interface LetStandFormProps {
  adjudicationId: string;
  onDone(sentence: string): void;
  onCancel(): void;
}

/** Lets a signed decision stand though something changed under a read of it; signed with the password. */
export function LetStandForm({ adjudicationId, onDone, onCancel }: LetStandFormProps) {
  const { server, trial, session } = useTrialRoom();
  const decided = useDecided();
  const stand = useMutation({
    mutationFn: (given: { reason: string; password: string }) =>
      server.post('/api/admin/trials/{trial}/adjudications/{adjudicationId}/let-stand', {
        path: { trial: trial.id, adjudicationId },
        body: given,
      }),
    onSuccess: async () => {
      onDone(text('decide.stood'));
      await decided();
    },
  });
  return (
    <ActForm
      act={text('decide.standButton', { name: session.name })}
      effect={text('decide.standEffect')}
      password
      busy={stand.isPending}
      error={stand.error}
      onAct={given => stand.mutate(given)}
      onCancel={onCancel}
    />
  );
}
