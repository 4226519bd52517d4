import { type Static, Type } from '@sinclair/typebox';
import { bestResponseParameters, courseParameters, oneOf } from '../course/parameters.js';

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

/** The first value of each choice is the default. Texts: oncology-criteria sections 0.2 to 0.4, 11 and 16.1. */
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
    huAggregate: oneOf(['mean', 'areaWeighted']),
    'choi.pdRef': oneOf(['nadir', 'baseline']),
    'choi.variant': oneOf(['choi', 'mChoi']),
    /** Neither response nor progression, with a decline of symptoms: not stable, so not evaluable, or stable all the same. */
    'choi.symptomaticDecline': oneOf(['NE', 'SD']),
    maxTargets: limit(10),
    maxTargetsPerOrgan: limit(5),
    ...bestResponseParameters,
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
