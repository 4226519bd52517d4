import { useState } from 'react';
import { toClientError } from '@corelab/client';
import { text } from '@corelab/ui';
import { Changes } from './Changes.js';

export interface NewerVersionProps {
  reason: unknown;
  /** What somebody else saved, and what this text began from. */
  newest: number;
  base: number | null;
  busy: boolean;
  onSaveAfter(): void;
}

/** Somebody saved a version meanwhile: what it changes, and how this text is kept all the same. */
export function NewerVersion({ reason, newest, base, busy, onSaveAfter }: NewerVersionProps) {
  const [open, setOpen] = useState(false);
  return (
    <section
      className="cl-leaving"
      role="alert"
    >
      <p>{toClientError(reason).message}</p>
      <div className="cl-row cl-wrap-row">
        <button
          type="button"
          className="cl-button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {text('trials.compareNewer', { version: newest })}
        </button>
        <button
          type="button"
          className="cl-button"
          disabled={busy}
          onClick={onSaveAfter}
        >
          {text('trials.saveAfter', { version: newest })}
        </button>
      </div>
      {open ? (
        <Changes
          version={newest}
          against={base}
        />
      ) : null}
    </section>
  );
}
