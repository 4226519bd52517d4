import { type Static, type TObject, Type } from '@sinclair/typebox';
import { bestResponseParameters, courseParameters, days } from '../course/parameters.js';

/** What every lymphoma criterion takes: oncology-criteria sections 0.2 to 0.4 and 16.1. */
export const lymphomaParameters = {
  measurementPrecisionMm: courseParameters.measurementPrecisionMm,
  tstmDefaultMm: courseParameters.tstmDefaultMm,
  localTreatment: courseParameters.localTreatment,
  nadirFromPartial: courseParameters.nadirFromPartial,
  equivocalBackdate: courseParameters.equivocalBackdate,
  newLesionNe: courseParameters.newLesionNe,
  visitDateRule: courseParameters.visitDateRule,
  ...bestResponseParameters,
  minStableDays: days(
    0,
    'Least days from the reference date until stable disease counts as best response.'
  ),
  maxTargets: Type.Integer({
    minimum: 1,
    default: 6,
    description: 'Largest number of targets in total.',
  }),
};

export type LymphomaParameters = Static<TObject<typeof lymphomaParameters>>;
