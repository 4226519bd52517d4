import { useEffect, useId, useRef } from 'react';
import type { PickerOption } from './InlinePicker.js';

export interface ChoiceListProps {
  label: string;
  /** Which keys choose and take. */
  hint: string;
  options: readonly PickerOption[];
  /** Value of the row that the keys stand on; application state, not DOM focus. */
  chosen: string | null;
  onTake(value: string): void;
}

/**
 * A short list inside the panel whose rows the case's own keys choose, so that it also works after the host has taken
 * the focus. It takes the focus when it unfolds and gives it back, so that Enter never presses what opened it.
 */
export function ChoiceList({ label, hint, options, chosen, onTake }: ChoiceListProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    list.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected) {
        before.focus({ preventScroll: true });
      }
    };
  }, []);
  useEffect(() => {
    list.current?.scrollIntoView?.({ block: 'nearest' });
  }, [chosen]);
  const at = options.findIndex(({ value }) => value === chosen);
  return (
    <div className="cl-picker">
      <p
        id={`${id}-label`}
        className="cl-label"
      >
        {label}
      </p>
      <div
        ref={list}
        role="radiogroup"
        tabIndex={-1}
        className="cl-list"
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-hint`}
        aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
      >
        {options.map(({ value, label: words }, index) => (
          <div
            key={value}
            id={`${id}-${index}`}
            role="radio"
            aria-checked={value === chosen}
            data-choice={value}
            className={value === chosen ? 'cl-option cl-selected' : 'cl-option'}
            onClick={() => onTake(value)}
          >
            {words}
          </div>
        ))}
      </div>
      <p
        id={`${id}-hint`}
        className="cl-second"
      >
        {hint}
      </p>
    </div>
  );
}
