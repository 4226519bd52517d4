import { setNonTargetsAsBefore } from '@corelab/reads';
import { text } from '@corelab/ui';
import type { CaseStore } from '../case/caseStore.js';

/** Whether the charter lets all non-targets still to do be set as they were. */
export function mayBulkUnchanged(store: CaseStore): boolean {
  return store.context.charter.bulkUnchanged && !store.context.baseline;
}

/** Why nothing can be set as before now; null when something can. */
export function whyNotAsBefore(store: CaseStore): string | null {
  const { baseline, charter, history } = store.context;
  if (baseline) {
    return text('why.asBeforeBaseline');
  }
  if (!charter.bulkUnchanged) {
    return text('why.asBeforeCharter');
  }
  const last = history.at(-1);
  if (last === undefined) {
    return text('why.asBeforeHidden');
  }
  return setNonTargetsAsBefore(store.getSnapshot().document, last.document).changed === 0
    ? text('why.asBeforeNone')
    : null;
}

/** Shift+A: every non-target still to do takes its state of the last timepoint; the overall judgement stays the reader's. */
export function setOthersAsBefore(store: CaseStore): void {
  const last = store.context.history.at(-1);
  const why = whyNotAsBefore(store);
  if (store.locked || why !== null || last === undefined) {
    store.say(store.lockedBecause ?? why);
    return;
  }
  const { changed } = setNonTargetsAsBefore(store.getSnapshot().document, last.document);
  const done = store.edit(
    text('edit.asBefore', { count: changed }),
    document => setNonTargetsAsBefore(document, last.document).document
  );
  if (done) {
    store.say(text('prompt.asBefore', { count: changed }), true);
  }
}
