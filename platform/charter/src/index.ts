export {
  CharterSchema,
  type AttributeRule,
  type Charter,
  type SeriesRole,
  type SeriesRule,
  type TimepointPlan,
  type Track,
  type WindowPreset,
} from './charter.js';
export { hashCharter, loadCharter, type CharterError, type LoadedCharter } from './loadCharter.js';
export { charterJsonSchema } from './charterJsonSchema.js';
