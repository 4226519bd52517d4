import { type Static, Type } from '@sinclair/typebox';
import {
  bestResponseParameters,
  courseParameters,
  days,
  flag,
  oneOf,
} from '../course/parameters.js';

const { measurementPrecisionMm, tstmDefaultMm, localTreatment, nadirFromPartial, petNewLesion } =
  courseParameters;

/** Texts: oncology-criteria sections 0.2 to 0.4 (nodes), 15 and 16.1. */
export const ParametersSchema = Type.Object(
  {
    measurementPrecisionMm,
    tstmDefaultMm,
    localTreatment,
    nadirFromPartial,
    petNewLesion,
    normalNodesBeatPd: flag(true),
    spleenMetric: oneOf(['excess', 'length']),
    maxTargets: Type.Integer({ minimum: 1, default: 6 }),
    ...bestResponseParameters,
    confirmation: oneOf(['responses', 'none']),
    confirmationDays: days(56),
    minStableDays: days(0),
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
