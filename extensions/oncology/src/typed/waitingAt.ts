import { commentOf, reasonOf, type ReadDocument, type TextPlace } from '@corelab/reads';
import { text } from '@corelab/ui';
import type { HeldText } from './heldText.js';

/** Where a text waits: the lesion by its id and what is unfolded under it, a region, or the reader's response; null where the panel has no field. */
export type Waiting =
  | { lesion: string; sheet: 'comment' | 'otherReason'; sentence: string }
  | { lesion: null; region: string | null; sentence: string };

/** Where a held text waits, and the sentence that says so. */
export function waitingAt(document: ReadDocument, { place }: HeldText<TextPlace>): Waiting | null {
  const lesion = document.lesions.find(
    ({ trackingUid }) => place === commentOf(trackingUid) || place === reasonOf(trackingUid)
  );
  if (lesion !== undefined) {
    const isComment = place === commentOf(lesion.trackingUid);
    const key = isComment ? 'identity.waits.comment' : 'identity.waits.reason';
    return {
      ...{ lesion: lesion.id, sheet: isComment ? 'comment' : 'otherReason' },
      sentence: text(key, { lesion: lesion.id }),
    };
  }
  if (place === 'response')
    return { lesion: null, region: null, sentence: text('identity.waits.response') };
  const quality = document.imageQuality.find(({ region }) => place === `region ${region}`);
  if (quality === undefined) return null;
  const region = text(`region.${quality.region}`);
  return {
    ...{ lesion: null, region: quality.region },
    sentence: text('identity.waits.region', { region }),
  };
}
