import type { LesionRole } from '@corelab/reads';
import { sortFindings, text } from '@corelab/ui';
import type { CaseAction } from './keymap.js';
import { findingsOfAll } from '../case/assessRead.js';
import type { Sheet } from '../case/caseSnapshot.js';
import type { CaseStore } from '../case/caseStore.js';
import {
  judge,
  judgeNotEvaluable,
  mayBe,
  removeSelected,
  removeSelectedLesion,
  sayLinked,
  toggleEquivocal,
} from '../lesions/judgeLesion.js';
import { takeKeyImage, type ImageCommands } from '../lesions/keyImageActs.js';
import { mergeSelected, openMerge, splitSelected, stepPartner } from '../lesions/linkActs.js';
import { setOthersAsBefore } from '../lesions/nonTargetActs.js';
import { changeRole } from '../lesions/roleActs.js';
import { panelOrder } from '../lesions/lesionRows.js';
import { waitingAt, type Waiting } from '../typed/waitingAt.js';

function step(store: CaseStore, by: 1 | -1): void {
  const { document, selected, sheet } = store.getSnapshot();
  if (sheet === 'merge') {
    stepPartner(store, by);
    return;
  }
  const order = panelOrder(document);
  const at = order.findIndex(({ trackingUid }) => trackingUid === selected);
  const next = at < 0 ? (by > 0 ? 0 : order.length - 1) : at + by;
  const lesion = order[Math.max(0, Math.min(order.length - 1, next))];
  if (lesion !== undefined) {
    store.select(lesion.trackingUid);
  }
}

/** Selects a lesion by its id. */
export function goTo(store: CaseStore, id: string): void {
  const lesion = store.getSnapshot().document.lesions.find(candidate => candidate.id === id);
  if (lesion !== undefined) {
    store.select(lesion.trackingUid);
  }
}

/** Goes to the field in which a text waits. */
export function goToWaiting(store: CaseStore, waiting: Waiting): void {
  if (waiting.lesion !== null) {
    goTo(store, waiting.lesion);
    store.open(waiting.sheet);
  }
}

/** Everything that waits for the reader, in one queue: texts not kept, lesions by panel order, then the read, then findings. */
export function dueThings(store: CaseStore): { lesion: string | null; message: string }[] {
  const { document, openItems, assessment, others, held } = store.getSnapshot();
  const texts = held.flatMap(one => {
    const waiting = waitingAt(document, one);
    return waiting === null ? [] : [{ lesion: waiting.lesion, message: waiting.sentence }];
  });
  const order = panelOrder(document).map(({ id }) => id);
  const items = [...openItems].sort((a, b) => {
    const place = (lesion: string | null): number =>
      lesion === null ? order.length : order.indexOf(lesion);
    return place(a.lesion) - place(b.lesion);
  });
  const findings = sortFindings(findingsOfAll(assessment, others)).filter(
    ({ severity }) => severity === 'block'
  );
  return [
    ...texts,
    ...items,
    ...findings.map(({ lesion, text: message }) => ({ lesion, message })),
  ];
}

function goToDue(store: CaseStore): void {
  const due = dueThings(store);
  const current = store.selectedLesion?.id ?? null;
  const order = panelOrder(store.getSnapshot().document).map(({ id }) => id);
  const at = current === null ? -1 : order.indexOf(current);
  const later = due.find(({ lesion }) => lesion !== null && order.indexOf(lesion) > at);
  const next = later ?? due.find(({ lesion }) => lesion !== current) ?? due[0];
  if (next === undefined) {
    store.say(text('sign.ready', { timepoint: store.context.timepoint }));
    return;
  }
  if (next.lesion !== null) {
    goTo(store, next.lesion);
  }
  store.say(next.message);
}

function rearm(store: CaseStore): void {
  const lesion = store.selectedLesion;
  if (lesion !== null && !sayLinked(store, lesion)) {
    store.arm({ kind: 'lesion', trackingUid: lesion.trackingUid });
  }
}

/** Before drawing: the role a new lesion can have here, the other one when pressed again. */
function cycleRole(store: CaseStore): void {
  const roles: LesionRole[] = store.context.baseline ? ['target', 'non-target'] : ['new'];
  const { armed } = store.getSnapshot();
  const at = armed?.kind === 'add' ? roles.indexOf(armed.role) : -1;
  const role = roles[(at + 1) % roles.length] ?? 'target';
  store.arm({ kind: 'add', role });
}

function escape(store: CaseStore): void {
  const { sheet, armed } = store.getSnapshot();
  if (sheet !== 'none') {
    store.open('none');
  } else if (armed !== null) {
    store.arm(null);
  } else {
    store.select(null);
  }
}

function askReason(store: CaseStore): void {
  const lesion = store.selectedLesion;
  if (lesion === null || store.locked || sayLinked(store, lesion)) {
    return;
  }
  if (mayBe(lesion, 'notEvaluable', store.context)) {
    store.open('reason');
  }
}

function openForSelected(store: CaseStore, sheet: 'location' | 'comment'): void {
  if (store.selectedLesion !== null && !store.locked) {
    store.open(sheet);
  }
}

/** Nothing is signed before all that blocks it is done; the sheet then says what it signs. */
export function openSignSheet(store: CaseStore): void {
  const due = dueThings(store)[0];
  if (due !== undefined) {
    store.say(due.message);
  } else if (store.getSnapshot().signature === null) {
    store.open('sign');
  }
}

/** How the response is derived, criterion by criterion, then back to the lesions. */
function nextDerivation(store: CaseStore): void {
  const { sheet, others } = store.getSnapshot();
  const pages: Sheet[] = [
    'derivation',
    ...others.map(({ criterion }): Sheet => `derivation:${criterion}`),
  ];
  store.open(pages[pages.indexOf(sheet) + 1] ?? 'none');
}

export interface CaseCommands extends ImageCommands {
  /** Brings the panes to the selected lesion. */
  showSelected(): void;
  nextCase(): void;
  /** Opens another read of the subject, where its timepoints are read together. */
  openTimepoint(readId: string): void;
}

/** Runs an action of the keymap; true means the key was used. */
export function runCaseAction(
  store: CaseStore,
  action: CaseAction,
  commands: CaseCommands
): boolean {
  const acts: Record<CaseAction, () => void> = {
    help: () => store.open(store.getSnapshot().sheet === 'keys' ? 'none' : 'keys'),
    escape: () => escape(store),
    previous: () => step(store, -1),
    next: () => step(store, 1),
    due: () => goToDue(store),
    back: commands.showSelected,
    derivation: () => nextDerivation(store),
    add: () => cycleRole(store),
    role: () => changeRole(store),
    split: () => splitSelected(store),
    merge: () => openMerge(store),
    take: () => mergeSelected(store, store.getSnapshot().partner),
    keyImage: () => takeKeyImage(store, commands),
    asBefore: () => setOthersAsBefore(store),
    arm: () => rearm(store),
    location: () => openForSelected(store, 'location'),
    absent: () => judge(store, 'absent'),
    tooSmall: () => judge(store, 'tooSmallToMeasure'),
    notEvaluable: () => askReason(store),
    present: () => judge(store, 'present'),
    progressed: () => judge(store, 'progressed'),
    equivocal: () => toggleEquivocal(store),
    remove: () => removeSelected(store),
    removeLesion: () => removeSelectedLesion(store),
    comment: () => openForSelected(store, 'comment'),
    flag: () => store.open('problem'),
    undo: () => store.undo(),
    redo: () => store.redo(),
    sign: () => openSignSheet(store),
    saveState: () => store.retrySave(),
    nextCase: () => {
      if (store.getSnapshot().signature !== null) {
        commands.nextCase();
      }
    },
    reason1: () => judgeNotEvaluable(store, 0),
    reason2: () => judgeNotEvaluable(store, 1),
    reason3: () => judgeNotEvaluable(store, 2),
    reason4: () => judgeNotEvaluable(store, 3),
    reason5: () => judgeNotEvaluable(store, 4),
  };
  acts[action]();
  return true;
}
