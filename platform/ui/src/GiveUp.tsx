import { useState } from 'react';
import { text } from './text.js';

/** A way to be rid of what was written here and can't be saved: a second press erases it. */
export function GiveUp({ onGiveUp }: { onGiveUp(): void }) {
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <button
        type="button"
        className="cl-button"
        data-act="giveUp"
        onClick={() => setAsked(true)}
      >
        {text('left.giveUp')}
      </button>
    );
  }
  return (
    <div className="cl-row cl-wrap">
      <span>{text('left.sure')}</span>
      <button
        type="button"
        className="cl-button"
        autoFocus
        onClick={() => setAsked(false)}
      >
        {text('left.no')}
      </button>
      <button
        type="button"
        className="cl-button"
        data-act="erase"
        onClick={onGiveUp}
      >
        {text('left.yes')}
      </button>
    </div>
  );
}
