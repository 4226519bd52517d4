import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { TextInput } from '../parts/TextInput.js';
import { LabelledSelect } from './LabelledSelect.js';
import { qcKey, type Exam } from './qcData.js';
import { seriesNames } from './seriesNames.js';

const waits: readonly Exam['state'][] = ['received', 'quarantined', 'matched', 'inQc'];

export interface AskFormProps {
  exam: Exam;
  onDone(): void;
  onCancel(): void;
}

/** A query to the site about an exam or one of its series. */
export function AskForm({ exam, onDone, onCancel }: AskFormProps) {
  const { server, trial } = useTrialRoom();
  const queries = useQueryClient();
  const [series, setSeries] = useState('');
  const [dueDate, setDueDate] = useState('');
  const ask = useMutation({
    mutationFn: (question: string) =>
      server.post('/api/admin/trials/{trial}/queries', {
        path: { trial: trial.id },
        body: {
          exam: exam.id,
          text: question,
          dueDate,
          ...(series === '' ? {} : { series }),
        },
      }),
    onSuccess: async () => {
      onDone();
      await queries.invalidateQueries({ queryKey: qcKey(trial.id) });
    },
  });
  return (
    <ActForm
      act={text('qc.ask.button')}
      effect={text(waits.includes(exam.state) ? 'qc.ask.effectWaits' : 'qc.ask.effect')}
      reason={text('qc.ask.text')}
      ready={dueDate !== ''}
      busy={ask.isPending}
      error={ask.error}
      onAct={({ reason }) => ask.mutate(reason)}
      onCancel={onCancel}
    >
      <div className="cl-row cl-wrap cl-judge">
        <LabelledSelect
          label={text('qc.ask.series')}
          value={series}
          options={[
            { value: '', name: text('qc.ask.wholeExam') },
            ...[...seriesNames(exam)].map(([value, name]) => ({ value, name })),
          ]}
          onChange={setSeries}
        />
        <TextInput
          label={text('qc.ask.due')}
          type="date"
          value={dueDate}
          onChange={setDueDate}
        />
      </div>
    </ActForm>
  );
}
