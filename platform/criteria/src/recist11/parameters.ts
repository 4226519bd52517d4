import { type Static, Type } from '@sinclair/typebox';
import { days, flag, oneOf, parametersOf } from '../course/parameters.js';

/** The first value of each choice is the default. Texts: oncology-criteria sections 0.2 to 0.4, 1 and 16.1. */
export const ParametersSchema = Type.Object(
  {
    measurementPrecisionMm: Type.Number({ exclusiveMinimum: 0, default: 0.1 }),
    tstmDefaultMm: Type.Number({ minimum: 0, default: 5 }),
    localTreatment: oneOf(['NE', 'zero', 'exclude']),
    nadirFromPartial: flag(false),
    partialBounds: oneOf(['pdOnly', 'none']),
    normalNodesBeatPd: flag(true),
    equivocalBackdate: flag(true),
    newLesionNe: oneOf(['noCr', 'ignore']),
    visitDateRule: oneOf(['pdEarliestElseLatest', 'earliest', 'latest']),
    prCarry: oneOf(['none', 'faq']),
    reappearAfterCr: oneOf(['pd', 'sumRule']),
    ntPd: oneOf(['reader']),
    petNewLesion: flag(false),
    confirmation: oneOf(['none', 'responses']),
    confirmationDays: days(28),
    minStableDays: days(42),
    maxInterveningNE: days(1),
    acceptInterveningSD: flag(false),
    refDate: oneOf(['randomisation', 'firstDose']),
    missingAs: oneOf(['MISSING', 'NE']),
    truncateAtPd: flag(true),
    pdCutoff: Type.Union([Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), Type.Null()], {
      default: null,
    }),
    maxTargets: Type.Integer({ minimum: 1, default: 5 }),
    maxTargetsPerOrgan: Type.Integer({ minimum: 1, default: 2 }),
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;

/** Defaults filled in. Throws CL_PARAMETER on an unknown name or a value outside its range. */
export function readParameters(given: Record<string, unknown> | null | undefined): Parameters {
  return parametersOf('recist-1.1', ParametersSchema, given);
}
