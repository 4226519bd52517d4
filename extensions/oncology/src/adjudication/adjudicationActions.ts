import { saveSentence, text } from '@corelab/ui';
import type { SideName } from '@corelab/adjudication';
import { draftView } from '../case/announceSave.js';
import type { AdjudicationAction } from '../keys/adjudicationKeys.js';
import type { AdjudicationStore } from './adjudicationStore.js';
import { chooseRead, chooseTimepoint, withoutChoice } from './decisionEdits.js';
import { openItemText } from './openItemText.js';
import { readNames } from '../compared/comparedReads.js';
import { timepointLabel } from '../compared/timepointNames.js';

export interface AdjudicationCommands {
  /** Brings the panes to the image in hand. */
  showImage(): void;
  nextCase(): void;
}

/** A read stands: whole, or at the given timepoint where the charter lets each be chosen. */
export function choose(store: AdjudicationStore, side: SideName, timepoint: string | null): void {
  const { mode, case: shown } = store.adjudication;
  if (store.locked) {
    store.say(text(`adj.lock.${store.lock ?? 'locked'}`));
  } else if (mode === 'selectRead') {
    store.edit(text('adj.edit.choose', { read: readNames[side] }), document =>
      chooseRead(document, side)
    );
  } else if (mode === 'perTimepoint') {
    const { timepoints } = shown.comparison;
    const at = timepoint ?? store.getSnapshot().timepoint;
    if (!timepoints.includes(at)) {
      store.say(text('adj.notDecided', { timepoint: timepointLabel(store.adjudication, at) }));
      return;
    }
    const what = { read: readNames[side], timepoint: timepointLabel(store.adjudication, at) };
    store.edit(text('adj.edit.chooseAt', what), document =>
      chooseTimepoint(document, timepoints, at, side)
    );
  }
}

/** The next difference that was not looked at; then what keeps the decision from being signed. */
export function goToDue(store: AdjudicationStore): void {
  const { seen, selected, openItems, signature } = store.getSnapshot();
  const listed = store.listed();
  const after = listed.filter(({ place }) => place > (selected ?? -1) && !seen.has(place));
  const next = after[0] ?? listed.find(({ place }) => !seen.has(place));
  const [item] = openItems;
  if (next !== undefined) store.select(next.place);
  else if (signature !== null) store.say(text('adj.lock.signed'));
  else if (item === undefined) store.say(text('sign.ready', { timepoint: text('adj.decision') }));
  else store.say(openItemText(store.adjudication, item));
}

/** Nothing is signed before all that blocks it is done. */
export function openSignSheet(store: AdjudicationStore): void {
  const { held, openItems } = store.getSnapshot();
  const [item] = openItems;
  if (store.locked) store.say(text(`adj.lock.${store.lock ?? 'locked'}`));
  else if (held !== null) store.say(text('identity.waits.decision'));
  else if (item !== undefined) store.say(openItemText(store.adjudication, item));
  else store.open('sign');
}

function nextDerivation(store: AdjudicationStore): void {
  const { sheet } = store.getSnapshot();
  if (sheet === 'derivation-a') store.open('derivation-b');
  else store.open(sheet === 'derivation-b' ? 'none' : 'derivation-a');
}

function escape(store: AdjudicationStore): void {
  if (store.getSnapshot().sheet !== 'none') store.open('none');
  else store.select(null);
}

/** Runs an action of the page; true means the key was used. */
export function runAdjudicationAction(
  store: AdjudicationStore,
  action: AdjudicationAction,
  commands: AdjudicationCommands
): boolean {
  const { sheet, signature, draft } = store.getSnapshot();
  const acts: Record<AdjudicationAction, () => void> = {
    help: () => store.open(sheet === 'keys' ? 'none' : 'keys'),
    escape: () => escape(store),
    previous: () => store.step(-1),
    next: () => store.step(1),
    due: () => goToDue(store),
    back: () => {
      store.nextStop();
      commands.showImage();
    },
    derivation: () => nextDerivation(store),
    toggleA: () => store.toggle('a'),
    toggleB: () => store.toggle('b'),
    chooseA: () => choose(store, 'a', null),
    chooseB: () => choose(store, 'b', null),
    clearChoice: () => store.edit(text('adj.edit.clear'), withoutChoice),
    undo: () => store.undo(),
    redo: () => store.redo(),
    sign: () => openSignSheet(store),
    flag: () => store.open('problem'),
    saveState: () => store.say(saveSentence(draftView(draft, store.lock))),
    nextCase: () => {
      if (signature === null) store.say(text('adj.nextWhenSigned'));
      else commands.nextCase();
    },
  };
  acts[action]();
  return true;
}
