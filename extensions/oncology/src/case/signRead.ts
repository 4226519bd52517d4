import { text } from '@corelab/ui';
import type { Signing } from '../panel/signing.js';
import { signingText } from '../panel/signingText.js';
import type { CaseSaving } from './caseSaving.js';
import type { ShownCase } from './shownCase.js';

/** Signs what the server has acknowledged; a second call while one is under way does nothing. */
export async function signRead(
  { shown, saving, signing }: { shown: ShownCase; saving: CaseSaving; signing: Signing },
  password: string,
  meaning: string
): Promise<void> {
  if (shown.now.signing.sending) {
    return;
  }
  shown.set({ signing: { sending: true, error: null } });
  const status = await saving.settled();
  if (status.state !== 'saved') {
    shown.set({ signing: { sending: false, error: text('signing.notSaved') } });
    return;
  }
  const outcome = await signing.send({ password, meaning, etag: saving.etag });
  if (outcome.ok) {
    saving.eraseHistory();
    shown.set({
      signature: outcome.signature,
      armed: null,
      sheet: 'none',
      signing: { sending: false, error: null },
    });
    return;
  }
  shown.set({ signing: { sending: false, error: signingText(outcome.error) } });
  if (outcome.error.status === 412) {
    saving.conflicted(outcome.error);
  }
}
