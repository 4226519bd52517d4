// The page about the charter's keys as the schema has them: type, allowed values, default per area, meaning and an
// example from a shipped charter.

const inCode = value => `\`${JSON.stringify(value)}\``;

/** Keys below a schema as `[step, schema, required]`; `[]` is an entry of a list, `.*` a key the author chooses. */
function below(schema) {
  const required = schema.required ?? [];
  return [
    ...Object.entries(schema.properties ?? {}).map(([key, one]) => [
      `.${key}`,
      one,
      required.includes(key),
    ]),
    ...Object.values(schema.patternProperties ?? {})
      .filter(one => one.description)
      .map(one => ['.*', one, false]),
    ...(schema.items ? [['[]', schema.items, true]] : []),
  ];
}

/** What a schema allows, in words. */
function allowed(schema) {
  if ('const' in schema) return inCode(schema.const);
  if (schema.anyOf) return schema.anyOf.map(allowed).join(', ');
  if (schema.type === 'array') return `list${counted(schema)} of ${entriesOf(schema.items)}`;
  if (schema.type === 'object') return 'mapping';
  if (schema.type === 'null') return 'null';
  if (schema.type === 'boolean') return 'true, false';
  if (schema.type === 'string')
    return schema.pattern ? `text like \`${schema.pattern}\`` : `text${length(schema)}`;
  return `${schema.type === 'integer' ? 'whole number' : 'number'}${limits(schema)}`;
}

const entriesOf = items => (items.type === 'object' ? 'mappings' : allowed(items));
const length = ({ maxLength }) =>
  maxLength === undefined ? '' : ` of at most ${maxLength} characters`;
const counted = ({ minItems, maxItems }) => {
  const least = minItems ? `at least ${minItems}` : null;
  const most = maxItems === undefined ? null : `at most ${maxItems}`;
  const said = [least, most].filter(Boolean).join(', ');
  return said === '' ? '' : ` (${said})`;
};
function limits({ minimum, exclusiveMinimum, maximum, exclusiveMaximum }) {
  const parts = [
    minimum === undefined ? null : `from ${minimum}`,
    exclusiveMinimum === undefined ? null : `above ${exclusiveMinimum}`,
    maximum === undefined ? null : `to ${maximum}`,
    exclusiveMaximum === undefined ? null : `below ${exclusiveMaximum}`,
  ].filter(Boolean);
  return parts.length === 0 ? '' : ` ${parts.join(' ')}`;
}

/** What is allowed: each word with what it means, or the type. */
function allowedLines(schema) {
  const words = (schema.anyOf ?? []).filter(one => 'const' in one && one.description);
  if (words.length === 0) return [`- Allowed: ${allowed(schema)}`];
  const others = schema.anyOf.filter(one => !words.includes(one));
  return [
    '- Allowed:',
    ...words.map(one => `  - ${inCode(one.const)}: ${one.description}`),
    ...others.map(one => `  - ${allowed(one)}: ${one.description ?? ''}`),
  ];
}

function valueAt(value, steps) {
  return steps.reduce(
    (at, step) =>
      at !== null && typeof at === 'object' && Object.hasOwn(at, step) ? at[step] : undefined,
    value
  );
}

/** A default that is plain data: of the entry of a list it is in, else of the whole charter by area. */
function dataDefault(path, defaults) {
  const entry = Object.keys(defaults.entries)
    .filter(place => path.startsWith(`${place}.`))
    .sort((a, b) => b.length - a.length)[0];
  if (entry !== undefined) {
    const value = valueAt(defaults.entries[entry], path.slice(entry.length + 1).split('.'));
    if (value !== undefined) return { every: value };
  }
  if (/\[\]|\*/.test(path)) return null;
  const byArea = Object.entries(defaults.areas).map(([area, charter]) => [
    area,
    valueAt(charter, path.split('.')),
  ]);
  const given = byArea.filter(([, value]) => value !== undefined);
  if (given.length === 0) return null;
  const texts = new Set(byArea.map(([, value]) => JSON.stringify(value)));
  return texts.size === 1 ? { every: given[0][1] } : { given };
}

const isEmpty = value => JSON.stringify(value) === '{}';

/** The default in words; null of a mapping whose keys have theirs, and of what is no key. */
function defaultOf(path, schema, required, defaults) {
  if (schema.$comment) return schema.$comment.replace(/^Default: (.*)\.$/, '$1');
  if (path.startsWith('endpoints.') && 'default' in schema)
    return `the criterion’s, else ${inCode(schema.default)}`;
  if (path.endsWith('[]') || path.endsWith('.*')) return null;
  const found = dataDefault(path, defaults);
  if (found === null) return required ? 'none; it must be given' : 'none; it may be left out';
  if ('every' in found) {
    return schema.type === 'object' && !isEmpty(found.every) ? null : inCode(found.every);
  }
  if (schema.type === 'object') return null;
  const all = found.given.length === Object.keys(defaults.areas).length;
  const others = required ? 'it must be given' : 'none';
  return [
    ...found.given.map(([area, value]) => `${area} ${inCode(value)}`),
    ...(all ? [] : [`other areas: ${others}`]),
  ].join('; ');
}

/** Values of every key in some charters, by path. */
function collect(schema, path, value, into) {
  if (value === undefined) return;
  if (path !== '') into.set(path, [...(into.get(path) ?? []), value]);
  if (value === null || typeof value !== 'object') return;
  for (const [step, one] of below(schema)) {
    const at = `${path}${step}`.replace(/^\./, '');
    if (step === '[]') {
      if (Array.isArray(value)) for (const entry of value) collect(one, at, entry, into);
    } else if (step === '.*') {
      for (const entry of Object.values(value)) collect(one, at, entry, into);
    } else collect(one, at, value[step.slice(1)], into);
  }
}

const longest = 120;

/** The longest example that fits, a list by its first entry too; written ones before those that were filled in. */
function exampleOf(path, schema, sources) {
  for (const source of [...sources, new Map([[path, schema.examples ?? []]])]) {
    const fitting = (source.get(path) ?? [])
      .flatMap(value => (Array.isArray(value) ? [value, value.slice(0, 1)] : [value]))
      .map(value => JSON.stringify(value))
      .filter(text => text.length <= longest && text !== '[]' && text !== '{}')
      .sort((a, b) => b.length - a.length);
    if (fitting.length > 0) return `\`${fitting[0]}\``;
  }
  return null;
}

function keysOf(schema, path) {
  return below(schema).flatMap(([step, one, required]) => {
    const at = `${path}${step}`;
    const plain = step === '[]' && one.type !== 'object';
    return [...(plain ? [] : [{ path: at, schema: one, required }]), ...keysOf(one, at)];
  });
}

function keyEntry({ path, schema, required }, defaults, sources) {
  const example = exampleOf(path, schema, sources);
  const container = schema.type === 'object' || schema.type === 'array';
  if (example === null && !container)
    throw new Error(`docs/charter.md: no example of ${path}; give the schema one`);
  const standard = defaultOf(path, schema, required, defaults);
  return [
    `### \`${path}\``,
    schema.description ?? '',
    [
      ...allowedLines(schema),
      ...(standard === null ? [] : [`- Default: ${standard}`]),
      ...(example === null ? [] : [`- Example: ${example}`]),
    ].join('\n'),
  ].join('\n\n');
}

function section([key, schema], required, defaults, sources) {
  const own = { path: key, schema, required };
  const entries = [own, ...keysOf(schema, key)].map(one => keyEntry(one, defaults, sources));
  return [`## ${key}`, ...entries].join('\n\n');
}

/**
 * The page in Markdown.
 * @param schema JSON Schema of a resolved charter
 * @param defaults `charterDefaults`
 * @param charters the shipped ones: `name`, `text`, `authored` (as written), `resolved`
 */
export function charterPage(schema, defaults, charters) {
  const sources = ['authored', 'resolved'].map(form => {
    const values = new Map();
    for (const charter of charters) collect(schema, '', charter[form], values);
    return values;
  });
  const [shown] = charters.filter(({ name }) => name.startsWith('recist'));
  return [
    '# The charter',
    'A trial as one YAML file: what is imaged, who reads it how, and what comes of it. `corelab charter validate FILE` says what is wrong with one, by line and column. This page is made from the schema by `npm run docs:charter`; `npm test` fails when it is not what the schema says.',
    'What a charter leaves out is filled in: first from its `area`, then from its other keys. Mappings are merged with the defaults, lists replace them. What is stored, hashed and deployed is the charter with everything filled in, so a later default changes no trial. Keys that are not on this page are refused; there is none for a treatment arm.',
    `## A whole charter`,
    `\`${shown.name}\`:`,
    `\`\`\`yaml\n${shown.text.trimEnd()}\n\`\`\``,
    `More of them: ${charters.map(({ name }) => `[${name}](../platform/charter/examples/${name})`).join(', ')}.`,
    "Below, `[]` is an entry of a list and `*` a key that the author chooses (a slot, a series role, a timepoint). Text values are shown in quotes; YAML needs them only where a text looks like something else (`'101'`, `'2'`).",
    ...Object.entries(schema.properties).map(entry =>
      section(entry, schema.required.includes(entry[0]), defaults, sources)
    ),
  ].join('\n\n');
}
