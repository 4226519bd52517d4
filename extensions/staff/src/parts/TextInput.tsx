import { useId } from 'react';

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
  const shared = { ...rest, id, value, className: 'cl-input' };
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
