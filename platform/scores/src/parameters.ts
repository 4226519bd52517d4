import type { Condition, Instrument, Parameter, Parameters, ParameterValue } from './instrument.js';
import { ScoreError } from './scoreError.js';

/** Parameters of every instrument whose sums may be prorated. */
export const commonParameters: Readonly<Record<string, Parameter>> = {
  'sum.minFraction': {
    values: { from: 0, to: 1 },
    default: 0.8,
    meaning: 'share of the expected items that a sum needs',
  },
  'sum.prorate': {
    values: [true, false],
    default: true,
    meaning: 'a sum with missing items is scaled to all of them; else it is the raw sum, flagged',
  },
};

const allows = ({ values }: Parameter, value: unknown): value is ParameterValue => {
  if (!('from' in values)) return values.some(one => one === value);
  return typeof value === 'number' && value >= values.from && value <= values.to;
};

export const parametersOf = (instrument: Instrument): Readonly<Record<string, Parameter>> => ({
  ...commonParameters,
  ...instrument.parameters,
});

/**
 * Every parameter of an instrument with its value.
 * @throws ScoreError E-PARAM for a name that it has not, or a value that the name does not take
 */
export const withDefaults = (
  instrument: Instrument,
  given: Readonly<Record<string, unknown>>
): Parameters => {
  const known = parametersOf(instrument);
  for (const [name, value] of Object.entries(given)) {
    const parameter = Object.hasOwn(known, name) ? known[name] : undefined;
    if (parameter === undefined)
      throw new ScoreError('E-PARAM', `${instrument.id} has no parameter ${name}`, name);
    if (!allows(parameter, value))
      throw new ScoreError('E-PARAM', `${name} can not be ${JSON.stringify(value)}`, name);
  }
  return Object.fromEntries(
    Object.entries(known).map(([name, parameter]) => [
      name,
      (given[name] as ParameterValue | undefined) ?? parameter.default,
    ])
  );
};

export const holds = (condition: Condition | undefined, parameters: Parameters): boolean =>
  condition === undefined || parameters[condition.parameter] === condition.is;
