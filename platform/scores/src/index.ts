export { Answer, Answers, missingCodes, notEvaluableReasons, type MissingCode } from './answer.js';
export { MetricChange } from './change.js';
export { Finding } from './consistency.js';
export type {
  Condition,
  ConsistencyRule,
  Feature,
  Grade,
  Instrument,
  Metric,
  Parameter,
  Parameters,
  Scale,
  Site,
} from './instrument.js';
export { instruments } from './instruments/index.js';
export { itemsOf, type Item } from './items.js';
export { MetricResult } from './metricResult.js';
export { commonParameters, parametersOf, withDefaults } from './parameters.js';
export { instrumentOf, score, scoreBy, ScoreInput, ScoreOutput, specVersion } from './score.js';
export { ScoreError } from './scoreError.js';
