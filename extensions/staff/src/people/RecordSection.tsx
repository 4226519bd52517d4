import type { ReactNode } from 'react';
import { useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useTrialRoom } from '../frame/room.js';
import { EarlierEntries } from '../parts/EarlierEntries.js';
import { ErrorLine } from '../parts/ErrorLine.js';

export interface RecordSectionProps<Entry extends { readonly id: string }> {
  title: string;
  answer: UseQueryResult<unknown>;
  /** What holds now, and what ended. */
  current: readonly Entry[];
  earlier: readonly Entry[];
  none: string;
  entry(one: Entry): ReactNode;
  children?: ReactNode;
}

/** One kind of entry on a person's record: what holds, folded what ended, and below what can be done. */
export function RecordSection<Entry extends { readonly id: string }>(
  props: RecordSectionProps<Entry>
) {
  const { title, answer, current, earlier, none, entry, children } = props;
  const listed = (entries: readonly Entry[]) =>
    entries.map(one => (
      <li
        key={one.id}
        className="cl-entry"
      >
        {entry(one)}
      </li>
    ));
  return (
    <section className="cl-form cl-record">
      <h3 className="cl-caption">{title}</h3>
      {answer.isPending ? <p role="status">{text('room.loading')}</p> : null}
      {answer.isError ? (
        <ErrorLine
          reason={answer.error}
          onRetry={() => void answer.refetch()}
        />
      ) : null}
      {answer.isSuccess && current.length === 0 ? <p className="cl-second">{none}</p> : null}
      {current.length === 0 ? null : <ul className="cl-list cl-form">{listed(current)}</ul>}
      <EarlierEntries entries={listed(earlier)} />
      {children}
    </section>
  );
}

export type RecordKind = 'qualifications' | 'absences' | 'conflicts';

/** After an entry was made or ended: the record and the progress, which goes by it, are asked for again. */
export function useRecordChanged(kind: RecordKind): () => Promise<unknown> {
  const queries = useQueryClient();
  const { trial } = useTrialRoom();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: [kind, trial.id] }),
      queries.invalidateQueries({ queryKey: ['progress', trial.id] }),
    ]);
}
