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

/** Date and time of a signature: 2026-11-23 14:06 UTC. */
export function signatureTime(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? iso
    : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** What the state line and the case strip say. */
export function saveView(snapshot: CaseSnapshot): SaveView {
  const { draft } = snapshot;
  const lock = lockOf(snapshot);
  return {
    state: lock === null || lock === 'locked' ? draft.state : lock,
    savedAt: draft.savedAt === null || draft.savedAt === '' ? null : clockTime(draft.savedAt),
    pending: draft.pending,
    returned: draft.returned,
    keptHere: draft.keptHere,
    message: draft.error?.message ?? null,
  };
}

/** Tells the case strip in the host's header at every change; the returned function ends it. */
export function announceSave(store: CaseStore): () => void {
  let last: CaseSnapshot['draft'] | null = null;
  let lock: CaseLock | null = null;
  const tell = (): void => {
    const snapshot = store.getSnapshot();
    if (snapshot.draft !== last || lockOf(snapshot) !== lock) {
      last = snapshot.draft;
      lock = lockOf(snapshot);
      announceSaveView(saveView(snapshot));
    }
  };
  tell();
  return store.subscribe(tell);
}
