export {
  generatePhantoms,
  phantomFiles,
  type GenerateOptions,
  type PhantomFile,
} from './generate.js';
export { buildInstance, type InstanceSpec } from './instance.js';
export { generateOddSeries, type OddKind, type OddOptions, type OddSeries } from './odd-series.js';
export {
  EXPLICIT_LITTLE_ENDIAN,
  GENERATOR_VERSION,
  JPEG_LS_LOSSLESS,
  phantomPlan,
  TRIAL,
} from './truth.js';
export { characterSetNames, hiddenTags, type CharacterSetName } from './hidden.js';
export { SERIES_PHRASE, withoutPerson } from './identity.js';
export type {
  DicomElement,
  DicomElements,
  ExpectedResponse,
  LesionRole,
  LesionStatus,
  LesionTruth,
  PointLps,
  Region,
  SeriesTruth,
  StudyTruth,
  SubjectTruth,
  TimepointTruth,
  Truth,
} from './types.js';
export { seededRandom } from './noise.js';
