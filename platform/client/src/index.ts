export { ClientError, toClientError } from './clientError.js';
export {
  refusedTexts,
  refusedWords,
  type NotIdentity,
  type RefusedText,
  type RefusedWords,
} from './identityRefusal.js';
export { createApiClient, type ApiClient } from './apiClient.js';
export { createCaller, type Caller, type Fetch } from './httpCaller.js';
export {
  serverCalls,
  type AnswerOf,
  type Given,
  type PathWith,
  type ServerCalls,
} from './serverCalls.js';
export {
  deliverFiles,
  type Delivered,
  type DeliverOptions,
  type NamedFile,
} from './deliverFiles.js';
export {
  createSessionApi,
  type SessionApi,
  type SessionEnds,
  type SessionLife,
} from './sessionApi.js';
export {
  announceSessionEnded,
  announceSessionRenewed,
  onSessionEnded,
  onSessionRenewed,
} from './sessionEvents.js';
export { SessionWatch, warningMs, type SessionState } from './sessionWatch.js';
export {
  DraftQueue,
  type DraftQueueOptions,
  type DraftState,
  type DraftStatus,
  type PendingDraft,
  type Schedule,
} from './draftQueue.js';
export {
  createIdbStore,
  createMemoryStore,
  findKept,
  type DraftStore,
  type FoundDraft,
  type KeptDraft,
} from './draftStore.js';
export { browserKeptCases, keptCasesOf, type KeptCase, type KeptCases } from './keptCases.js';
export { createLocalKeys, type LocalKeys } from './localKeys.js';
export { createMemoryTable, type KeptTable } from './idbTable.js';
export { createIdbHistoryStore, type HistoryStore, type KeptHistory } from './historyStore.js';
export type {
  FlagRequest,
  ProblemCalls,
  ProblemDecision,
  ProblemKind,
  ReadProblem,
  ReadProblems,
} from './problemCalls.js';
export { browserClaim } from './browserClaim.js';
export { ReadClaim, type ClaimPorts, type ClaimState } from './readClaim.js';
export { sameJson } from './sameJson.js';
export type { AdjudicationCalls } from './adjudicationCalls.js';
export type { ConsensusCalls } from './consensusCalls.js';
export type { GlobalReadCalls } from './globalReadCalls.js';
export type * from './wire.js';
export { caseAddress, isGlobalRead, isReplay, readIdOf } from './caseAddress.js';
export { announcePlugins, signedBy } from './pagePlugins.js';
export {
  adjudicationRoute,
  consensusRoute,
  listedCase,
  type CaseImages,
  type ListedCase,
  type ListedCaseApi,
} from './listedCase.js';
export { nextCase } from './nextCase.js';
export { bringImages } from './bringImages.js';
export {
  freshLoginHere,
  startFreshLogin,
  type FreshLogin,
  type FreshLoginEnd,
} from './freshLogin.js';
