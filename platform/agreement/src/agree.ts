import { type Static, Type } from '@sinclair/typebox';
import { ac1 } from './ac1.js';
import { ac2 } from './ac2.js';
import { adjudication } from './adjudication.js';
import { AgreementError } from './agreementError.js';
import { alpha } from './alpha.js';
import { blandAltman } from './blandAltman.js';
import { ccc } from './ccc.js';
import { fleiss } from './fleiss.js';
import { icc } from './icc.js';
import { kappa } from './kappa.js';
import { percent } from './percent.js';
import type { Statistic } from './statistic.js';
import { withinSubjectSd } from './withinSubject.js';

/** Every statistic by its id. */
export const statistics = {
  percent,
  kappa,
  fleiss,
  ac1,
  ac2,
  alpha,
  icc,
  ccc,
  'bland-altman': blandAltman,
  'within-subject-sd': withinSubjectSd,
  adjudication,
} as const;

export type StatisticId = keyof typeof statistics;
type InputOf<S extends StatisticId> = Static<(typeof statistics)[S]['input']>;
type OutputOf<S extends StatisticId> = Static<(typeof statistics)[S]['output']>;

/** What `agree` takes: one statistic and its data. */
export type AgreementInput = { [S in StatisticId]: InputOf<S> }[StatisticId];
/** What it gives for a statistic; without one, any. */
export type AgreementOutput<S extends StatisticId = StatisticId> = { [K in S]: OutputOf<K> }[S];

function statisticOf(input: unknown): Statistic {
  const id: unknown =
    typeof input === 'object' && input !== null && 'statistic' in input
      ? input.statistic
      : undefined;
  if (typeof id === 'string' && Object.hasOwn(statistics, id))
    return statistics[id as StatisticId] as Statistic;
  throw new AgreementError(
    'CL_STATISTIC_UNKNOWN',
    '/statistic',
    `expected one of ${Object.keys(statistics).join(', ')}, found ${JSON.stringify(id) ?? 'nothing'}`
  );
}

/**
 * Computes one statistic of reader agreement, unrounded, with its limits, conventions and source. What is not estimable has
 * `value: null` and a reason; input of another shape, or that the statistic is not defined for, throws AgreementError.
 */
export function agree<I extends AgreementInput>(input: I): AgreementOutput<I['statistic']> {
  return statisticOf(input).evaluate(input) as AgreementOutput<I['statistic']>;
}

const all: readonly Statistic[] = Object.values(statistics);

/** JSON Schemas of what `agree` takes and gives: one variant per statistic. */
export const agreementSchemas = {
  input: Type.Union(all.map(({ input }) => input)),
  output: Type.Union(all.map(({ output }) => output)),
} as const;
