import { criteria } from '@corelab/criteria';
import { type Static, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { EndpointError } from './endpointError.js';
import { shapeProblem } from './shapeProblem.js';
import { vocabularies } from './vocabularies.js';

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
export type BenefitCategory = (typeof benefitCategories)[number];

export const vocabularyIds = [
  'recist',
  'irecist',
  'irrc',
  'lugano',
  'rano2',
  'pcwg3',
  'pcwg2',
  'imwg',
  'iwcll',
  'percist',
] as const;

/**
 * Every option with its default (the first of its values), named as in the specification, section 16. `mrAs` and
 * `prlAs` are not from there: trials differ in whether minor response and PR with lymphocytosis are responses.
 */
export const OptionsSchema = Type.Object(
  {
    criterion: Type.String({
      default: 'recist-1.1',
      description: 'what the visits were rated by: its vocabulary and its defaults',
    }),
    vocabulary: oneOf(vocabularyIds, 'codes and ranks of the responses'),
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
    mrAs: oneOf(
      ['SD', 'benefit', 'PR'],
      'what MR counts as: SD, PR in clinical benefit alone, or PR in rates and times'
    ),
    prlAs: oneOf(['PR', 'SD'], 'iwCLL: what PR-L counts as in rates and times'),
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
    unresolvedPpd: oneOf(['event', 'censor'], 'RANO 2.0: pPD that was never resolved'),
    pduBor: oneOf(['SD', 'PD'], 'PCWG3: PDu that nothing resolved, in best response'),
    pduRpfs: oneOf(['noEvent', 'event'], 'PCWG3: PDu that nothing resolved, in PFS'),
    'km.ci': oneOf(['loglog', 'plain', 'log'], 'transformation of the Kaplan-Meier limits'),
    medianTie: oneOf(['midpoint', 'first'], 'where S = 0.5 on an interval'),
  },
  { additionalProperties: false }
);

export type EndpointOptions = Static<typeof OptionsSchema>;

const ChosenSchema = Type.Partial(OptionsSchema, { additionalProperties: false });

type Chosen = Partial<EndpointOptions>;

function refused(path: string, message: string): EndpointError {
  return new EndpointError('CL_ENDPOINT_OPTION', path, message, null);
}

/** Throws EndpointError CL_ENDPOINT_OPTION on an option that does not exist or a value it can't have. */
export function checkOptions(given: unknown): Chosen {
  const problem = shapeProblem(ChosenSchema, given ?? {});
  if (!problem) return given ?? {};
  const path = `/options${problem.path}`;
  throw refused(path, `${path}: ${problem.message}`);
}

/** A response counts once confirmed, without a parameter that says so: oncology-criteria sections 8, 9, 10 and 14. */
const alwaysConfirmed: readonly string[] = ['rano-hgg-2010', 'rano-2.0', 'macdonald', 'imwg-2016'];

/** What of an assessment's parameters is an option. */
export function sharedOptions(parameters: Readonly<Record<string, unknown>>): Chosen {
  const shared = Object.entries(parameters).filter(([name]) => name in OptionsSchema.properties);
  return checkOptions(Object.fromEntries(shared));
}

/** The criterion's own defaults of its parameters. */
function criterionDefaults(criterion: string): Chosen {
  const properties = criteria[criterion]?.parameters.properties ?? {};
  const own = Object.entries(properties).map(([name, { default: value }]) => [
    name,
    value as unknown,
  ]);
  return {
    ...(alwaysConfirmed.includes(criterion) ? { confirmation: 'responses' } : {}),
    ...sharedOptions(Object.fromEntries(own) as Record<string, unknown>),
  };
}

/** What the subjects' assessments say. */
export interface AssessedBy {
  readonly criterion: string | null;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * The options with the defaults of those not given: the assessments' parameters, the criterion's, section 16's. Throws
 * EndpointError CL_ENDPOINT_OPTION.
 */
export function resolveOptions(chosen: Chosen, assessed: AssessedBy): EndpointOptions {
  const standIn = chosen.vocabulary && vocabularies[chosen.vocabulary].criteria[0];
  const criterion = chosen.criterion ?? assessed.criterion ?? standIn ?? 'recist-1.1';
  const known = vocabularyIds.filter(id => vocabularies[id].criteria.includes(criterion));
  const [first] = known;
  if (!first)
    throw refused('/options/criterion', `no criterion "${criterion}" that endpoints know of`);
  if (chosen.vocabulary && !known.includes(chosen.vocabulary))
    throw refused(
      '/options/vocabulary',
      `${criterion} rates in ${known.join(' or ')}, not in ${chosen.vocabulary}`
    );
  const standard = known.find(id => id === assessed.parameters.standard);
  const options: EndpointOptions = {
    ...Value.Create(OptionsSchema),
    ...criterionDefaults(criterion),
    ...sharedOptions(assessed.parameters),
    vocabulary: standard ?? first,
    ...chosen,
    criterion,
  };
  if (options.intervalDays !== null && options.windowDays === null)
    throw refused(
      '/options/windowDays',
      'intervalDays needs windowDays: the missed rule is 2 x interval + 2 x window'
    );
  return options;
}
