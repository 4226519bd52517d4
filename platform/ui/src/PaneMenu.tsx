import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';

export interface PaneMenuOption {
  value: string;
  label: string;
}

export interface PaneMenuProps {
  /** What is chosen here, for screen readers. */
  name: string;
  options: readonly PaneMenuOption[];
  value: string;
  onChoose(value: string): void;
}

const chevron = (
  <svg
    className="cl-icon"
    width="12"
    height="12"
    viewBox="0 0 12 12"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    aria-hidden="true"
  >
    <path d="m3 4.5 3 3 3-3" />
  </svg>
);

/**
 * A choice in a pane's header. With one option it is its label alone. The host takes the focus when the pointer comes
 * back to the images: the menu closes when it loses it, so that the keys are never left with nobody.
 */
export function PaneMenu({ name, options, value, onChoose }: PaneMenuProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (open) box.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
  }, [open]);
  const chosen = options.find(option => option.value === value);
  const label = chosen?.label ?? value;
  if (options.length < 2) {
    return <span className="cl-pane-name">{label}</span>;
  }
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const items = [...(box.current?.querySelectorAll<HTMLElement>('[role="menuitemradio"]') ?? [])];
    const at = items.findIndex(item => item === event.target);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!open || (step === undefined && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (step === undefined) close();
    else items[(at + step + items.length) % items.length]?.focus();
  };
  const onBlur = (event: FocusEvent): void => {
    if (!(event.relatedTarget instanceof Node) || !box.current?.contains(event.relatedTarget)) {
      setOpen(false);
    }
  };
  return (
    <div
      ref={box}
      className="cl-pane-menu"
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      <button
        ref={button}
        type="button"
        className="cl-pane-name cl-pane-choice"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={`${name}: ${label}`}
        onClick={() => setOpen(!open)}
      >
        {label} {chevron}
      </button>
      {open ? (
        <div
          className="cl-pane-options"
          role="menu"
          aria-label={name}
        >
          {options.map(option => (
            <button
              key={option.value}
              type="button"
              className="cl-pane-option"
              role="menuitemradio"
              aria-checked={option.value === value}
              data-value={option.value}
              onClick={() => {
                close();
                onChoose(option.value);
              }}
            >
              {option.label}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  );
}
