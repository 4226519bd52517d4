import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { AuthorityForm } from './AuthorityForm.js';
import type { Arrival, IntakeSummary } from './intakeWords.js';
import { SubjectField, useSubjects } from './SubjectField.js';
import { timepointOptions } from './timepointOptions.js';

interface ThereProps {
  subject: string;
  timepoint: string;
}

/** What the subject has at the timepoint already: images that come to it may reach reads that have begun. */
export function WhatIsThere({ subject, timepoint }: ThereProps) {
  const found = useSubjects(subject);
  const known = found.data?.subjects.find(one => one.subject === subject);
  const place = known?.timepoints.find(one => one.timepoint === timepoint);
  if (known === undefined || timepoint === '') return null;
  const exams = place?.exams ?? 0;
  return (
    <p className={exams === 0 ? 'cl-second' : 'cl-attention'}>
      {exams === 0
        ? text('intake.match.hasNone', { subject, timepoint })
        : text('intake.match.has', { subject, timepoint, count: exams })}
    </p>
  );
}

export interface MatchFormProps {
  arrival: Arrival;
  summary: IntakeSummary | null;
  onDone(said: string): void;
  onCancel(): void;
}

/** Says of which subject and timepoint a study is that waits. */
export function MatchForm({ arrival, summary, onDone, onCancel }: MatchFormProps) {
  const { server, trial } = useTrialRoom();
  const { subjects: alike, timepoints: candidates } = arrival;
  const codes = (summary?.timepoints ?? []).map(({ timepoint }) => timepoint);
  const [subject, setSubject] = useState(arrival.subject ?? alike[0] ?? '');
  const [timepoint, setTimepoint] = useState(
    arrival.proposed ?? codes.find(code => code === arrival.timepoint) ?? ''
  );
  const [site, setSite] = useState('');
  const [isNew, setIsNew] = useState(false);
  const chosen = subject.trim();
  const match = useMutation({
    mutationFn: (said: { readonly authority: string; readonly reason: string }) =>
      server.post('/api/admin/trials/{trial}/arrivals/{id}/match', {
        path: { trial: trial.id, id: arrival.id },
        body: {
          ...{ subject: chosen, timepoint, ...said },
          ...(site === '' ? {} : { site }),
          ...(isNew ? { newSubject: true } : {}),
        },
      }),
    onSuccess: () => onDone(text('intake.match.done', { subject: chosen, timepoint })),
  });
  const found = useSubjects(chosen);
  const options = timepointOptions({
    ...{ planned: summary?.timepoints ?? [], candidates, date: arrival.acquisitionDate },
    subject: found.data?.subjects.find(one => one.subject === chosen),
  });
  const ready = chosen !== '' && options.some(([code]) => code === timepoint);
  return (
    <section>
      <h3 className="cl-caption">{text('intake.match.title')}</h3>
      <AuthorityForm
        act={
          ready
            ? text('intake.match.act', { subject: chosen, timepoint })
            : text('intake.match.actPlain')
        }
        ready={ready}
        busy={match.isPending}
        error={match.error}
        onAct={said => match.mutate(said)}
        onCancel={onCancel}
      >
        <SubjectField
          value={subject}
          alike={alike}
          onChange={setSubject}
          autoFocus
        />
        <label className="cl-row">
          <input
            type="checkbox"
            checked={isNew}
            onChange={event => setIsNew(event.target.checked)}
          />
          <span>{text('intake.match.new')}</span>
        </label>
        <label className="cl-field">
          <span className="cl-label">{text('intake.timepoint')}</span>
          <select
            className="cl-select"
            value={timepoint}
            onChange={event => setTimepoint(event.target.value)}
          >
            <option value="">{text('intake.match.chooseTimepoint')}</option>
            {options.map(([code, name]) => (
              <option
                key={code}
                value={code}
              >
                {name}
              </option>
            ))}
          </select>
        </label>
        <WhatIsThere
          subject={chosen}
          timepoint={timepoint}
        />
        <label className="cl-field">
          <span className="cl-label">{text('intake.site')}</span>
          <select
            className="cl-select"
            value={site}
            onChange={event => setSite(event.target.value)}
          >
            <option value="">{text('intake.match.siteKnown')}</option>
            {(summary?.sites ?? []).map(code => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </label>
      </AuthorityForm>
    </section>
  );
}
