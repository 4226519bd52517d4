import { Type } from '@sinclair/typebox';
import { type Case, CaseSchema, requireCases } from './adjudicationCases.js';
import { control, ControlSchema } from './controlChart.js';
import { sum } from './moments.js';
import {
  common,
  Confidence,
  defaultConfidence,
  defineStatistic,
  notEstimable,
  withLimits,
} from './statistic.js';
import { share, ShareSchema } from './wilson.js';

const Input = Type.Object(
  {
    statistic: Type.Literal('adjudication'),
    cases: Type.Array(CaseSchema),
    confidence: Confidence,
  },
  { additionalProperties: false }
);

const Charted = Type.Object({ ...ShareSchema.properties, control: ControlSchema });
const Reader = Type.Object({
  reader: Type.String(),
  read: Type.Integer({ description: 'cases read, alone or with another' }),
  acceptance: Charted,
  lostShare: ShareSchema,
  disagreementIndex: Charted,
});
const Period = Type.Object({
  period: Type.String(),
  adjudicationRate: Charted,
  readers: Type.Array(Type.Object({ reader: Type.String(), acceptance: Charted })),
});

const Output = Type.Object({
  statistic: Type.Literal('adjudication'),
  ...common,
  cases: Type.Integer(),
  adjudicationRate: ShareSchema,
  pending: Type.Integer(),
  neither: Type.Integer(),
  triggers: Type.Array(Type.Object({ trigger: Type.String(), rate: ShareSchema })),
  readers: Type.Array(Reader),
  periods: Type.Array(Period),
});

const isDecided = ({ adjudication }: Case) =>
  adjudication?.outcome === 'accepted' || adjudication?.outcome === 'neither';
const readBy = (cases: readonly Case[], reader: string) =>
  cases.filter(({ readers }) => readers.includes(reader));
/** `requireCases` lets nobody be accepted who did not read the case. */
const won = (cases: readonly Case[], reader: string) =>
  cases.filter(({ adjudication }) => adjudication?.accepted === reader).length;

interface Ratio {
  readonly count: number;
  readonly of: number;
}

const acceptanceOf = (cases: readonly Case[], reader: string): Ratio => ({
  count: won(cases, reader),
  of: readBy(cases, reader).filter(isDecided).length,
});
const lossesOf = (cases: readonly Case[], reader: string): Ratio => {
  const { count, of } = acceptanceOf(cases, reader);
  return { count: of - count, of: readBy(cases, reader).length };
};
const rateOf = (twice: readonly Case[]): Ratio => ({
  count: twice.filter(({ adjudication }) => adjudication).length,
  of: twice.length,
});

function pooled(ratios: readonly Ratio[]): Ratio {
  return { count: sum(ratios.map(({ count }) => count)), of: sum(ratios.map(({ of }) => of)) };
}

/** Distinct values in the order in which they come first. */
const distinct = (values: readonly string[]): string[] => [...new Set(values)];

/**
 * How often two readers' results went to an adjudicator, and whose were taken. Per reader: acceptance (taken/decided), its
 * complement, and the disagreement index (lost/all cases read); each with three-sigma control limits around all readers,
 * and by period around the whole. Throws AgreementError.
 */
export const adjudication = defineStatistic(Input, Output, input => {
  const { cases, confidence = defaultConfidence } = input;
  requireCases(cases);
  const readers = distinct(cases.flatMap(one => one.readers));
  const twice = cases.filter(one => one.readers.length === 2);
  const shareOf = ({ count, of }: Ratio) => share(count, of, confidence);
  const charted = (ratio: Ratio, total: Ratio) => ({
    ...shareOf(ratio),
    control: control(ratio, total),
  });
  const rate = rateOf(twice);
  const rateShare = shareOf(rate);
  const allAccepted = pooled(readers.map(reader => acceptanceOf(cases, reader)));
  const allLost = pooled(readers.map(reader => lossesOf(cases, reader)));
  const estimate =
    rate.of === 0
      ? notEstimable('No case was read by two readers.')
      : withLimits(rate.count / rate.of, rateShare.lower as number, rateShare.upper as number);
  const counted = (outcome: string) =>
    cases.filter(one => one.adjudication?.outcome === outcome).length;
  return {
    statistic: 'adjudication' as const,
    ...estimate,
    confidence,
    n: twice.length,
    excluded: cases.length - twice.length,
    raters: readers.length,
    conventions: [
      'Adjudication rate: cases adjudicated / cases read by two; pending ones count as adjudicated.',
      'Acceptance: reads taken / adjudications decided of that reader; where neither was taken both readers lost.',
      'Disagreement index: adjudications lost / all cases that reader read, alone or with another.',
      'Limits: Wilson score. Control limits: three sigma around the pooled share (p chart), cut at 0 and 1; readers around all readers, periods around all periods.',
      'Missing: a case with one read is left out of the rate and counted; it counts as read for its reader.',
    ],
    source:
      'Ford et al. 2016, J Clin Trials 6:5; Cohen, Gonen, Ford 2015, J Clin Trials 5:230; Sharma et al. 2019, J Clin Oncol 37 suppl e18082 (reader disagreement index); Shewhart 1931; Wilson 1927, J Am Stat Assoc 22:209',
    cases: cases.length,
    adjudicationRate: rateShare,
    pending: counted('pending'),
    neither: counted('neither'),
    triggers: distinct(cases.flatMap(one => one.adjudication?.triggers ?? [])).map(trigger => {
      const hit = twice.filter(one => one.adjudication?.triggers?.includes(trigger));
      return { trigger, rate: shareOf({ count: hit.length, of: twice.length }) };
    }),
    readers: readers.map(reader => {
      const acceptance = acceptanceOf(cases, reader);
      return {
        reader,
        read: readBy(cases, reader).length,
        acceptance: charted(acceptance, allAccepted),
        lostShare: shareOf({ count: acceptance.of - acceptance.count, of: acceptance.of }),
        disagreementIndex: charted(lossesOf(cases, reader), allLost),
      };
    }),
    periods: distinct(cases.flatMap(({ period }) => period ?? [])).map(period => {
      const own = cases.filter(one => one.period === period);
      return {
        period,
        adjudicationRate: charted(rateOf(own.filter(one => one.readers.length === 2)), rate),
        readers: distinct(own.flatMap(one => one.readers)).map(reader => ({
          reader,
          acceptance: charted(acceptanceOf(own, reader), acceptanceOf(cases, reader)),
        })),
      };
    }),
  };
});
