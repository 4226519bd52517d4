import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ReasonForm } from '../parts/ReasonForm.js';
import { readStateName } from '../progress/progressWords.js';
import { qcKey, type QcRead } from './qcData.js';
import { checks } from './qcPlace.js';
import { readName } from './readName.js';

export interface ReadEntryProps {
  read: QcRead;
  /** Shows it among those that are back in QC. */
  onReturned(): void;
}

/** A read of the exam's timepoints, and the way back to QC while it is not signed. */
export function ReadEntry({ read, onReturned }: ReadEntryProps) {
  const room = useTrialRoom();
  const { server, trial } = room;
  const queries = useQueryClient();
  const [returning, setReturning] = useState(false);
  const { readId, timepoint, slot, state } = read;
  const back = useMutation({
    mutationFn: (reason: string) =>
      server.post('/api/admin/trials/{trial}/reads/{readId}/return-to-qc', {
        path: { trial: trial.id, readId },
        body: { reason },
      }),
    onSuccess: async () => {
      setReturning(false);
      await queries.invalidateQueries({ queryKey: qcKey(trial.id) });
    },
  });
  // A planned read shows nobody an image yet: nothing is to be taken back.
  const mayReturn = checks(room) && read.returnable && state !== 'waiting';
  return (
    <li className="cl-form cl-tight">
      <div className="cl-row">
        <span>{readName(read)}</span>
        <span className="cl-second cl-grow">{readStateName(state)}</span>
        {state === 'returnedToQc' ? (
          <button
            type="button"
            className="cl-button cl-button-quiet"
            onClick={onReturned}
          >
            {text('qc.read.leave', { timepoint, slot })}
          </button>
        ) : mayReturn && !returning ? (
          <button
            type="button"
            className="cl-button cl-button-quiet"
            onClick={() => setReturning(true)}
          >
            {text('qc.read.return', { timepoint, slot })}
          </button>
        ) : null}
      </div>
      {returning ? (
        <>
          <p>{text('qc.read.returnEffect')}</p>
          <ReasonForm
            act={text('qc.read.returnButton')}
            busy={back.isPending}
            error={back.error}
            onAct={reason => back.mutate(reason)}
            onCancel={() => setReturning(false)}
          />
        </>
      ) : null}
    </li>
  );
}
