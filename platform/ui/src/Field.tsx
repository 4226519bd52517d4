import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import { useFocusGuard } from './focusGuard.js';

export interface FieldProps {
  label: string;
  value: string;
  /** Called once when the field lets go of a changed text. */
  onCommit(value: string): void;
  multiline?: boolean;
  maxLength?: number;
  disabled?: boolean;
  error?: string | null;
  autoFocus?: boolean;
  /** Hides the label from sight where the place says it already. */
  quietLabel?: boolean;
  onClose?(): void;
}

/** A labelled text field that keeps its focus against the host and commits when it lets go. */
export function Field(props: FieldProps) {
  const id = useId();
  const [value, setValue] = useState(props.value);
  const input = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const field: RefObject<HTMLInputElement | HTMLTextAreaElement | null> =
    props.multiline === true ? area : input;
  const guard = useFocusGuard(field, props.multiline !== true);
  useEffect(() => setValue(props.value), [props.value]);

  const errorId = `${id}-error`;
  const shared = {
    id,
    value,
    className: 'cl-input',
    maxLength: props.maxLength ?? 4000,
    disabled: props.disabled === true,
    autoFocus: props.autoFocus === true,
    'aria-invalid': props.error != null,
    'aria-describedby': props.error == null ? undefined : errorId,
    onKeyDown: guard.onKeyDown,
    onBlur: () => {
      if (!guard.onBlur()) {
        return;
      }
      if (value !== props.value) {
        props.onCommit(value);
      }
      props.onClose?.();
    },
  };
  return (
    <div className="cl-field">
      <label
        htmlFor={id}
        className={props.quietLabel === true ? 'cl-spoken' : 'cl-label'}
      >
        {props.label}
      </label>
      {props.multiline === true ? (
        <textarea
          {...shared}
          ref={area}
          rows={2}
          onChange={event => setValue(event.target.value)}
        />
      ) : (
        <input
          {...shared}
          ref={input}
          type="text"
          onChange={event => setValue(event.target.value)}
        />
      )}
      {props.error == null ? null : (
        <p
          id={errorId}
          className="cl-stop"
        >
          {props.error}
        </p>
      )}
    </div>
  );
}
