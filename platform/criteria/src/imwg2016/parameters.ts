import { type Static, Type } from '@sinclair/typebox';
import {
  bestResponseParameters,
  courseParameters,
  CourseSchema,
  days,
  flag,
  oneOf,
} from '../course/parameters.js';

/** Texts: oncology-criteria sections 0.2 to 0.4 (plasmacytomas), 14 and 16.1. */
export const ParametersSchema = Type.Object(
  {
    ...Type.Pick(CourseSchema, [
      'measurementPrecisionMm',
      'tstmDefaultMm',
      'localTreatment',
      'nadirFromPartial',
    ]).properties,
    petNewLesion: courseParameters.petNewLesion,
    'imwg.missingItem': oneOf(
      ['dropOne', 'NE'],
      'A required marker missing: one level lower, or not evaluable.'
    ),
    'imwg.carryUnrepeated': flag(
      true,
      'Whether marrow and imaging that were not repeated count as last examined.'
    ),
    'imwg.deathConfirmsPd': flag(
      true,
      'Whether death due to progression confirms a first laboratory progression.'
    ),
    refDate: bestResponseParameters.refDate,
    missingAs: bestResponseParameters.missingAs,
    truncateAtPd: bestResponseParameters.truncateAtPd,
    pdCutoff: bestResponseParameters.pdCutoff,
    minStableDays: days(
      0,
      'Least days from the reference date until stable disease counts as best response.'
    ),
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
