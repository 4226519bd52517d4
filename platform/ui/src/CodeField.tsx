import { useId, useRef } from 'react';
import { useFocusGuard } from './focusGuard.js';
import { text } from './text.js';

export interface CodeFieldProps {
  value: string;
  onChange(value: string): void;
  onSubmit(): void;
  disabled?: boolean;
}

/** The code of a second factor; paste and password managers work; Enter submits. */
export function CodeField({ value, onChange, onSubmit, disabled }: CodeFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const guard = useFocusGuard(input, false);
  return (
    <div className="cl-field">
      <label
        htmlFor={id}
        className="cl-label"
      >
        {text('secondFactor.code')}
      </label>
      <input
        id={id}
        ref={input}
        className="cl-input"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        value={value}
        disabled={disabled === true}
        aria-describedby={`${id}-hint`}
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
      <p
        id={`${id}-hint`}
        className="cl-second"
      >
        {text('secondFactor.codeHint')}
      </p>
    </div>
  );
}
