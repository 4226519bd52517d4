import { useId, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { SelectInput } from '../parts/SelectInput.js';
import { TextInput } from '../parts/TextInput.js';
import { qualificationName } from '../progress/progressWords.js';
import { documentHash } from './documentHash.js';
import { useRecordChanged } from './RecordSection.js';

type Kind = 'cv';

/** In the order of the trial model. */
const kinds = [
  'cv',
  'licence',
  'gcp',
  'system',
  'charterTraining',
  'readerTest',
  'conflictStatement',
] as const;

type Evidence =
  | { readonly state: 'none' }
  | { readonly state: 'hashed'; readonly hash: string }
  | { readonly state: 'failed'; readonly message: string };

function EvidenceField({ evidence, onChange }: EvidenceProps) {
  const id = useId();
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) {
      onChange({ state: 'none' });
      return;
    }
    await documentHash(file).then(
      hash => onChange({ state: 'hashed', hash }),
      (reason: unknown) =>
        onChange({
          state: 'failed',
          message: reason instanceof Error ? reason.message : String(reason),
        })
    );
  };
  return (
    <div className="cl-field">
      <label
        htmlFor={id}
        className="cl-label"
      >
        {text('people.evidence')}
      </label>
      <input
        id={id}
        type="file"
        onChange={event => void take(event.target.files?.[0])}
      />
      <span className="cl-second">{text('people.evidenceHint')}</span>
      {evidence.state === 'hashed' ? (
        <code className="cl-secret">{text('people.evidenceHash', { hash: evidence.hash })}</code>
      ) : null}
      {evidence.state === 'failed' ? (
        <span
          role="alert"
          className="cl-stop"
        >
          {text('people.evidenceFailed', { message: evidence.message })}
        </span>
      ) : null}
    </div>
  );
}

interface EvidenceProps {
  evidence: Evidence;
  onChange(evidence: Evidence): void;
}

export interface QualificationFormProps {
  user: string;
  /** The charter version in force, where it is known: training is usually in it. */
  version: number | null;
  onDone(): void;
}

/** Puts a qualification of another person on record. */
export function QualificationForm({ user, version: inForce, onDone }: QualificationFormProps) {
  const { server, trial } = useTrialRoom();
  const changed = useRecordChanged('qualifications');
  const [kind, setKind] = useState<string>('gcp');
  const [version, setVersion] = useState(inForce === null ? '' : String(inForce));
  const [date, setDate] = useState('');
  const [expiry, setExpiry] = useState('');
  const [evidence, setEvidence] = useState<Evidence>({ state: 'none' });
  const isTraining = kind === 'charterTraining';
  const record = useMutation({
    mutationFn: () =>
      server.post('/api/admin/trials/{trial}/qualifications', {
        path: { trial: trial.id },
        body: {
          ...{ user, kind: kind as Kind, date },
          ...(isTraining ? { charterVersion: Number(version) } : {}),
          ...(expiry === '' ? {} : { expiry }),
          ...(evidence.state === 'hashed' ? { documentHash: evidence.hash } : {}),
        },
      }),
    onSuccess: async () => {
      await changed();
      onDone();
    },
  });
  return (
    <ActForm
      act={text('people.addQualificationButton', { user })}
      reason={null}
      ready={date !== '' && (!isTraining || /^[1-9]\d*$/.test(version))}
      busy={record.isPending}
      error={record.error}
      onAct={() => record.mutate()}
      onCancel={onDone}
    >
      <SelectInput
        label={text('people.kind')}
        value={kind}
        options={kinds.map(one => [one, qualificationName(one)])}
        onChange={setKind}
      />
      {isTraining ? (
        <TextInput
          label={text('people.version')}
          value={version}
          onChange={setVersion}
        />
      ) : null}
      <TextInput
        label={text('people.date')}
        type="date"
        value={date}
        onChange={setDate}
      />
      <TextInput
        label={text('people.expiry')}
        type="date"
        value={expiry}
        onChange={setExpiry}
      />
      <EvidenceField
        evidence={evidence}
        onChange={setEvidence}
      />
    </ActForm>
  );
}
