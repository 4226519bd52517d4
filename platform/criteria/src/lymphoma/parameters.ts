import { type Static, type TObject, Type } from '@sinclair/typebox';
import { bestResponseParameters, CourseSchema, days } from '../course/parameters.js';

/** What every lymphoma criterion takes: oncology-criteria sections 0.2 to 0.4 and 16.1. */
export const lymphomaParameters = {
  ...Type.Pick(CourseSchema, [
    'measurementPrecisionMm',
    'tstmDefaultMm',
    'localTreatment',
    'nadirFromPartial',
    'equivocalBackdate',
    'newLesionNe',
    'visitDateRule',
  ]).properties,
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
