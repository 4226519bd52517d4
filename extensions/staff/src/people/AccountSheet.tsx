import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AnswerOf } from '@corelab/client';
import { text } from '@corelab/ui';
import { useRoom } from '../frame/room.js';
import { OpenAct } from '../parts/OpenAct.js';
import { ReasonForm } from '../parts/ReasonForm.js';
import { SideSheet } from '../parts/SideSheet.js';
import { ResetForm } from './ResetForm.js';
import { AccountTokens } from './TokensPart.js';

export type Account = AnswerOf<'/api/admin/accounts', 'get'>['accounts'][number];

export const accountState = ({ active, mustChangePassword }: Account): string =>
  text(!active ? 'people.closed' : mustChangePassword ? 'people.mustChange' : 'people.active');

/** Whether a code is asked for after the password; of who has none here, that is settled elsewhere. */
export const factorText = ({ secondFactor, provider }: Account): string =>
  provider !== null
    ? text('confirm.factor')
    : text(secondFactor ? 'people.secondFactorOn' : 'people.secondFactorOff');

export interface AccountSheetProps {
  account: Account;
  /** What the organisation's login is called; null where there is none. */
  identityProvider: string | null;
  onClose(): void;
}

/** One account: its password, its tokens, and whether it is open. */
export function AccountSheet({ account, identityProvider, onClose }: AccountSheetProps) {
  const provider = identityProvider ?? text('confirm.elsewhere');
  const { server, session } = useRoom();
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
  const act = text(active ? 'people.deactivate' : 'people.reactivate');
  return (
    <SideSheet
      title={`${account.name} (${user})`}
      onClose={onClose}
    >
      <p>{accountState(account)}</p>
      {account.provider === null ? null : (
        <p>
          {text(account.provider === 'bound' ? 'confirm.account' : 'confirm.accountWaiting', {
            provider,
          })}
        </p>
      )}
      <p className="cl-second">
        {text('people.secondFactor')}: {factorText(account)}
      </p>
      {active && user !== session.user ? (
        <OpenAct label={text('people.reset')}>
          {close => (
            <ResetForm
              user={user}
              hasFactor={account.secondFactor}
              onDone={close}
            />
          )}
        </OpenAct>
      ) : null}
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
