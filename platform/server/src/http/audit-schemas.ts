import { Type } from '@fastify/type-provider-typebox';
import { Nullable } from './answer-schemas.js';
import { FreeText, Id } from './page-schemas.js';

const Text = Nullable(Type.String());
const Count = Type.Integer({ minimum: 0 });
export const EntryNumber = Type.String({
  pattern: '^[1-9][0-9]{0,14}$',
  description: 'Number of an entry in its chain.',
});
const Instant = Type.String({ minLength: 4, maxLength: 40, description: 'ISO 8601.' });

/** What a list or a file of entries is narrowed to. */
export const EntryQuery = {
  act: Type.Optional(
    Type.String({
      pattern: '^[a-zA-Z]+[a-zA-Z.-]*(,[a-zA-Z]+[a-zA-Z.-]*){0,99}$',
      maxLength: 4000,
      description: 'Acts, with commas between them.',
    })
  ),
  by: Type.Optional(
    Type.String({
      pattern: `^server$|${Id.pattern ?? ''}`,
      description: 'Id of an account; server: what nobody did.',
    })
  ),
  role: Type.Optional(Type.String({ pattern: '^[a-zA-Z]{1,40}$' })),
  subject: Type.Optional(Id),
  read: Type.Optional(Id),
  from: Type.Optional(Instant),
  to: Type.Optional(Type.String({ ...Instant, description: 'ISO 8601: before then.' })),
  text: Type.Optional(
    Type.String({
      ...{ minLength: 1, maxLength: 200 },
      description: 'Words, each the beginning of one in the details.',
    })
  ),
};

export const EntryPageQuery = Type.Object({
  ...EntryQuery,
  after: Type.Optional(EntryNumber),
  limit: Type.Optional(
    Type.String({ pattern: '^([1-9]\\d?|1\\d\\d|200)$', description: '1 to 200; 50 without it.' })
  ),
  order: Type.Optional(Type.Union([Type.Literal('newest'), Type.Literal('oldest')])),
});

const SubjectView = Nullable(Type.Object({ id: Type.String(), identifier: Type.String() }));

const DifferenceView = Type.Object({
  path: Type.String({ description: 'JSON Pointer of a value, or the thing whose state changed.' }),
  from: Text,
  to: Text,
});

const entryFields = {
  sequence: Type.Integer(),
  at: Type.String(),
  zone: Type.String(),
  act: Type.String(),
  kind: Text,
  by: Nullable(Type.Object({ id: Type.String(), user: Text })),
  roles: Type.Array(Type.String()),
  subject: SubjectView,
  about: Nullable(Type.Object({ kind: Type.String(), name: Type.String() })),
  readId: Text,
  differences: Type.Array(DifferenceView),
  changed: Type.Integer({ description: 'How many differences the entry has.' }),
  hash: Type.String(),
};

export const EntryRowView = Type.Object(entryFields);

export const EntryPageView = Type.Object({
  entries: Type.Array(EntryRowView),
  next: Nullable(Type.Integer({ description: '`after` of the next page.' })),
});

const Mark = Nullable(Type.Object({ sequence: Type.Integer(), at: Type.String() }));

export const FacetsView = Type.Object({
  entries: Type.Integer({ description: 'Number of the last entry.' }),
  lastHash: Text,
  acts: Type.Array(Type.String()),
  people: Type.Array(Type.Object({ id: Type.String(), user: Type.String(), name: Type.String() })),
  head: Mark,
  anchored: Mark,
});

export const EntrySheetView = Type.Object({
  row: EntryRowView,
  previousHash: Type.String(),
  software: Text,
  charter: Nullable(Type.Object({ hash: Type.String(), version: Nullable(Type.Integer()) })),
  entry: Type.Unknown({ description: 'As it is stored.' }),
  differences: Type.Array(DifferenceView),
  names: Type.Array(
    Type.Object({
      id: Type.String(),
      kind: Type.String(),
      name: Type.String(),
      subject: SubjectView,
    })
  ),
  texts: Type.Array(
    Type.Object({
      path: Type.String({ description: 'JSON Pointer of the digest in the details.' }),
      text: Nullable(
        Type.String({ description: 'The words whose digest that is; null where none are kept.' })
      ),
    })
  ),
});

const readFields = {
  id: Type.String(),
  timepoint: Text,
  track: Type.String(),
  slot: Type.String(),
  version: Type.Integer(),
  state: Type.String(),
};

export const FoundSubjectsView = Type.Object({
  subjects: Type.Array(
    Type.Object({
      id: Type.String(),
      identifier: Type.String(),
      reads: Type.Array(Type.Object(readFields)),
    })
  ),
});

export const LifeView = Type.Object({
  read: Type.Object({
    ...readFields,
    subject: Type.Object({ id: Type.String(), identifier: Type.String() }),
  }),
  versions: Type.Array(Type.Object({ id: Type.String(), version: Type.Integer() })),
  events: Type.Array(
    Type.Object({ ...entryFields, meaning: Text, words: Type.Array(Type.String()) })
  ),
  cut: Type.Boolean({ description: 'There are more than are told.' }),
});

const VerdictView = Type.Object({
  ok: Type.Boolean(),
  entries: Type.Integer(),
  lastHash: Text,
  broken: Nullable(
    Type.Object({
      place: Type.Integer(),
      sequence: Nullable(Type.Integer()),
      code: Type.String(),
      message: Type.String(),
    })
  ),
  heads: Type.Array(
    Type.Object({
      sequence: Type.Integer(),
      at: Type.String(),
      code: Type.String(),
      message: Type.String(),
    }),
    { description: 'Signed heads that contradict the chain.' }
  ),
  provenTo: Type.Integer(),
  anchoredTo: Nullable(
    Type.Integer({ description: 'Null where the anchor could not be read back.' })
  ),
  headCount: Type.Integer(),
  notProvable: Type.Array(Type.String()),
});

export const VerificationRun = Type.Object({
  id: Type.String(),
  state: Type.Union([
    ...[Type.Literal('running'), Type.Literal('done'), Type.Literal('interrupted')],
  ]),
  entries: Type.Integer(),
  checked: Type.Integer(),
  startedBy: Type.String(),
  startedAt: Type.String(),
  finishedAt: Text,
  verdict: Nullable(VerdictView),
});

export const VerificationsView = Type.Object({ verifications: Type.Array(VerificationRun) });

const Outcome = Type.Union([
  ...[Type.Literal('inOrder'), Type.Literal('finding'), Type.Literal('notApplicable')],
]);
export const Severity = Type.Union([
  ...[Type.Literal('minor'), Type.Literal('major'), Type.Literal('critical')],
]);

const summaryFields = {
  id: Type.String(),
  title: Type.String(),
  state: Type.Union([Type.Literal('open'), Type.Literal('signed'), Type.Literal('withdrawn')]),
  dueDate: Type.String(),
  plannedBy: Type.String(),
  plannedAt: Type.String(),
  items: Count,
  judged: Count,
  findings: Count,
  openFindings: Count,
  signedBy: Text,
  signedAt: Text,
};

export const ReviewsView = Type.Object({ reviews: Type.Array(Type.Object(summaryFields)) });

export const ReviewSheetView = Type.Object({
  ...summaryFields,
  version: Type.Integer({ description: 'To sign what was seen.' }),
  entries: Type.Object({ from: Type.Integer(), to: Type.Integer() }),
  period: Type.Object({ from: Text, to: Text }),
  acts: Type.Array(Type.String()),
  reads: Type.Array(Type.String()),
  sampling: Type.Object({
    kind: Type.Union([Type.Literal('all'), Type.Literal('every'), Type.Literal('random')]),
    size: Nullable(Type.Integer()),
    seed: Text,
    population: Type.Integer({ description: 'Entries among which the sample was drawn.' }),
  }),
  notes: Type.String(),
  signature: Nullable(
    Type.Object({
      by: Type.String(),
      name: Type.String(),
      at: Type.String(),
      meaning: Type.String(),
      hash: Type.String(),
    })
  ),
  meanings: Type.Array(Type.String(), { description: 'What a signature can mean.' }),
});

export const ReviewItemsView = Type.Object({
  items: Type.Array(
    Type.Object({
      place: Type.Integer(),
      hash: Type.String({ description: 'Of the entry as it was drawn.' }),
      outcome: Nullable(Outcome),
      severity: Nullable(Severity),
      text: Text,
      entry: EntryRowView,
      closed: Type.Boolean(),
      responses: Type.Array(
        Type.Object({
          kind: Type.Union([
            ...[Type.Literal('answer'), Type.Literal('close'), Type.Literal('reopen')],
          ]),
          text: Type.String(),
          by: Type.String(),
          at: Type.String(),
        })
      ),
    })
  ),
  next: Nullable(Type.Integer()),
});

const Drawn = Type.Integer({ minimum: 1, maximum: 1_000_000 });

export const ReviewPlanBody = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
  fromEntry: Type.Optional(Type.Integer({ minimum: 1 })),
  toEntry: Type.Optional(Type.Integer({ minimum: 1 })),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
  acts: Type.Optional(
    Type.Array(Type.String({ pattern: '^[a-zA-Z]+[a-zA-Z.-]*$', maxLength: 60 }), { maxItems: 100 })
  ),
  reads: Type.Optional(Type.Array(Id, { maxItems: 200 })),
  sampling: Type.Union([
    Type.Object({ kind: Type.Literal('all') }),
    Type.Object({ kind: Type.Literal('every'), size: Drawn }),
    Type.Object({
      kind: Type.Literal('random'),
      size: Drawn,
      seed: Type.Optional(
        Type.String({
          pattern: '^[A-Za-z0-9_-]{1,64}$',
          description: 'To draw a sample again; one is made without it.',
        })
      ),
    }),
  ]),
  dueDate: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
});

export const JudgementBody = Type.Object({
  outcome: Nullable(Outcome),
  severity: Type.Optional(Severity),
  text: Type.Optional(FreeText),
});
