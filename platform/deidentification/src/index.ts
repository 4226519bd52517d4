export { cleanText } from './cleanText.js';
export { deidentify, type Deidentified } from './deidentify.js';
export { descriptorPatterns, descriptorWords } from './descriptorWords.js';
export { resolveAction } from './decide.js';
export { keyedDigest, uidMapper } from './keyedDigest.js';
export { mergeReports } from './mergeReports.js';
export {
  basicProfile,
  chosenOptions,
  cleanPixelData,
  cleanVisualFeatures,
  defaultOptions,
  type DeidentificationOptions,
  type MethodCode,
  type OptionName,
  optionRows,
  type OptionRow,
  OptionsSchema,
} from './options.js';
export {
  type JsonDataset,
  type JsonElement,
  readDicomJson,
  type ReadJson,
} from './part10/dicomJson.js';
export { transferSyntaxes, type TransferSyntax } from './part10/transferSyntaxes.js';
export { frameWithoutText } from './pixels/stripFrames.js';
export {
  type ClinicalTrial,
  type DeidentificationPlan,
  longString,
  PlanError,
  type Rectangle,
} from './plan.js';
export type { Refusal, RefusalCode } from './refusal.js';
export {
  type Action,
  actions,
  type DeidentificationReport,
  type Digests,
  mostDigests,
  type ReportEntry,
  ReportSchema,
  type Rule,
  rules,
} from './report.js';
export { safePrivateElements, type SafePrivateElement } from './safePrivate.js';
export type { BasicAction, Columns, IodType, Row } from './table/columns.js';
export {
  attributes,
  edition,
  repeatingRows,
  type RepeatingRow,
  stricterAttributes,
} from './table/table.js';
