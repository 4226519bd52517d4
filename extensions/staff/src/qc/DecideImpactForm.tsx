import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { text, type TextKey } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { Choice } from '../parts/Choice.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { TextInput } from '../parts/TextInput.js';
import { qcKey, type Impact, type ImpactDecision } from './qcData.js';
import { decisionName } from './qcWords.js';

const decisions: readonly ImpactDecision[] = ['noImpact', 'laterReads', 'readAgain'];

const isSigned = ({ readState }: Impact): boolean =>
  readState === 'signed' || readState === 'impactPending';

/** What a decision does to the read. */
export const effectOf = (decision: ImpactDecision, impact: Impact): TextKey => {
  if (decision === 'noImpact') return 'qc.impact.noImpactEffect';
  if (decision === 'laterReads') return 'qc.impact.laterReadsEffect';
  return isSigned(impact) ? 'qc.impact.readAgainSigned' : 'qc.impact.readAgainOpen';
};

export interface DecideImpactFormProps {
  impact: Impact;
  meanings: readonly string[];
}

/** Decides, signed with the password again, what a change means for a read. */
export function DecideImpactForm({ impact, meanings }: DecideImpactFormProps) {
  const { server, trial, session } = useTrialRoom();
  const queries = useQueryClient();
  const [decision, setDecision] = useState<ImpactDecision | null>(null);
  const [meaning, setMeaning] = useState(meanings.length === 1 ? (meanings[0] ?? null) : null);
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const decide = useMutation({
    mutationFn: (signed: { decision: ImpactDecision; meaning: string }) =>
      server.post('/api/admin/trials/{trial}/impacts/{impact}/decide', {
        path: { trial: trial.id, impact: impact.id },
        body: { ...signed, password, reason: reason.trim() },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: qcKey(trial.id) }),
    // A wrong password is typed anew; all else stays.
    onError: () => setPassword(''),
  });
  if (decide.isSuccess) {
    const { decision: decided, newReadId, contentHash } = decide.data;
    return (
      <p
        role="status"
        className="cl-ok"
      >
        {text(newReadId === null ? 'qc.impact.done' : 'qc.impact.doneAgain', {
          decision: decisionName(decided),
          hash: contentHash.slice(0, 12),
        })}
      </p>
    );
  }
  const ready =
    decision !== null &&
    meaning !== null &&
    reason.trim() !== '' &&
    password !== '' &&
    !decide.isPending;
  return (
    <form
      className="cl-form"
      onSubmit={event => {
        event.preventDefault();
        if (ready) decide.mutate({ decision, meaning });
      }}
    >
      <Choice<ImpactDecision>
        legend={text('qc.impact.decide')}
        value={decision}
        values={decisions}
        onChange={setDecision}
        nameOf={decisionName}
        hintOf={one => text(effectOf(one, impact))}
      />
      <p>
        <span className="cl-second">{text('sign.name')}</span> <b>{session.name}</b>
      </p>
      <Choice
        legend={text('sign.meaning')}
        value={meaning}
        values={meanings}
        onChange={setMeaning}
        nameOf={one => one}
      />
      <TextInput
        label={text('room.reason')}
        value={reason}
        onChange={setReason}
        multiline
      />
      <TextInput
        label={text('sign.password')}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
      />
      {decide.isError ? <ErrorLine reason={decide.error} /> : null}
      <div className="cl-row">
        <button
          type="submit"
          className="cl-button cl-button-primary"
          disabled={!ready}
        >
          {text('qc.impact.button')}
        </button>
      </div>
    </form>
  );
}
