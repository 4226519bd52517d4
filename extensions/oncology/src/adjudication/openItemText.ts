import type { DecisionItem } from '@corelab/adjudication';
import type { AdjudicationContext } from '@corelab/client';
import { text } from '@corelab/ui';
import { timepointLabel } from '../compared/timepointNames.js';

/** What keeps a decision from being signed, as a sentence in the page's language. */
export function openItemText(
  context: Pick<AdjudicationContext, 'timepoints' | 'studies'>,
  { code, timepoint }: Pick<DecisionItem, 'code' | 'timepoint'>
): string {
  const label = timepoint === null ? '' : timepointLabel(context, timepoint);
  return text(`adj.open.${code}`, { timepoint: label });
}
