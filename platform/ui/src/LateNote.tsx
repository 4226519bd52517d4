import { text, type TextKey } from './text.js';
import { useLate } from './useLate.js';

/** Says when something that was sent has had no answer for ten seconds: nothing waits without a word. */
export function LateNote({ waiting, says = 'late.answer' }: { waiting: boolean; says?: TextKey }) {
  return useLate(waiting) ? (
    <p
      className="cl-attention"
      role="status"
      data-late
    >
      {text(says)}
    </p>
  ) : null;
}
