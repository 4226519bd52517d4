import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { TextInput } from '../parts/TextInput.js';
import { trackQuery, useTrackAsked } from '../tracks/tracks.js';
import { useDecided } from './decisions.js';

export interface ReleaseFormProps {
  kind: 'batch' | 'cut';
  /** Timepoints that have gathered. */
  count: number;
  onDone(sentence: string): void;
  onCancel(): void;
}

/** Releases what has gathered: a batch before it is full, or a data cut with its name. */
export function ReleaseForm({ kind, count, onDone, onCancel }: ReleaseFormProps) {
  const { server, trial } = useTrialRoom();
  const track = useTrackAsked();
  const decided = useDecided();
  const [name, setName] = useState('');
  const release = useMutation({
    mutationFn: (reason: string) =>
      server.post('/api/admin/trials/{trial}/batches', {
        path: { trial: trial.id },
        body: { ...trackQuery(track), reason, ...(kind === 'cut' ? { name: name.trim() } : {}) },
      }),
    onSuccess: async ({ timepoints }) => {
      onDone(text('release.done', { count: timepoints }));
      await decided();
    },
  });
  const given = {
    act: text(kind === 'cut' ? 'release.cutButton' : 'release.batchButton', { count }),
    effect: text(kind === 'cut' ? 'release.cutEffect' : 'release.batchEffect', { count }),
    ...{ busy: release.isPending, error: release.error, onCancel },
    onAct: ({ reason }: { reason: string }) => release.mutate(reason),
  };
  if (kind === 'batch') return <ActForm {...given} />;
  return (
    <ActForm
      {...given}
      ready={name.trim() !== ''}
    >
      <TextInput
        label={text('release.name')}
        value={name}
        onChange={setName}
        autoFocus
      />
    </ActForm>
  );
}
