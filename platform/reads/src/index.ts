export {
  emptyReadDocument,
  KeyImageSchema,
  LesionRoleSchema,
  LesionSchema,
  LesionStateSchema,
  MarkSchema,
  NonTargetJudgementSchema,
  PaneViewSchema,
  ReadDocumentSchema,
  ReaderResponseSchema,
  RegionQualitySchema,
  type KeyImage,
  type Lesion,
  type LesionRole,
  type LesionState,
  type Mark,
  type NonTargetJudgement,
  type PaneView,
  type ReadDocument,
  type ReaderResponse,
  type RegionQuality,
} from './readDocument.js';
export {
  parseReadDocument,
  type DocumentError,
  type ParsedReadDocument,
} from './parseReadDocument.js';
export { ImageProblemSchema, type ImageProblem } from './imageProblem.js';
export { hashReadDocument } from './hashReadDocument.js';
export { ReadError, type ReadErrorCode } from './readError.js';
export { baselineStates, lesionStates } from './lesionStates.js';
export { nextLesionId } from './nextLesionId.js';
export { carryForward } from './carryForward.js';
export { followEarlier } from './followEarlier.js';
export {
  addLesion,
  removeLesion,
  setLocation,
  setRole,
  setState,
  type NewLesion,
} from './editLesions.js';
export { setMark } from './setMark.js';
export { addPart, merge, split, unmerge, unsplit } from './linkLesions.js';
export { lesionProgress } from './lesionProgress.js';
export { setNonTargetsAsBefore } from './setNonTargetsAsBefore.js';
export {
  setComment,
  setNoDisease,
  setNonTargetJudgement,
  setReaderResponse,
} from './editDocument.js';
export {
  lesionsToMark,
  nothingReadable,
  setRegionNotEvaluable,
  setRegionQuality,
} from './regionQuality.js';
export { removeKeyImage, setKeyImage, withoutStrayKeyImages } from './keyImages.js';
export {
  commentOf,
  reasonOf,
  reasonOfRegion,
  typedTexts,
  type TakenText,
  type TextPlace,
  type TypedText,
} from './typedTexts.js';
export { EditHistory, type HistoryStep } from './editHistory.js';
export {
  documentParts,
  lesionParts,
  mergeVersions,
  readDifferences,
  type DocumentPart,
  type LesionPart,
  type ReadDifference,
} from './mergeVersions.js';
export { openItems, type OpenItem, type OpenItemCode } from './openItems.js';
export {
  factsTakenBy,
  setTimepointFact,
  timepointFacts,
  type TimepointFact,
} from './timepointFacts.js';
export { toAssessmentInput, type CourseReads, type ReadTimepoint } from './toAssessmentInput.js';
