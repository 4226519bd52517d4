import { type Static, Type } from '@sinclair/typebox';
import { bestResponseParameters, CourseSchema, oneOf } from '../course/parameters.js';

const limit = (value: number, description: string) =>
  Type.Integer({ minimum: 1, default: value, description });

/** The first value of each choice is the default. Texts: oncology-criteria sections 0.2 to 0.4, 11 and 16.1. */
export const ParametersSchema = Type.Object(
  {
    ...Type.Pick(CourseSchema, [
      'measurementPrecisionMm',
      'tstmDefaultMm',
      'localTreatment',
      'nadirFromPartial',
      'partialBounds',
      'equivocalBackdate',
      'newLesionNe',
      'visitDateRule',
    ]).properties,
    huAggregate: oneOf(
      ['mean', 'areaWeighted'],
      'Density over several targets: plain mean of their means, or weighted by area.'
    ),
    'choi.pdRef': oneOf(['nadir', 'baseline'], 'What growth of the sum is measured against.'),
    'choi.variant': oneOf(
      ['choi', 'mChoi'],
      'Response by size or density (Choi), or by both (modified Choi).'
    ),
    'choi.symptomaticDecline': oneOf(
      ['NE', 'SD'],
      'Neither response nor progression, with a decline of symptoms: not stable, so not evaluable, or stable all the same.'
    ),
    maxTargets: limit(10, 'Largest number of targets in total.'),
    maxTargetsPerOrgan: limit(
      5,
      'Largest number of targets in one organ; all nodes are one organ.'
    ),
    ...bestResponseParameters,
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
