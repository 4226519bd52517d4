import { useEffect, useId, useRef, type ReactNode } from 'react';
import { text } from '@corelab/ui';

export interface SideSheetProps {
  title: string;
  onClose(): void;
  children: ReactNode;
}

/** Details beside a table; takes the focus when it opens, gives it back when it closes; Esc closes. */
export function SideSheet({ title, onClose, children }: SideSheetProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current = document.activeElement;
    heading.current?.focus();
    return () => {
      if (before.current instanceof HTMLElement && before.current.isConnected) {
        before.current.focus();
      }
    };
  }, [title]);
  return (
    <aside
      className="cl-side-sheet"
      aria-labelledby={id}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <div className="cl-side-sheet-head">
        <h2
          id={id}
          ref={heading}
          tabIndex={-1}
          className="cl-heading cl-grow"
        >
          {title}
        </h2>
        <button
          type="button"
          className="cl-button cl-button-quiet"
          onClick={onClose}
        >
          {text('room.close')}
        </button>
      </div>
      {children}
    </aside>
  );
}
