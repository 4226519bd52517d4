import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
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
  const [question, setQuestion] = useState('');
  const [series, setSeries] = useState('');
  const [dueDate, setDueDate] = useState('');
  const ask = useMutation({
    mutationFn: () =>
      server.post('/api/admin/trials/{trial}/queries', {
        path: { trial: trial.id },
        body: {
          exam: exam.id,
          text: question.trim(),
          dueDate,
          ...(series === '' ? {} : { series }),
        },
      }),
    onSuccess: async () => {
      onDone();
      await queries.invalidateQueries({ queryKey: qcKey(trial.id) });
    },
  });
  const ready = question.trim() !== '' && dueDate !== '' && !ask.isPending;
  return (
    <form
      className="cl-form"
      onSubmit={event => {
        event.preventDefault();
        if (ready) ask.mutate();
      }}
    >
      <p>{text(waits.includes(exam.state) ? 'qc.ask.effectWaits' : 'qc.ask.effect')}</p>
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
      <TextInput
        label={text('qc.ask.text')}
        value={question}
        onChange={setQuestion}
        autoFocus
        multiline
      />
      {ask.isError ? <ErrorLine reason={ask.error} /> : null}
      <div className="cl-row">
        <button
          type="submit"
          className="cl-button cl-button-primary"
          disabled={!ready}
        >
          {text('qc.ask.button')}
        </button>
        <button
          type="button"
          className="cl-button"
          onClick={onCancel}
        >
          {text('room.cancel')}
        </button>
      </div>
    </form>
  );
}
