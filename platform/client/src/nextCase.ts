import type { ApiClient } from './apiClient.js';
import { caseAddress } from './caseAddress.js';
import type { ReadImages } from './wire.js';

/** States in which a reader can go on with a read. */
const openStates: readonly string[] = ['ready', 'draft'];

export interface NextCase {
  address: string;
  images: ReadImages;
}

/** The reader's next due read, other than `exceptReadId`; null when nothing is due. */
export async function nextCase(
  api: Pick<ApiClient, 'reads' | 'images'>,
  exceptReadId: string | null
): Promise<NextCase | null> {
  const reads = await api.reads();
  const next = reads.find(
    ({ readId, state }) => openStates.includes(state) && readId !== exceptReadId
  );
  if (next === undefined) return null;
  const images = await api.images(next.readId);
  return { address: caseAddress(next.route, images), images };
}
