import { useState, type ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { text } from '@corelab/ui';
import { DataGrid } from '../parts/DataGrid.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { TextInput } from '../parts/TextInput.js';

interface Named {
  readonly user: string;
  readonly name: string;
}

export interface PeopleListProps<Row extends Named> {
  /** Which list it is, where there are several. */
  choice: ReactNode;
  name: string;
  answer: UseQueryResult<unknown>;
  rows: readonly Row[];
  columns: ColumnDef<Row, unknown>[];
  /** Said where nobody is in the list. */
  none: string;
  /** Adds somebody; null where this person may not. */
  add: { readonly label: string; form(close: () => void): ReactNode } | null;
  sheet(row: Row, close: () => void): ReactNode;
}

/** People in a table: found by letters, added by a form above it, each with a sheet beside it. */
export function PeopleList<Row extends Named>(props: PeopleListProps<Row>) {
  const { answer, rows, add, name } = props;
  const [letters, setLetters] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const asked = letters.trim().toLowerCase();
  const shown = rows.filter(row => `${row.user} ${row.name}`.toLowerCase().includes(asked));
  const opened = rows.find(({ user }) => user === open);
  return (
    <div className="cl-staff-body">
      <main className="cl-staff-main">
        {props.choice}
        <div className="cl-tools">
          <TextInput
            label={text('people.search')}
            type="search"
            value={letters}
            onChange={setLetters}
          />
          {add === null ? null : (
            <button
              type="button"
              className="cl-button cl-button-primary"
              onClick={() => setAdding(true)}
            >
              {add.label}
            </button>
          )}
        </div>
        {adding ? add?.form(() => setAdding(false)) : null}
        {answer.isPending ? <p role="status">{text('room.loading')}</p> : null}
        {answer.isError ? (
          <ErrorLine
            reason={answer.error}
            onRetry={() => void answer.refetch()}
          />
        ) : null}
        {answer.isSuccess ? (
          <DataGrid
            name={name}
            rows={shown}
            columns={props.columns}
            rowId={({ user }) => user}
            selected={open}
            onOpen={({ user }) => setOpen(user)}
            empty={rows.length === 0 ? props.none : text('people.noMatch')}
          />
        ) : null}
      </main>
      {opened === undefined ? null : props.sheet(opened, () => setOpen(null))}
    </div>
  );
}
