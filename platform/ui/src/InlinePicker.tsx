import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useFocusGuard } from './focusGuard.js';
import { text } from './text.js';

export interface PickerOption {
  value: string;
  label: string;
  /** Found by this as well, not shown: the term in another language, a code. */
  searchText?: string;
}

export interface InlinePickerProps {
  label: string;
  options: readonly PickerOption[];
  onPick(value: string): void;
  onClose(): void;
}

const shownAtMost = 8;

function matches(option: PickerOption, letters: string): boolean {
  const needle = letters.trim().toLowerCase();
  return [option.label, option.searchText ?? ''].some(searched =>
    searched.toLowerCase().includes(needle)
  );
}

/** A filtering list inside the panel: type, arrows, Enter takes, Esc leaves. Options come most likely first. */
export function InlinePicker({ label, options, onPick, onClose }: InlinePickerProps) {
  const id = useId();
  const [letters, setLetters] = useState('');
  const [active, setActive] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const guard = useFocusGuard(input, false, whole);
  const found = options.filter(option => matches(option, letters));
  const first = Math.max(0, Math.min(active - shownAtMost + 1, found.length - shownAtMost));
  const shown = found.slice(first, first + shownAtMost);

  const onKeyDown = (event: KeyboardEvent): void => {
    const picked = found[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = active + (event.key === 'ArrowDown' ? 1 : -1);
      setActive(Math.max(0, Math.min(found.length - 1, next)));
    } else if (event.key === 'Enter' && picked !== undefined) {
      event.preventDefault();
      onPick(picked.value);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    } else {
      guard.onKeyDown(event);
    }
  };

  return (
    <div
      ref={whole}
      className="cl-picker"
    >
      <label
        htmlFor={`${id}-input`}
        className="cl-label"
      >
        {label}
      </label>
      <input
        id={`${id}-input`}
        ref={input}
        className="cl-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length === 0 ? undefined : `${id}-${active}`}
        placeholder={text('location.filter')}
        autoComplete="off"
        autoFocus
        value={letters}
        onChange={event => {
          setLetters(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (guard.onBlur()) {
            onClose();
          }
        }}
      />
      {found.length === 0 ? <p className="cl-second">{text('location.nothing')}</p> : null}
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        className="cl-list"
      >
        {shown.map((option, index) => (
          <li
            key={option.value}
            id={`${id}-${first + index}`}
            role="option"
            aria-selected={first + index === active}
            className={first + index === active ? 'cl-option cl-selected' : 'cl-option'}
            onPointerDown={event => {
              event.preventDefault();
              onPick(option.value);
            }}
          >
            {option.label}
          </li>
        ))}
      </ul>
    </div>
  );
}
