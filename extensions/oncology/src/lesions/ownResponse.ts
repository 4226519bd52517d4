import { criteria } from '@corelab/criteria';
import type { ReadContext } from '@corelab/client';
import { lesionProgress, setReaderResponse, type ReaderResponse } from '@corelab/reads';
import { text } from '@corelab/ui';
import type { CaseSnapshot } from '../case/caseSnapshot.js';
import type { CaseStore } from '../case/caseStore.js';
import { mayShowDerived } from './responseState.js';

/** What a reader may do with the calculated response of a timepoint. */
export interface OwnResponse {
  /** Calculated now; null while there is none to differ from. */
  readonly calculated: string | null;
  /** The reader's; null where the calculated one is. */
  readonly given: ReaderResponse | null;
  /** Codes that may be given, best first, without the calculated one. */
  readonly others: readonly string[];
}

type Seen = Pick<CaseSnapshot, 'document' | 'assessment' | 'signature'>;

/**
 * Null where a reader can't differ: the charter does not let them, or there is nothing calculated to be seen yet. One that
 * was given stays in sight, to be taken back.
 */
export function ownResponse(
  context: ReadContext,
  { document, assessment, signature }: Seen
): OwnResponse | null {
  const { charter, baseline } = context;
  const given = document.readerResponse ?? null;
  const mayDiffer = charter.readerMayDiffer === true;
  if (baseline || (!mayDiffer && given === null)) return null;
  const { done, of } = lesionProgress(document.lesions);
  const current = assessment.ok ? assessment.current : undefined;
  const decided = done === of || (current?.calculated ?? current?.overall) === 'PD';
  const isShown = mayShowDerived(context, document, signature !== null) && decided;
  const calculated = isShown ? (current?.calculated ?? current?.overall ?? null) : null;
  if (calculated === null && given === null) return null;
  const codes = mayDiffer ? (criteria[charter.criterion]?.readerResponses ?? []) : [];
  return { calculated, given, others: codes.filter(code => code !== calculated) };
}

/** Another response than the calculated one, its reason as it was; the calculated one takes it back. */
export function giveResponse(
  store: CaseStore,
  { calculated, given }: OwnResponse,
  value: string
): void {
  store.edit(text('edit.response'), before =>
    calculated === null || value === calculated
      ? setReaderResponse(before, null)
      : setReaderResponse(before, {
          ...{ criterion: store.context.charter.criterion, value, inPlaceOf: calculated },
          reason: given?.reason ?? '',
        })
  );
}

/** The reason of the response that was given. */
export function giveReason(store: CaseStore, given: ReaderResponse, reason: string): void {
  store.edit(text('edit.responseReason'), before =>
    setReaderResponse(before, { ...given, reason })
  );
}
