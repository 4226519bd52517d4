import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '@corelab/client';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { instantText } from '../parts/instantText.js';
import { OpenAct } from '../parts/OpenAct.js';
import { SelectInput } from '../parts/SelectInput.js';
import { TextInput } from '../parts/TextInput.js';
import { RecordSection, useRecordChanged } from './RecordSection.js';
import { currentRoles, usePeople } from './TrialPeoplePart.js';

type Absence = AnswerOf<'/api/admin/trials/{trial}/absences', 'get'>['absences'][number];

function AbsenceForm({ user, onDone }: { user: string; onDone(): void }) {
  const { server, trial } = useTrialRoom();
  const changed = useRecordChanged('absences');
  const people = usePeople();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [backup, setBackup] = useState('');
  const record = useMutation({
    mutationFn: () =>
      server.post('/api/admin/trials/{trial}/absences', {
        path: { trial: trial.id },
        body: { user, from, to, ...(backup === '' ? {} : { backup }) },
      }),
    onSuccess: async () => {
      await changed();
      onDone();
    },
  });
  const standIns = (people.data?.people ?? []).filter(
    person =>
      person.user !== user &&
      person.active &&
      currentRoles(person).some(({ role }) => role === 'reader' || role === 'adjudicator')
  );
  return (
    <ActForm
      act={text('people.addAbsenceButton', { user })}
      effect={text('people.absenceEffect', { user })}
      reason={null}
      ready={from !== '' && to !== ''}
      busy={record.isPending}
      error={record.error}
      onAct={() => record.mutate()}
      onCancel={onDone}
    >
      <TextInput
        label={text('people.from')}
        type="date"
        value={from}
        onChange={setFrom}
        autoFocus
      />
      <TextInput
        label={text('people.to')}
        type="date"
        value={to}
        onChange={setTo}
      />
      <SelectInput
        label={text('people.backupLabel')}
        value={backup}
        options={[
          ['', text('people.nobody')],
          ...standIns.map(one => [one.user, `${one.name} (${one.user})`] as const),
        ]}
        onChange={setBackup}
      />
    </ActForm>
  );
}

function CancelForm({ absence, onDone }: { absence: Absence; onDone(): void }) {
  const { server, trial } = useTrialRoom();
  const changed = useRecordChanged('absences');
  const { id, user, from, to } = absence;
  const cancel = useMutation({
    mutationFn: () =>
      server.post('/api/admin/trials/{trial}/absences/{id}/cancel', {
        path: { trial: trial.id, id },
      }),
    onSuccess: async () => {
      await changed();
      onDone();
    },
  });
  return (
    <ActForm
      act={text('people.cancelButton', { user })}
      effect={text('people.cancelEffect', { user, from, to })}
      reason={null}
      busy={cancel.isPending}
      error={cancel.error}
      onAct={() => cancel.mutate()}
      onCancel={onDone}
    />
  );
}

function Entry({ absence }: { absence: Absence }) {
  const { from, to, backup, cancelledAt, recordedAt, recordedBy: by } = absence;
  return (
    <>
      <span className="cl-medium">{text('people.absence', { from, to })}</span>
      <span>{backup === null ? text('people.noBackup') : text('people.backup', { backup })}</span>
      <span className="cl-second">
        {text('people.recordedBy', { date: instantText(recordedAt), by })}
      </span>
      {cancelledAt === null ? (
        <OpenAct label={text('people.cancelAbsence')}>
          {close => (
            <CancelForm
              absence={absence}
              onDone={close}
            />
          )}
        </OpenAct>
      ) : (
        <span>{text('people.cancelled', { date: instantText(cancelledAt) })}</span>
      )}
    </>
  );
}

/** When a person is away, and who stands in; for those who manage the reads. */
export function AbsencesPart({ user }: { user: string }) {
  const { server, trial } = useTrialRoom();
  const answer = useQuery({
    queryKey: ['absences', trial.id],
    queryFn: () => server.get('/api/admin/trials/{trial}/absences', { path: { trial: trial.id } }),
  });
  const all = (answer.data?.absences ?? []).filter(one => one.user === user);
  return (
    <RecordSection
      title={text('people.absences')}
      answer={answer}
      current={all.filter(({ cancelledAt }) => cancelledAt === null)}
      earlier={all.filter(({ cancelledAt }) => cancelledAt !== null)}
      none={text('people.noAbsences')}
      entry={absence => <Entry absence={absence} />}
    >
      <OpenAct label={text('people.addAbsence')}>
        {close => (
          <AbsenceForm
            user={user}
            onDone={close}
          />
        )}
      </OpenAct>
    </RecordSection>
  );
}
