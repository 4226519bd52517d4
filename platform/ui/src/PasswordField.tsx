import { useId, useRef, useState } from 'react';
import { ConfirmField } from './ConfirmField.js';
import { useFocusGuard } from './focusGuard.js';
import { useSigner } from './signerAnnouncement.js';
import { text } from './text.js';

export interface PasswordFieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  onSubmit(): void;
  disabled?: boolean;
}

/** What a person signs with: the password, or a fresh login for who logs in at the organisation's provider. */
export function PasswordField(props: PasswordFieldProps) {
  const signer = useSigner();
  const { value, onChange, disabled } = props;
  if (signer === null) return <TypedPassword {...props} />;
  return (
    <ConfirmField
      purpose="sign"
      {...{ signer, value, onChange }}
      disabled={disabled === true}
    />
  );
}

/** Password with show and hide; paste and password managers work; Enter submits. */
export function TypedPassword({ label, value, onChange, onSubmit, disabled }: PasswordFieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const guard = useFocusGuard(input, false);
  return (
    <div className="cl-field">
      <label
        htmlFor={id}
        className="cl-label"
      >
        {label}
      </label>
      <div className="cl-row">
        <input
          id={id}
          ref={input}
          className="cl-input"
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
          value={value}
          disabled={disabled === true}
          autoFocus
          onChange={event => onChange(event.target.value)}
          onBlur={guard.onBlur}
          onKeyDown={event => {
            if (event.key === 'Enter') {
              event.preventDefault();
              onSubmit();
            } else {
              guard.onKeyDown(event);
            }
          }}
        />
        <button
          type="button"
          className="cl-button cl-button-quiet"
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          {text(shown ? 'field.hide' : 'field.show')}
        </button>
      </div>
    </div>
  );
}
