import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { text } from '@corelab/ui';
import { useRoom } from '../frame/room.js';
import { AccountSheet, accountState, factorText, type Account } from './AccountSheet.js';
import { NewAccount } from './NewAccount.js';
import { PeopleList } from './PeopleList.js';
import { ResetsPart } from './ResetsPart.js';

const columns = (): ColumnDef<Account, unknown>[] => [
  { id: 'user', header: text('people.user'), accessorKey: 'user', meta: { width: '180px' } },
  {
    id: 'name',
    header: text('people.name'),
    accessorKey: 'name',
    meta: { width: 'minmax(240px, 1fr)' },
  },
  {
    id: 'administrator',
    header: text('people.roles'),
    accessorFn: ({ administrator }) => (administrator ? text('role.administrator') : ''),
    meta: { width: '240px' },
  },
  {
    id: 'secondFactor',
    header: text('people.secondFactor'),
    accessorFn: factorText,
    meta: { width: '140px' },
  },
  { id: 'state', header: text('people.state'), accessorFn: accountState, meta: { width: '180px' } },
];

/** The accounts of the installation. */
export function AccountsPart({ choice }: { choice: ReactNode }) {
  const { server } = useRoom();
  const accounts = useQuery({
    queryKey: ['accounts'],
    queryFn: () => server.get('/api/admin/accounts', {}),
  });
  return (
    <PeopleList
      choice={
        <>
          {choice}
          <ResetsPart />
        </>
      }
      name={text('people.accounts')}
      answer={accounts}
      rows={accounts.data?.accounts ?? []}
      columns={columns()}
      none={text('people.noMatch')}
      add={{
        label: text('people.create'),
        form: close => (
          <NewAccount
            identityProvider={accounts.data?.identityProvider ?? null}
            onDone={close}
          />
        ),
      }}
      sheet={(account, close) => (
        <AccountSheet
          identityProvider={accounts.data?.identityProvider ?? null}
          key={account.user}
          account={account}
          onClose={close}
        />
      )}
    />
  );
}
