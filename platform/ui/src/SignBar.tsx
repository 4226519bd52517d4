import { useId } from 'react';
import { StateIcon } from './StateIcon.js';
import { text } from './text.js';

export interface SignBarProps {
  timepoint: string;
  /** Things that block signing. */
  open: number;
  /** All changes acknowledged by the server. */
  saved: boolean;
  /** What has to be saved first, where more can be said than that. */
  unsaved?: string;
  onGo(): void;
  onOpen(): void;
}

/** What is left, or that signing can begin. A disabled Sign stays focusable and says why. */
export function SignBar({ timepoint, open, saved, unsaved, onGo, onOpen }: SignBarProps) {
  const why = useId();
  const ready = open === 0 && saved;
  const sentence =
    open > 0
      ? text('sign.open', { count: open })
      : saved
        ? text('sign.ready', { timepoint })
        : (unsaved ?? text('sign.unsaved'));
  return (
    <div
      className="cl-sign-bar"
      data-sign={ready ? 'ready' : 'blocked'}
    >
      <StateIcon icon={ready ? 'done' : 'toDo'} />
      <span
        id={why}
        className="cl-grow"
      >
        {sentence}
      </span>
      {open > 0 ? (
        <button
          type="button"
          className="cl-button"
          onClick={onGo}
        >
          {text('sign.go')} <kbd className="cl-key">D</kbd>
        </button>
      ) : null}
      <button
        type="button"
        className="cl-button cl-button-primary"
        aria-disabled={!ready}
        aria-describedby={why}
        onClick={ready ? onOpen : undefined}
      >
        {text('sign.button')} <kbd className="cl-key">Ctrl+Enter</kbd>
      </button>
    </div>
  );
}
