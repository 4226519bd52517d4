import { useEffect, useId, useState } from 'react';
import { CodeField } from './CodeField.js';
import { LateNote } from './LateNote.js';
import { ConfirmField } from './ConfirmField.js';
import { TypedPassword } from './PasswordField.js';
import { useSigner } from './signerAnnouncement.js';
import { StateIcon } from './StateIcon.js';
import { text } from './text.js';

export interface SessionModalProps {
  /** Printed name of whose session it was. */
  name: string;
  /** Minutes of doing nothing that ended it; null when it ended otherwise. */
  afterMinutes: number | null;
  /** Changes that only this page holds. */
  unkept: boolean;
  /** The refusal of the last try, already a sentence. */
  error: string | null;
  sending: boolean;
  /** The same person can't go on here: only the login page is left. */
  closed: boolean;
  loginHref: string;
  /** The password was right, and the code of the second factor is asked for. */
  codeAsked: boolean;
  onRenew(password: string, code?: string): void;
  /** The person logged in at the organisation's provider, in a window of its own. */
  onRenewed?(): void;
}

/** What ended, and what to go on with. */
function endedText(minutes: number | null, provider: string | null): string {
  if (provider === null)
    return minutes === null ? text('session.ended') : text('session.endedIdle', { minutes });
  return minutes === null
    ? text('confirm.ended', { provider })
    : text('confirm.endedIdle', { minutes, provider });
}

/** Over the dimmed page, since nothing can go on behind it: the password of the same person, and on. */
export function SessionModal(props: SessionModalProps) {
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { codeAsked } = props;
  const signer = useSigner();
  const title = useId();
  const said = useId();
  useEffect(() => {
    if (props.error === null) return;
    setCode('');
    if (!codeAsked) setPassword('');
  }, [props.error, codeAsked]);
  const ready = (codeAsked ? code.trim() : password) !== '' && !props.sending;
  const renew = (): void => {
    if (!ready) return;
    if (codeAsked) props.onRenew(password, code.trim());
    else props.onRenew(password);
  };
  return (
    <div className="cl-dim">
      <section
        className="cl-modal"
        role="alertdialog"
        aria-modal="true"
        aria-labelledby={title}
        aria-describedby={said}
        data-session="ended"
      >
        <h2
          id={title}
          className="cl-heading cl-row"
        >
          <StateIcon icon="locked" /> {text('session.title')}
        </h2>
        <p id={said}>{endedText(props.afterMinutes, signer?.provider ?? null)}</p>
        {props.unkept ? <p className="cl-attention">{text('session.unkept')}</p> : null}
        <p>
          <span className="cl-second">{text('session.user')}</span> <b>{props.name}</b>
        </p>
        {props.closed ? null : codeAsked ? (
          <CodeField
            value={code}
            onChange={setCode}
            onSubmit={renew}
            disabled={props.sending}
          />
        ) : signer !== null ? (
          <ConfirmField
            signer={signer}
            purpose="renew"
            value=""
            onChange={() => undefined}
            onDone={() => props.onRenewed?.()}
          />
        ) : (
          <TypedPassword
            label={text('sign.password')}
            value={password}
            onChange={setPassword}
            onSubmit={renew}
            disabled={props.sending}
          />
        )}
        <LateNote waiting={props.sending} />
        {props.error === null ? null : (
          <p
            role="alert"
            className="cl-stop"
          >
            {props.error}
          </p>
        )}
        <div className="cl-row cl-end">
          <a
            className="cl-link cl-grow"
            href={props.loginHref}
          >
            {text('session.toLogin')}
          </a>
          {props.closed || signer !== null ? null : (
            <button
              type="button"
              className="cl-button cl-button-primary"
              disabled={!ready}
              data-act="renew"
              onClick={renew}
            >
              {text(props.sending ? 'session.sending' : 'session.goOn')}
            </button>
          )}
        </div>
      </section>
    </div>
  );
}
