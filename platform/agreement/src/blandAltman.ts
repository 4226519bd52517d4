import { type Static, Type } from '@sinclair/typebox';
import { AgreementError } from './agreementError.js';
import {
  type Agreement,
  agreementOfPairs,
  agreementOverVaryingTruth,
  agreementWithConstantTruth,
} from './limitsOfAgreement.js';
import { completeRows, MeasuredRatings, requirePair } from './ratingsTable.js';
import {
  common,
  Confidence,
  defaultConfidence,
  defineStatistic,
  LimitsSchema,
  notEstimable,
  withLimits,
  withoutLimits,
} from './statistic.js';

const Truth = Type.Union([Type.Literal('varies'), Type.Literal('constant')]);
const Subject = Type.Union([Type.String(), Type.Number()]);

const Input = Type.Object(
  {
    statistic: Type.Literal('bland-altman'),
    ratings: MeasuredRatings,
    subjects: Type.Optional(
      Type.Array(Subject, {
        description: 'repeated measures: the subject of each row, as many as rows',
      })
    ),
    truth: Type.Optional(Truth),
    multiplier: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
    confidence: Confidence,
  },
  { additionalProperties: false }
);

const Output = Type.Object({
  statistic: Type.Literal('bland-altman'),
  ...common,
  bias: Type.Union([Type.Number(), Type.Null()], {
    description: 'mean of first minus second, the same as value',
  }),
  standardDeviation: Type.Union([Type.Number(), Type.Null()], {
    description: 'of the differences of single readings',
  }),
  biasLimits: LimitsSchema,
  lowerLimits: LimitsSchema,
  upperLimits: LimitsSchema,
  multiplier: Type.Number(),
  pairs: Type.Integer({ description: 'readings that entered, as rows' }),
  components: Type.Array(
    Type.Object({ name: Type.String(), variance: Type.Number(), df: Type.Integer() })
  ),
});

type Row = Static<typeof MeasuredRatings>[number];

/** Rows of each subject. Throws CL_AGREEMENT_SUBJECTS when there are not as many subjects as rows. */
function bySubject(ratings: readonly Row[], subjects: readonly (string | number)[]): Row[][] {
  if (subjects.length !== ratings.length)
    throw new AgreementError(
      'CL_AGREEMENT_SUBJECTS',
      '/subjects',
      `expected one for each of the ${ratings.length} rows, found ${subjects.length}`
    );
  const groups = new Map<string | number, Row[]>();
  ratings.forEach((row, index) => {
    const subject = subjects[index] as string | number;
    const rows = groups.get(subject);
    if (rows) rows.push(row);
    else groups.set(subject, [row]);
  });
  return [...groups.values()];
}

interface Grouped {
  readonly agreement: Agreement | null;
  readonly n: number;
  readonly subjects: number;
  readonly pairs: number;
}

function grouped(input: Static<typeof Input>, multiplier: number, confidence: number): Grouped {
  const { ratings, subjects, truth = 'varies' } = input;
  if (!subjects) {
    const pairs = completeRows(ratings);
    const agreement = agreementOfPairs(pairs, multiplier, confidence);
    return { agreement, n: pairs.length, subjects: ratings.length, pairs: pairs.length };
  }
  const groups = bySubject(ratings, subjects);
  if (truth === 'varies') {
    const complete = groups.map(completeRows).filter(rows => rows.length > 0);
    const agreement = agreementOverVaryingTruth(complete, multiplier, confidence);
    const pairs = complete.flat().length;
    return { agreement, n: complete.length, subjects: groups.length, pairs };
  }
  const readings = groups
    .map(rows => [0, 1].map(rater => rows.flatMap(row => row[rater] ?? [])) as [number[], number[]])
    .filter(([first, second]) => first.length > 0 && second.length > 0);
  const agreement = agreementWithConstantTruth(readings, multiplier, confidence);
  const pairs = readings.reduce(
    (n, [first, second]) => n + Math.max(first.length, second.length),
    0
  );
  return { agreement, n: readings.length, subjects: groups.length, pairs };
}

const unknown = { lower: null, upper: null };

function conventionsOf({ subjects, truth = 'varies' }: Static<typeof Input>, multiplier: number) {
  const limits = `Limits of agreement: bias +/- ${multiplier} SD${multiplier === 1.96 ? '' : ' (the usual multiplier is 1.96)'}; differences are first minus second.`;
  if (!subjects)
    return [
      limits,
      'SD over n - 1. Confidence limits: t with n - 1 degrees of freedom; SE of the bias SD/sqrt(n), of each limit SD sqrt(3/n).',
      'Missing: subjects without both ratings are left out and counted.',
    ];
  const confidence =
    'Confidence limits: bias with t on subjects - 1 degrees of freedom, limits of agreement by MOVER with z.';
  return truth === 'varies'
    ? [
        limits,
        'Repeated pairs, the true value varies: variance between and within subjects from a one-way layout of the differences.',
        confidence,
        'Missing: rows without both ratings are left out; subjects without a complete row are counted as excluded.',
      ]
    : [
        limits,
        "Replicates, the true value is constant: variance of the differences of subject means, with each rater's within-subject variance put back.",
        'Bias: mean over subjects weighted by their replicates, 2 m1 m2/(m1 + m2).',
        confidence,
        'Missing: a replicate of one rater alone still counts; subjects without a reading of both raters are left out and counted.',
      ];
}

/**
 * Bland-Altman bias (first minus second) and limits of agreement with their confidence limits. `lower` and `upper` are the
 * limits of agreement. With `subjects` the rows are repeated measures: `truth` says whether what is measured varies
 * between a subject's rows (pairs belong together) or is constant (replicates of each rater). Throws AgreementError.
 */
export const blandAltman = defineStatistic(Input, Output, input => {
  const { multiplier = 1.96, confidence = defaultConfidence } = input;
  if (input.truth && !input.subjects)
    throw new AgreementError(
      'CL_AGREEMENT_SUBJECTS',
      '/subjects',
      'truth is for repeated measures: give the subject of each row'
    );
  requirePair(input.ratings, '');
  const { agreement, n, subjects, pairs } = grouped(input, multiplier, confidence);
  const estimate =
    agreement === null
      ? notEstimable('No subject has a reading of both raters.')
      : agreement.spread === null
        ? withoutLimits(agreement.bias, 'Limits of agreement need two subjects or more.')
        : withLimits(agreement.bias, agreement.spread.lower, agreement.spread.upper);
  const spread = agreement?.spread;
  return {
    statistic: 'bland-altman' as const,
    ...estimate,
    confidence,
    n,
    excluded: subjects - n,
    raters: 2,
    conventions: conventionsOf(input, multiplier),
    source: input.subjects
      ? 'Bland and Altman 2007, J Biopharm Stat 17:571; confidence limits Zou 2013, Stat Methods Med Res 22:630'
      : 'Bland and Altman 1986, Lancet i:307; 1999, Stat Methods Med Res 8:135',
    bias: estimate.value,
    standardDeviation: spread?.standardDeviation ?? null,
    biasLimits: spread?.biasLimits ?? unknown,
    lowerLimits: spread?.lowerLimits ?? unknown,
    upperLimits: spread?.upperLimits ?? unknown,
    multiplier,
    pairs,
    components: spread?.components ?? [],
  };
});
