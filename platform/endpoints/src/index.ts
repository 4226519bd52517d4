export { type CensoringRule, censoringRules } from './censoringRules.js';
export { clopperPearson, type Rate } from './clopperPearson.js';
export type { Cohort, CohortSurvival, Rates } from './cohort.js';
export { EndpointError, type EndpointErrorCode } from './endpointError.js';
export { type Endpoints, endpoints } from './endpoints.js';
export { type EndpointsInput, EndpointsInputSchema, type SubjectInput } from './inputSchema.js';
export {
  kaplanMeier,
  type SurvivalEstimate,
  type SurvivalOptions,
  type SurvivalStep,
  type SurvivalTime,
} from './kaplanMeier.js';
export { type EndpointOptions, OptionsSchema, resolveOptions } from './options.js';
export { endpointSchemas } from './outputSchema.js';
export type { SubjectEndpoints } from './subjectEndpoints.js';
export type { TimeToEvent } from './timesToEvent.js';
export { censorsUnresolved, vocabularies, type VocabularyRow } from './vocabularies.js';
