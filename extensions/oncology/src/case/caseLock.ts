import { text } from '@corelab/ui';
import type { CaseSnapshot } from './caseSnapshot.js';

/** Why nothing of a read can be changed here now. */
export type CaseLock = 'signed' | 'elsewhere' | 'onHold' | 'locked' | 'gone';

/** The lock that counts most; null while the read can be changed. */
export function lockOf({
  signature,
  draft,
  problems,
  elsewhere,
}: Pick<CaseSnapshot, 'signature' | 'draft' | 'problems' | 'elsewhere'>): CaseLock | null {
  if (signature !== null) return 'signed';
  if (elsewhere !== null) return 'elsewhere';
  if (problems.state === 'onHold' || draft.state === 'onHold') return 'onHold';
  return draft.state === 'locked' || draft.state === 'gone' ? draft.state : null;
}

/** What is said when something is tried that the lock forbids. */
export function lockText(lock: CaseLock): string {
  return text(`lock.${lock}`);
}
