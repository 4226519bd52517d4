import { useEffect, useRef } from 'react';
import { text } from '@corelab/ui';

/** Asked before an unsaved text is left. */
export function LeaveQuestion({ onLeave, onStay }: { onLeave(): void; onStay(): void }) {
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => stay.current?.focus(), []);
  return (
    <section
      className="cl-leaving"
      role="alertdialog"
      aria-label={text('trials.unsaved')}
      onKeyDown={event => {
        if (event.key === 'Escape') onStay();
      }}
    >
      <p>{text('trials.leaving')}</p>
      <div className="cl-row">
        <button
          ref={stay}
          type="button"
          className="cl-button cl-button-primary"
          onClick={onStay}
        >
          {text('trials.stay')}
        </button>
        <button
          type="button"
          className="cl-button"
          onClick={onLeave}
        >
          {text('trials.leave')}
        </button>
      </div>
    </section>
  );
}
