import { useState, type ReactNode } from 'react';
import { ConfirmField, text, useSigner } from '@corelab/ui';
import { ErrorLine } from './ErrorLine.js';
import { TextInput } from './TextInput.js';

/** What is typed with an act; empty where it was not asked for. */
export interface ActGiven {
  readonly reason: string;
  readonly password: string;
}

export interface ActFormProps {
  /** A verb with its object, which names the effect. */
  act: string;
  /** What will happen, in words. */
  effect?: string;
  /** Label of the reason; null where the act needs none. */
  reason?: string | null;
  /** The act is a signature: the password is asked for again. */
  password?: boolean;
  /** Whether the fields above the reason are filled in. */
  ready?: boolean;
  busy: boolean;
  error: unknown;
  onAct(given: ActGiven): void;
  /** Without it there is nothing to go back to. */
  onCancel?(): void;
  /** Fields above the reason. */
  children?: ReactNode;
}

/** An act in the place where it was begun: its fields, what it does, why, and the button that names it. */
export function ActForm(props: ActFormProps) {
  const { act, effect, busy, error, onAct, onCancel, children } = props;
  const { reason: label = text('room.reason'), password: signs = false, ready = true } = props;
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const signer = useSigner();
  const isReady =
    ready && !busy && (label === null || reason.trim() !== '') && (!signs || password !== '');
  return (
    <form
      className="cl-form"
      onKeyDown={event => {
        // Esc leaves the form, and the sheet stays.
        if (event.key !== 'Escape' || onCancel === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
      onSubmit={event => {
        event.preventDefault();
        if (!isReady) return;
        onAct({ reason: reason.trim(), password });
        // A wrong password is typed anew; the reason stays.
        setPassword('');
      }}
    >
      {children}
      {effect === undefined ? null : <p>{effect}</p>}
      {label === null ? null : (
        <TextInput
          label={label}
          value={reason}
          onChange={setReason}
          autoFocus={children === undefined}
          multiline
        />
      )}
      {signs && signer !== null ? (
        <ConfirmField
          purpose="sign"
          signer={signer}
          value={password}
          onChange={setPassword}
          disabled={busy}
        />
      ) : signs ? (
        <TextInput
          label={text('sign.password')}
          type="password"
          value={password}
          onChange={setPassword}
          autoFocus={label === null && children === undefined}
          autoComplete="current-password"
        />
      ) : null}
      {error == null ? null : <ErrorLine reason={error} />}
      <div className="cl-row">
        <button
          type="submit"
          className="cl-button cl-button-primary"
          disabled={!isReady}
        >
          {act}
        </button>
        {onCancel === undefined ? null : (
          <button
            type="button"
            className="cl-button"
            onClick={onCancel}
          >
            {text('room.cancel')}
          </button>
        )}
      </div>
    </form>
  );
}
