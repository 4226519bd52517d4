import {
  addPart,
  merge,
  split,
  unmerge,
  unsplit,
  type Lesion,
  type ReadDocument,
} from '@corelab/reads';
import { text } from '@corelab/ui';
import type { CaseStore } from '../case/caseStore.js';
import { panelOrder } from './lesionRows.js';

/** Why an act can't be done, as a sentence for the reader; null when it can. */
type WhyNot = string | null;

function whyNotFollowed(lesion: Lesion, baseline: boolean): WhyNot {
  if (baseline) {
    return text('why.baseline');
  }
  if (lesion.role === 'new') {
    return text('why.new', { lesion: lesion.id });
  }
  return null;
}

/** The split lesion a row speaks of: itself, or the one it is a part of. */
function splitParent(document: ReadDocument, lesion: Lesion): Lesion | null {
  if (lesion.state === 'split') {
    return lesion;
  }
  return document.lesions.find(({ id }) => id === lesion.splitFrom) ?? null;
}

/** Whether the row belongs to a split, so that Shift+S adds a part. */
export function isSplit(lesion: Lesion): boolean {
  return lesion.state === 'split' || lesion.splitFrom !== null;
}

export function whyNotSplit(store: CaseStore, lesion: Lesion): WhyNot {
  const why = whyNotFollowed(lesion, store.context.baseline);
  if (why !== null || isSplit(lesion)) {
    return why;
  }
  return lesion.state === 'merged'
    ? text('why.merged', { lesion: lesion.id, partner: lesion.mergedInto ?? '' })
    : null;
}

/** Lesions that can carry the joint mass, in the panel's order. */
export function mergePartners(document: ReadDocument, lesion: Lesion): Lesion[] {
  return panelOrder(document).filter(
    ({ id, role, state }) =>
      id !== lesion.id &&
      role === lesion.role &&
      state !== 'merged' &&
      state !== 'split' &&
      state !== 'absent'
  );
}

export function whyNotMerge(store: CaseStore, lesion: Lesion): WhyNot {
  const { document } = store.getSnapshot();
  const why = whyNotFollowed(lesion, store.context.baseline);
  if (why !== null) {
    return why;
  }
  if (lesion.state === 'split') {
    return text('why.split', { lesion: lesion.id });
  }
  if (lesion.state === 'merged') {
    return text('why.merged', { lesion: lesion.id, partner: lesion.mergedInto ?? '' });
  }
  const carried = document.lesions.find(({ mergedInto }) => mergedInto === lesion.id);
  if (carried !== undefined) {
    return text('why.carries', { lesion: lesion.id, partner: carried.id });
  }
  return mergePartners(document, lesion).length === 0
    ? text('why.noPartner', { lesion: lesion.id })
    : null;
}

/** Why a split or a merge can't be taken back; null also for a lesion that is in neither. */
export function whyNotSeparate(store: CaseStore, lesion: Lesion): WhyNot {
  if (lesion.state === 'merged') {
    return null;
  }
  const { document } = store.getSnapshot();
  const parent = splitParent(document, lesion);
  const parts = document.lesions.filter(({ splitFrom }) => splitFrom === parent?.id);
  if (parts.some(({ createdInThisRead }) => !createdInThisRead)) {
    return text('why.splitEarlier', { lesion: parent?.id ?? '' });
  }
  const guest = document.lesions.find(({ mergedInto }) =>
    parts.some(({ id }) => id === mergedInto)
  );
  return guest === undefined
    ? null
    : text('why.carries', { lesion: guest.mergedInto ?? '', partner: guest.id });
}

/** Shift+S: the lesion in two parts, the first armed to draw; on a lesion that is split already, one more part. */
export function splitSelected(store: CaseStore): void {
  const lesion = store.selectedLesion;
  if (lesion === null || store.locked) {
    return;
  }
  const why = whyNotSplit(store, lesion);
  if (why !== null) {
    store.say(why);
    return;
  }
  const parent = splitParent(store.getSnapshot().document, lesion);
  const added = parent === null ? [store.newUid(), store.newUid()] : [store.newUid()];
  const done = store.edit(text('edit.split', { lesion: (parent ?? lesion).id }), document =>
    parent === null
      ? split(document, lesion.id, added)
      : addPart(document, parent.id, added[0] ?? '')
  );
  if (done) {
    store.select(added[0] ?? null);
    const part = store.selectedLesion?.id ?? '';
    store.say(
      parent === null
        ? text('prompt.split', { lesion: lesion.id, part })
        : text('prompt.partAdded', { lesion: parent.id, part }),
      true
    );
  }
}

/** Shift+M: unfolds the list of lesions that can carry this one. */
export function openMerge(store: CaseStore): void {
  const lesion = store.selectedLesion;
  if (lesion === null || store.locked) {
    return;
  }
  const why = whyNotMerge(store, lesion);
  if (why !== null) {
    store.say(why);
    return;
  }
  store.open('merge');
  store.choosePartner(mergePartners(store.getSnapshot().document, lesion)[0]?.trackingUid ?? null);
}

/** `w` and `s` in the list. */
export function stepPartner(store: CaseStore, by: 1 | -1): void {
  const lesion = store.selectedLesion;
  if (lesion === null) {
    return;
  }
  const { document, partner } = store.getSnapshot();
  const partners = mergePartners(document, lesion);
  const at = partners.findIndex(({ trackingUid }) => trackingUid === partner);
  const next = partners[Math.max(0, Math.min(partners.length - 1, at + by))];
  store.choosePartner(next?.trackingUid ?? null);
}

/** Enter or a click in the list: the selected lesion is merged into this one. */
export function mergeSelected(store: CaseStore, partnerUid: string | null): void {
  const lesion = store.selectedLesion;
  const partner = store.lesion(partnerUid);
  if (lesion === null || partner === null) {
    return;
  }
  const done = store.edit(text('edit.merge', { lesion: lesion.id }), document =>
    merge(document, lesion.id, partner.id)
  );
  if (done) {
    store.arm(null);
    store.say(text('prompt.merged', { lesion: lesion.id, partner: partner.id }), true);
  }
}

/** "Separate again": takes the merge or the split of the selected row back. */
export function separateSelected(store: CaseStore): void {
  const lesion = store.selectedLesion;
  if (lesion === null || store.locked) {
    return;
  }
  const why = whyNotSeparate(store, lesion);
  if (why !== null) {
    store.say(why);
    return;
  }
  const whole =
    lesion.state === 'merged' ? lesion : splitParent(store.getSnapshot().document, lesion);
  if (whole === null) {
    return;
  }
  const done = store.edit(text('edit.separated', { lesion: whole.id }), document =>
    whole.state === 'merged' ? unmerge(document, whole.id) : unsplit(document, whole.id)
  );
  if (done) {
    store.select(whole.trackingUid);
    store.say(text('prompt.separated', { lesion: whole.id }), true);
  }
}
