import type { ReactNode } from 'react';
import { text } from '@corelab/ui';

/** Entries that ended, folded: they stay on record and are seldom looked for. */
export function EarlierEntries({ entries }: { entries: readonly ReactNode[] }) {
  if (entries.length === 0) return null;
  return (
    <details className="cl-second">
      <summary>{text('people.earlier', { count: entries.length })}</summary>
      <ul className="cl-list cl-form cl-earlier">{entries}</ul>
    </details>
  );
}
