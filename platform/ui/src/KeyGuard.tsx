import type { KeyboardEvent, ReactNode } from 'react';

const editable = 'input, textarea, select, [contenteditable="true"]';
const pressable = 'button, a[href], summary, [role="option"], [role="button"]';

/** Whether the focused widget itself uses this key, so that no shortcut may. */
export function widgetUses(target: Element, event: { key: string; ctrlKey: boolean }): boolean {
  if (target.closest(editable) !== null) {
    return !(event.ctrlKey && (event.key === 'Enter' || event.key === 's'));
  }
  return (
    target.closest(pressable) !== null &&
    (event.key === 'Enter' || event.key === ' ') &&
    !event.ctrlKey
  );
}

/** Also true for elements of another window, which have classes of their own. */
const isElement = (target: EventTarget): target is Element => 'closest' in target;

/**
 * Stops exactly the keys which the focused widget uses before the host's and our own shortcuts see them; all others
 * pass. Without it the host runs "reset" on Space and never presses the button.
 */
export function KeyGuard({ children, className }: { children: ReactNode; className?: string }) {
  const guard = (event: KeyboardEvent): void => {
    if (isElement(event.target) && widgetUses(event.target, event)) {
      event.stopPropagation();
    }
  };
  return (
    <div
      className={className}
      onKeyDown={guard}
      onKeyUp={guard}
    >
      {children}
    </div>
  );
}
