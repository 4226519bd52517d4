import { type Static, Type } from '@sinclair/typebox';
import { optionRows } from './options.js';

/** What became of an element. */
export const actions = [
  'removed',
  'emptied',
  'replaced',
  'cleaned',
  'kept',
  'dateShifted',
  'uidReplaced',
] as const;
export type Action = (typeof actions)[number];

/**
 * On whose authority: an option by its name, or `basic` the basic profile; `unlisted` no row of the table, so kept;
 * `product` stricter than the table; `malformed` no value of its VR; `identity` subject and trial of the plan; `method`
 * what says how the file was de-identified; `characterSet`; and of pixels `mask`, `overlayBits`, `commentSegments`, and
 * `beyondPixels` bytes that are of no pixel.
 */
export const rules = [
  'basic',
  ...optionRows.map(({ name }) => name),
  'unlisted',
  'product',
  'malformed',
  'identity',
  'method',
  'characterSet',
  'mask',
  'overlayBits',
  'commentSegments',
  'beyondPixels',
] as const;
export type Rule = (typeof rules)[number];

const oneOf = <T extends string>(values: readonly T[], description: string) =>
  Type.Union(
    values.map(value => Type.Literal(value)),
    { description }
  );

/** Digests kept of each element; a report does not grow with the exam. */
export const mostDigests = 4;

const DigestsSchema = Type.Object(
  {
    least: Type.Array(Type.String({ pattern: '^[0-9a-f]{32}$' }), {
      maxItems: mostDigests,
      description:
        'The first 128 bits of keyed digests of the values that there were, least ones first.',
    }),
    more: Type.Boolean({ description: 'Whether there were other values than these.' }),
  },
  { additionalProperties: false }
);

const EntrySchema = Type.Object(
  {
    path: Type.String({
      pattern: '^[0-9A-F]{8}(/[0-9A-F]{8})*$',
      description: 'Tags from the dataset down, sequences before what is in them.',
    }),
    action: oneOf(actions, 'What became of it.'),
    rule: oneOf(rules, 'Why.'),
    instances: Type.Integer({ minimum: 1, description: 'Files that had it so.' }),
    elements: Type.Integer({ minimum: 1, description: 'Elements, in all items of all files.' }),
    before: DigestsSchema,
    after: DigestsSchema,
  },
  { additionalProperties: false }
);

/** What de-identification did to a file, or to an exam's files. No value is in it. */
export const ReportSchema = Type.Object(
  {
    edition: Type.String({ description: 'Of PS3.15.' }),
    options: Type.Array(
      oneOf(
        optionRows.map(({ name }) => name),
        'An option that was chosen.'
      )
    ),
    instances: Type.Integer({ minimum: 1 }),
    entries: Type.Array(EntrySchema, { description: 'By path, action and rule.' }),
  },
  { additionalProperties: false }
);
export type DeidentificationReport = Static<typeof ReportSchema>;
export type ReportEntry = DeidentificationReport['entries'][number];
export type Digests = ReportEntry['before'];
