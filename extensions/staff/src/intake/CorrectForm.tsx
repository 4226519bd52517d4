import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import type { AnswerOf } from '@corelab/client';
import { useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { TextInput } from '../parts/TextInput.js';
import { readStateName } from '../progress/progressWords.js';
import { AuthorityForm } from './AuthorityForm.js';
import { attributeName, type IntakeSummary, type Sheet } from './intakeWords.js';
import { SubjectField, useSubjects } from './SubjectField.js';
import { timepointOptions } from './timepointOptions.js';

const attributes = ['subject', 'timepoint', 'date', 'role'] as const;
type Attribute = (typeof attributes)[number];

type Affected = AnswerOf<'/api/admin/trials/{trial}/corrections/foresee', 'post'>['reads'][number];

/** The reads that a correction touches; none is said, too. */
function Consequences({ reads }: { reads: readonly Affected[] }) {
  if (reads.length === 0) return <p>{text('intake.correct.changesNone')}</p>;
  return (
    <div>
      <p className="cl-attention">{text('intake.correct.changes', { count: reads.length })}</p>
      <ul className="cl-list">
        {reads.map((read, place) => (
          <li key={place}>
            {text('intake.correct.read', {
              ...{ subject: read.subject, track: read.track, slot: read.slot },
              timepoint: read.timepoint ?? text('intake.correct.whole'),
              ...{ component: read.component, state: readStateName(read.state) },
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SelectProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, name: string])[];
  onChange(value: string): void;
}

function Select({ label, value, options, onChange }: SelectProps) {
  return (
    <label className="cl-field">
      <span className="cl-label">{label}</span>
      <select
        className="cl-select"
        value={value}
        onChange={event => onChange(event.target.value)}
      >
        <option value="">{text('intake.match.chooseTimepoint')}</option>
        {options.map(([one, name]) => (
          <option
            key={one}
            value={one}
          >
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

export interface CorrectFormProps {
  sheet: Sheet;
  summary: IntakeSummary | null;
  onDone(said: string): void;
  onCancel(): void;
}

/** Corrects an exam or the role of one of its series, once what it changes has been looked at. */
export function CorrectForm({ sheet, summary, onDone, onCancel }: CorrectFormProps) {
  const { server, trial } = useTrialRoom();
  const { arrival, series } = sheet;
  const { place } = arrival;
  const [attribute, setAttribute] = useState<Attribute>('subject');
  const [seriesId, setSeriesId] = useState('');
  const [value, setValue] = useState('');
  const chosen = value.trim();
  const found = useSubjects(place?.subject ?? '');
  const asked =
    attribute === 'role'
      ? { exam: place?.exam ?? '', series: seriesId, attribute, value: chosen }
      : { exam: place?.exam ?? '', attribute, value: chosen };
  const path = { trial: trial.id };
  const foresee = useMutation({
    mutationFn: () =>
      server.post('/api/admin/trials/{trial}/corrections/foresee', { path, body: asked }),
  });
  const correct = useMutation({
    mutationFn: (said: { readonly authority: string; readonly reason: string }) =>
      server.post('/api/admin/trials/{trial}/corrections', { path, body: { ...asked, ...said } }),
    onSuccess: () => onDone(text('intake.correct.done', { value: chosen })),
  });
  const change = (act: () => void): void => {
    act();
    // What was foreseen was of another value.
    foresee.reset();
    correct.reset();
  };
  const now: Readonly<Record<Attribute, string | null>> = {
    subject: place?.subject ?? null,
    timepoint: place?.timepoints.join(', ') ?? null,
    date: place?.date ?? null,
    role: series.find(({ id }) => id === seriesId)?.role ?? null,
  };
  const stands = now[attribute];
  const says = chosen !== '' && (attribute !== 'role' || seriesId !== '');
  const onChange = (to: string): void => change(() => setValue(to));
  return (
    <section className="cl-form">
      <h3 className="cl-caption">{text('intake.correct.title')}</h3>
      <p className="cl-second">{text('intake.correct.hint')}</p>
      <label className="cl-field">
        <span className="cl-label">{text('intake.correct.attribute')}</span>
        <select
          className="cl-select"
          value={attribute}
          onChange={event =>
            change(() => {
              setAttribute(event.target.value as Attribute);
              setValue('');
            })
          }
        >
          {attributes.map(one => (
            <option
              key={one}
              value={one}
            >
              {attributeName(one)}
            </option>
          ))}
        </select>
      </label>
      {attribute === 'role' ? (
        <Select
          label={text('intake.correct.whichSeries')}
          value={seriesId}
          options={series.flatMap(({ id, modality, role }, at) =>
            id === null
              ? []
              : [
                  [
                    id,
                    text('intake.correct.seriesOption', {
                      number: at + 1,
                      modality: modality ?? text('intake.sheet.unknown'),
                      role: role ?? text('intake.sheet.noRole'),
                    }),
                  ] as const,
                ]
          )}
          onChange={id => change(() => setSeriesId(id))}
        />
      ) : null}
      {stands === null || stands === '' ? null : (
        <p className="cl-second">{text('intake.correct.now', { value: stands })}</p>
      )}
      {attribute === 'subject' ? (
        <SubjectField
          value={value}
          alike={[]}
          onChange={onChange}
        />
      ) : attribute === 'date' ? (
        <TextInput
          label={text('intake.correct.value')}
          type="date"
          value={value}
          onChange={onChange}
        />
      ) : (
        <Select
          label={text('intake.correct.value')}
          value={value}
          options={
            attribute === 'role'
              ? (summary?.roles ?? []).map(one => [one, one] as const)
              : timepointOptions({
                  ...{ planned: summary?.timepoints ?? [], candidates: [] },
                  subject: found.data?.subjects.find(one => one.subject === place?.subject),
                  date: place?.date ?? null,
                })
          }
          onChange={onChange}
        />
      )}
      {foresee.isError ? <ErrorLine reason={foresee.error} /> : null}
      {foresee.isSuccess ? (
        <AuthorityForm
          act={text('intake.correct.act', { value: chosen })}
          ready={says}
          busy={correct.isPending}
          error={correct.error}
          onAct={said => correct.mutate(said)}
          onCancel={onCancel}
        >
          <Consequences reads={foresee.data.reads} />
        </AuthorityForm>
      ) : (
        <div className="cl-row">
          <button
            type="button"
            className="cl-button cl-button-primary"
            disabled={!says || foresee.isPending}
            onClick={() => foresee.mutate()}
          >
            {text('intake.correct.foresee')}
          </button>
          <button
            type="button"
            className="cl-button"
            onClick={onCancel}
          >
            {text('room.cancel')}
          </button>
        </div>
      )}
    </section>
  );
}
