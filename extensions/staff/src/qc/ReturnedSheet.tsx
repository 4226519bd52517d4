import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { Choice } from '../parts/Choice.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { SideSheet } from '../parts/SideSheet.js';
import { readStateName } from '../progress/progressWords.js';
import { qcKey, type ReturnedRead } from './qcData.js';
import { checks } from './qcPlace.js';

type Images = 'asBefore' | 'asNow';

function LeaveForm({ readId }: { readId: string }) {
  const { server, trial } = useTrialRoom();
  const queries = useQueryClient();
  const [images, setImages] = useState<Images | null>(null);
  const leave = useMutation({
    mutationFn: (chosen: Images) =>
      server.post('/api/admin/trials/{trial}/reads/{readId}/leave-qc', {
        path: { trial: trial.id, readId },
        body: { images: chosen },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: qcKey(trial.id) }),
  });
  if (leave.isSuccess) {
    return (
      <p
        role="status"
        className="cl-ok"
      >
        {text('qc.read.wentOn', { state: readStateName(leave.data.state) })}
      </p>
    );
  }
  return (
    <form
      className="cl-form"
      onSubmit={event => {
        event.preventDefault();
        if (images !== null && !leave.isPending) leave.mutate(images);
      }}
    >
      <Choice<Images>
        legend={text('qc.read.leaveTitle')}
        value={images}
        values={['asBefore', 'asNow']}
        onChange={setImages}
        nameOf={one => text(`qc.read.${one}`)}
      />
      {leave.isError ? <ErrorLine reason={leave.error} /> : null}
      <div className="cl-row">
        <button
          type="submit"
          className="cl-button cl-button-primary"
          disabled={images === null || leave.isPending}
        >
          {text('qc.read.leaveButton')}
        </button>
      </div>
    </form>
  );
}

export interface ReturnedSheetProps {
  read: ReturnedRead;
  onClose(): void;
}

/** A read that is back in QC: what it waits for, and the way it goes on. */
export function ReturnedSheet({ read, onClose }: ReturnedSheetProps) {
  const room = useTrialRoom();
  const { readId, subject, timepoint, slot, problemOpen, examsInQc } = read;
  return (
    <SideSheet
      title={text('qc.impact.title', { subject, timepoint, slot })}
      onClose={onClose}
    >
      {examsInQc === 0 ? null : (
        <p className="cl-attention">{text('qc.read.examsFirst', { count: examsInQc })}</p>
      )}
      {problemOpen ? <p className="cl-attention">{text('qc.read.problemFirst')}</p> : null}
      {checks(room) && !problemOpen ? <LeaveForm readId={readId} /> : null}
    </SideSheet>
  );
}
