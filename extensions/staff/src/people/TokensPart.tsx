import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AnswerOf } from '@corelab/client';
import { text } from '@corelab/ui';
import { useRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { EarlierEntries } from '../parts/EarlierEntries.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { instantText } from '../parts/instantText.js';
import { OnceShown } from '../parts/OnceShown.js';
import { OpenAct } from '../parts/OpenAct.js';
import { TextInput } from '../parts/TextInput.js';

type Tokens = AnswerOf<'/api/tokens', 'get'>;
type Token = Tokens['tokens'][number];
type Made = AnswerOf<'/api/tokens', 'post'>;

/** How the tokens of one person are asked for, made and revoked. */
interface TokenCalls {
  readonly key: readonly string[];
  /** Whether making one asks for the password: in one's own session. */
  readonly password: boolean;
  list(): Promise<Tokens>;
  make(name: string, password: string): Promise<Made>;
  revoke(id: string): Promise<unknown>;
}

const madeText = ({ createdAt, createdBy }: Token): string =>
  createdBy === null
    ? text('people.tokenMadePlain', { date: instantText(createdAt) })
    : text('people.tokenMade', { date: instantText(createdAt), by: createdBy });

const usedText = ({ lastUsedAt }: Token): string =>
  lastUsedAt === null
    ? text('people.tokenUnused')
    : text('people.tokenUsed', { date: instantText(lastUsedAt) });

function TokenFacts({ token }: { token: Token }) {
  return (
    <>
      <span className="cl-medium">{token.name}</span>
      <span className="cl-second">
        {madeText(token)}, {usedText(token)}
      </span>
      {token.revokedAt === null ? null : (
        <span className="cl-second">
          {text('people.tokenRevoked', { date: instantText(token.revokedAt) })}
        </span>
      )}
    </>
  );
}

function RevokeForm({ calls, token, onDone }: { calls: TokenCalls; token: Token; onDone(): void }) {
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => calls.revoke(token.id),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: calls.key });
      onDone();
    },
  });
  return (
    <ActForm
      act={text('people.revokeButton', { name: token.name })}
      effect={text('people.revokeEffect')}
      reason={null}
      busy={revoke.isPending}
      error={revoke.error}
      onAct={() => revoke.mutate()}
      onCancel={onDone}
    />
  );
}

interface NewTokenProps {
  calls: TokenCalls;
  user: string;
  onMade(name: string, token: string): void;
  onCancel(): void;
}

function NewToken({ calls, user, onMade, onCancel }: NewTokenProps) {
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const make = useMutation({
    mutationFn: (password: string) => calls.make(name.trim(), password),
    onSuccess: async ({ token }) => {
      await queries.invalidateQueries({ queryKey: calls.key });
      onMade(name.trim(), token);
    },
  });
  return (
    <ActForm
      act={text('people.addTokenButton')}
      effect={text('people.tokenEffect', { user })}
      reason={null}
      password={calls.password}
      ready={name.trim() !== ''}
      busy={make.isPending}
      error={make.error}
      onAct={({ password }) => make.mutate(password)}
      onCancel={onCancel}
    >
      <TextInput
        label={text('people.tokenName')}
        value={name}
        onChange={setName}
        autoFocus
        autoComplete="off"
      />
    </ActForm>
  );
}

function Tokens({ calls, user, title }: { calls: TokenCalls; user: string; title: string }) {
  const [made, setMade] = useState<{ name: string; token: string } | null>(null);
  const answer = useQuery({ queryKey: calls.key, queryFn: () => calls.list() });
  const tokens = answer.data?.tokens ?? [];
  const live = tokens.filter(({ revokedAt }) => revokedAt === null);
  return (
    <section className="cl-form cl-record">
      <h3 className="cl-caption">{title}</h3>
      <p className="cl-second">{text('people.tokensHint')}</p>
      {answer.isPending ? <p role="status">{text('room.loading')}</p> : null}
      {answer.isError ? (
        <ErrorLine
          reason={answer.error}
          onRetry={() => void answer.refetch()}
        />
      ) : null}
      {answer.isSuccess && live.length === 0 ? (
        <p className="cl-second">{text('people.noTokens')}</p>
      ) : null}
      <ul className="cl-list cl-form">
        {live.map(token => (
          <li
            key={token.id}
            className="cl-entry"
          >
            <TokenFacts token={token} />
            <OpenAct label={text('people.revoke')}>
              {close => (
                <RevokeForm
                  calls={calls}
                  token={token}
                  onDone={close}
                />
              )}
            </OpenAct>
          </li>
        ))}
      </ul>
      <EarlierEntries
        entries={tokens
          .filter(({ revokedAt }) => revokedAt !== null)
          .map(token => (
            <li
              key={token.id}
              className="cl-entry"
            >
              <TokenFacts token={token} />
            </li>
          ))}
      />
      {made === null ? null : (
        <OnceShown
          title={text('people.token', { name: made.name, user })}
          secret={made.token}
          hint={text('people.tokenOnce')}
        />
      )}
      <OpenAct label={text('people.addToken')}>
        {close => (
          <NewToken
            calls={calls}
            user={user}
            onMade={(name, token) => {
              setMade({ name, token });
              close();
            }}
            onCancel={close}
          />
        )}
      </OpenAct>
    </section>
  );
}

/** The tokens of an account, for an administrator of the installation. */
export function AccountTokens({ user }: { user: string }) {
  const { server } = useRoom();
  const path = { user };
  return (
    <Tokens
      user={user}
      title={text('people.tokens')}
      calls={{
        key: ['tokens', user],
        password: false,
        list: () => server.get('/api/admin/accounts/{user}/tokens', { path }),
        make: name => server.post('/api/admin/accounts/{user}/tokens', { path, body: { name } }),
        revoke: id =>
          server.post('/api/admin/accounts/{user}/tokens/{id}/revoke', { path: { user, id } }),
      }}
    />
  );
}

/** One's own tokens. */
export function OwnTokens() {
  const { server, session } = useRoom();
  return (
    <Tokens
      user={session.user}
      title={text('people.tokensOwn')}
      calls={{
        key: ['tokens', session.user],
        password: true,
        list: () => server.get('/api/tokens', {}),
        make: (name, password) => server.post('/api/tokens', { body: { name, password } }),
        revoke: id => server.post('/api/tokens/{id}/revoke', { path: { id } }),
      }}
    />
  );
}
