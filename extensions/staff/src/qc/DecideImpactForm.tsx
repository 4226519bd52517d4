import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { text, type TextKey } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { Choice } from '../parts/Choice.js';
import { SignForm, type Signed } from '../parts/SignForm.js';
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
  const { server, trial } = useTrialRoom();
  const queries = useQueryClient();
  const [decision, setDecision] = useState<ImpactDecision | null>(null);
  const decide = useMutation({
    mutationFn: (body: Signed & { decision: ImpactDecision }) =>
      server.post('/api/admin/trials/{trial}/impacts/{impact}/decide', {
        path: { trial: trial.id, impact: impact.id },
        body: { ...body },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: qcKey(trial.id) }),
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
  return (
    <SignForm
      act={text('qc.impact.button')}
      meanings={meanings}
      ready={decision !== null}
      busy={decide.isPending}
      error={decide.error}
      onSign={signed => (decision === null ? undefined : decide.mutate({ ...signed, decision }))}
    >
      <Choice<ImpactDecision>
        legend={text('qc.impact.decide')}
        value={decision}
        values={decisions}
        onChange={setDecision}
        nameOf={decisionName}
        hintOf={one => text(effectOf(one, impact))}
      />
    </SignForm>
  );
}
