import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { TextInput } from '../parts/TextInput.js';
import { paths, type FoundSubject } from './auditData.js';

export interface SubjectFinderProps {
  chain: string;
  onFound(subject: FoundSubject): void;
}

/** Finds a subject by a part of its identifier, which does not go into the address. */
export function SubjectFinder({ chain, onFound }: SubjectFinderProps) {
  const { server } = useRoom();
  const [typed, setTyped] = useState('');
  const find = useMutation({
    mutationFn: (words: string) =>
      server.get(paths.subjects, { path: { trial: chain }, query: { text: words } }),
    onSuccess: ({ subjects }, words) => {
      const exact = subjects.find(({ identifier }) => identifier === words);
      const one = exact ?? (subjects.length === 1 ? subjects[0] : undefined);
      if (one !== undefined) onFound(one);
    },
  });
  const found = find.data?.subjects ?? [];
  return (
    <form
      className="cl-form cl-tight"
      onSubmit={event => {
        event.preventDefault();
        if (typed.trim() !== '') find.mutate(typed.trim());
      }}
    >
      <div className="cl-row">
        <TextInput
          label={text('audit.filter.subject')}
          value={typed}
          onChange={setTyped}
        />
        <button
          type="submit"
          className="cl-button"
          disabled={typed.trim() === '' || find.isPending}
        >
          {text('audit.find')}
        </button>
      </div>
      <span role="status">
        {find.isSuccess && found.length === 0
          ? text('audit.filter.noSubject', { text: find.variables })
          : ''}
      </span>
      {found.length > 1 ? (
        <div className="cl-row cl-wrap">
          <span className="cl-second">{text('audit.filter.several')}</span>
          {found.map(subject => (
            <button
              key={subject.id}
              type="button"
              className="cl-button"
              onClick={() => onFound(subject)}
            >
              {subject.identifier}
            </button>
          ))}
        </div>
      ) : null}
      {find.isError ? <ErrorLine reason={find.error} /> : null}
    </form>
  );
}
