import { StateIcon } from './StateIcon.js';
import { text } from './text.js';

export interface SignedBarProps {
  name: string;
  /** Date and time of signing, as shown. */
  at: string;
  meaning: string;
  /** Of the signed record. */
  hash: string;
  /** Left out where there is no next case. */
  onNext?(): void;
  /** The hash is shown to its last sign. */
  whole?: boolean;
}

/** Padlock, the signature in words, and the way on; nothing advances by itself. */
export function SignedBar({ name, at, meaning, hash, onNext, whole = false }: SignedBarProps) {
  return (
    <div
      className="cl-sign-bar"
      data-sign="signed"
    >
      <StateIcon icon="locked" />
      <span
        role="status"
        className="cl-grow cl-break"
      >
        {text('sign.done', { name, at, meaning, hash: whole ? hash : hash.slice(0, 8) })}
      </span>
      {onNext === undefined ? null : (
        <button
          type="button"
          className="cl-button cl-button-primary"
          onClick={onNext}
        >
          {text('sign.next')} <kbd className="cl-key">N</kbd>
        </button>
      )}
    </div>
  );
}
