import { useEffect, useRef, useState } from 'react';
import { StateIcon } from './StateIcon.js';
import type { ConfirmEnd, SignerView } from './signerAnnouncement.js';
import { text } from './text.js';

export interface ConfirmFieldProps {
  signer: SignerView;
  purpose: 'sign' | 'renew';
  /** What the person can sign with now; empty again once it is used up. */
  value: string;
  onChange(secret: string): void;
  /** The person is logged in anew. */
  onDone?(): void;
  disabled?: boolean;
}

/** How long what was confirmed can be signed with, less what a click takes, ms. */
const standsMs = 110_000;

/** Who has no account here is another person than the one whose work is open. */
const refusals: Readonly<Record<string, Parameters<typeof text>[0]>> = {
  CL_OTHER_PERSON: 'confirm.otherPerson',
  CL_PROVIDER_NOBODY: 'confirm.otherPerson',
  CL_PROVIDER_REFUSED: 'confirm.refused',
  CL_PROVIDER_NOT_FRESH: 'confirm.notFresh',
  CL_PROVIDER_UNAVAILABLE: 'confirm.unavailable',
  CL_PROVIDER_ANSWER: 'confirm.answer',
  CL_PROVIDER_LOGIN_UNKNOWN: 'confirm.tooLate',
  CL_NOT_LOGGED_IN: 'confirm.sessionEnded',
};

function sentenceOf(end: ConfirmEnd, provider: string): string | null {
  if (end.kind === 'blocked') return text('confirm.blocked');
  if (end.kind !== 'refused') return null;
  const key = refusals[end.code];
  return key === undefined ? end.message : text(key, { provider });
}

/** In place of a password: the person logs in anew at the organisation's provider, in a window of its own. */
export function ConfirmField(props: ConfirmFieldProps) {
  const { signer, purpose, value, onChange, disabled } = props;
  const { provider } = signer;
  const [waiting, setWaiting] = useState(false);
  const [end, setEnd] = useState<ConfirmEnd | null>(null);
  const cancel = useRef<() => void>(() => undefined);
  useEffect(() => () => cancel.current(), []);
  const change = useRef(onChange);
  change.current = onChange;
  useEffect(() => {
    if (value === '') return undefined;
    const id = window.setTimeout(() => {
      change.current('');
      setEnd(null);
    }, standsMs);
    return () => window.clearTimeout(id);
  }, [value]);
  const start = async (): Promise<void> => {
    setEnd(null);
    setWaiting(true);
    const run = signer.confirm(purpose);
    cancel.current = run.cancel;
    const how = await run.end;
    cancel.current = () => undefined;
    if (how.kind === 'cancelled') return;
    setWaiting(false);
    setEnd(how);
    if (how.kind !== 'done') return;
    if (how.secret !== null) onChange(how.secret);
    props.onDone?.();
  };
  const refusal = end === null ? null : sentenceOf(end, provider);
  return (
    <div className="cl-field">
      {value !== '' ? (
        <p
          role="status"
          className="cl-row"
        >
          <StateIcon icon="done" /> {text('confirm.done', { provider })}
        </p>
      ) : (
        <div className="cl-row">
          <button
            type="button"
            className={purpose === 'renew' ? 'cl-button cl-button-primary' : 'cl-button'}
            data-act="confirm"
            disabled={waiting || disabled === true}
            autoFocus
            onClick={() => void start()}
          >
            {text(purpose === 'sign' ? 'confirm.sign' : 'confirm.renew', { provider })}
          </button>
          {waiting ? (
            <button
              type="button"
              className="cl-button cl-button-quiet"
              data-act="give-up"
              onClick={() => {
                cancel.current();
                setWaiting(false);
              }}
            >
              {text('sign.cancel')}
            </button>
          ) : null}
        </div>
      )}
      {waiting ? (
        <p
          role="status"
          className="cl-second"
        >
          {text('confirm.waiting', { provider })}
        </p>
      ) : null}
      {refusal === null ? null : (
        <p
          role="alert"
          className="cl-stop"
        >
          {refusal}
        </p>
      )}
    </div>
  );
}
