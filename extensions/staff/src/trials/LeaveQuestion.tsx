import { useEffect, useRef } from 'react';
import { text } from '@corelab/ui';

export interface LeaveQuestionProps {
  /** What is left, and the two answers; a text that is not saved unless given. */
  texts?: {
    readonly name: string;
    readonly question: string;
    readonly leave: string;
    readonly stay: string;
  };
  onLeave(): void;
  onStay(): void;
}

const unsavedText = () => ({
  name: text('trials.unsaved'),
  question: text('trials.leaving'),
  leave: text('trials.leave'),
  stay: text('trials.stay'),
});

/** Asked before something unfinished is left. */
export function LeaveQuestion({ texts = unsavedText(), onLeave, onStay }: LeaveQuestionProps) {
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => stay.current?.focus(), []);
  return (
    <section
      className="cl-leaving"
      role="alertdialog"
      aria-label={texts.name}
      onKeyDown={event => {
        if (event.key === 'Escape') onStay();
      }}
    >
      <p>{texts.question}</p>
      <div className="cl-row">
        <button
          ref={stay}
          type="button"
          className="cl-button cl-button-primary"
          onClick={onStay}
        >
          {texts.stay}
        </button>
        <button
          type="button"
          className="cl-button"
          onClick={onLeave}
        >
          {texts.leave}
        </button>
      </div>
    </section>
  );
}
