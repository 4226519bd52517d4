import { useEffect, useState } from 'react';
import { LateNote } from './LateNote.js';
import { PasswordField } from './PasswordField.js';
import { useSigner } from './signerAnnouncement.js';
import { text } from './text.js';

export interface SignSheetProps {
  timepoint: string;
  /** What is signed, one sentence. */
  content: string;
  /** Printed name of who signs. */
  name: string;
  meanings: readonly string[];
  /** The server's refusal, already a sentence. */
  error: string | null;
  sending: boolean;
  onSign(password: string, meaning: string): void;
  onCancel(): void;
}

/** Unfolds upward from the sign bar inside the panel: content, name, meaning, password. */
export function SignSheet(props: SignSheetProps) {
  const [password, setPassword] = useState('');
  const [meaning, setMeaning] = useState(props.meanings[0] ?? '');
  const signsElsewhere = useSigner() !== null;
  const { error, sending } = props;
  // A fresh login counts once, and of a signature that failed nobody knows whether it was used.
  useEffect(() => {
    if (signsElsewhere && error !== null && !sending) setPassword('');
  }, [signsElsewhere, error, sending]);
  const possible = password !== '' && meaning !== '' && !props.sending;
  const sign = (): void => {
    if (possible) {
      props.onSign(password, meaning);
    }
  };
  return (
    <section
      className="cl-sheet"
      aria-label={text('sign.title', { timepoint: props.timepoint })}
    >
      <h2 className="cl-heading">{text('sign.title', { timepoint: props.timepoint })}</h2>
      <p className="cl-numbers">{props.content}</p>
      <p>
        <span className="cl-second">{text('sign.name')}</span> <b>{props.name}</b>
      </p>
      <fieldset className="cl-fieldset">
        <legend className="cl-label">{text('sign.meaning')}</legend>
        {props.meanings.map(choice => (
          <label
            key={choice}
            className="cl-choice"
          >
            <input
              type="radio"
              name="cl-meaning"
              checked={choice === meaning}
              onChange={() => setMeaning(choice)}
            />
            {choice}
          </label>
        ))}
      </fieldset>
      <PasswordField
        label={text('sign.password')}
        value={password}
        onChange={setPassword}
        onSubmit={sign}
        disabled={props.sending}
      />
      <LateNote
        waiting={props.sending}
        says="late.signing"
      />
      {props.error === null ? null : (
        <p
          role="alert"
          className="cl-stop"
        >
          {props.error}
        </p>
      )}
      <div className="cl-row cl-end">
        <button
          type="button"
          className="cl-button"
          onClick={props.onCancel}
        >
          {text('sign.cancel')} <kbd className="cl-key">Esc</kbd>
        </button>
        <button
          type="button"
          className="cl-button cl-button-primary"
          disabled={!possible}
          data-act="sign"
          onClick={sign}
        >
          {props.sending ? text('sign.sending') : text('sign.button')}
        </button>
      </div>
    </section>
  );
}
