import {
  baselineStates,
  lesionStates,
  removeLesion,
  setMark,
  setState,
  type Lesion,
  type LesionState,
} from '@corelab/reads';
import { text, type TextKey } from '@corelab/ui';
import type { CaseStore } from './caseStore.js';

/** Reasons for "not evaluable", by digit; codes of the criteria. */
export const reasons: readonly { code: string; key: TextKey }[] = [
  { code: 'NOT_IMAGED', key: 'reason.notImaged' },
  { code: 'POOR_QUALITY', key: 'reason.motion' },
  { code: 'METHOD_CHANGE', key: 'reason.technique' },
  { code: 'OBSCURED', key: 'reason.obscured' },
  { code: 'OTHER', key: 'reason.other' },
];

/** Whether a lesion may take a state in this read. */
export function mayBe(lesion: Lesion, state: LesionState, baseline: boolean): boolean {
  return (baseline ? baselineStates : lesionStates)[lesion.role].includes(state);
}

/** Gives the selected lesion a state; a measurement that goes with it is named in the prompt. */
export function judge(store: CaseStore, state: LesionState, reason: Lesion['reason'] = null): void {
  const lesion = store.selectedLesion;
  if (lesion === null || store.locked || !mayBe(lesion, state, store.context.baseline)) {
    return;
  }
  const before = lesion.mark?.longestDiameterMm;
  const done = store.edit(text('edit.state', { lesion: lesion.id }), document =>
    setState(document, lesion.id, state, reason)
  );
  if (done) {
    const gone = before !== undefined && store.selectedLesion?.mark === null;
    store.arm(null);
    store.say(
      gone ? text('prompt.replaced', { lesion: lesion.id, value: before.toFixed(1) }) : null
    );
  }
}

/** Takes the reason with this place in the list; "other" needs words, given in `words`. */
export function judgeNotEvaluable(store: CaseStore, index: number, words = ''): void {
  const reason = reasons[index];
  if (reason !== undefined) {
    const label = words === '' ? text(reason.key) : words;
    judge(store, 'notEvaluable', {
      code: reason.code,
      text: reason.code === 'OTHER' ? words : label,
    });
    store.open('none');
  }
}

/** Equivocal first, then back and forth. */
export function toggleEquivocal(store: CaseStore): void {
  judge(store, store.selectedLesion?.state === 'equivocal' ? 'unequivocal' : 'equivocal');
}

/** Delete: the mark where there is one, else the lesion if it was added in this read. */
export function removeSelected(store: CaseStore): void {
  const lesion = store.selectedLesion;
  if (lesion === null || store.locked) {
    return;
  }
  if (lesion.mark !== null) {
    store.edit(text('edit.removed', { lesion: lesion.id }), document =>
      setMark(document, lesion.id, null)
    );
  } else if (lesion.createdInThisRead) {
    store.edit(text('edit.removed', { lesion: lesion.id }), document =>
      removeLesion(document, lesion.id)
    );
    store.select(null);
  } else {
    store.say(text('prompt.carried', { lesion: lesion.id }));
  }
}
