import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import type { AnswerOf } from '@corelab/client';
import { text } from '@corelab/ui';
import { isOne, useTrialRoom } from '../frame/room.js';
import { DataGrid } from '../parts/DataGrid.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { TextInput } from '../parts/TextInput.js';
import { GrantForm } from './GrantForm.js';
import { PersonSheet } from './PersonSheet.js';
import { roleName } from './roleName.js';

export type Person = AnswerOf<'/api/admin/trials/{trial}/people', 'get'>['people'][number];

const current = ({ roles }: Person) => roles.filter(({ endedAt }) => endedAt === null);

const rolesText = (person: Person): string =>
  current(person)
    .map(({ role, sites }) =>
      sites.length === 0 ? roleName(role) : `${roleName(role)} (${sites.join(', ')})`
    )
    .join(', ');

const columns = (): ColumnDef<Person, unknown>[] => [
  { id: 'user', header: text('people.user'), accessorKey: 'user', meta: { width: '180px' } },
  { id: 'name', header: text('people.name'), accessorKey: 'name', meta: { width: '240px' } },
  {
    id: 'roles',
    header: text('people.roles'),
    accessorFn: rolesText,
    meta: { width: 'minmax(240px, 1fr)' },
  },
  {
    id: 'state',
    header: text('people.state'),
    accessorFn: ({ active }) => text(active ? 'people.active' : 'people.closed'),
    meta: { width: '120px' },
  },
];

/** Everybody who has or had a role in the trial, with what to do about it. */
export function TrialPeoplePart({ choice }: { choice: ReactNode }) {
  const room = useTrialRoom();
  const { server, trial } = room;
  const [letters, setLetters] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const [granting, setGranting] = useState(false);
  const mayGrant = isOne(room, 'admin');
  const people = useQuery({
    queryKey: ['people', trial.id],
    queryFn: () => server.get('/api/admin/trials/{trial}/people', { path: { trial: trial.id } }),
    enabled: isOne(room, 'admin', 'dataManager', 'auditor'),
  });
  const all = people.data?.people ?? [];
  const asked = letters.trim().toLowerCase();
  const shown = all.filter(({ user, name }) => `${user} ${name}`.toLowerCase().includes(asked));
  const person = all.find(({ user }) => user === open);
  return (
    <div className="cl-staff-body">
      <main className="cl-staff-main">
        {choice}
        <div className="cl-tools">
          <TextInput
            label={text('people.search')}
            type="search"
            value={letters}
            onChange={setLetters}
          />
          {mayGrant ? (
            <button
              type="button"
              className="cl-button cl-button-primary"
              onClick={() => setGranting(true)}
            >
              {text('people.grant')}
            </button>
          ) : null}
        </div>
        {granting ? <GrantForm onDone={() => setGranting(false)} /> : null}
        {people.isError ? (
          <ErrorLine
            reason={people.error}
            onRetry={() => void people.refetch()}
          />
        ) : null}
        {people.isPending ? <p role="status">{text('room.loading')}</p> : null}
        {people.isSuccess ? (
          <DataGrid
            name={text('people.ofTrial', { trial: trial.id })}
            rows={shown}
            columns={columns()}
            rowId={({ user }) => user}
            selected={open}
            onOpen={({ user }) => setOpen(user)}
            empty={text(all.length === 0 ? 'people.none' : 'people.noMatch')}
          />
        ) : null}
      </main>
      {person === undefined ? null : (
        <PersonSheet
          key={person.user}
          person={person}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
