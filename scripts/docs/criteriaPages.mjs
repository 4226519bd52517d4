// Pages about the criteria as the code has them: inputs, parameters with their defaults, and every cell of every
// combination table as `combine` answers it, so that a radiologist checks the code by reading.

const cell = value => String(value).replaceAll('|', '\\|');
const row = cells => `| ${cells.map(cell).join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const shown = value =>
  value === null ? 'none' : value === true ? 'yes' : value === false ? 'no' : value;

/** What a schema allows, in words. */
function allowed(schema) {
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.anyOf) return schema.anyOf.map(allowed).join(', ');
  if (schema.type === 'array') return `list of ${allowed(schema.items)}`;
  if (schema.type === 'object')
    return `object of ${Object.keys(schema.properties ?? {}).join(', ')}`;
  const from = schema.minimum ?? schema.exclusiveMinimum;
  const limits = [
    from === undefined ? null : `${'exclusiveMinimum' in schema ? 'above' : 'from'} ${from}`,
    schema.maximum === undefined ? null : `to ${schema.maximum}`,
  ].filter(Boolean);
  return [schema.type, ...limits].join(' ');
}

const fields = properties =>
  Object.entries(properties).map(([name, schema]) => [
    `\`${name}\``,
    allowed(schema),
    schema.description ?? '',
  ]);

function parameters({ properties }) {
  const rows = Object.entries(properties).map(([name, schema]) => [
    `\`${name}\``,
    `\`${JSON.stringify(schema.default)}\``,
    allowed(schema),
    schema.description ?? '',
  ]);
  return table(['Parameter', 'Default', 'Allowed', 'Meaning'], rows);
}

function products(axes) {
  return axes.reduce(
    (all, { component, values }) =>
      all.flatMap(one => values.map(value => ({ ...one, [component]: value }))),
    [{}]
  );
}

/** Two axes as a grid; any other number as a list of all combinations. */
function combinations(criterion, { title, source, axes, fixed }) {
  const answer = components => criterion.combine({ ...fixed, ...components });
  const head = `### ${title}\n\nSource: ${source}\n`;
  const [rows, columns] = axes;
  if (axes.length === 2) {
    const lines = rows.values.map(value => [
      `**${shown(value)}**`,
      ...columns.values.map(other =>
        answer({ [rows.component]: value, [columns.component]: other })
      ),
    ]);
    return `${head}\n${table([`${rows.label} \\ ${columns.label}`, ...columns.values.map(shown)], lines)}`;
  }
  const lines = products(axes).map(components => [
    ...axes.map(({ component }) => shown(components[component])),
    answer(components),
  ]);
  return `${head}\n${table([...axes.map(({ label }) => label), 'Overall'], lines)}`;
}

function page(criterion) {
  const { id, name, source, inputs, tables } = criterion;
  const own = [
    ['Of the subject', inputs.subject],
    ['Of a timepoint', inputs.timepoint],
    ['Of a lesion', inputs.lesion],
  ].filter(([, schema]) => schema !== undefined);
  return [
    `# ${name}`,
    `Identifier: \`${id}\`. Made from the code by \`npm run docs:criteria\`.`,
    `Source: ${source}`,
    `Made-up subjects and what comes of them, visit by visit: [courses](courses/${id}.md).`,
    '## Combination tables',
    ...tables.map(one => combinations(criterion, one)),
    '## Parameters',
    parameters(criterion.parameters),
    ...(own.length === 0 ? [] : ['## Inputs of its own']),
    ...own.map(
      ([title, schema]) =>
        `### ${title}\n\n${table(['Field', 'Allowed', 'Meaning'], fields(schema.properties))}`
    ),
  ].join('\n\n');
}

/** Every page by its file name, in Markdown. */
export function criteriaPages(criteria) {
  const all = Object.values(criteria);
  const index = [
    '# Response criteria',
    'What each criterion does, as the code evaluates it. Made by `npm run docs:criteria`; `npm test` fails when a page is not the code’s.',
    table(
      ['Criterion', 'Identifier', 'Source'],
      all.map(({ id, name, source }) => [`[${name}](${id}.md)`, `\`${id}\``, source])
    ),
    'Every criterion takes the fields of `corelab assess --schema`; a page names what it takes besides. What the identifiers of its rules stand for: [rules](rules.md).',
  ].join('\n\n');
  return new Map([
    ['README.md', index],
    ...all.map(criterion => [`${criterion.id}.md`, page(criterion)]),
  ]);
}
