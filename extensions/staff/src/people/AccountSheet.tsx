import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AnswerOf } from '@corelab/client';
import { text } from '@corelab/ui';
import { useRoom } from '../frame/room.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { ReasonForm } from '../parts/ReasonForm.js';
import { SideSheet } from '../parts/SideSheet.js';
import { OneTimePassword } from './OneTimePassword.js';
import { AccountTokens } from './TokensPart.js';

export type Account = AnswerOf<'/api/admin/accounts', 'get'>['accounts'][number];

export const accountState = ({ active, mustChangePassword }: Account): string =>
  text(!active ? 'people.closed' : mustChangePassword ? 'people.mustChange' : 'people.active');

/** One account: its password, its tokens, and whether it is open. */
export function AccountSheet({ account, onClose }: { account: Account; onClose(): void }) {
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
      <p>{accountState(account)}</p>
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
      <AccountTokens user={user} />
    </SideSheet>
  );
}
