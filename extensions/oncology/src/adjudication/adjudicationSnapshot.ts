import type { DecisionDocument, DecisionItem, DifferenceKind } from '@corelab/adjudication';
import type { DraftStatus, ReadProblems, Signature } from '@corelab/client';
import type { Elsewhere } from '../case/caseClaim.js';
import type { LookState } from '../compared/looking.js';
import type { ImageTrouble } from '../images/imageRecovery.js';
import type { Flagging } from '../panel/problemDesk.js';
import type { HeldText } from '../typed/heldText.js';

/** What is unfolded in the panel; one at a time. A derivation is of one read. */
export type AdjudicationSheet =
  | 'none'
  | 'sign'
  | 'problem'
  | 'keys'
  | 'derivation-a'
  | 'derivation-b';

/** Which differences are listed; null for all. */
export interface DifferenceFilter {
  readonly timepoint: string | null;
  readonly kind: DifferenceKind | null;
}

/** Everything the page shows of one adjudication; a new object at every change. */
export interface AdjudicationSnapshot extends LookState {
  document: DecisionDocument;
  openItems: readonly DecisionItem[];
  /** The reason's words, where they were not kept because they look like identity. */
  held: HeldText | null;
  /** Places of the differences that were looked at on this page. */
  seen: ReadonlySet<number>;
  filter: DifferenceFilter;
  prompt: string | null;
  imageTrouble: ImageTrouble | null;
  sheet: AdjudicationSheet;
  draft: DraftStatus;
  signature: Signature | null;
  signing: { sending: boolean; error: string | null };
  /** What the adjudicator flagged here; it says whether the case is on hold. */
  problems: ReadProblems;
  flagging: Flagging;
  /** Not null while another window of this browser changes the decision. */
  elsewhere: Elsewhere | null;
  canUndo: boolean;
  canRedo: boolean;
}

/** Why nothing of the decision can be changed here now. */
export type DecisionLock = 'signed' | 'elsewhere' | 'onHold' | 'locked' | 'gone';

/**
 * The lock that counts most; null while the decision can be changed. One that was read anew has no signature of its own: its
 * adjudicator's reads are signed, and it is only looked at.
 */
export function decisionLock({
  signature,
  elsewhere,
  draft,
  problems: { state },
}: Pick<
  AdjudicationSnapshot,
  'signature' | 'elsewhere' | 'draft' | 'problems'
>): DecisionLock | null {
  if (signature !== null || state === 'signed') return 'signed';
  if (elsewhere !== null) return 'elsewhere';
  if (state === 'onHold' || draft.state === 'onHold') return 'onHold';
  if (draft.state === 'gone') return 'gone';
  return draft.state === 'locked' || ['superseded', 'void'].includes(state) ? 'locked' : null;
}
