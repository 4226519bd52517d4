import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { SelectInput } from '../parts/SelectInput.js';
import { TextInput } from '../parts/TextInput.js';
import { useResultsChanged, type Result, type ResultTrack } from './results.js';

export interface AssessmentFormProps {
  track: ResultTrack;
  result: Result;
  /** What was said before is taken back. */
  withdraw: boolean;
  onDone(sentence: string): void;
  onCancel(): void;
}

/** What the site found at a visit itself; another than before needs a reason. */
export function AssessmentForm(props: AssessmentFormProps) {
  const { track, result, withdraw, onDone, onCancel } = props;
  const { subject, timepoint, label, bySite, version } = result;
  const { server, trial } = useTrialRoom();
  const changed = useResultsChanged();
  const [response, setResponse] = useState(bySite?.response ?? '');
  const [assessedOn, setAssessedOn] = useState(bySite?.assessedOn ?? '');
  const enter = useMutation({
    mutationFn: (reason: string) =>
      server.post('/api/admin/trials/{trial}/site-assessments', {
        path: { trial: trial.id },
        body: {
          ...{ track: track.track, subject, timepoint, after: version },
          response: withdraw ? null : response,
          assessedOn: withdraw || assessedOn.trim() === '' ? null : assessedOn.trim(),
          ...(reason === '' ? {} : { reason }),
        },
      }),
    onSuccess: async answer => {
      const done = withdraw ? 'results.withdrawn' : 'results.saved';
      onDone(text(answer.changed ? done : 'results.unchanged'));
      await changed();
    },
  });
  const given = {
    reason: version === 0 ? null : text('results.reason'),
    ...{ busy: enter.isPending, error: enter.error, onCancel },
    onAct: ({ reason }: { reason: string }) => enter.mutate(reason),
  };
  if (withdraw) {
    const effect = text('results.withdrawEffect', {
      response: bySite?.response ?? '',
      visit: label,
    });
    return (
      <ActForm
        {...given}
        act={text('results.withdraw')}
        effect={effect}
      />
    );
  }
  return (
    <ActForm
      {...given}
      act={text('results.save')}
      effect={text('results.assessEffect')}
      ready={response !== ''}
    >
      <SelectInput
        label={text('results.response')}
        value={response}
        options={[['', text('results.choose')], ...track.responses.map(one => [one, one] as const)]}
        onChange={setResponse}
      />
      <TextInput
        label={text('results.assessedOn')}
        value={assessedOn}
        onChange={setAssessedOn}
        autoComplete="off"
      />
    </ActForm>
  );
}
