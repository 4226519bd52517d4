import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { Choice } from '../parts/Choice.js';
import { TextInput } from '../parts/TextInput.js';
import { trackQuery, useTrackAsked } from '../tracks/tracks.js';
import { CandidateChoice } from './CandidateChoice.js';
import { useDecided } from './decisions.js';

const ways = ['takeOver', 'continue'] as const;
type Way = (typeof ways)[number];

export interface ReplaceFormProps {
  subject: string;
  slot: string;
  /** User name of its reader. */
  from: string;
  /** A read of the course, of which the candidates are asked. */
  readId: string;
  onDone(sentence: string): void;
  onCancel(): void;
}

/** Puts another person in the place of a subject's reader. */
export function ReplaceForm({ subject, slot, from, readId, onDone, onCancel }: ReplaceFormProps) {
  const { server, trial } = useTrialRoom();
  const track = useTrackAsked();
  const decided = useDecided();
  const [user, setUser] = useState<string | null>(null);
  const [how, setHow] = useState<Way>('takeOver');
  const [authorisedBy, setAuthorisedBy] = useState('');
  const replace = useMutation({
    mutationFn: (reason: string) =>
      server.post('/api/admin/trials/{trial}/replacements', {
        path: { trial: trial.id },
        body: {
          ...{ subject, slot, user: user ?? '', how, reason },
          ...{ ...trackQuery(track), authorisedBy: authorisedBy.trim() },
        },
      }),
    onSuccess: async () => {
      onDone(text('decide.replaced', { user: user ?? '', slot, subject }));
      await decided();
    },
  });
  return (
    <ActForm
      act={text('decide.replaceButton', { from })}
      effect={
        user === null
          ? text('decide.effectNobody')
          : text(`decide.${how}Effect`, { from, slot, subject, user })
      }
      ready={user !== null && authorisedBy.trim() !== ''}
      busy={replace.isPending}
      error={replace.error}
      onAct={({ reason }) => replace.mutate(reason)}
      onCancel={onCancel}
    >
      <CandidateChoice
        readId={readId}
        holder={from}
        chosen={user}
        onChoose={setUser}
      />
      <Choice<Way>
        legend={text('decide.how')}
        value={how}
        values={ways}
        onChange={setHow}
        nameOf={way => text(`decide.${way}`)}
      />
      <TextInput
        label={text('decide.authorisedBy')}
        value={authorisedBy}
        onChange={setAuthorisedBy}
        autoComplete="off"
      />
    </ActForm>
  );
}
