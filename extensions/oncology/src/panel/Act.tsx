import { useId } from 'react';

export interface ActProps {
  label: string;
  keys?: string;
  pressed?: boolean;
  /** Why it can't be done now; the button stays in reach and says so when pressed. */
  off?: string | null;
  name?: string;
  onPress(): void;
}

/** A button of the panel with its key. One that is off keeps its focus and its reason. */
export function Act({ label, keys, pressed, off, name, onPress }: ActProps) {
  const id = useId();
  const isOff = off !== undefined && off !== null;
  return (
    <>
      <button
        type="button"
        className="cl-button"
        data-act={name}
        aria-pressed={pressed}
        aria-disabled={isOff ? true : undefined}
        aria-describedby={isOff ? id : undefined}
        onClick={onPress}
      >
        {label} {keys === undefined ? null : <kbd className="cl-key">{keys}</kbd>}
      </button>
      {isOff ? (
        <span
          id={id}
          className="cl-spoken"
        >
          {off}
        </span>
      ) : null}
    </>
  );
}
