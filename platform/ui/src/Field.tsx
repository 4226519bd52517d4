import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import { useFocusGuard } from './focusGuard.js';
import { HeldNote, type HeldWords } from './HeldNote.js';
import { useAskBeforeUnload } from './useAskBeforeUnload.js';

export interface FieldProps {
  label: string;
  value: string;
  /** Called once when the field lets go of a changed text. */
  onCommit(value: string): void;
  multiline?: boolean;
  maxLength?: number;
  disabled?: boolean;
  error?: string | null;
  /** The text was not kept because of what it looks like; `value` is that text. */
  held?: HeldWords | null;
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
  useAskBeforeUnload(value !== props.value);

  const errorId = `${id}-error`;
  const heldId = `${id}-held`;
  const { held = null } = props;
  const describedBy = [props.error == null ? [] : errorId, held === null ? [] : heldId].flat();
  const selectFound = (): void => {
    const first = held?.found[0];
    field.current?.focus();
    if (first !== undefined) field.current?.setSelectionRange(first.from, first.to);
  };
  const shared = {
    id,
    value,
    className: 'cl-input',
    // A browser keeps what is typed into fields, in plain text, to offer and restore it.
    autoComplete: 'off',
    maxLength: props.maxLength ?? 4000,
    disabled: props.disabled === true,
    autoFocus: props.autoFocus === true,
    'aria-invalid': props.error != null || held !== null,
    'aria-describedby': describedBy.length === 0 ? undefined : describedBy.join(' '),
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
      {held === null ? null : (
        <HeldNote
          id={heldId}
          held={held}
          words={props.value}
          onChange={selectFound}
        />
      )}
    </div>
  );
}
