import { type Static, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { EndpointError } from './endpointError.js';
import { shapeProblem } from './shapeProblem.js';

const oneOf = <const T extends readonly string[]>(values: T, description: string) =>
  Type.Unsafe<T[number]>(
    Type.Union(
      values.map(value => Type.Literal(value)),
      { default: values[0], description }
    )
  );
const days = (value: number, description: string) =>
  Type.Integer({ minimum: 0, default: value, description });
const daysOrNull = (description: string) =>
  Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], { default: null, description });

/** Values of `cbValues`, in RECIST's codes whatever the vocabulary. */
export const benefitCategories = ['CR', 'PR', 'SD', 'NON-CR/NON-PD'] as const;
type BenefitCategory = (typeof benefitCategories)[number];

/** Every option with its default (the first of its values), named as in the specification, section 16. */
export const OptionsSchema = Type.Object(
  {
    vocabulary: oneOf(['recist', 'irecist'], 'codes and ranks of the responses'),
    refDate: oneOf(['randomisation', 'firstDose'], 'what days count from'),
    confirmation: oneOf(
      ['none', 'responses'],
      'which best response the rates, DoR, TTR and plots use'
    ),
    confirmationDays: days(28, 'least days between a response and the visit that confirms it'),
    minStableDays: days(42, 'least days from the reference date for SD and NON-CR/NON-PD'),
    maxInterveningNE: Type.Integer({ minimum: 0, default: 1, description: 'NE between the two' }),
    acceptInterveningSD: Type.Boolean({ default: false, description: 'one SD between two PR' }),
    missingAs: oneOf(['MISSING', 'NE'], 'best response when no visit is left'),
    truncateAtPd: Type.Boolean({
      default: true,
      description: 'visits after the first PD stay out',
    }),
    pdCutoff: Type.Union([Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), Type.Null()], {
      default: null,
      description: 'last date for best response, in place of truncateAtPd',
    }),
    cbDays: days(168, 'least days from the reference date for clinical benefit without response'),
    cbValues: Type.Array(
      Type.Unsafe<BenefitCategory>(Type.Union(benefitCategories.map(value => Type.Literal(value)))),
      {
        default: [...benefitCategories],
        description: 'categories that are clinical benefit',
      }
    ),
    alpha: Type.Number({
      exclusiveMinimum: 0,
      exclusiveMaximum: 1,
      default: 0.05,
      description: 'limits are at 1 - alpha, two-sided',
    }),
    clinicalPd: oneOf(['censor', 'event'], 'progression without images'),
    newTherapy: oneOf(['censor', 'ignore'], 'new anticancer therapy before PD'),
    missed: oneOf(['censor', 'event', 'eventAtFirstMissed'], 'PD or death after missed visits'),
    adequate: oneOf(['notNE', 'any'], 'which visits are adequate assessments'),
    intervalDays: daysOrNull('planned interval where neither visit nor subject has its own'),
    windowDays: daysOrNull('tolerance on either side of a planned visit'),
    missedGap: daysOrNull('limit in place of 2 x interval + 2 x window'),
    unresolvedIupd: oneOf(['event', 'censor'], 'iRECIST: a run that was never resolved'),
    'km.ci': oneOf(['loglog', 'plain', 'log'], 'transformation of the Kaplan-Meier limits'),
    medianTie: oneOf(['midpoint', 'first'], 'where S = 0.5 on an interval'),
  },
  { additionalProperties: false }
);

export type EndpointOptions = Static<typeof OptionsSchema>;

const ChosenSchema = Type.Partial(OptionsSchema, { additionalProperties: false });

/** The options with the defaults of those not given. Throws EndpointError CL_ENDPOINT_OPTION. */
export function resolveOptions(given: unknown): EndpointOptions {
  const problem = shapeProblem(ChosenSchema, given ?? {});
  if (problem) {
    const path = `/options${problem.path}`;
    throw new EndpointError('CL_ENDPOINT_OPTION', path, `${path}: ${problem.message}`, null);
  }
  const chosen = (given ?? {}) as Static<typeof ChosenSchema>;
  const options: EndpointOptions = { ...Value.Create(OptionsSchema), ...chosen };
  if (options.intervalDays !== null && options.windowDays === null) {
    throw new EndpointError(
      'CL_ENDPOINT_OPTION',
      '/options/windowDays',
      'intervalDays needs windowDays: the missed rule is 2 x interval + 2 x window',
      null
    );
  }
  return options;
}
