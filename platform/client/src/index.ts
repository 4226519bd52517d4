export { ClientError, toClientError } from './clientError.js';
export { createApiClient, type ApiClient, type Fetch } from './apiClient.js';
export {
  DraftQueue,
  type DraftQueueOptions,
  type DraftState,
  type DraftStatus,
  type Schedule,
} from './draftQueue.js';
export {
  createIdbStore,
  createMemoryStore,
  type DraftStore,
  type KeptDraft,
} from './draftStore.js';
export { sameJson } from './sameJson.js';
export type * from './wire.js';
export { caseAddress, readIdOf } from './caseAddress.js';
export { nextCaseAddress } from './nextCase.js';
