import { isNode } from './locationNode.js';
import { baselineStates, lesionStates } from './lesionStates.js';
import type { Lesion, ReadDocument } from './readDocument.js';
import { nothingReadable } from './regionQuality.js';

export type OpenItemCode =
  | 'CL_BASELINE_STATE'
  | 'CL_LESION_OPEN'
  | 'CL_MERGE_PARTNER'
  | 'CL_NO_BASELINE_LESIONS'
  | 'CL_NO_DISEASE_LESIONS'
  | 'CL_NO_LOCATION'
  | 'CL_NO_MARK'
  | 'CL_NO_QUALITY_REASON'
  | 'CL_NO_REASON'
  | 'CL_NO_RESPONSE_REASON'
  | 'CL_NO_SHORT_AXIS'
  | 'CL_NON_TARGET_JUDGEMENT'
  | 'CL_SPLIT_PARTS'
  | 'CL_STATE_FOR_ROLE';

/** One thing that keeps a read from being signed. */
export interface OpenItem {
  lesion: string | null;
  code: OpenItemCode;
  message: string;
}

/**
 * What blocks signing, document first, then lesion by lesion in the document's order; empty when the
 * read can be signed. Only completeness: the criterion's own rules are findings of its assessment.
 */
export function openItems(document: ReadDocument, { baseline }: { baseline: boolean }): OpenItem[] {
  return [
    ...documentItems(document, baseline),
    ...document.lesions.flatMap(lesion => lesionItems(document, lesion, baseline)),
  ];
}

function documentItems(document: ReadDocument, baseline: boolean): OpenItem[] {
  const items: OpenItem[] = [];
  const add = (code: OpenItemCode, message: string) => items.push({ lesion: null, code, message });
  const { imageQuality, lesions, noDisease, nonTargetJudgement, readerResponse } = document;
  for (const { region, value, reason } of imageQuality) {
    if (value !== 'optimal' && !hasReason(reason)) {
      add('CL_NO_QUALITY_REASON', `image quality of the ${region}: a reason is needed`);
    }
  }
  if (readerResponse?.reason.trim() === '') {
    add('CL_NO_RESPONSE_REASON', 'another response than the calculated one needs its reason');
  }
  if (baseline) {
    if (lesions.length === 0 && !noDisease && !nothingReadable(document)) {
      add('CL_NO_BASELINE_LESIONS', 'no lesion is recorded and no disease is not stated');
    }
    if (lesions.length > 0 && noDisease) {
      add('CL_NO_DISEASE_LESIONS', 'no disease is stated, but lesions are recorded');
    }
  } else if (nonTargetJudgement === null && lesions.some(lesion => lesion.role === 'non-target')) {
    add('CL_NON_TARGET_JUDGEMENT', 'the overall judgement of the non-target lesions is missing');
  }
  return items;
}

function lesionItems(document: ReadDocument, lesion: Lesion, baseline: boolean): OpenItem[] {
  const items: OpenItem[] = [];
  const { id, role, state } = lesion;
  const add = (code: OpenItemCode, what: string) =>
    items.push({ lesion: id, code, message: `${id}: ${what}` });
  if (lesion.location === null) add('CL_NO_LOCATION', 'no location');
  if (state === 'toDo') {
    add('CL_LESION_OPEN', role === 'target' ? 'not measured and no state' : 'no state');
  } else if (!lesionStates[role].includes(state)) {
    add('CL_STATE_FOR_ROLE', `a ${role} lesion can't be ${state}`);
  } else if (baseline && !baselineStates[role].includes(state)) {
    add('CL_BASELINE_STATE', `a ${role} lesion can't be ${state} at baseline`);
  }
  if (state === 'measured' && lesion.mark === null) add('CL_NO_MARK', 'measured without a mark');
  if (
    state === 'measured' &&
    isNode(lesion.location) === true &&
    lesion.mark?.shortAxisMm === null
  ) {
    add('CL_NO_SHORT_AXIS', 'a lymph node is measured by its short axis');
  }
  if (state === 'notEvaluable' && !hasReason(lesion.reason)) {
    add('CL_NO_REASON', 'not evaluable without a reason');
  }
  if (state === 'merged') {
    const partner = document.lesions.find(other => other.id === lesion.mergedInto);
    const carries = partner && partner.state !== 'merged' && partner.state !== 'split';
    if (!carries || partner.id === id || partner.role !== role) {
      add('CL_MERGE_PARTNER', 'merged without another lesion of its role that carries the mass');
    }
  }
  if (state === 'split' && !document.lesions.some(other => other.splitFrom === id)) {
    add('CL_SPLIT_PARTS', 'split without parts');
  }
  return items;
}

/** The code `OTHER` says nothing by itself and needs words. */
function hasReason(reason: Lesion['reason']): boolean {
  if (reason === null) return false;
  return reason.code !== 'OTHER' || reason.text.trim() !== '';
}
