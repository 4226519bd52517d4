import { useState } from 'react';
import { text } from '@corelab/ui';
import { ErrorLine } from './ErrorLine.js';
import { TextInput } from './TextInput.js';

export interface ReasonFormProps {
  /** A verb with its object, which names the effect. */
  act: string;
  /** What the words are, where they are more than a reason. */
  label?: string;
  busy: boolean;
  error: unknown;
  onAct(reason: string): void;
  onCancel(): void;
}

/** An act that needs a reason, in the place where it was begun. */
export function ReasonForm({ act, label, busy, error, onAct, onCancel }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const ready = reason.trim() !== '' && !busy;
  return (
    <form
      className="cl-form"
      onSubmit={event => {
        event.preventDefault();
        if (ready) onAct(reason.trim());
      }}
    >
      <TextInput
        label={label ?? text('room.reason')}
        value={reason}
        onChange={setReason}
        autoFocus
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
