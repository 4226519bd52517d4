import { type Static, type TObject, Type } from '@sinclair/typebox';
import {
  bestResponseParameters,
  CourseSchema,
  days,
  oneOf,
  tstmDescription,
} from '../course/parameters.js';

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
  ...Type.Pick(CourseSchema, [
    'measurementPrecisionMm',
    'localTreatment',
    'nadirFromPartial',
    'partialBounds',
    'equivocalBackdate',
    'newLesionNe',
    'visitDateRule',
  ]).properties,
  tstmDefaultMm: Type.Number({ minimum: 0, default: 5, description: tstmDescription }),
  sizePdOnTaper: oneOf(
    ['pd', 'ne'],
    'Growth while the steroid dose is being lowered: progression, or not evaluable.'
  ),
  missingContext: oneOf(
    ['rate', 'ne'],
    'Steroids, clinical status or T2/FLAIR not given: rate, on what was given and never CR without a steroid dose; ne, not evaluable.'
  ),
  confirmationDays,
  minStableDays: days(
    0,
    'Least days from the reference date until stable disease counts as best response.'
  ),
  maxInterveningNE,
  acceptInterveningSD,
  refDate,
  missingAs,
  truncateAtPd,
  pdCutoff,
};

/** Largest number of days after radiotherapy on which growth may be its effect, 12 weeks. */
export const pseudoprogressionDays = days(
  84,
  'Largest number of days after radiotherapy on which growth may be its effect.'
);
/** Whether non-targets that were not assessed only forbid CR, or make the visit NE. */
export const nonTargetNe = oneOf(
  ['keep', 'ne'],
  'Non-targets that were not assessed: keep, they only forbid CR; ne, the visit is not evaluable.'
);

export type NeuroParameters = Static<TObject<typeof neuroParameters>>;
