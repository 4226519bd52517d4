import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import type { AnswerOf } from '@corelab/client';
import { text } from '@corelab/ui';
import { isOne, useTrialRoom } from '../frame/room.js';
import { GrantForm } from './GrantForm.js';
import { PeopleList } from './PeopleList.js';
import { PersonSheet } from './PersonSheet.js';
import { roleName } from '@corelab/extension-trial';

export type Person = AnswerOf<'/api/admin/trials/{trial}/people', 'get'>['people'][number];

/** Roles that a person has now. */
export const currentRoles = ({ roles }: Person): Person['roles'] =>
  roles.filter(({ endedAt }) => endedAt === null);

const rolesText = (person: Person): string =>
  currentRoles(person)
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

/** Everybody of the trial, for the page and for forms that choose somebody. */
export function usePeople() {
  const { server, trial } = useTrialRoom();
  return useQuery({
    queryKey: ['people', trial.id],
    queryFn: () => server.get('/api/admin/trials/{trial}/people', { path: { trial: trial.id } }),
  });
}

/** Everybody who has or had a role in the trial, with what to do about it. */
export function TrialPeoplePart({ choice }: { choice: ReactNode }) {
  const room = useTrialRoom();
  const people = usePeople();
  return (
    <PeopleList
      choice={choice}
      name={text('people.ofTrial', { trial: room.trial.id })}
      answer={people}
      rows={people.data?.people ?? []}
      columns={columns()}
      none={text('people.none')}
      add={
        isOne(room, 'admin')
          ? { label: text('people.grant'), form: close => <GrantForm onDone={close} /> }
          : null
      }
      sheet={(person, close) => (
        <PersonSheet
          key={person.user}
          person={person}
          onClose={close}
        />
      )}
    />
  );
}
