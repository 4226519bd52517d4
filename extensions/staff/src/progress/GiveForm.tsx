import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { CandidateChoice } from './CandidateChoice.js';
import { useDecided } from './decisions.js';
import type { Place } from './PlaceEntry.js';

export interface GiveFormProps {
  subject: string;
  /** Label of the timepoint. */
  timepoint: string;
  place: Place;
  readId: string;
  onDone(sentence: string): void;
  onCancel(): void;
}

/** Gives a read that is nobody's, or that nobody has opened, to a person. */
export function GiveForm({ subject, timepoint, place, readId, onDone, onCancel }: GiveFormProps) {
  const { server, trial } = useTrialRoom();
  const decided = useDecided();
  const [user, setUser] = useState<string | null>(null);
  const from = place.reader?.user ?? null;
  const slot = place.slot ?? '';
  const give = useMutation({
    mutationFn: (reason: string) => {
      const given = { path: { trial: trial.id, readId }, body: { user: user ?? '', reason } };
      return from === null
        ? server.post('/api/admin/trials/{trial}/reads/{readId}/assign', given)
        : server.post('/api/admin/trials/{trial}/reads/{readId}/move', given);
    },
    onSuccess: async ({ user: to }) => {
      onDone(text('decide.gave', { slot, timepoint, user: to }));
      await decided();
    },
  });
  const where = { slot, timepoint, subject };
  const effect =
    user === null
      ? text('decide.effectNobody')
      : from === null
        ? text('decide.giveEffect', { ...where, user })
        : text('decide.moveEffect', { ...where, user, from });
  return (
    <ActForm
      act={user === null ? text('decide.giveButtonNobody') : text('decide.giveButton', { user })}
      effect={effect}
      ready={user !== null}
      busy={give.isPending}
      error={give.error}
      onAct={({ reason }) => give.mutate(reason)}
      onCancel={onCancel}
    >
      <CandidateChoice
        readId={readId}
        holder={from}
        chosen={user}
        onChoose={setUser}
      />
    </ActForm>
  );
}
