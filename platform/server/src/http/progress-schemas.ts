import { Type, type TSchema } from '@sinclair/typebox';
import { SignatureView } from './answer-schemas.js';
import { StandingOfSigned } from './replay-schemas.js';
import { standings } from '../progress/standing.js';
import { stuckRules } from '../progress/stuck-rules.js';

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Text = Nullable(Type.String());

export const Standing = Type.Union(
  standings.map(standing => Type.Literal(standing)),
  { description: 'What most needs somebody comes first; then what nobody can do now.' }
);
const StuckKey = Type.Union(
  stuckRules.map(({ key }) => Type.Literal(key)),
  { description: 'Key of the sentence that says why.' }
);

const Slot = Type.Object({
  slot: Type.String(),
  component: Type.String(),
  standing: Standing,
  mark: Type.String({ description: 'The standing in one character.' }),
  readState: Text,
  late: Type.Boolean(),
  stuck: Nullable(StuckKey),
  problems: Type.Integer(),
  reader: Text,
});

const Cell = Type.Object({
  timepoint: Type.String(),
  standing: Standing,
  late: Type.Boolean(),
  stuck: Type.Boolean(),
  problems: Type.Integer(),
  queries: Type.Integer(),
  slots: Type.Array(Slot),
});

const Row = Type.Object({
  subject: Type.String(),
  site: Text,
  status: Type.String(),
  late: Type.Boolean(),
  stuck: Type.Boolean(),
  cells: Type.Array(Cell, {
    description: 'In the order of the timepoints; no response, no value.',
  }),
  whole: Nullable(Cell),
  course: Type.Object({
    state: Text,
    slots: Type.Array(Type.Object({ slot: Type.String(), state: Type.String() })),
  }),
});

export const MatrixPageSchema = Type.Object({
  timepoints: Type.Array(
    Type.Object({
      timepoint: Type.String(),
      label: Type.String(),
      kind: Type.String(),
      planned: Type.Boolean({ description: 'False beyond the schedule of the charter.' }),
    })
  ),
  rows: Type.Array(Row),
  next: Nullable(
    Type.String({
      description:
        'Give it as `after` for the next page. With a filter a page can have few rows, or none, and still a next one.',
    })
  ),
});

const counts = {
  slots: Type.Integer(),
  late: Type.Integer(),
  stuck: Type.Integer(),
  states: Type.Partial(
    Type.Object(Object.fromEntries(standings.map(standing => [standing, Type.Integer()])))
  ),
};

export const SummarySchema = Type.Object({
  subjects: Type.Integer(),
  total: Type.Object(counts),
  sites: Type.Array(Type.Object({ site: Text, ...counts })),
  timepoints: Type.Array(Type.Object({ timepoint: Type.String(), ...counts })),
  readers: Type.Optional(
    Type.Array(Type.Object({ reader: Type.String(), ...counts }), {
      description: 'Not for the sponsor.',
    })
  ),
});

const Place = Type.Object({
  slot: Text,
  task: Nullable(Type.Union([Type.Literal('read'), Type.Literal('adjudication')])),
  readId: Text,
  opened: Type.Boolean({ description: 'Its reader has looked at it.' }),
  component: Type.String(),
  standing: Standing,
  readState: Text,
  since: Text,
  due: Text,
  late: Type.Boolean(),
  reader: Nullable(Type.Object({ user: Type.String(), absentUntil: Text, backup: Text })),
  reasons: Type.Array(
    Type.Object({
      key: StuckKey,
      stuck: Type.Boolean({ description: 'Somebody other than the reader has to act now.' }),
      needs: Type.String({ description: 'The role whose turn it is, or system.' }),
      params: Type.Unknown({ description: 'Values for the sentence, by name.' }),
    })
  ),
});

export const SubjectSheetSchema = Type.Object({
  row: Row,
  timepoints: Type.Array(
    Type.Object({
      timepoint: Type.String(),
      label: Type.String(),
      kind: Type.String(),
      state: Type.String(),
      since: Text,
      windowEnd: Text,
      awaited: Type.Boolean({
        description: 'Not missed, not unreadable, nor after a declared end of imaging.',
      }),
      places: Type.Array(Place),
    })
  ),
  whole: Type.Array(Place),
  imagingEnd: Nullable(
    Type.Object(
      {
        timepoint: Type.String(),
        reason: Type.String(),
        declaredBy: Type.String(),
        declaredAt: Type.String(),
      },
      { description: 'With which timepoint imaging was declared to have ended.' }
    )
  ),
  signatures: Type.Array(
    Type.Object({
      kind: Type.Union([
        Type.Literal('read'),
        Type.Literal('adjudication'),
        Type.Literal('globalRead'),
      ]),
      readId: Nullable(Type.String({ description: 'Of a read, which can be replayed.' })),
      timepoint: Nullable(Type.String({ description: 'Null of the whole subject.' })),
      ...{ slot: Type.String(), version: Type.Integer() },
      ...SignatureView.properties,
      ...StandingOfSigned.properties,
    }),
    { description: 'The oldest first, also those that do not stand any more.' }
  ),
  history: Type.Array(
    Type.Object({
      at: Type.String(),
      act: Type.String({ description: 'Act of the audit entry: key of the words for it.' }),
      by: Text,
      timepoint: Text,
      slot: Text,
      changes: Type.Array(Type.Object({ thing: Type.String(), from: Text, to: Type.String() })),
      times: Type.Integer({ description: 'How often, where it is told once for all.' }),
      until: Text,
      params: Type.Record(Type.String(), Type.String()),
    })
  ),
});
