import type { DraftQueue } from '@corelab/client';
import { text } from '@corelab/ui';
import type { Signing } from '../panel/signing.js';
import { signingText } from '../panel/signingText.js';
import type { AdjudicationSnapshot } from './adjudicationSnapshot.js';

export interface SigningParts {
  queue: DraftQueue;
  signing: Signing;
  set(change: Partial<AdjudicationSnapshot>): void;
}

/** Signs what the server has acknowledged; a second call while one is under way does nothing. */
export async function signDecision(
  { queue, signing, set }: SigningParts,
  now: Pick<AdjudicationSnapshot, 'signing'>,
  password: string,
  meaning: string
): Promise<void> {
  if (now.signing.sending) return;
  set({ signing: { sending: true, error: null } });
  const status = await queue.settled();
  if (status.state !== 'saved') {
    set({ signing: { sending: false, error: text('signing.notSaved') } });
    return;
  }
  const outcome = await signing.send({ password, meaning, etag: queue.etag });
  if (outcome.ok) {
    const quiet = { sending: false, error: null };
    set({ signature: outcome.signature, sheet: 'none', signing: quiet });
    return;
  }
  set({ signing: { sending: false, error: signingText(outcome.error) } });
  if (outcome.error.status === 412) queue.conflicted(outcome.error);
}
