import { useMutation, useQueryClient } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ReasonForm } from '../parts/ReasonForm.js';

export interface WithdrawEndFormProps {
  subject: string;
  /** Label of the timepoint with which the end was declared. */
  timepoint: string;
  onDone(sentence: string): void;
  onCancel(): void;
}

/** Takes back an end of imaging that was declared by mistake, and says before what it does. */
export function WithdrawEndForm({ subject, timepoint, onDone, onCancel }: WithdrawEndFormProps) {
  const { server, trial } = useTrialRoom();
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (reason: string) =>
      server.post('/api/admin/trials/{trial}/end-of-imaging/withdraw', {
        path: { trial: trial.id },
        body: { subject, reason },
      }),
    onSuccess: async () => {
      onDone(text('progress.end.withdrawn'));
      await queries.invalidateQueries({ queryKey: ['progress', trial.id] });
    },
  });
  return (
    <section className="cl-form">
      <p>{text('progress.end.withdrawEffect', { subject, timepoint })}</p>
      <ReasonForm
        act={text('progress.end.withdraw')}
        busy={withdraw.isPending}
        error={withdraw.error}
        onAct={reason => withdraw.mutate(reason)}
        onCancel={onCancel}
      />
    </section>
  );
}
