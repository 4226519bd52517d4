import { useState, type ReactNode } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import type { AnswerOf } from '@corelab/client';
import { text } from '@corelab/ui';
import { useRoom } from '../frame/room.js';
import { DataGrid } from '../parts/DataGrid.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { ReasonForm } from '../parts/ReasonForm.js';
import { SideSheet } from '../parts/SideSheet.js';
import { TextInput } from '../parts/TextInput.js';

type Account = AnswerOf<'/api/admin/accounts', 'get'>['accounts'][number];

const stateText = ({ active, mustChangePassword }: Account): string =>
  text(!active ? 'people.closed' : mustChangePassword ? 'people.mustChange' : 'people.active');

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
  { id: 'state', header: text('people.state'), accessorFn: stateText, meta: { width: '180px' } },
];

/** A one-time password, shown this once. */
function OneTimePassword({ user, password }: { user: string; password: string }) {
  return (
    <section
      className="cl-leaving"
      role="alert"
    >
      <p className="cl-medium">{text('people.password', { user, password })}</p>
      <p className="cl-second">{text('people.passwordHint')}</p>
    </section>
  );
}

function NewAccount({ onDone }: { onDone(): void }) {
  const { server } = useRoom();
  const queries = useQueryClient();
  const [user, setUser] = useState('');
  const [name, setName] = useState('');
  const make = useMutation({
    mutationFn: () =>
      server.post('/api/admin/accounts', { body: { user: user.trim(), name: name.trim() } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const ready = user.trim() !== '' && name.trim() !== '' && !make.isPending;
  if (make.isSuccess) {
    return (
      <>
        <OneTimePassword
          user={make.data.account.user}
          password={make.data.oneTimePassword ?? ''}
        />
        <div>
          <button
            type="button"
            className="cl-button"
            onClick={onDone}
          >
            {text('room.close')}
          </button>
        </div>
      </>
    );
  }
  return (
    <form
      className="cl-form"
      onSubmit={event => {
        event.preventDefault();
        if (ready) make.mutate();
      }}
    >
      <div className="cl-row">
        <TextInput
          label={text('people.user')}
          value={user}
          onChange={setUser}
          autoFocus
          autoComplete="off"
        />
        <TextInput
          label={text('people.name')}
          value={name}
          onChange={setName}
          autoComplete="off"
        />
      </div>
      {make.isError ? <ErrorLine reason={make.error} /> : null}
      <div className="cl-row">
        <button
          type="submit"
          className="cl-button cl-button-primary"
          disabled={!ready}
        >
          {text('people.createButton')}
        </button>
        <button
          type="button"
          className="cl-button"
          onClick={onDone}
        >
          {text('room.cancel')}
        </button>
      </div>
    </form>
  );
}

function AccountSheet({ account, onClose }: { account: Account; onClose(): void }) {
  const { server } = useRoom();
  const queries = useQueryClient();
  const { user, active } = account;
  const [deciding, setDeciding] = useState(false);
  const again = () => queries.invalidateQueries({ queryKey: ['accounts'] });
  const decide = useMutation({
    mutationFn: (reason: string) => {
      const given = { path: { user }, body: { reason } };
      return active
        ? server.post('/api/admin/accounts/{user}/deactivate', given)
        : server.post('/api/admin/accounts/{user}/reactivate', given);
    },
    onSuccess: async () => {
      setDeciding(false);
      await again();
    },
  });
  const reset = useMutation({
    mutationFn: () =>
      server.post('/api/admin/accounts/{user}/password', { path: { user }, body: {} }),
    onSuccess: again,
  });
  const act = text(active ? 'people.deactivate' : 'people.reactivate');
  return (
    <SideSheet
      title={`${account.name} (${user})`}
      onClose={onClose}
    >
      <p>{stateText(account)}</p>
      {reset.isSuccess ? (
        <OneTimePassword
          user={user}
          password={reset.data.oneTimePassword ?? ''}
        />
      ) : (
        <button
          type="button"
          className="cl-button"
          disabled={reset.isPending || !active}
          onClick={() => reset.mutate()}
        >
          {text('people.reset')}
        </button>
      )}
      {reset.isError ? <ErrorLine reason={reset.error} /> : null}
      {deciding ? (
        <ReasonForm
          act={act}
          busy={decide.isPending}
          error={decide.error}
          onAct={reason => decide.mutate(reason)}
          onCancel={() => setDeciding(false)}
        />
      ) : (
        <button
          type="button"
          className="cl-button"
          onClick={() => setDeciding(true)}
        >
          {act}
        </button>
      )}
    </SideSheet>
  );
}

/** The accounts of the installation. */
export function AccountsPart({ choice }: { choice: ReactNode }) {
  const { server } = useRoom();
  const [letters, setLetters] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const accounts = useQuery({
    queryKey: ['accounts'],
    queryFn: () => server.get('/api/admin/accounts', {}),
  });
  const all = accounts.data?.accounts ?? [];
  const asked = letters.trim().toLowerCase();
  const shown = all.filter(({ user, name }) => `${user} ${name}`.toLowerCase().includes(asked));
  const account = all.find(({ user }) => user === open);
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
          <button
            type="button"
            className="cl-button cl-button-primary"
            onClick={() => setMaking(true)}
          >
            {text('people.create')}
          </button>
        </div>
        {making ? <NewAccount onDone={() => setMaking(false)} /> : null}
        {accounts.isPending ? <p role="status">{text('room.loading')}</p> : null}
        {accounts.isError ? (
          <ErrorLine
            reason={accounts.error}
            onRetry={() => void accounts.refetch()}
          />
        ) : null}
        {accounts.isSuccess ? (
          <DataGrid
            name={text('people.accounts')}
            rows={shown}
            columns={columns()}
            rowId={({ user }) => user}
            selected={open}
            onOpen={({ user }) => setOpen(user)}
            empty={text('people.noMatch')}
          />
        ) : null}
      </main>
      {account === undefined ? null : (
        <AccountSheet
          key={account.user}
          account={account}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
