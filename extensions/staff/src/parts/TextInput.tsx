import { useId } from 'react';
import { useAskBeforeUnload } from '@corelab/ui';

export interface TextInputProps {
  label: string;
  value: string;
  onChange(value: string): void;
  type?: 'text' | 'search' | 'date' | 'password';
  required?: boolean;
  autoFocus?: boolean;
  multiline?: boolean;
  autoComplete?: string;
}

/** A labelled field of a form. No image is beside it, so it needs no focus guard. */
export function TextInput(props: TextInputProps) {
  const { label, value, onChange, multiline, type = 'text', ...rest } = props;
  const id = useId();
  // What takes a while to write is not lost by a key pressed by mistake.
  useAskBeforeUnload(multiline === true && value.trim() !== '');
  // A browser keeps what is typed into fields, in plain text, to offer and restore it.
  const shared = { autoComplete: 'off', ...rest, id, value, className: 'cl-input' };
  return (
    <div className="cl-field">
      <label
        htmlFor={id}
        className="cl-label"
      >
        {label}
      </label>
      {multiline === true ? (
        <textarea
          {...shared}
          rows={2}
          onChange={event => onChange(event.target.value)}
        />
      ) : (
        <input
          {...shared}
          type={type}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </div>
  );
}
