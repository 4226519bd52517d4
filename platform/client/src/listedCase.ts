import type { ApiClient } from './apiClient.js';
import { caseAddress } from './caseAddress.js';
import type { ReadImages, ReadListItem } from './wire.js';

/** Route of the page on which an adjudicator sees both reads, whatever mode they were read in. */
export const adjudicationRoute = 'adjudication';

/** Route of the page on which readers meet for one agreed read. */
export const consensusRoute = 'consensus';

/** The images that a case opens with; those of an adjudication, a global read or a meeting are served under its own id, like a read's. */
export type CaseImages = Pick<ReadImages, 'readId' | 'studies'>;

/** Where a line of the reading list opens. */
export interface ListedCase {
  address: string;
  images: CaseImages;
}

/** The calls that say where a line opens. */
export type ListedCaseApi = Pick<
  ApiClient,
  'images' | 'adjudicationImages' | 'globalReadImages' | 'consensusImages'
>;

/** Asks where the images of a line are, and says where it opens; asking is not opening. */
export async function listedCase(
  api: ListedCaseApi,
  { readId, task, route }: Pick<ReadListItem, 'readId' | 'task' | 'route'>
): Promise<ListedCase> {
  if (task === 'consensus') {
    const images = { readId, studies: (await api.consensusImages(readId)).studies };
    return { address: caseAddress(consensusRoute, images), images };
  }
  if (task === 'adjudication') {
    const images = { readId, studies: (await api.adjudicationImages(readId)).studies };
    return { address: caseAddress(adjudicationRoute, images), images };
  }
  if (task === 'globalRead') {
    const images = { readId, studies: (await api.globalReadImages(readId)).studies };
    return { address: caseAddress(route, images, task), images };
  }
  const images = await api.images(readId);
  return { address: caseAddress(route, images), images };
}
