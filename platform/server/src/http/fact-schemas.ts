import { factKinds } from '@corelab/charter';
import { Type } from '@sinclair/typebox';
import { Id, Nullable, PageQuery } from './page-schemas.js';
import { Base64Text } from './base64-text.js';

const Text = Nullable(Type.String());

export const Kind = Type.Union(factKinds.map(kind => Type.Literal(kind)));

/** How a fact is written, for a form. */
const KindView = Type.Object({
  kind: Type.String(),
  per: Type.Union([Type.Literal('subject'), Type.Literal('date')]),
  date: Type.Union([Type.Literal('required'), Type.Literal('optional'), Type.Literal('none')]),
  named: Type.Boolean(),
  value: Type.Object(
    {
      type: Type.Union(
        ['none', 'text', 'choice', 'number', 'measured'].map(type => Type.Literal(type))
      ),
      required: Type.Optional(Type.Boolean()),
      choices: Type.Optional(Type.Array(Type.String())),
      unit: Type.Optional(Type.String()),
      least: Type.Optional(Type.Number()),
      most: Type.Optional(Type.Number()),
    },
    { description: 'What a value can be; `none`: the date is all that is kept.' }
  ),
  roles: Type.Array(Type.String()),
  when: Type.String({
    description: 'When readers see it: always, afterImagingLocked, neverToReaders.',
  }),
});

const said = { date: Text, value: Text, unit: Text };

export const FactsQuery = Type.Object({
  subject: Type.Optional(Type.String({ maxLength: 100, description: 'Letters of identifiers.' })),
  kind: Type.Optional(Kind),
  ...PageQuery,
});

export const FactList = Type.Object({
  kinds: Type.Array(KindView, { description: 'Kept by the charter in force, and yours to see.' }),
  keeps: Type.Boolean({ description: 'Whether you bring facts in.' }),
  notKept: Type.Array(Type.Object({ kind: Type.String(), facts: Type.Integer() }), {
    description: 'Kept under an earlier version of the charter: shown to nobody.',
  }),
  facts: Type.Array(
    Type.Object({
      ...{ id: Type.String(), subject: Type.String(), kind: Type.String(), name: Text, ...said },
      ...{ version: Type.Integer(), source: Type.String(), by: Type.String(), at: Type.String() },
    })
  ),
  total: Type.Integer(),
});

const TouchedRead = Type.Object({
  subject: Type.String(),
  timepoint: Nullable(Type.String({ description: 'Null: of the whole subject.' })),
  track: Type.String(),
  slot: Type.String(),
  version: Type.Integer(),
});

export const SubjectFacts = Type.Object({
  kinds: Type.Array(KindView),
  keeps: Type.Boolean(),
  facts: Type.Array(
    Type.Object({
      kind: Type.String(),
      name: Text,
      versions: Type.Array(
        Type.Object({
          ...{ id: Type.String(), version: Type.Integer(), ...said },
          ...{ withdrawn: Type.Boolean(), current: Type.Boolean(), source: Type.String() },
          ...{ file: Text, reason: Text, by: Type.String(), at: Type.String() },
          touched: Type.Array(TouchedRead, {
            description: 'Reads that were signed when it came, of its day or later.',
          }),
        }),
        { description: 'The newest first.' }
      ),
    })
  ),
});

export const FactImports = Type.Object({
  imports: Type.Array(
    Type.Object({
      ...{ id: Type.String(), source: Type.String(), file: Type.String(), sha256: Type.String() },
      ...{ by: Type.String(), at: Type.String(), added: Type.Integer() },
      ...{ changed: Type.Integer(), same: Type.Integer(), reads: Type.Integer() },
    })
  ),
});

const Finding = Type.Object({
  line: Type.Integer({ description: 'From 1; 0 where it was entered by hand.' }),
  column: Text,
  code: Type.String(),
  values: Type.Record(Type.String(), Type.String()),
  message: Type.String(),
});

const Content = Nullable(Type.Object(said));

export const FactPlanView = Type.Object({
  done: Type.Boolean({ description: 'False: this is a preview, and nothing is kept.' }),
  import: Nullable(Type.String()),
  tag: Type.String({ description: 'To confirm with: what was looked at is done, or nothing.' }),
  ...{ added: Type.Integer(), changed: Type.Integer(), withdrawn: Type.Integer() },
  same: Type.Integer(),
  findings: Type.Array(Finding, { description: 'With any of them nothing would be kept.' }),
  findingCount: Type.Integer(),
  changes: Type.Array(
    Type.Object({
      ...{ act: Type.String(), line: Type.Integer(), subject: Type.String() },
      ...{ kind: Type.String(), name: Text, before: Content, after: Content },
    }),
    { description: 'The first of them; the counts are of all.' }
  ),
  reads: Type.Array(TouchedRead, {
    description: 'Signed reads of the days of changed facts or later; they stay as they are.',
  }),
  readCount: Type.Integer(),
  finals: Type.Array(
    Type.Object({ subject: Type.String(), scope: Type.String(), criterion: Type.String() }),
    { description: 'What stands on these reads.' }
  ),
  finalCount: Type.Integer(),
});

const Tag = Type.Optional(
  Type.String({ pattern: '^[0-9a-f]{32}$', description: '`tag` of the preview that is confirmed.' })
);
const Preview = Type.Optional(
  Type.Boolean({ default: false, description: 'Only say what it would do.' })
);
const Reason = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' });
const short = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });
const maybe = (maxLength: number) => Type.Optional(Type.String({ maxLength }));

/** A file of 6 MB, in base64. */
export const mostImportBytes = 9 * 1024 * 1024;

export const ImportBody = Type.Object({
  fileName: short(200),
  source: Type.String({
    ...{ minLength: 1, maxLength: 200, pattern: '\\S' },
    description: 'The system or person that the file is from.',
  }),
  content: Base64Text({
    ...{ maxLength: 8 * 1024 * 1024, description: 'The bytes of the file, in base64.' },
  }),
  ...{ preview: Preview, tag: Tag },
});

export const RecordBody = Type.Object({
  ...{ subject: short(100), kind: short(60), date: maybe(40), value: maybe(2000) },
  ...{ unit: maybe(200), name: maybe(200) },
  replaces: Type.Optional(
    Type.String({
      pattern: Id.pattern ?? '',
      description: 'The fact that is corrected, where its day or name is another now.',
    })
  ),
  ...{ reason: Reason, preview: Preview, tag: Tag },
});

export const WithdrawBody = Type.Object({ reason: Reason, preview: Preview, tag: Tag });

export const ToldFacts = Type.Object({
  facts: Type.Array(
    Type.Object({
      ...{ kind: Type.String(), name: Text, value: Text, unit: Text },
      date: Type.String({ description: 'As your charter tells dates; empty where it tells none.' }),
      day: Nullable(Type.Integer({ description: 'From the baseline.' })),
    })
  ),
});
