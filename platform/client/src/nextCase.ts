import type { ApiClient } from './apiClient.js';
import { listedCase, type ListedCase, type ListedCaseApi } from './listedCase.js';

/** States in which a reader can go on with a read. */
const openStates: readonly string[] = ['ready', 'draft'];

/** The reader's next due case, other than `exceptReadId`; null when nothing is due. */
export async function nextCase(
  api: Pick<ApiClient, 'reads'> & ListedCaseApi,
  exceptReadId: string | null
): Promise<ListedCase | null> {
  const reads = await api.reads();
  const next = reads.find(
    ({ readId, state }) => openStates.includes(state) && readId !== exceptReadId
  );
  return next === undefined ? null : listedCase(api, next);
}
