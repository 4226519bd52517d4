import type { ApiClient } from './apiClient.js';
import { caseAddress } from './caseAddress.js';

/** States in which a reader can go on with a read. */
const openStates: readonly string[] = ['ready', 'draft'];

/** Address of the reader's next due read, other than `exceptReadId`; null when nothing is due. */
export async function nextCaseAddress(
  api: Pick<ApiClient, 'reads' | 'read'>,
  exceptReadId: string | null
): Promise<string | null> {
  const reads = await api.reads();
  const next = reads.find(
    ({ readId, state }) => openStates.includes(state) && readId !== exceptReadId
  );
  return next === undefined ? null : caseAddress(next.route, await api.read(next.readId));
}
