export {
  assess,
  type AssessOptions,
  combine,
  criteria,
  criterionSchemas,
  inputSchemaOf,
} from './assess.js';
export {
  bestOverallResponse,
  type BestOverallResponse,
  type BestResponseOptions,
  type CountedVisit,
  type ResponseVisit,
} from './bestOverallResponse.js';
export {
  irecistVocabulary,
  progressionRunStart,
  rano2Vocabulary,
  recistVocabulary,
  type ResponseVocabulary,
} from './bestOverallResponseVocabulary.js';
export {
  type CombinationAxis,
  type CombinationTable,
  type Criterion,
  CriterionError,
  type CriterionErrorCode,
  type CriterionInputs,
} from './criterion.js';
export { dayNumber } from './dates.js';
export { dependsOnDays } from './dependsOnDays.js';
export { decimalPlaces, percentChange, ratio, scaled } from './decimal.js';
export { confirmAll } from './imwg2016/confirmation.js';
export { imwgVocabulary } from './imwg2016/vocabulary.js';
export { irrcVocabulary } from './irrc/grid.js';
export { iwcllVocabulary } from './iwcll2018/vocabulary.js';
export { luganoVocabulary } from './lugano2014/vocabulary.js';
export { pcwg2Vocabulary } from './pcwg3/vocabulary.js';
export { percistVocabulary } from './percist/vocabulary.js';
export { type Region, regions, standardRegions } from './regions.js';
export { findLocation, type Location, locations } from './locations.js';
export {
  type AssessmentInput,
  type AssessmentOutput,
  assessmentSchemas,
  type BestResponse,
  type Burden,
  type CombineInput,
  type CombineOutput,
  type Contribution,
  type Finding,
  type LesionInput,
  type TimepointInput,
  type TimepointOutput,
  type Trace,
} from './schemas.js';
