import { StateIcon } from './StateIcon.js';
import { text } from './text.js';

export interface SignedBarProps {
  name: string;
  /** Date and time of signing, as shown. */
  at: string;
  meaning: string;
  /** Of the signed record. */
  hash: string;
  onNext(): void;
}

/** Padlock, the signature in words, and the way on; nothing advances by itself. */
export function SignedBar({ name, at, meaning, hash, onNext }: SignedBarProps) {
  return (
    <div
      className="cl-sign-bar"
      data-sign="signed"
    >
      <StateIcon icon="locked" />
      <span
        role="status"
        className="cl-grow"
      >
        {text('sign.done', { name, at, meaning, hash: hash.slice(0, 8) })}
      </span>
      <button
        type="button"
        className="cl-button cl-button-primary"
        onClick={onNext}
      >
        {text('sign.next')} <kbd className="cl-key">N</kbd>
      </button>
    </div>
  );
}
