import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ReasonForm } from '../parts/ReasonForm.js';
import type { Sheet } from './standings.js';

type Timepoints = Sheet['timepoints'];

/** Timepoints with which imaging can have ended: none after them has images. In the order of the visits. */
export const possibleEnds = (timepoints: Timepoints): Timepoints => {
  const lastImaged = timepoints.findLastIndex(
    ({ state }) => state !== 'expected' && state !== 'missed'
  );
  return timepoints.slice(Math.max(0, lastImaged));
};

/** Those after a timepoint that images would still be awaited of. */
export const awaitedAfter = (timepoints: Timepoints, last: string): Timepoints =>
  timepoints
    .slice(timepoints.findIndex(({ timepoint }) => timepoint === last) + 1)
    .filter(({ state, awaited }) => state === 'expected' && awaited);

export interface EndOfImagingFormProps {
  subject: string;
  timepoints: Timepoints;
  onDone(sentence: string): void;
  onCancel(): void;
}

/** Declares with which timepoint a subject's imaging ended, and says before what it does. */
export function EndOfImagingForm(props: EndOfImagingFormProps) {
  const { subject, timepoints, onDone, onCancel } = props;
  const { server, trial } = useTrialRoom();
  const queries = useQueryClient();
  const ends = possibleEnds(timepoints);
  const [last, setLast] = useState(ends[0]?.timepoint ?? '');
  const labelOf = (code: string): string =>
    timepoints.find(({ timepoint }) => timepoint === code)?.label ?? code;
  const listed = (codes: readonly string[]): string => codes.map(labelOf).join(', ');
  const after = awaitedAfter(timepoints, last).map(({ timepoint }) => timepoint);
  const declare = useMutation({
    mutationFn: (reason: string) =>
      server.post('/api/admin/trials/{trial}/end-of-imaging', {
        path: { trial: trial.id },
        body: { subject, lastTimepoint: last, reason },
      }),
    onSuccess: async ({ notAwaited }) => {
      onDone(
        notAwaited.length === 0
          ? text('progress.end.doneNone', { timepoint: labelOf(last) })
          : text('progress.end.done', {
              timepoint: labelOf(last),
              timepoints: listed(notAwaited),
            })
      );
      await queries.invalidateQueries({ queryKey: ['progress', trial.id] });
    },
  });
  return (
    <section className="cl-form">
      <label className="cl-field">
        <span className="cl-label">{text('progress.end.last')}</span>
        <select
          className="cl-select"
          value={last}
          onChange={event => setLast(event.target.value)}
        >
          {ends.map(({ timepoint, label }) => (
            <option
              key={timepoint}
              value={timepoint}
            >
              {label}
            </option>
          ))}
        </select>
      </label>
      <p>
        {after.length === 0
          ? text('progress.end.effectNone', { subject })
          : text('progress.end.effect', { subject, timepoints: listed(after) })}
      </p>
      <ReasonForm
        act={text('progress.end.act', { timepoint: labelOf(last) })}
        busy={declare.isPending || last === ''}
        error={declare.error}
        onAct={reason => declare.mutate(reason)}
        onCancel={onCancel}
      />
    </section>
  );
}
