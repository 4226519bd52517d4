import type { DraftStatus, ReadProblems, Signature } from '@corelab/client';
import type { LesionRole, OpenItem, ReadDocument, TextPlace } from '@corelab/reads';
import type { DraftAssessment, OtherAssessment } from './assessRead.js';
import type { Elsewhere } from './caseClaim.js';
import type { LeftOver } from './loadCase.js';

import type { ImageTrouble } from '../images/imageRecovery.js';
import type { Flagging } from '../panel/problemDesk.js';
import type { HeldText } from '../typed/heldText.js';

/** What is unfolded in the panel; one at a time. */
export type Sheet =
  | 'none'
  | 'sign'
  | 'keys'
  | 'derivation'
  /** Of another criterion than the primary one. */
  | `derivation:${string}`
  | 'location'
  | 'reason'
  | 'otherReason'
  | 'comment'
  | 'merge'
  | 'problem';

/** What the next drawing becomes. */
export type Armed = { kind: 'add'; role: LesionRole } | { kind: 'lesion'; trackingUid: string };

/** Everything the panel shows of one read; a new object at every change. */
export interface CaseSnapshot {
  document: ReadDocument;
  /** Under the primary criterion. */
  assessment: DraftAssessment;
  others: OtherAssessment[];
  openItems: OpenItem[];
  /** Texts that were not kept because they look like identity, in the order in which they came. */
  held: readonly HeldText<TextPlace>[];
  /** Tracking uid of the current row. */
  selected: string | null;
  /** Label of the timepoint in the comparison pane and column; null at baseline. */
  comparison: string | null;
  armed: Armed | null;
  prompt: string | null;
  /** Why images do not come; null while they do. */
  imageTrouble: ImageTrouble | null;
  /** The prompt speaks of the last act, and its line has an Undo button. */
  offersUndo: boolean;
  /** Tracking uid of the row chosen in the merge list. */
  partner: string | null;
  sheet: Sheet;
  draft: DraftStatus;
  /** What was written here and is not in the signed read; null where there is nothing. */
  leftOver: LeftOver | null;
  signature: Signature | null;
  signing: { sending: boolean; error: string | null };
  problems: ReadProblems;
  /** Not null while another window of this browser changes the read. */
  elsewhere: Elsewhere | null;
  flagging: Flagging;
  canUndo: boolean;
  canRedo: boolean;
}
