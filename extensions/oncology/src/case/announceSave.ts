import { announceSaveView, type SaveView } from '@corelab/ui';
import { lockOf, type CaseLock } from './caseLock.js';
import type { CaseSnapshot } from './caseSnapshot.js';
import type { CaseStore } from './caseStore.js';

const two = (value: number): string => String(value).padStart(2, '0');

/** Clock time of the reader's own act: 14:05:32. */
export function clockTime(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? iso
    : `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** The same without seconds: 14:05. */
export function shortTime(iso: string): string {
  return clockTime(iso).slice(0, 5);
}

/** Date and time of a signature: 2026-11-23 14:06 UTC, with the installation's own time where it has another zone. */
export function signatureTime(iso: string, zone = 'UTC'): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const utc = `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  if (zone === 'UTC') return utc;
  // Sweden writes dates as ISO 8601 does.
  const own = new Intl.DateTimeFormat('sv-SE', {
    ...{ dateStyle: 'short', timeStyle: 'short', timeZone: zone },
  });
  return `${utc} (${own.format(date)} ${zone})`;
}

/** What the state line and the case strip say of a draft; a lock that the draft does not know of comes first. */
export function draftView(draft: CaseSnapshot['draft'], lock: CaseLock | null): SaveView {
  return {
    state: lock === null || lock === 'locked' || lock === 'gone' ? draft.state : lock,
    savedAt: draft.savedAt === null || draft.savedAt === '' ? null : clockTime(draft.savedAt),
    pending: draft.pending,
    returned: draft.returned,
    keptHere: draft.keptHere,
    keeping: draft.keeping,
    message: draft.error?.message ?? null,
  };
}

export const saveView = (snapshot: CaseSnapshot): SaveView =>
  draftView(snapshot.draft, lockOf(snapshot));

/** Tells the case strip in the host's header at every change; the returned function ends it. */
export function announceSave(
  open: Pick<CaseStore, 'subscribe'>,
  now: () => { draft: CaseSnapshot['draft']; lock: CaseLock | null }
): () => void {
  let last: CaseSnapshot['draft'] | null = null;
  let lockedBy: CaseLock | null = null;
  const tell = (): void => {
    const { draft, lock } = now();
    if (draft !== last || lock !== lockedBy) {
      last = draft;
      lockedBy = lock;
      announceSaveView(draftView(draft, lock));
    }
  };
  tell();
  return open.subscribe(tell);
}
