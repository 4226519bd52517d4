import { type Static, Type } from '@sinclair/typebox';
import { bestResponseParameters, CourseSchema, days, flag, oneOf } from '../course/parameters.js';

const limit = (value: number, description: string) =>
  Type.Number({ minimum: 0, default: value, description });

/** The first value of each choice is the default. Texts: oncology-criteria sections 0.3, 0.4, 12 and 16.1. */
export const ParametersSchema = Type.Object(
  {
    ...Type.Pick(CourseSchema, [
      'localTreatment',
      'nadirFromPartial',
      'partialBounds',
      'equivocalBackdate',
      'newLesionNe',
      'visitDateRule',
      'maxTargets',
      'maxTargetsPerOrgan',
    ]).properties,
    'percist.pmdRef': oneOf(
      ['baseline', 'nadir'],
      'What a rise is measured against, SULpeak and total lesion glycolysis alike: the baseline, or the lowest of the earlier comparable scans.'
    ),
    'percist.strict': flag(
      false,
      'Changes of exactly 30 %, 0.80 g/mL or 75 % do not count (">"); false: they do ("≥").'
    ),
    'percist.belowLimit': oneOf(
      ['nonMeasurable', 'rate'],
      'A baseline whose hottest lesion is below the measurable limit: no target, its lesions are followed as the others are, or rated all the same.'
    ),
    'percist.distinctUnknown': oneOf(
      ['noCmr', 'byValue'],
      'Uptake below the background mean of which it is not stated whether it is distinct from the background: no complete response, or the number decides.'
    ),
    'percist.comparability': oneOf(
      ['NE', 'finding'],
      'A scan known not to be comparable with the baseline: target not evaluable, or a finding alone. What is not known is always a finding alone.'
    ),
    'percist.neOthersWorse': oneOf(
      ['NE', 'PMD'],
      'Other lesions unequivocally worse at a visit whose target is not evaluable.'
    ),
    'percist.backgroundDifferencePct': limit(
      20,
      'Most that the mean SUL of the liver (blood pool where the liver is diseased) may differ from baseline, %.'
    ),
    'percist.backgroundDifferenceSul': limit(
      0.3,
      'That difference has to be below this as well, g/mL.'
    ),
    'percist.uptakeFromMinutes': limit(50, 'Shortest uptake time, minutes.'),
    'percist.uptakeToMinutes': limit(70, 'Longest uptake time, minutes.'),
    'percist.uptakeDifferenceMinutes': limit(
      15,
      'Most that the uptake time may differ from baseline, minutes.'
    ),
    'percist.activityDifferencePct': limit(
      20,
      'Injected activity that differs more from baseline is a finding, %.'
    ),
    ...bestResponseParameters,
    minStableDays: days(0, 'Least days of stable disease; PERCIST asks for none.'),
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
