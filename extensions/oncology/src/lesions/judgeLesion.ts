import type { ReadContext } from '@corelab/client';
import {
  baselineStates,
  factsTakenBy,
  lesionStates,
  removeLesion,
  setMark,
  setState,
  type Lesion,
  type LesionState,
} from '@corelab/reads';
import { formatNumber, text, type TextKey } from '@corelab/ui';
import type { CaseStore } from '../case/caseStore.js';
import { countingDiameter, stateWord } from './lesionValues.js';

/** Reasons for "not evaluable", by digit; codes of the criteria. */
export const reasons: readonly { code: string; key: TextKey }[] = [
  { code: 'NOT_IMAGED', key: 'reason.notImaged' },
  { code: 'POOR_QUALITY', key: 'reason.motion' },
  { code: 'METHOD_CHANGE', key: 'reason.technique' },
  { code: 'OBSCURED', key: 'reason.obscured' },
  { code: 'OTHER', key: 'reason.other' },
];

/**
 * Whether a lesion may take a state in this read; one that is merged or split has none of its own. That a new lesion which
 * was there before has progressed says something under iRECIST alone.
 */
export function mayBe(
  lesion: Lesion,
  state: LesionState,
  { baseline, charter }: Pick<ReadContext, 'baseline' | 'charter'>
): boolean {
  if (lesion.state === 'merged' || lesion.state === 'split') {
    return false;
  }
  if (lesion.role === 'new' && state === 'progressed') {
    const criteria = [charter, ...(charter.others ?? [])].map(({ criterion }) => criterion);
    return !lesion.createdInThisRead && factsTakenBy(criteria).includes('nlntFurther');
  }
  return (baseline ? baselineStates : lesionStates)[lesion.role].includes(state);
}

/** Says why a merged or split lesion takes neither a mark nor a state; answers whether it did. */
export function sayLinked(store: CaseStore, lesion: Lesion): boolean {
  const { id, state, mergedInto } = lesion;
  if (state !== 'merged' && state !== 'split') {
    return false;
  }
  store.say(
    state === 'merged'
      ? text('why.merged', { lesion: id, partner: mergedInto ?? '' })
      : text('why.split', { lesion: id })
  );
  return true;
}

/** Gives the selected lesion a state; a measurement that goes with it is named in the prompt. */
export function judge(store: CaseStore, state: LesionState, reason: Lesion['reason'] = null): void {
  const lesion = store.selectedLesion;
  if (lesion === null || store.locked || sayLinked(store, lesion)) {
    return;
  }
  if (!mayBe(lesion, state, store.context)) {
    return;
  }
  const before = countingDiameter(lesion);
  const done = store.edit(text('edit.state', { lesion: lesion.id }), document =>
    setState(document, lesion.id, state, reason)
  );
  if (done) {
    const gone = before !== null && store.selectedLesion?.mark === null;
    store.arm(null);
    if (state === 'progressed') {
      store.open('comment');
      store.say(text('prompt.progressed', { lesion: lesion.id }), true);
    } else {
      store.say(
        gone
          ? text('prompt.replaced', { lesion: lesion.id, value: formatNumber(before) })
          : text('prompt.judged', {
              lesion: lesion.id,
              state: stateWord(store.selectedLesion ?? lesion),
            }),
        true
      );
    }
  }
}

/** Takes the reason with this place in the list; "other" opens a field for its words. */
export function judgeNotEvaluable(store: CaseStore, index: number): void {
  const reason = reasons[index];
  if (reason?.code === 'OTHER') {
    store.open('otherReason');
  } else if (reason !== undefined) {
    judge(store, 'notEvaluable', { code: reason.code, text: text(reason.key) });
  }
}

/** "Not evaluable" for a reason in the reader's own words; no words, no state. */
export function judgeForOtherReason(store: CaseStore, words: string): void {
  if (words.trim() !== '') {
    judge(store, 'notEvaluable', { code: 'OTHER', text: words.trim() });
  }
}

/** Equivocal first, then back and forth. */
export function toggleEquivocal(store: CaseStore): void {
  judge(store, store.selectedLesion?.state === 'equivocal' ? 'unequivocal' : 'equivocal');
}

/** Shift+Delete: the lesion itself, where it was made in this read. */
export function removeSelectedLesion(store: CaseStore): void {
  const lesion = store.selectedLesion;
  if (lesion === null || store.locked) {
    return;
  }
  if (!lesion.createdInThisRead) {
    store.say(text('prompt.carried', { lesion: lesion.id }));
    return;
  }
  const done = store.edit(text('edit.lesionRemoved', { lesion: lesion.id }), document =>
    removeLesion(document, lesion.id)
  );
  if (done) {
    store.say(text('prompt.lesionRemoved', { lesion: lesion.id }), true);
  }
}

/** Delete: the mark where there is one, else the lesion if it was added in this read. */
export function removeSelected(store: CaseStore): void {
  const lesion = store.selectedLesion;
  if (lesion === null || store.locked) {
    return;
  }
  if (lesion.mark === null) {
    removeSelectedLesion(store);
    return;
  }
  const value = formatNumber(countingDiameter(lesion) ?? lesion.mark.longestDiameterMm);
  const done = store.edit(text('edit.removed', { lesion: lesion.id }), document =>
    setMark(document, lesion.id, null)
  );
  if (done) {
    store.say(text('prompt.markRemoved', { lesion: lesion.id, value }), true);
  }
}
