import { type Static, Type } from '@sinclair/typebox';
import { bestResponseParameters, courseParameters, flag, oneOf } from '../course/parameters.js';

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
const limit = (value: number) => Type.Integer({ minimum: 1, default: value });

/** The first value of each choice is the default. Texts: oncology-criteria sections 0.2 to 0.4, 3 and 16.1. */
export const ParametersSchema = Type.Object(
  {
    measurementPrecisionMm,
    tstmDefaultMm,
    localTreatment,
    nadirFromPartial,
    partialBounds,
    equivocalBackdate,
    newLesionNe,
    visitDateRule,
    /** Both at once (far below baseline, far above the nadir) is progression. */
    irPdBeatsPr: flag(true),
    /** false: the first irPD is final, as if confirmed. */
    irPdConfirmation: flag(true),
    /** What a void irPD is: the response that its burden has without it, or nothing. */
    voidIrPd: oneOf(['otherwise', 'NE']),
    /** An irPD that no later assessment confirms or voids. */
    unresolvedIrPd: oneOf(['event', 'NE']),
    /** Both diameters from here on make a lesion measurable, mm. */
    measurableFromMm: Type.Number({ minimum: 0, default: 5 }),
    maxPerOrgan: limit(5),
    maxVisceral: limit(10),
    maxCutaneous: limit(5),
    ...bestResponseParameters,
    confirmation: oneOf(['responses', 'none']),
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
