import { announceSaveView, type SaveView } from '@corelab/ui';
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

/** Date and time of a signature: 2026-11-23 14:06 UTC. */
export function signatureTime(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? iso
    : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** What the state line and the case strip say. */
export function saveView({ draft, signature }: CaseSnapshot): SaveView {
  return {
    state: signature === null ? draft.state : 'signed',
    savedAt: draft.savedAt === null || draft.savedAt === '' ? null : clockTime(draft.savedAt),
    pending: draft.pending,
    keptHere: draft.keptHere,
    message: draft.error?.message ?? null,
  };
}

/** Tells the case strip in the host's header at every change; the returned function ends it. */
export function announceSave(store: CaseStore): () => void {
  let last: CaseSnapshot['draft'] | null = null;
  let signature: CaseSnapshot['signature'] = null;
  const tell = (): void => {
    const snapshot = store.getSnapshot();
    if (snapshot.draft !== last || snapshot.signature !== signature) {
      last = snapshot.draft;
      signature = snapshot.signature;
      announceSaveView(saveView(snapshot));
    }
  };
  tell();
  return store.subscribe(tell);
}
