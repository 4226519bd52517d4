import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { instantText } from '../parts/instantText.js';
import { SideSheet } from '../parts/SideSheet.js';
import { AssessmentForm } from './AssessmentForm.js';
import { useResultsChanged, type Result, type ResultTrack } from './results.js';
import { centralText, comparedText } from './resultText.js';

interface PartProps {
  track: ResultTrack;
  result: Result;
}

function BySite({ track, result }: PartProps) {
  const [acting, setActing] = useState<'assess' | 'withdraw' | null>(null);
  const [said, setSaid] = useState('');
  const { bySite } = result;
  const words =
    bySite === null
      ? text('results.noAssessment')
      : text(bySite.assessedOn === null ? 'results.said' : 'results.saidOn', {
          ...{ response: bySite.response, by: bySite.enteredBy, on: bySite.assessedOn ?? '' },
          at: instantText(bySite.enteredAt),
        });
  return (
    <section className="cl-form">
      <h3 className="cl-heading">{text('results.bySite')}</h3>
      <p>{words}</p>
      <p
        role="status"
        className="cl-ok cl-decide-said"
      >
        {said}
      </p>
      {acting === null ? null : (
        <AssessmentForm
          key={acting}
          {...{ track, result }}
          withdraw={acting === 'withdraw'}
          onDone={sentence => {
            setActing(null);
            setSaid(sentence);
          }}
          onCancel={() => setActing(null)}
        />
      )}
      {track.enters && acting === null ? (
        <div className="cl-row">
          <button
            type="button"
            className="cl-button"
            onClick={() => setActing('assess')}
          >
            {text(bySite === null ? 'results.assess' : 'results.assessAgain')}
          </button>
          {bySite === null ? null : (
            <button
              type="button"
              className="cl-button cl-button-quiet"
              onClick={() => setActing('withdraw')}
            >
              {text('results.withdraw')}
            </button>
          )}
        </div>
      ) : null}
    </section>
  );
}

function Central({ track, result }: PartProps) {
  const { server, trial } = useTrialRoom();
  const changed = useResultsChanged();
  const { central, seen, toAcknowledge, subject, timepoint, label } = result;
  const acknowledge = useMutation({
    mutationFn: () =>
      server.post('/api/admin/trials/{trial}/results/acknowledge', {
        path: { trial: trial.id },
        body: { track: track.track, subject, timepoint, result: central?.result ?? '' },
      }),
    onSuccess: changed,
  });
  const compared = comparedText(result, track);
  return (
    <section className="cl-form">
      <h3 className="cl-heading">{text('results.central')}</h3>
      <p className="cl-row">
        <b>{centralText(result)}</b>
        {compared === null ? null : <span>{compared}</span>}
      </p>
      {central?.at == null ? null : (
        <p className="cl-second">
          {text('results.since')}: {instantText(central.at)}
        </p>
      )}
      {seen.length === 0 ? null : (
        <p className="cl-second">
          {text('results.seenBy')}:{' '}
          {seen.map(({ by, at }) => `${by} (${instantText(at)})`).join(', ')}
        </p>
      )}
      {acknowledge.isError ? <ErrorLine reason={acknowledge.error} /> : null}
      {toAcknowledge ? (
        <div className="cl-row">
          <button
            type="button"
            className="cl-button cl-button-primary"
            disabled={acknowledge.isPending}
            onClick={() => acknowledge.mutate()}
          >
            {text('results.seenOf', { subject, visit: label })}
          </button>
        </div>
      ) : null}
    </section>
  );
}

export interface ResultSheetProps extends PartProps {
  onClose(): void;
}

/** One visit beside the table: what the site says, what the readers came to, who has seen it. */
export function ResultSheet({ track, result, onClose }: ResultSheetProps) {
  const { subject, label } = result;
  return (
    <SideSheet
      title={text('results.title', { subject, visit: label })}
      onClose={onClose}
    >
      {track.told ? <Central {...{ track, result }} /> : null}
      {track.site ? <BySite {...{ track, result }} /> : null}
    </SideSheet>
  );
}
