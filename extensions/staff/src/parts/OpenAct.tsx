import { useState, type ReactNode } from 'react';

export interface OpenActProps {
  /** What the button says that opens the form. */
  label: string;
  primary?: boolean;
  /** The form; it closes itself with what it was given. */
  children(close: () => void): ReactNode;
}

/** A button in whose place its form opens. */
export function OpenAct({ label, primary = false, children }: OpenActProps) {
  const [open, setOpen] = useState(false);
  if (open) return <>{children(() => setOpen(false))}</>;
  return (
    <div className="cl-row">
      <button
        type="button"
        className={primary ? 'cl-button cl-button-primary' : 'cl-button'}
        onClick={() => setOpen(true)}
      >
        {label}
      </button>
    </div>
  );
}
