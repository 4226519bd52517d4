import { useState, type ReactNode } from 'react';
import { text } from '@corelab/ui';
import { ErrorLine } from '../parts/ErrorLine.js';
import { TextInput } from '../parts/TextInput.js';

export interface AuthorityFormProps {
  /** A verb with its object, which names the effect. */
  act: string;
  /** Whether what is above says enough for it. */
  ready: boolean;
  busy: boolean;
  error: unknown;
  onAct(said: { readonly authority: string; readonly reason: string }): void;
  onCancel(): void;
  /** What is decided, in fields of its own. */
  children?: ReactNode;
}

/** An act that stands on somebody's word and needs a reason, in the place where it was begun. */
export function AuthorityForm(props: AuthorityFormProps) {
  const { act, busy, error, onAct, onCancel, children } = props;
  const [authority, setAuthority] = useState('');
  const [reason, setReason] = useState('');
  const ready = props.ready && authority.trim() !== '' && reason.trim() !== '' && !busy;
  return (
    <form
      className="cl-form"
      onSubmit={event => {
        event.preventDefault();
        if (ready) onAct({ authority: authority.trim(), reason: reason.trim() });
      }}
    >
      {children}
      <div>
        <TextInput
          label={text('intake.authority')}
          value={authority}
          onChange={setAuthority}
        />
        <p className="cl-second">{text('intake.authorityHint')}</p>
      </div>
      <TextInput
        label={text('room.reason')}
        value={reason}
        onChange={setReason}
        multiline
      />
      {error == null ? null : <ErrorLine reason={error} />}
      <div className="cl-row">
        <button
          type="submit"
          className="cl-button cl-button-primary"
          disabled={!ready}
        >
          {act}
        </button>
        <button
          type="button"
          className="cl-button"
          onClick={onCancel}
        >
          {text('room.cancel')}
        </button>
      </div>
    </form>
  );
}
