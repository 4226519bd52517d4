import { useEffect, useState, type ReactNode } from 'react';
import { ClientError, toClientError, type AnswerOf, type ServerCalls } from '@corelab/client';
import { CodeField, KeyGuard, PasswordField, text } from '@corelab/ui';

type State = AnswerOf<'/api/second-factor', 'get'>;
type Key = AnswerOf<'/api/second-factor/key', 'post'>;
type Act = 'key' | 'recovery-codes' | 'end' | 'provider';

/** What the dialog shows now. */
type View =
  | { readonly at: 'state' }
  | { readonly at: 'asking'; readonly act: Act }
  | { readonly at: 'key'; readonly key: Key }
  | { readonly at: 'codes'; readonly codes: readonly string[] };

const sentence = (reason: unknown): string => {
  const error = toClientError(reason);
  if (error.code === 'CL_PASSWORD_WRONG') return text('session.wrong');
  if (error.code === 'CL_SECOND_FACTOR_WRONG') return text('secondFactor.wrong');
  return text('secondFactor.failed', { message: error.message });
};

const Trouble = ({ reason }: { reason: unknown }) =>
  reason === null ? null : (
    <p
      role="alert"
      className="cl-stop"
    >
      {sentence(reason)}
    </p>
  );

interface StepButtonsProps {
  label: string;
  ready: boolean;
  onDo(): void;
  onBack(): void;
}

/** What a step does, and the way back. */
const StepButtons = ({ label, ready, onDo, onBack }: StepButtonsProps) => (
  <div className="cl-row">
    <button
      type="button"
      className="cl-button cl-button-primary"
      disabled={!ready}
      onClick={onDo}
    >
      {label}
    </button>
    <button
      type="button"
      className="cl-button"
      onClick={onBack}
    >
      {text('room.cancel')}
    </button>
  </div>
);

interface ActFormProps {
  label: string;
  effect?: string;
  /** The account has a second factor, of which a code is asked for beside the password. */
  withCode: boolean;
  onAct(password: string, code: string | undefined): Promise<void>;
  onBack(): void;
}

function ActForm({ label, effect, withCode, onAct, onBack }: ActFormProps) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const ready = password !== '' && (!withCode || code.trim() !== '') && !busy;
  const send = async (): Promise<void> => {
    if (!ready) return;
    setBusy(true);
    setRefusal(null);
    try {
      await onAct(password, withCode ? code.trim() : undefined);
    } catch (reason) {
      setRefusal(reason);
      setCode('');
      if (!(reason instanceof ClientError) || reason.code === 'CL_PASSWORD_WRONG') setPassword('');
      setBusy(false);
    }
  };
  return (
    <>
      {effect === undefined ? null : <p>{effect}</p>}
      <PasswordField
        label={text('sign.password')}
        value={password}
        onChange={setPassword}
        onSubmit={() => void send()}
        disabled={busy}
      />
      {withCode ? (
        <CodeField
          value={code}
          onChange={setCode}
          onSubmit={() => void send()}
          disabled={busy}
        />
      ) : null}
      <Trouble reason={refusal} />
      <StepButtons
        label={label}
        ready={ready}
        onDo={() => void send()}
        onBack={onBack}
      />
    </>
  );
}

interface KeyStepProps {
  shown: Key;
  onConfirm(code: string): Promise<void>;
  onBack(): void;
}

/** The key for an app, and the first code that it shows. */
function KeyStep({ shown, onConfirm, onBack }: KeyStepProps) {
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const ready = code.trim() !== '' && !busy;
  const { size, path } = shown.picture;
  const send = async (): Promise<void> => {
    if (!ready) return;
    setBusy(true);
    setRefusal(null);
    try {
      await onConfirm(code.trim());
    } catch (reason) {
      setRefusal(reason);
      setCode('');
      setBusy(false);
    }
  };
  return (
    <>
      <p>{text('secondFactor.scan')}</p>
      <svg
        role="img"
        aria-label={text('secondFactor.picture')}
        className="cl-qr"
        viewBox={`0 0 ${size} ${size}`}
        shapeRendering="crispEdges"
      >
        <path
          d={path}
          fill="#000"
        />
      </svg>
      <p className="cl-secret">
        {text('secondFactor.key', { key: shown.key.replace(/(.{4})(?=.)/g, '$1 ') })}
      </p>
      <CodeField
        value={code}
        onChange={setCode}
        onSubmit={() => void send()}
        disabled={busy}
      />
      <Trouble reason={refusal} />
      <StepButtons
        label={text('secondFactor.confirm')}
        ready={ready}
        onDo={() => void send()}
        onBack={onBack}
      />
    </>
  );
}

interface StateStepProps {
  state: State;
  onAsk(act: Act): void;
}

function StateStep({ state, onAsk }: StateStepProps) {
  const provider = state.provider?.name ?? '';
  if (state.provider?.signs === true) return <p>{text('confirm.moved', { provider })}</p>;
  const acts: readonly (readonly [Act, string])[] =
    state.since === null
      ? [['key', text('secondFactor.begin')]]
      : [
          ['key', text('secondFactor.replace')],
          ['recovery-codes', text('secondFactor.codes')],
          ...(state.required ? [] : ([['end', text('secondFactor.end')]] as const)),
        ];
  const move: readonly (readonly [Act, string])[] =
    state.provider === null ? [] : [['provider', text('confirm.move', { provider })]];
  return (
    <>
      <p>
        {state.since === null
          ? text('secondFactor.off')
          : text('secondFactor.on', { date: state.since.slice(0, 10) })}
      </p>
      {state.required ? <p>{text('secondFactor.required')}</p> : null}
      {state.since === null ? null : (
        <p className={state.recoveryCodesLeft < 3 ? 'cl-attention' : 'cl-second'}>
          {text('secondFactor.left', { count: state.recoveryCodesLeft })}
        </p>
      )}
      <div className="cl-row">
        {[...acts, ...move].map(([act, label]) => (
          <button
            key={act}
            type="button"
            className="cl-button"
            onClick={() => onAsk(act)}
          >
            {label}
          </button>
        ))}
      </div>
    </>
  );
}

const words: Readonly<Record<Act, (provider: string) => { label: string; effect?: string }>> = {
  key: () => ({ label: text('secondFactor.show') }),
  'recovery-codes': () => ({
    ...{ label: text('secondFactor.codes'), effect: text('secondFactor.codesEffect') },
  }),
  end: () => ({ label: text('secondFactor.end'), effect: text('secondFactor.endEffect') }),
  provider: provider => ({
    label: text('confirm.move', { provider }),
    effect: text('confirm.moveEffect', { provider }),
  }),
};

export interface SecondFactorPageProps {
  server: ServerCalls;
  /** Leaves the page for another site. */
  goTo?(url: string): void;
}

/** A person's own second factor: begin it, use another app, new recovery codes, end it; or log in at the provider instead. */
export function SecondFactorPage({
  server,
  goTo = url => window.location.assign(url),
}: SecondFactorPageProps) {
  const [state, setState] = useState<State | null>(null);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [view, setView] = useState<View>({ at: 'state' });
  const look = (): void => {
    server.get('/api/second-factor', {}).then(
      answer => {
        setState(answer);
        setTrouble(null);
      },
      (reason: unknown) => setTrouble(reason)
    );
  };
  useEffect(look, [server]);
  const back = (): void => setView({ at: 'state' });
  const act = async (what: Act, password: string, code: string | undefined): Promise<void> => {
    if (what === 'key' || what === 'provider') {
      const body = { password, ...(code === undefined ? {} : { code }) };
      if (what === 'provider') {
        const { url } = await server.post('/api/session/provider', { body });
        return goTo(url);
      }
      setView({ at: 'key', key: await server.post('/api/second-factor/key', { body }) });
      return;
    }
    const body = { password, code: code ?? '' };
    if (what === 'end') {
      setState(await server.post('/api/second-factor/end', { body }));
      back();
      return;
    }
    const { recoveryCodes } = await server.post('/api/second-factor/recovery-codes', { body });
    setView({ at: 'codes', codes: recoveryCodes });
  };
  const confirm = async (code: string): Promise<void> => {
    const { recoveryCodes } = await server.post('/api/second-factor/confirm', { body: { code } });
    setView({ at: 'codes', codes: recoveryCodes });
  };
  const shown = (): ReactNode => {
    if (view.at === 'codes') {
      return (
        <>
          <h2 className="cl-heading">{text('secondFactor.recovery')}</h2>
          <p>{text('secondFactor.recoveryHint')}</p>
          <ul className="cl-list cl-codes">
            {view.codes.map(code => (
              <li key={code}>
                <code className="cl-secret">{code}</code>
              </li>
            ))}
          </ul>
          <div className="cl-row">
            <button
              type="button"
              className="cl-button cl-button-primary"
              onClick={() => {
                look();
                back();
              }}
            >
              {text('secondFactor.kept')}
            </button>
          </div>
        </>
      );
    }
    if (view.at === 'key') {
      return (
        <KeyStep
          shown={view.key}
          onConfirm={confirm}
          onBack={back}
        />
      );
    }
    if (state === null)
      return trouble === null ? <p role="status">{text('room.loading')}</p> : null;
    if (view.at === 'asking') {
      const what = view.act;
      return (
        <ActForm
          key={what}
          {...words[what](state.provider?.name ?? '')}
          withCode={state.since !== null}
          onAct={(password, code) => act(what, password, code)}
          onBack={back}
        />
      );
    }
    return (
      <StateStep
        state={state}
        onAsk={one => setView({ at: 'asking', act: one })}
      />
    );
  };
  return (
    <KeyGuard className="cl-settings">
      {shown()}
      <Trouble reason={trouble} />
    </KeyGuard>
  );
}
