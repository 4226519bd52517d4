import { markdownTable } from './markdownTable.mjs';

const code = text => `\`${text}\``;
const list = texts => texts.map(code).join(', ');
const conditionOf = when =>
  when === undefined ? '' : `while ${code(when.parameter)} is ${code(when.is)}`;

const valuesOf = ({ values }) =>
  Array.isArray(values)
    ? values.map(value => code(value)).join(', ')
    : `${values.from} to ${values.to}`;

const parameterTable = parameters =>
  markdownTable(
    ['parameter', 'meaning', 'values', 'unless said'],
    Object.entries(parameters).map(([name, parameter]) => [
      ...[code(name), parameter.meaning, valuesOf(parameter), code(parameter.default)],
    ])
  );

const scaleOf = ({ scale }) =>
  scale.kind === 'measure'
    ? `A number in ${scale.unit}, ${scale.from} or more.`
    : [
        markdownTable(
          ['grade', 'when'],
          scale.grades.map(({ value, meaning }) => [value, meaning])
        ),
        ...(scale.step === undefined ? [] : [`The step between grades is ${code(scale.step)}.`]),
      ].join('\n\n');

const featureOf = feature => {
  const { id, title, sites, bare, optional } = feature;
  const item = site => (bare === true ? site : `${id}.${site}`);
  return [
    `### ${title}`,
    scaleOf(feature),
    markdownTable(
      ['item', 'site', 'group', 'scored'],
      sites.map(({ id: site, title: name, group = '', when }) => [
        ...[
          code(item(site)),
          name,
          group,
          conditionOf(when) || (optional === true ? 'where known' : 'always'),
        ],
      ])
    ),
  ].join('\n\n');
};

const selectionOf = ({ features, group, sites }) =>
  `items of ${list(features)}${group === undefined ? '' : `, group ${code(group)}`}${sites === undefined ? '' : `, sites ${list(sites)}`}`;

const testOf = ({ is, than }) => `${is} ${typeof than === 'number' ? than : code(than.parameter)}`;

const missingRules = {
  prorate:
    'scaled to all items where enough are usable (`sum.minFraction`, `sum.prorate`), else null',
  complete: 'null unless every item is usable',
  present: 'of what is there, flagged `F-PARTIAL`',
};

const rules = {
  sum: ({ of, missing, reachable }) =>
    `sum of ${selectionOf(of)}: ${missingRules[missing]}${reachable === undefined ? '' : `; above ${reachable} flagged \`F-RANGE\``}`,
  composite: ({ parts, normalisedWhen }) =>
    `${parts.map(code).join(' + ')}, null where one is${normalisedWhen === undefined ? '' : `; ${conditionOf(normalisedWhen)} the mean of each by its maximum`}`,
  max: ({ of, essential, unlessAtLeast }) =>
    `highest of ${selectionOf(of)}; null where ${list(essential)} is missing, unless it is ${unlessAtLeast}; flagged \`F-PARTIAL\` where another is`,
  count: ({ of, passing, atLeast }) =>
    `how many of ${selectionOf(of)} are ${testOf(passing)}; null where fewer than ${atLeast} are usable`,
  mean: ({ of, times = 1, atLeast }) =>
    `mean of the usable ${selectionOf(of)}${times === 1 ? '' : ` times ${times}`}; null where fewer than ${atLeast} are`,
  product: ({ metric, item, factor }) => `${code(metric)} x ${code(item)} x ${factor}`,
  quotient: ({ metric, by, whenZero }) =>
    `${code(metric)} / ${code(by)}; ${whenZero} where ${code(by)} is 0`,
  linear: ({ metric, times, plus }) => `${code(metric)} x ${times} + ${plus}`,
  item: ({ item }) => `${code(item)} as it is`,
  cases: ({ cases }) =>
    `the first that holds: ${cases
      .map(({ all, value }) => {
        const then = typeof value === 'object' ? code(value.metric) : value;
        const when = all.map(({ metric, test }) => `${code(metric)} ${testOf(test)}`).join(' and ');
        return `${then} ${when === '' ? 'else' : `where ${when}`}`;
      })
      .join('; ')}; null where one of them is`,
  class: ({ metric, classes }) =>
    `of ${code(metric)}: ${classes.map(({ to, name }) => `up to ${to} ${name}`).join(', ')}`,
  meets: ({ metric, test }) => `Y where ${code(metric)} ${testOf(test)}, else N; null where it is`,
};

const metricTable = ({ metrics, total }) =>
  markdownTable(
    ['metric', 'what', 'rule'],
    metrics.map(metric => [
      `${code(metric.id)}${metric.id === total ? ' (total)' : ''}`,
      metric.title,
      [rules[metric.kind](metric), conditionOf(metric.when)].filter(text => text !== '').join('; '),
    ])
  );

const conditionOfOutcome = one => {
  if ('sameItems' in one) return `the same ${selectionOf(one.sameItems)} are usable at both visits`;
  if ('metric' in one) return `${code(one.metric)} ${testOf(one.test)}`;
  return `${code(one.fallOf)} has fallen ${testOf(one.test)} ${one.in}`;
};

const head =
  'Made from the data in `platform/scores/src/instruments` by `npm run docs:instruments`; the evaluator has no other list.';

/** One page of an instrument. */
export const instrumentPage = (instrument, common) =>
  `${[
    `# ${instrument.title}`,
    `${head} \`corelab score\` knows it as ${code(instrument.id)}.`,
    `Sources: ${instrument.source.join('; ')}.`,
    '## Items',
    ...instrument.features.map(featureOf),
    'An item without a value has one of the codes `NE` (imaged, not evaluable, with a reason), `NI` (not imaged), `SX` (operated on or absent), `ND` (not answered), `NA` (does not apply: nobody expects it).',
    '## Metrics',
    'In this order; each may be made of those before it. A higher value is worse unless the instrument says otherwise.',
    metricTable(instrument),
    ...(instrument.worse === 'lower' ? ['Here a lower value is worse.'] : []),
    ...(instrument.outcomes === undefined
      ? []
      : [
          '## Outcomes',
          'By the change from the baseline over what is usable at both visits; null where one of the conditions can not be told.',
          markdownTable(
            ['outcome', 'what', 'where all hold'],
            instrument.outcomes.map(({ id, title, all }) => [
              ...[code(id), title, all.map(conditionOfOutcome).join('; ')],
            ])
          ),
        ]),
    ...(instrument.consistency.length === 0
      ? []
      : [
          '## What can not be so',
          markdownTable(
            ['rule', 'told as'],
            instrument.consistency.map(({ id, message }) => [code(id), message])
          ),
        ]),
    '## Parameters',
    parameterTable({ ...instrument.parameters, ...common }),
  ].join('\n\n')}\n`;

/** The list of all of them. */
export const instrumentList = instruments =>
  `${[
    '# Instruments',
    `For clinicians who check what is scored. ${head}`,
    markdownTable(
      ['instrument', 'items', 'total', 'sources'],
      instruments.map(({ id, title, features, metrics, total, source }) => [
        `[${title}](${id}.md)`,
        features.reduce((count, { sites }) => count + sites.length, 0),
        metrics.find(metric => metric.id === total)?.title ?? 'none',
        source.join('; '),
      ])
    ),
  ].join('\n\n')}\n`;
