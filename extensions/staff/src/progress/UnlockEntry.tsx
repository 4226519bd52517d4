import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { text, type TextKey } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { instantText } from '../parts/instantText.js';
import { useDecided, type Unlock } from './decisions.js';
import { courseName, readStateName } from './progressWords.js';

type Dependent = Unlock['dependents'][number];
type Decision = 'approve' | 'refuse';

const kinds: Readonly<Record<string, TextKey>> = {
  read: 'decide.kind.read',
  course: 'decide.kind.course',
  globalRead: 'decide.kind.globalRead',
  adjudication: 'decide.kind.adjudication',
  final: 'decide.kind.final',
  export: 'decide.kind.export',
};

const acts: Readonly<Record<string, TextKey>> = {
  markImpact: 'decide.then.markImpact',
  reopen: 'decide.then.reopen',
  reopenFinal: 'decide.then.reopen',
  supersede: 'decide.then.supersede',
  void: 'decide.then.void',
};

/** What stands on the read, and what an approval does to it; a kind that this build does not know stands as it is. */
function dependentText({ kind, what, state, then }: Dependent): string {
  const key = kinds[kind];
  const shown = kind === 'export' ? instantText(what) : what;
  const named = key === undefined ? `${kind} ${shown}` : text(key, { what: shown });
  const stateName =
    state === null ? null : kind === 'course' ? courseName(state) : readStateName(state);
  const thing = stateName === null ? named : `${named} (${stateName})`;
  return text((then === null ? undefined : acts[then]) ?? 'decide.then.told', { what: thing });
}

interface DecideFormProps {
  unlock: Unlock;
  decision: Decision;
  onDone(sentence: string): void;
  onCancel(): void;
}

function DecideForm({ unlock, decision, onDone, onCancel }: DecideFormProps) {
  const { server, trial, session } = useTrialRoom();
  const decided = useDecided();
  const decide = useMutation({
    mutationFn: (given: { reason: string; password: string }) =>
      server.post('/api/admin/trials/{trial}/unlocks/{id}/decide', {
        path: { trial: trial.id, id: unlock.id },
        body: { decision, ...given },
      }),
    onSuccess: async () => {
      onDone(text(decision === 'approve' ? 'decide.approved' : 'decide.refused'));
      await decided();
    },
  });
  const approves = decision === 'approve';
  const { name } = session;
  return (
    <ActForm
      act={text(approves ? 'decide.approveButton' : 'decide.refuseButton', { name })}
      effect={
        approves
          ? text('decide.approveEffect', { user: unlock.signedBy })
          : text('decide.refuseEffect')
      }
      password
      busy={decide.isPending}
      error={decide.error}
      onAct={given => decide.mutate(given)}
      onCancel={onCancel}
    />
  );
}

function DecideButtons({ unlock, onChoose }: { unlock: Unlock; onChoose(to: Decision): void }) {
  const { session } = useTrialRoom();
  const asked = session.user === unlock.askedBy;
  const signed = session.user === unlock.signedBy;
  return (
    <>
      {asked ? <p>{text('decide.own')}</p> : null}
      {signed && !asked ? <p>{text('decide.ownSigned')}</p> : null}
      <div className="cl-row">
        {asked || signed ? null : (
          <button
            type="button"
            className="cl-button cl-button-primary"
            onClick={() => onChoose('approve')}
          >
            {text('decide.approve')}
          </button>
        )}
        <button
          type="button"
          className="cl-button"
          onClick={() => onChoose('refuse')}
        >
          {text(asked ? 'decide.takeBack' : 'decide.refuse')}
        </button>
      </div>
    </>
  );
}

export interface UnlockEntryProps {
  unlock: Unlock;
  /** Said where it was, once it is decided and gone. */
  onDone(sentence: string): void;
}

/** A wish to open a signed read again: who, why, what stands on it, and the second person's decision. */
export function UnlockEntry({ unlock, onDone }: UnlockEntryProps) {
  const [decision, setDecision] = useState<Decision | null>(null);
  const { slot, timepoint, subject, signedBy, version, askedAt, askedBy, reason } = unlock;
  return (
    <section className="cl-entry cl-waiting">
      <p className="cl-medium">{text('decide.unlockWhat', { slot, timepoint, subject })}</p>
      <p className="cl-second">
        {text('decide.signedBy', { user: signedBy, version })};{' '}
        {text('decide.askedBy', { date: instantText(askedAt), user: askedBy })}
      </p>
      <p>{text('decide.askedReason', { reason })}</p>
      {unlock.dependents.length === 0 ? (
        <p className="cl-second">{text('decide.standsNothing')}</p>
      ) : (
        <div>
          <p className="cl-second">{text('decide.stands')}</p>
          <ul className="cl-list cl-bullets">
            {unlock.dependents.map(one => (
              <li key={`${one.kind} ${one.what}`}>{dependentText(one)}</li>
            ))}
          </ul>
        </div>
      )}
      {decision === null ? (
        <DecideButtons
          unlock={unlock}
          onChoose={setDecision}
        />
      ) : (
        <DecideForm
          unlock={unlock}
          decision={decision}
          onDone={onDone}
          onCancel={() => setDecision(null)}
        />
      )}
    </section>
  );
}
