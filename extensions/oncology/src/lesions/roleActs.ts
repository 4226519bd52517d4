import { setRole, type Lesion } from '@corelab/reads';
import { text } from '@corelab/ui';
import type { CaseStore } from '../case/caseStore.js';

/** Why a lesion keeps its role; null when it can take the other. */
export function whyNotRole(store: CaseStore, lesion: Lesion): string | null {
  return store.context.baseline && lesion.createdInThisRead
    ? null
    : text('why.role', { lesion: lesion.id });
}

/** Shift+R: target becomes non-target and back, under the next number of its new role. */
export function changeRole(store: CaseStore): void {
  const lesion = store.selectedLesion;
  if (lesion === null || store.locked) {
    return;
  }
  const why = whyNotRole(store, lesion);
  if (why !== null) {
    store.say(why);
    return;
  }
  const role = lesion.role === 'target' ? 'non-target' : 'target';
  const done = store.edit(text('edit.role', { lesion: lesion.id }), document =>
    setRole(document, lesion.id, role, store.context.baseline)
  );
  const renamed = store.selectedLesion;
  if (done && renamed !== null) {
    store.say(
      text('prompt.role', { lesion: lesion.id, next: renamed.id, role: text(`role.${role}`) }),
      true
    );
  }
}
