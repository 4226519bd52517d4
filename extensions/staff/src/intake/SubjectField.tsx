import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '@corelab/client';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { TextInput } from '../parts/TextInput.js';

export type SubjectChoice = AnswerOf<
  '/api/admin/trials/{trial}/arrivals/subjects',
  'get'
>['subjects'][number];

/** Pause in typing after which the letters are asked for, in milliseconds. */
const pause = 300;

/** The subjects with letters in their identifier, once typing pauses. */
export function useSubjects(letters: string) {
  const { server, trial } = useTrialRoom();
  const [asked, setAsked] = useState(letters.trim());
  useEffect(() => {
    if (letters.trim() === asked) return undefined;
    const timer = setTimeout(() => setAsked(letters.trim()), pause);
    return () => clearTimeout(timer);
  }, [letters, asked]);
  return useQuery({
    queryKey: ['intake', trial.id, 'subjects', asked],
    enabled: asked !== '',
    queryFn: () =>
      server.get('/api/admin/trials/{trial}/arrivals/subjects', {
        path: { trial: trial.id },
        query: { text: asked, limit: 8 },
      }),
  });
}

interface ChoicesProps {
  name: string;
  children: readonly (readonly [subject: string, label: string])[];
  value: string;
  onChange(subject: string): void;
}

function Choices({ name, children, value, onChange }: ChoicesProps) {
  return (
    <div
      className="cl-row cl-wrap-row"
      role="group"
      aria-label={name}
    >
      <span className="cl-second">{name}</span>
      {children.map(([subject, label]) => (
        <button
          key={subject}
          type="button"
          className="cl-button"
          aria-pressed={value === subject}
          onClick={() => onChange(subject)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

export interface SubjectFieldProps {
  value: string;
  onChange(subject: string): void;
  /** Subjects that the server found to be spelt alike. */
  alike: readonly string[];
  autoFocus?: boolean;
}

/** A subject's identifier: one of those spelt alike, one found by letters, or another. */
export function SubjectField({ value, onChange, alike, autoFocus }: SubjectFieldProps) {
  const found = useSubjects(value);
  const subjects = found.data?.subjects ?? [];
  const letters = value.trim();
  const others = subjects.filter(({ subject }) => !alike.includes(subject));
  return (
    <div className="cl-form">
      <TextInput
        label={text('intake.subject')}
        value={value}
        onChange={onChange}
        autoComplete="off"
        {...(autoFocus === true ? { autoFocus } : {})}
      />
      {alike.length === 0 ? null : (
        <Choices
          name={text('intake.match.alike')}
          value={letters}
          onChange={onChange}
        >
          {alike.map(subject => [subject, subject] as const)}
        </Choices>
      )}
      {found.isError ? (
        <ErrorLine
          reason={found.error}
          onRetry={() => void found.refetch()}
        />
      ) : null}
      {others.length === 0 ? null : (
        <Choices
          name={text('intake.match.found')}
          value={letters}
          onChange={onChange}
        >
          {others.map(
            ({ subject, site }) =>
              [
                subject,
                site === null
                  ? text('intake.match.chooseNoSite', { subject })
                  : text('intake.match.choose', { subject, site }),
              ] as const
          )}
        </Choices>
      )}
      <p
        role="status"
        className="cl-second"
      >
        {letters === ''
          ? ''
          : found.isFetching
            ? text('intake.match.searching')
            : found.isSuccess && subjects.length === 0
              ? text('intake.match.noSubject')
              : ''}
      </p>
    </div>
  );
}
