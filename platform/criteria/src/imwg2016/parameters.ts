import { type Static, Type } from '@sinclair/typebox';
import {
  bestResponseParameters,
  courseParameters,
  days,
  flag,
  oneOf,
} from '../course/parameters.js';

const { measurementPrecisionMm, tstmDefaultMm, localTreatment, nadirFromPartial } =
  courseParameters;

/** Texts: oncology-criteria sections 0.2 to 0.4 (plasmacytomas), 14 and 16.1. */
export const ParametersSchema = Type.Object(
  {
    measurementPrecisionMm,
    tstmDefaultMm,
    localTreatment,
    nadirFromPartial,
    petNewLesion: courseParameters.petNewLesion,
    'imwg.missingItem': oneOf(['dropOne', 'NE']),
    'imwg.carryUnrepeated': flag(true),
    'imwg.deathConfirmsPd': flag(true),
    refDate: bestResponseParameters.refDate,
    missingAs: bestResponseParameters.missingAs,
    truncateAtPd: bestResponseParameters.truncateAtPd,
    pdCutoff: bestResponseParameters.pdCutoff,
    minStableDays: days(0),
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
