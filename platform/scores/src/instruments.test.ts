import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answer, Answers, MissingCode } from './answer.js';
import type { Instrument, Parameters } from './instrument.js';
import { instruments } from './instruments/index.js';
import { itemsOf } from './items.js';
import { parametersOf, withDefaults } from './parameters.js';
import { score, scoreBy } from './score.js';
import { highestAnswers } from './testing.testdata.js';

const seed = 20261201;
const named = instruments.map(one => [one.id, one] as const);

/** Some value of every parameter. */
const anyParameters = (instrument: Instrument): fc.Arbitrary<Parameters> =>
  fc.record(
    Object.fromEntries(
      Object.entries(parametersOf(instrument)).map(([name, { values }]) => [
        name,
        'from' in values
          ? fc.constantFrom(values.from, (values.from + values.to) / 2, values.to)
          : fc.constantFrom(...values),
      ])
    )
  );

const anyMissing: fc.Arbitrary<Answer> = fc
  .constantFrom<MissingCode>('NE', 'NI', 'SX', 'ND', 'NA')
  .map(missing => (missing === 'NE' ? { missing, reason: 'OTHER' } : { missing }));

/** Some answers: `share` of them have a value. */
const anyAnswers = (
  instrument: Instrument,
  parameters: Parameters,
  share = 0.8
): fc.Arbitrary<Answers> =>
  fc.record(
    Object.fromEntries(
      itemsOf(instrument, parameters).map(({ id, feature: { scale } }) => {
        const value: fc.Arbitrary<Answer> =
          scale.kind === 'grades'
            ? fc.constantFrom(...scale.grades.map(grade => grade.value))
            : fc.integer({ min: scale.from, max: scale.from + 100 });
        const many = Math.round(share * 10);
        return [
          id,
          fc.oneof(
            { weight: many, arbitrary: value },
            { weight: 10 - many, arbitrary: anyMissing }
          ),
        ];
      })
    )
  );

const anyCase = (instrument: Instrument) =>
  anyParameters(instrument).chain(parameters =>
    anyAnswers(instrument, parameters).map(answers => ({ parameters, answers }))
  );

describe.each(named)('%s', (_id, instrument) => {
  it('has no two items, metrics or grades of one name', () => {
    for (const values of Object.values(instrument.parameters)) expect(values.meaning).not.toBe('');
    const parameters = withDefaults(instrument, {});
    const ids = itemsOf(instrument, parameters).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { scale, id } of instrument.features) {
      if (scale.kind !== 'grades') continue;
      const values = scale.grades.map(({ value }) => value);
      expect([id, values]).toEqual([id, [...new Set(values)].sort((a, b) => a - b)]);
      expect(scale.grades.every(({ meaning }) => meaning !== '')).toBe(true);
    }
    const known = Object.keys(parametersOf(instrument));
    for (const name of Object.keys(instrument.parameters))
      expect(name.startsWith(`${instrument.id}.`)).toBe(true);
    for (const { when } of instrument.metrics)
      if (when !== undefined) expect(known).toContain(when.parameter);
  });

  it('scores every answer there is, the same each time and in any order', () => {
    fc.assert(
      fc.property(anyCase(instrument), ({ parameters, answers }) => {
        const output = scoreBy(instrument, { answers, parameters });
        const turned = Object.fromEntries(Object.entries(answers).reverse());
        expect(scoreBy(instrument, { answers: turned, parameters })).toEqual(output);
        expect(score({ instrument: instrument.id, answers, parameters })).toEqual(output);
        for (const { value, nUsed, nExpected } of output.subscores) {
          expect(nUsed).toBeLessThanOrEqual(nExpected);
          if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
        }
      }),
      { seed, numRuns: 60 }
    );
  });

  it('never makes a sum of what is missing 0, nor a missing item a value', () => {
    const items = itemsOf(instrument, withDefaults(instrument, {}));
    const answers = Object.fromEntries(items.map(({ id }) => [id, { missing: 'NI' } as const]));
    const { subscores, total, missing } = scoreBy(instrument, { answers });
    for (const { value } of [...subscores, ...(total === null ? [] : [total])])
      expect(value).toBeNull();
    expect(missing).toHaveLength(items.length);
    expect(scoreBy(instrument, { answers: {} }).missing.every(({ code }) => code === 'ND')).toBe(
      true
    );
  });

  it('does not get better by a worse item', () => {
    const parameters = withDefaults(instrument, {});
    const items = itemsOf(instrument, parameters);
    const sums = instrument.metrics.filter(({ kind }) =>
      ['sum', 'composite', 'max'].includes(kind)
    );
    fc.assert(
      fc.property(
        anyAnswers(instrument, parameters),
        fc.integer({ min: 0, max: items.length - 1 }),
        (answers, at) => {
          const item = items[at];
          const scale = item?.feature.scale;
          if (item === undefined || scale?.kind !== 'grades') return;
          const value = answers[item.id];
          if (typeof value !== 'number') return;
          const worse = Math.max(...scale.grades.map(grade => grade.value));
          const before = scoreBy(instrument, { answers });
          const after = scoreBy(instrument, { answers: { ...answers, [item.id]: worse } });
          for (const { id } of sums) {
            const values = [before, after].map(
              ({ subscores, total }) =>
                [...subscores, ...(total === null ? [] : [total])].find(one => one.metric === id)
                  ?.value
            );
            const [first, second] = values;
            if (typeof first === 'number' && typeof second === 'number')
              expect(second).toBeGreaterThanOrEqual(first - 1e-9);
          }
        }
      ),
      { seed, numRuns: 100 }
    );
  });

  it('tells whenever an item is missing: no sum is lower for it unseen', () => {
    const parameters = withDefaults(instrument, {});
    const items = itemsOf(instrument, parameters);
    const answers = highestAnswers(instrument.id);
    for (const { id } of items) {
      const output = scoreBy(instrument, { answers: { ...answers, [id]: { missing: 'NI' } } });
      const whole = scoreBy(instrument, { answers });
      for (const result of output.subscores) {
        const full = whole.subscores.find(({ metric }) => metric === result.metric);
        if (typeof result.value !== 'number' || typeof full?.value !== 'number') continue;
        if (result.value >= full.value - 1e-9) continue;
        expect([result.metric, result.nUsed < result.nExpected]).toEqual([result.metric, true]);
      }
    }
  });

  it('does not change between two visits that are alike', () => {
    fc.assert(
      fc.property(anyCase(instrument), ({ parameters, answers }) => {
        const { changes } = scoreBy(instrument, { answers, parameters, baseline: answers });
        for (const { abs } of changes) expect([0, null]).toContain(abs);
      }),
      { seed, numRuns: 30 }
    );
  });
});

describe('metrics that were kept', () => {
  it('are derived as they were, to the last of nine digits', () => {
    const answers = { left: 2, right: 1 };
    const stored = { mta: 1.5 + 1e-12 };
    expect(score({ instrument: 'mta', answers, stored }).total?.value).toBe(1.5);
  });
});

describe('what can not be scored', () => {
  const refused = (input: unknown): unknown => {
    try {
      return score(input);
    } catch (error) {
      return error;
    }
  };

  it.each([
    [{ instrument: 'nothing', answers: {} }, 'E-INSTRUMENT', 'nothing'],
    [{ instrument: 'kl', answers: { grade: 5 } }, 'E-VALUE', 'grade'],
    [{ instrument: 'kl', answers: { grade: 1.5 } }, 'E-VALUE', 'grade'],
    [{ instrument: 'kl', answers: { grade: { missing: 'NE' } } }, 'E-VALUE', 'grade'],
    [{ instrument: 'kl', answers: { other: 1 } }, 'E-ITEM', 'other'],
    [{ instrument: 'kl', answers: {}, parameters: { 'kl.oaCut': 9 } }, 'E-PARAM', 'kl.oaCut'],
    [{ instrument: 'kl', answers: {}, parameters: { 'kl.cut': 2 } }, 'E-PARAM', 'kl.cut'],
    [{ instrument: 'kl', answers: {}, parameters: { toString: 2 } }, 'E-PARAM', 'toString'],
    [{ instrument: 'kl', answers: { grade: 'two' } }, 'E-INPUT', '/answers/grade'],
    [{ instrument: 'kl', answers: { grade: 2 }, stored: { grade: 3 } }, 'E-DERIVE', 'grade'],
    [{ instrument: 'kl', answers: { grade: 2 }, stored: { oa: null } }, 'E-DERIVE', 'oa'],
    [{ instrument: 'kl', answers: { grade: 2 }, stored: { total: 2 } }, 'E-DERIVE', 'total'],
    [{ instrument: 'kl' }, 'E-INPUT', '/answers'],
    [null, 'E-INPUT', ''],
  ])('is told by its place: %j', (input, code, at) => {
    expect(refused(input)).toMatchObject({ name: 'ScoreError', code, at });
  });
});
