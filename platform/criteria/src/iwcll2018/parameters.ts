import { type Static, Type } from '@sinclair/typebox';
import { bestResponseParameters, CourseSchema, days, flag, oneOf } from '../course/parameters.js';

/** Texts: oncology-criteria sections 0.2 to 0.4 (nodes), 15 and 16.1. */
export const ParametersSchema = Type.Object(
  {
    ...Type.Pick(CourseSchema, [
      'measurementPrecisionMm',
      'tstmDefaultMm',
      'localTreatment',
      'nadirFromPartial',
      'petNewLesion',
    ]).properties,
    normalNodesBeatPd: flag(
      true,
      'Whether targets that are all gone or of normal size are CR even where their sum grew as far as progression.'
    ),
    spleenMetric: oneOf(
      ['excess', 'length'],
      'What change of spleen is measured on: its excess over 130 mm, or its whole length.'
    ),
    maxTargets: Type.Integer({
      minimum: 1,
      default: 6,
      description: 'Largest number of targets in total.',
    }),
    ...bestResponseParameters,
    confirmation: oneOf(
      ['responses', 'none'],
      'responses: complete and partial responses count once confirmed by a later visit; none: at once.'
    ),
    confirmationDays: days(56, 'Least days between a response and the visit that confirms it.'),
    minStableDays: days(
      0,
      'Least days from the reference date until stable disease counts as best response.'
    ),
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
