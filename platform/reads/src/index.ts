export {
  emptyReadDocument,
  ImageQualitySchema,
  LesionRoleSchema,
  LesionSchema,
  LesionStateSchema,
  MarkSchema,
  NonTargetJudgementSchema,
  PaneViewSchema,
  ReadDocumentSchema,
  type ImageQuality,
  type Lesion,
  type LesionRole,
  type LesionState,
  type Mark,
  type NonTargetJudgement,
  type PaneView,
  type ReadDocument,
} from './readDocument.js';
export {
  parseReadDocument,
  type DocumentError,
  type ParsedReadDocument,
} from './parseReadDocument.js';
export { hashReadDocument } from './hashReadDocument.js';
