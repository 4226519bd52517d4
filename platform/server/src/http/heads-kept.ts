import { AnchorError } from '../audit/anchor-file.js';
import type { HeadKeeper } from '../audit/heads.js';
import { CodedError } from './coded-error.js';

/**
 * Signs and anchors where the chains stand, for what is handed out now.
 * @throws CodedError 503 CL_ANCHOR_UNAVAILABLE while the anchor can't be written to
 */
export const headsKept = async ({ heads }: { readonly heads: HeadKeeper }): Promise<void> => {
  try {
    await heads.keep();
  } catch (reason) {
    if (!(reason instanceof AnchorError)) throw reason;
    throw new CodedError(503, reason.code, `Nothing is handed out while ${reason.message}.`);
  }
};
