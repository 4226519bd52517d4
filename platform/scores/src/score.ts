import { Type, type Static } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { Answers, missingCodes } from './answer.js';
import { changesOf, MetricChange } from './change.js';
import { Finding, findingsOf } from './consistency.js';
import type { Instrument } from './instrument.js';
import { instruments } from './instruments/index.js';
import { scoredItems } from './items.js';
import { MetricResult } from './metricResult.js';
import { metricsOf } from './metrics.js';
import { OutcomeResult, outcomesOf } from './outcomes.js';
import { withDefaults } from './parameters.js';
import { ScoreError } from './scoreError.js';

export const specVersion = '1';

const ParameterValues = Type.Record(
  Type.String(),
  Type.Union([Type.String(), Type.Number(), Type.Boolean()])
);

export const ScoreInput = Type.Object(
  {
    instrument: Type.String({ maxLength: 100 }),
    answers: Answers,
    parameters: Type.Optional(ParameterValues),
    baseline: Type.Optional(Answers),
    stored: Type.Optional(
      Type.Record(Type.String(), Type.Union([Type.Number(), Type.String(), Type.Null()]), {
        description: 'Metrics as they were kept: any that is derived otherwise is refused.',
      })
    ),
  },
  { additionalProperties: false }
);
export type ScoreInput = Static<typeof ScoreInput>;

export const MissingItem = Type.Object({
  item: Type.String(),
  code: Type.Union(missingCodes.map(code => Type.Literal(code))),
  reason: Type.Union([Type.String(), Type.Null()]),
});

export const ScoreOutput = Type.Object({
  instrument: Type.String(),
  subscores: Type.Array(MetricResult),
  total: Type.Union([MetricResult, Type.Null()]),
  missing: Type.Array(MissingItem, { description: 'Items without a value, with why.' }),
  findings: Type.Array(Finding),
  changes: Type.Array(MetricChange, { description: 'From the baseline, where one is given.' }),
  outcomes: Type.Array(OutcomeResult, { description: 'By the change, where there is one.' }),
  parameters: ParameterValues,
  specVersion: Type.String(),
  trace: Type.Array(
    Type.Object({ metric: Type.String(), how: Type.String(), items: Type.Array(Type.String()) })
  ),
});
export type ScoreOutput = Static<typeof ScoreOutput>;

/**
 * The instrument of an id.
 * @throws ScoreError E-INSTRUMENT
 */
export const instrumentOf = (id: string): Instrument => {
  const found = instruments.find(one => one.id === id);
  if (found === undefined) throw new ScoreError('E-INSTRUMENT', `there is no instrument ${id}`, id);
  return found;
};

/** Numbers are alike within 1e-9 of themselves. */
const alike = (one: unknown, other: unknown): boolean =>
  typeof one === 'number' && typeof other === 'number'
    ? Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other))
    : one === other;

/** @throws ScoreError E-DERIVE for a metric that was kept with another value, or is none */
const refuseOthers = (
  stored: Readonly<Record<string, number | string | null>>,
  results: readonly MetricResult[]
): void => {
  for (const [metric, value] of Object.entries(stored)) {
    const derived = results.find(one => one.metric === metric);
    if (derived !== undefined && alike(value, derived.value)) continue;
    const said = derived === undefined ? 'not derived here' : `derived as ${derived.value}`;
    throw new ScoreError('E-DERIVE', `${metric} was kept as ${value}, and is ${said}`, metric);
  }
};

/**
 * Scores answers by an instrument.
 * @throws ScoreError naming the instrument, parameter or item that is not what it should be
 */
export const scoreBy = (
  instrument: Instrument,
  { answers, parameters: given = {}, baseline, stored = {} }: Omit<ScoreInput, 'instrument'>
): ScoreOutput => {
  const parameters = withDefaults(instrument, given);
  const items = scoredItems(instrument, parameters, answers);
  const traced = metricsOf(instrument, items, parameters);
  const results = traced.map(({ result }) => result);
  refuseOthers(stored, results);
  const before = baseline === undefined ? null : scoredItems(instrument, parameters, baseline);
  const changes = before === null ? [] : changesOf(instrument, before, items, parameters);
  const total = results.find(({ metric }) => metric === instrument.total) ?? null;
  return {
    instrument: instrument.id,
    subscores: results.filter(result => result !== total),
    total,
    missing: items.flatMap(({ id, missing, reason }) =>
      missing === null ? [] : [{ item: id, code: missing, reason }]
    ),
    findings: findingsOf(instrument, items, parameters),
    changes,
    outcomes:
      before === null
        ? []
        : outcomesOf(instrument, { before, items, results, changes, parameters }),
    parameters: { ...parameters },
    specVersion,
    trace: traced.map(({ result, how, items: of }) => ({
      ...{ metric: result.metric, how, items: [...of] },
    })),
  };
};

/**
 * The same of what came from outside.
 * @throws ScoreError E-INPUT for another shape
 */
export const score = (input: unknown): ScoreOutput => {
  if (!Value.Check(ScoreInput, input)) {
    const first = Value.Errors(ScoreInput, input).First();
    throw new ScoreError(
      'E-INPUT',
      `the input is not of the shape that is expected: ${first?.path ?? ''} ${first?.message ?? ''}`,
      first?.path ?? ''
    );
  }
  return scoreBy(instrumentOf(input.instrument), input);
};
