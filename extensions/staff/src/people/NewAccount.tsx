import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { TextInput } from '../parts/TextInput.js';
import { OneTimePassword } from './OneTimePassword.js';

export interface NewAccountProps {
  /** What the organisation's login is called; null where there is none. */
  identityProvider: string | null;
  onDone(): void;
}

/** Makes an account, and shows its one-time password this once; or one for a person of the organisation's login. */
export function NewAccount({ identityProvider, onDone }: NewAccountProps) {
  const { server } = useRoom();
  const queries = useQueryClient();
  const [user, setUser] = useState('');
  const [name, setName] = useState('');
  const [providerUser, setProviderUser] = useState('');
  const make = useMutation({
    mutationFn: () =>
      server.post('/api/admin/accounts', {
        body: {
          ...{ user: user.trim(), name: name.trim() },
          ...(providerUser.trim() === '' ? {} : { providerUser: providerUser.trim() }),
        },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const ready = user.trim() !== '' && name.trim() !== '' && !make.isPending;
  if (make.isSuccess) {
    return (
      <>
        {make.data.oneTimePassword === null ? (
          <p role="status">
            {text('confirm.made', {
              ...{ user: make.data.account.user, provider: identityProvider ?? '' },
            })}
          </p>
        ) : (
          <OneTimePassword
            user={make.data.account.user}
            password={make.data.oneTimePassword}
          />
        )}
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
      {identityProvider === null ? null : (
        <TextInput
          label={text('confirm.providerUser', { provider: identityProvider })}
          value={providerUser}
          onChange={setProviderUser}
        />
      )}
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
