import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AnswerOf } from '@corelab/client';
import { text } from '@corelab/ui';
import { useRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { instantText } from '../parts/instantText.js';
import { OpenAct } from '../parts/OpenAct.js';
import { ReasonForm } from '../parts/ReasonForm.js';
import { OneTimePassword } from './OneTimePassword.js';

type Reset = AnswerOf<'/api/admin/account-resets', 'get'>['resets'][number];
type Given = AnswerOf<'/api/admin/account-resets/{id}/confirm', 'post'>;

interface ActProps {
  reset: Reset;
  onDone(): void;
}

function ConfirmForm({ reset, onDone, onGiven }: ActProps & { onGiven(given: Given): void }) {
  const { server } = useRoom();
  const { id, user } = reset;
  const confirm = useMutation({
    mutationFn: (password: string) =>
      server.post('/api/admin/account-resets/{id}/confirm', { path: { id }, body: { password } }),
    onSuccess: onGiven,
  });
  return (
    <ActForm
      act={text('people.resetConfirmButton', { user })}
      effect={text('people.resetConfirmEffect', { user })}
      reason={null}
      password
      busy={confirm.isPending}
      error={confirm.error}
      onAct={({ password }) => confirm.mutate(password)}
      onCancel={onDone}
    />
  );
}

function RefuseForm({ reset, label, onDone }: ActProps & { label: string }) {
  const { server } = useRoom();
  const queries = useQueryClient();
  const refuse = useMutation({
    mutationFn: (reason: string) =>
      server.post('/api/admin/account-resets/{id}/refuse', {
        path: { id: reset.id },
        body: { reason },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['resets'] }),
  });
  return (
    <ReasonForm
      act={label}
      busy={refuse.isPending}
      error={refuse.error}
      onAct={reason => refuse.mutate(reason)}
      onCancel={onDone}
    />
  );
}

function ResetEntry({ reset, onGiven }: { reset: Reset; onGiven(given: Given): void }) {
  const { session } = useRoom();
  const own = reset.askedBy === session.user;
  const label = text(own ? 'people.resetWithdraw' : 'people.resetRefuse');
  const mayNot = own
    ? text('people.resetOwn')
    : reset.user === session.user
      ? text('people.resetYours')
      : null;
  return (
    <li className="cl-entry">
      <span className="cl-medium">
        {text('people.resetAsked', {
          ...{ user: reset.user, date: instantText(reset.askedAt) },
          ...{ by: reset.askedBy ?? '', reason: reset.reason },
        })}
      </span>
      {reset.secondFactor ? (
        <span className="cl-second">{text('people.resetWithFactor')}</span>
      ) : null}
      {mayNot === null ? (
        <OpenAct label={text('people.resetConfirm')}>
          {close => (
            <ConfirmForm
              reset={reset}
              onDone={close}
              onGiven={onGiven}
            />
          )}
        </OpenAct>
      ) : (
        <span className="cl-second">{mayNot}</span>
      )}
      <OpenAct label={label}>
        {close => (
          <RefuseForm
            reset={reset}
            label={label}
            onDone={close}
          />
        )}
      </OpenAct>
    </li>
  );
}

/** Resets that wait for a second administrator; nothing where there are none. */
export function ResetsPart() {
  const { server } = useRoom();
  const queries = useQueryClient();
  const [given, setGiven] = useState<Given | null>(null);
  const resets = useQuery({
    queryKey: ['resets'],
    queryFn: () => server.get('/api/admin/account-resets', {}),
  });
  const open = (resets.data?.resets ?? []).filter(({ state }) => state === 'asked');
  if (resets.isError) {
    return (
      <ErrorLine
        reason={resets.error}
        onRetry={() => void resets.refetch()}
      />
    );
  }
  return (
    <>
      {given === null ? null : (
        <OneTimePassword
          user={given.user}
          password={given.oneTimePassword}
        />
      )}
      {open.length === 0 ? null : (
        <section
          className="cl-form"
          aria-label={text('people.resetsTitle')}
        >
          <h2 className="cl-caption">{text('people.resetsTitle')}</h2>
          <ul className="cl-list cl-form">
            {open.map(reset => (
              <ResetEntry
                key={reset.id}
                reset={reset}
                onGiven={one => {
                  setGiven(one);
                  void queries.invalidateQueries({ queryKey: ['resets'] });
                  void queries.invalidateQueries({ queryKey: ['accounts'] });
                }}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
