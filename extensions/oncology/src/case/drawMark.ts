import { addLesion, setMark, type LesionRole, type Mark } from '@corelab/reads';
import { text } from '@corelab/ui';
import type { CaseStore } from './caseStore.js';
import type { ShownCase } from './shownCase.js';

/** A finished drawing goes to what is armed; see {@link CaseStore.draw}. */
export function drawMark(store: CaseStore, shown: ShownCase, mark: Mark): string | null {
  const { armed } = shown.now;
  if (store.locked || armed === null) {
    shown.set({ prompt: store.lockedBecause ?? text('prompt.noLesionArmed') });
    return null;
  }
  return armed.kind === 'add'
    ? drawNew(store, shown, armed.role, mark)
    : replaceMark(store, shown, { trackingUid: armed.trackingUid, mark });
}

/** Gives a lesion a mark in place of its earlier one; see {@link CaseStore.remeasure}. */
export function replaceMark(
  store: CaseStore,
  shown: ShownCase,
  { trackingUid, mark, gesture }: { trackingUid: string; mark: Mark; gesture?: string | undefined }
): string | null {
  const lesion = store.lesion(trackingUid);
  if (lesion === null) {
    return null;
  }
  const done = store.edit(
    text('edit.mark', { lesion: lesion.id }),
    document => setMark(document, lesion.id, mark),
    gesture
  );
  const { armed } = shown.now;
  // The host tells of a drag's last step late: by then the ruler may be armed for another lesion.
  if (done && armed?.kind === 'lesion' && armed.trackingUid === trackingUid) {
    shown.set({ armed: null });
  }
  return done ? trackingUid : null;
}

function drawNew(store: CaseStore, shown: ShownCase, role: LesionRole, mark: Mark): string | null {
  const trackingUid = store.newUid();
  const { baseline } = store.context;
  const done = store.edit(text('edit.lesion', { lesion: text(`role.${role}`) }), document =>
    addLesion(document, { role, baseline, trackingUid, mark })
  );
  if (done) {
    shown.set({ selected: trackingUid, armed: null, sheet: 'location' });
  }
  return done ? trackingUid : null;
}
