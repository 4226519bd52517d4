import { type Static, Type } from '@sinclair/typebox';
import { bestResponseParameters, CourseSchema, flag, oneOf } from '../course/parameters.js';

const limit = (value: number, description: string) =>
  Type.Integer({ minimum: 1, default: value, description });

/** The first value of each choice is the default. Texts: oncology-criteria sections 0.2 to 0.4, 3 and 16.1. */
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
    irPdBeatsPr: flag(
      true,
      'Whether a burden far below the baseline and far above the nadir is progression.'
    ),
    irPdConfirmation: flag(
      true,
      'Whether irPD waits for a second assessment; false: the first is final.'
    ),
    voidIrPd: oneOf(
      ['otherwise', 'NE'],
      'What an irPD that was not confirmed is: the response of its burden without it, or nothing.'
    ),
    unresolvedIrPd: oneOf(['event', 'NE'], 'An irPD that no later assessment confirms or voids.'),
    measurableFromMm: Type.Number({
      minimum: 0,
      default: 5,
      description: 'Least of both diameters of a measurable lesion, mm.',
    }),
    maxPerOrgan: limit(
      5,
      'Largest number of index lesions, and of new measurable ones, in one organ.'
    ),
    maxVisceral: limit(10, 'Largest number of visceral index lesions, and of new measurable ones.'),
    maxCutaneous: limit(
      5,
      'Largest number of cutaneous index lesions, and of new measurable ones.'
    ),
    ...bestResponseParameters,
    confirmation: oneOf(
      ['responses', 'none'],
      'responses: complete and partial responses count once confirmed by a later visit; none: at once.'
    ),
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
