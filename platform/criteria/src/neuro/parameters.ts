import type { Static, TObject } from '@sinclair/typebox';
import { bestResponseParameters, courseParameters, days, oneOf } from '../course/parameters.js';

const {
  measurementPrecisionMm,
  tstmDefaultMm,
  localTreatment,
  nadirFromPartial,
  partialBounds,
  equivocalBackdate,
  newLesionNe,
  visitDateRule,
} = courseParameters;

const {
  confirmationDays,
  maxInterveningNE,
  acceptInterveningSD,
  refDate,
  missingAs,
  truncateAtPd,
  pdCutoff,
} = bestResponseParameters;

/**
 * What brain tumour criteria share: oncology-criteria sections 0.2 to 0.4, 8 and 16.1. `sizePdOnTaper` 'ne': growth
 * while the steroid dose is being lowered proves nothing. `missingContext`: what a visit is whose steroids, clinical
 * status or T2/FLAIR were not given: rated on what was given (then never CR without a steroid dose), or NE.
 */
export const neuroParameters = {
  measurementPrecisionMm,
  tstmDefaultMm,
  localTreatment,
  nadirFromPartial,
  partialBounds,
  equivocalBackdate,
  newLesionNe,
  visitDateRule,
  sizePdOnTaper: oneOf(['pd', 'ne']),
  missingContext: oneOf(['rate', 'ne']),
  confirmationDays,
  minStableDays: days(0),
  maxInterveningNE,
  acceptInterveningSD,
  refDate,
  missingAs,
  truncateAtPd,
  pdCutoff,
};

/** Largest number of days after radiotherapy on which growth may be its effect, 12 weeks. */
export const pseudoprogressionDays = days(84);
/** Whether non-targets that were not assessed only forbid CR, or make the visit NE. */
export const nonTargetNe = oneOf(['keep', 'ne']);

export type NeuroParameters = Static<TObject<typeof neuroParameters>>;
