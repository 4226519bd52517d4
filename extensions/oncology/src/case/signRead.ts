import type { TakenPictures } from '@corelab/client';
import { text } from '@corelab/ui';
import type { Signing } from '../panel/signing.js';
import { signingText } from '../panel/signingText.js';
import type { CaseSaving } from './caseSaving.js';
import type { ShownCase } from './shownCase.js';

export interface SignParts {
  shown: ShownCase;
  saving: CaseSaving;
  signing: Signing<{ pictures: TakenPictures }>;
  /** Sends what the panes show now, if it was not sent yet. */
  sendView(): void;
  /** Looks at the panes before it waits for anything. */
  takePictures(): Promise<TakenPictures>;
  /** Shows the read as it stands, once it turns out to be signed. */
  reload(): void;
}

/**
 * Signs what the server has acknowledged, with pictures of what the panes show now, which is what the draft says they show;
 * a second call while one is under way does nothing.
 */
export async function signRead(
  { shown, saving, signing, sendView, takePictures, reload }: SignParts,
  password: string,
  meaning: string
): Promise<void> {
  if (shown.now.signing.sending) {
    return;
  }
  shown.set({ signing: { sending: true, error: null } });
  sendView();
  const [pictures, status] = await Promise.all([takePictures(), saving.settled()]);
  if (status.state !== 'saved') {
    shown.set({ signing: { sending: false, error: text('signing.notSaved') } });
    return;
  }
  const outcome = await signing.send({ password, meaning, etag: saving.etag, pictures });
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
  } else if (outcome.error.code === 'CL_READ_LOCKED') {
    // It was signed meanwhile, maybe by an earlier press whose answer was lost.
    reload();
  }
}
