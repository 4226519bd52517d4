import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { text, type TextKey } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { Choice } from '../parts/Choice.js';
import { instantText } from '../parts/instantText.js';
import { useDecided, type Unlock } from './decisions.js';
import { courseName, readStateName } from './progressWords.js';

type Dependent = Unlock['dependents'][number];
type Decision = 'approve' | 'refuse';

const adjudicators = ['same', 'another'] as const;
type Adjudicator = (typeof adjudicators)[number];

const kinds: Readonly<Record<string, TextKey>> = {
  read: 'decide.kind.read',
  course: 'decide.kind.course',
  globalRead: 'decide.kind.globalRead',
  adjudication: 'decide.kind.adjudication',
  consensus: 'decide.kind.consensus',
  final: 'decide.kind.final',
  export: 'decide.kind.export',
};

const saysDone: Readonly<Record<Unlock['task'], Readonly<Record<Decision, TextKey>>>> = {
  read: { approve: 'decide.approved', refuse: 'decide.refused' },
  adjudication: { approve: 'decide.approvedCase', refuse: 'decide.refusedCase' },
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
  const approves = decision === 'approve';
  /** Whoever opens a decision again says who makes it anew. */
  const chooses = approves && unlock.task === 'adjudication';
  const decided = useDecided();
  const [adjudicator, setAdjudicator] = useState<Adjudicator>('same');
  const decide = useMutation({
    mutationFn: (given: { reason: string; password: string }) =>
      server.post('/api/admin/trials/{trial}/unlocks/{id}/decide', {
        path: { trial: trial.id, id: unlock.id },
        body: { decision, ...given, ...(chooses ? { adjudicator } : {}) },
      }),
    onSuccess: async () => {
      onDone(text(saysDone[unlock.task][decision]));
      await decided();
    },
  });
  const { name } = session;
  return (
    <ActForm
      act={text(approves ? 'decide.approveButton' : 'decide.refuseButton', { name })}
      effect={
        approves
          ? text(chooses ? `decide.approveEffectCase.${adjudicator}` : 'decide.approveEffect', {
              user: unlock.signedBy,
            })
          : text(unlock.task === 'read' ? 'decide.refuseEffect' : 'decide.refuseEffectCase')
      }
      password
      busy={decide.isPending}
      error={decide.error}
      onAct={given => decide.mutate(given)}
      onCancel={onCancel}
    >
      {chooses ? (
        <Choice<Adjudicator>
          legend={text('decide.whoDecides')}
          value={adjudicator}
          values={adjudicators}
          onChange={setAdjudicator}
          nameOf={one => text(`decide.adjudicator.${one}`, { user: unlock.signedBy })}
        />
      ) : null}
    </ActForm>
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

/** A wish to open a signed read or decision again: who, why, what stands on it, and the second person's decision. */
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
