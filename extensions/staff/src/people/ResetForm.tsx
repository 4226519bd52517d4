import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';

interface ResetFormProps {
  user: string;
  /** The account has a second factor, which may be lost too. */
  hasFactor: boolean;
  onDone(): void;
}

/** Asks that a person who lost password or second factor is let in anew. */
export function ResetForm({ user, hasFactor, onDone }: ResetFormProps) {
  const { server } = useRoom();
  const queries = useQueryClient();
  const [secondFactor, setSecondFactor] = useState(false);
  const ask = useMutation({
    mutationFn: (reason: string) =>
      server.post('/api/admin/accounts/{user}/reset', {
        path: { user },
        body: { secondFactor, reason },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['resets'] });
      onDone();
    },
  });
  return (
    <ActForm
      act={text('people.resetButton', { user })}
      effect={text('people.resetEffect', { user })}
      busy={ask.isPending}
      error={ask.error}
      onAct={({ reason }) => ask.mutate(reason)}
      onCancel={onDone}
    >
      {hasFactor ? (
        <label className="cl-choice">
          <input
            type="checkbox"
            checked={secondFactor}
            onChange={event => setSecondFactor(event.target.checked)}
          />
          {text('people.resetFactor')}
        </label>
      ) : null}
    </ActForm>
  );
}
