import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '@corelab/client';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { Choice } from '../parts/Choice.js';
import { instantText } from '../parts/instantText.js';
import { OpenAct } from '../parts/OpenAct.js';
import { TextInput } from '../parts/TextInput.js';
import { RecordSection, useRecordChanged } from './RecordSection.js';

type Conflict = AnswerOf<'/api/admin/trials/{trial}/conflicts', 'get'>['conflicts'][number];
type About = 'subject' | 'site';

const aboutText: Readonly<Record<About, 'people.aboutSubject' | 'people.aboutSite'>> = {
  subject: 'people.aboutSubject',
  site: 'people.aboutSite',
};

function ConflictForm({ user, onDone }: { user: string; onDone(): void }) {
  const { server, trial } = useTrialRoom();
  const changed = useRecordChanged('conflicts');
  const [about, setAbout] = useState<About>('subject');
  const [which, setWhich] = useState('');
  const record = useMutation({
    mutationFn: (reason: string) =>
      server.post('/api/admin/trials/{trial}/conflicts', {
        path: { trial: trial.id },
        body: {
          ...{ user, reason },
          ...(about === 'subject' ? { subject: which.trim() } : { site: which.trim() }),
        },
      }),
    onSuccess: async () => {
      await changed();
      onDone();
    },
  });
  return (
    <ActForm
      act={text('people.addConflictButton', { user })}
      effect={text('people.conflictEffect', { user })}
      ready={which.trim() !== ''}
      busy={record.isPending}
      error={record.error}
      onAct={({ reason }) => record.mutate(reason)}
      onCancel={onDone}
    >
      <Choice<About>
        legend={text('people.about')}
        value={about}
        values={['subject', 'site']}
        onChange={setAbout}
        nameOf={one => text(aboutText[one])}
      />
      <TextInput
        label={text(about === 'subject' ? 'people.subject' : 'people.site')}
        value={which}
        onChange={setWhich}
        autoFocus
        autoComplete="off"
      />
    </ActForm>
  );
}

function EndForm({ conflict, onDone }: { conflict: Conflict; onDone(): void }) {
  const { server, trial } = useTrialRoom();
  const changed = useRecordChanged('conflicts');
  const { id, user } = conflict;
  const end = useMutation({
    mutationFn: (reason: string) =>
      server.post('/api/admin/trials/{trial}/conflicts/{id}/end', {
        path: { trial: trial.id, id },
        body: { reason },
      }),
    onSuccess: async () => {
      await changed();
      onDone();
    },
  });
  return (
    <ActForm
      act={text('people.endConflictButton', { user })}
      effect={text('people.endConflictEffect', { user })}
      busy={end.isPending}
      error={end.error}
      onAct={({ reason }) => end.mutate(reason)}
      onCancel={onDone}
    />
  );
}

function Entry({ conflict }: { conflict: Conflict }) {
  const { subject, site, reason, recordedAt, recordedBy: by, endedAt } = conflict;
  return (
    <>
      <span className="cl-medium">
        {subject === null
          ? text('people.conflictSite', { site: site ?? '' })
          : text('people.conflictSubject', { subject })}
      </span>
      <span className="cl-second">
        {text('people.conflictReason', { reason, date: instantText(recordedAt), by })}
      </span>
      {endedAt === null ? (
        <OpenAct label={text('people.endConflict')}>
          {close => (
            <EndForm
              conflict={conflict}
              onDone={close}
            />
          )}
        </OpenAct>
      ) : (
        <span>
          {text('people.conflictEnded', {
            date: instantText(endedAt),
            reason: conflict.endReason ?? '',
          })}
        </span>
      )}
    </>
  );
}

/** Whose images a person must not read; for those who manage the reads. */
export function ConflictsPart({ user }: { user: string }) {
  const { server, trial } = useTrialRoom();
  const answer = useQuery({
    queryKey: ['conflicts', trial.id],
    queryFn: () => server.get('/api/admin/trials/{trial}/conflicts', { path: { trial: trial.id } }),
  });
  const all = (answer.data?.conflicts ?? []).filter(one => one.user === user);
  return (
    <RecordSection
      title={text('people.conflicts')}
      answer={answer}
      current={all.filter(({ endedAt }) => endedAt === null)}
      earlier={all.filter(({ endedAt }) => endedAt !== null)}
      none={text('people.noConflicts')}
      entry={conflict => <Entry conflict={conflict} />}
    >
      <OpenAct label={text('people.addConflict')}>
        {close => (
          <ConflictForm
            user={user}
            onDone={close}
          />
        )}
      </OpenAct>
    </RecordSection>
  );
}
