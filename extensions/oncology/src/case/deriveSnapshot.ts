import type { DraftStatus, ReadContext } from '@corelab/client';
import { EditHistory, openItems, type ReadDocument } from '@corelab/reads';
import { assessOthers, assessRead } from './assessRead.js';
import type { CaseSnapshot } from './caseSnapshot.js';
import { comparisonChoices, defaultComparison } from '../images/comparison.js';
import { savedLayout } from '../images/savedLayout.js';
import { comparisonWord, usableStages } from '../images/stagePlan.js';
import { openingPrompt, type LoadedCase } from './loadCase.js';
import { mayShowDerived } from '../lesions/responseState.js';

/** What follows from the document and its history alone. */
export function deriveSnapshot(
  context: ReadContext,
  history: EditHistory
): Pick<CaseSnapshot, 'document' | 'assessment' | 'others' | 'openItems' | 'canUndo' | 'canRedo'> {
  const document = EditHistory.current(history);
  return {
    document,
    assessment: assessRead(context, document),
    others: assessOthers(context, document),
    openItems: openItems(document, { baseline: context.baseline }),
    canUndo: EditHistory.undoLabel(history) !== null,
    canRedo: EditHistory.redoLabel(history) !== null,
  };
}

/** Selection and ruler after a change: of a part that is gone, the lesion it came from. */
export function stillThere(
  { document: before, selected, armed }: CaseSnapshot,
  document: ReadDocument
): Pick<CaseSnapshot, 'selected' | 'armed'> {
  const has = (uid: string | null): boolean =>
    document.lesions.some(({ trackingUid }) => trackingUid === uid);
  const from = before.lesions.find(({ trackingUid }) => trackingUid === selected)?.splitFrom;
  const parent = document.lesions.find(({ id }) => id === from)?.trackingUid ?? null;
  return {
    selected: has(selected) ? selected : parent,
    armed: armed?.kind === 'lesion' && !has(armed.trackingUid) ? null : armed,
  };
}

/** The panel as a read opens. */
export function openingSnapshot(
  loaded: LoadedCase,
  history: EditHistory,
  draft: DraftStatus
): CaseSnapshot {
  const { lesions, view } = loaded.document;
  const selected = lesions.find(({ id }) => id === view.selectedLesion);
  const { context } = loaded;
  const derived = { ...deriveSnapshot(context, history), ...loaded.signed };
  const shown = mayShowDerived(context, derived.document, context.signature !== null);
  const choices = comparisonChoices(context, derived.assessment, shown);
  const stages = usableStages(context.studies.find(({ current }) => current));
  const { stage } = savedLayout(view.layout);
  const opened = stages.find(({ index }) => index === stage) ?? stages[0];
  const word = comparisonWord(opened?.stage);
  const kept = choices.find(({ timepoint }) => timepoint === view.comparison);
  return {
    ...derived,
    comparison: (kept ?? defaultComparison(choices, word))?.timepoint ?? null,
    selected: selected?.trackingUid ?? null,
    armed: null,
    held: [],
    prompt: openingPrompt(loaded),
    offersUndo: false,
    partner: null,
    imageTrouble: null,
    sheet: 'none',
    draft,
    leftOver: loaded.leftOver ?? null,
    signature: context.signature,
    signing: { sending: false, error: null },
    problems: loaded.problems,
    elsewhere: loaded.elsewhere ?? null,
    flagging: { sending: false, error: null },
  };
}
