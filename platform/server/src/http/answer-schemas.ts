import { ImageProblemSchema } from '@corelab/reads';
import { Type } from '@sinclair/typebox';
import { GivenPictures } from '../evidence/signed-pictures.js';

/** Every refusal has at least these. */
export const Refusal = Type.Object(
  { code: Type.String({ pattern: '^CL_' }), message: Type.String() },
  {
    additionalProperties: true,
    description: 'A refusal: stable code, text, and what the code says.',
  }
);

export const refusals = { '4xx': Refusal, '5xx': Refusal };

export const ReadParams = Type.Object({
  readId: Type.String({ minLength: 8, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' }),
});

export const TrackCode = Type.String({
  ...{ minLength: 1, maxLength: 32 },
  description: "Id of the track in the charter; the endpoint's unless said.",
});

/** The track that a read is in; left out where it is that of the endpoint. */
export const TrackTold = Type.Optional(Type.Object({ id: Type.String(), kind: Type.String() }));

export const TrackAsked = Type.Object({ track: Type.Optional(TrackCode) });

export const TrialParams = Type.Object({ trial: Type.String({ minLength: 1, maxLength: 100 }) });

export const SignatureView = Type.Object({
  by: Type.String(),
  name: Type.String(),
  at: Type.String({ description: 'ISO 8601, UTC.' }),
  zone: Type.String({ description: 'IANA zone of the installation at that moment.' }),
  meaning: Type.String(),
  hash: Type.String(),
});

/** What signs: the password again, the meaning, and the draft that is meant. */
export const SignBody = Type.Object({
  password: Type.String({ minLength: 1, maxLength: 1000 }),
  meaning: Type.String({ minLength: 1, maxLength: 500 }),
  requestId: Type.String({ minLength: 8, maxLength: 100, pattern: '^[A-Za-z0-9_.-]+$' }),
  etag: Type.String({ minLength: 1, maxLength: 200 }),
  plugins: Type.Optional(
    Type.String({
      ...{ minLength: 1, maxLength: 100, pattern: '^[A-Za-z0-9 ._+-]+$' },
      description: "Build of the viewer's plugins in the page that signs; a program has none.",
    })
  ),
});

export const SignReadBody = Type.Object({
  ...SignBody.properties,
  pictures: Type.Optional(GivenPictures),
});

export const Nullable = <T extends import('@sinclair/typebox').TSchema>(schema: T) =>
  Type.Union([schema, Type.Null()]);

export const ReadingList = Type.Object({
  reads: Type.Array(
    Type.Object({
      readId: Type.String(),
      trialName: Type.String(),
      track: TrackTold,
      subjectCode: Type.String(),
      timepoint: Type.String(),
      task: Type.Union(
        [
          Type.Literal('read'),
          Type.Literal('adjudication'),
          Type.Literal('globalRead'),
          Type.Literal('consensus'),
        ],
        {
          description:
            'An adjudication is opened under /api/adjudications, a global read under /api/global-reads, a meeting of readers under /api/consensus.',
        }
      ),
      scope: Type.Union(
        [Type.Literal('timepoint'), Type.Literal('subject'), Type.Literal('period')],
        { description: 'A period is of the timepoints that `timepoint` lists.' }
      ),
      state: Type.String(),
      blocked: Nullable(
        Type.String({
          description: 'Why its reader can not open it, in state notQualified, conflict or onHold.',
        })
      ),
      order: Type.Integer(),
      dueDate: Nullable(Type.String()),
      done: Type.Integer(),
      of: Type.Integer(),
      route: Type.String(),
    })
  ),
  signedBefore: Nullable(
    Type.String({ description: 'Give it back for older signed reads; null when there are none.' })
  ),
});

export const ReadImages = Type.Object({
  readId: Type.String(),
  mode: Type.String(),
  studies: Type.Array(
    Type.Object({
      studyInstanceUid: Type.String(),
      series: Type.Array(Type.Object({ seriesInstanceUid: Type.String() })),
    }),
    { description: 'Current timepoint first, each as its one study.' }
  ),
});

const StageSchema = Type.Object({
  rows: Type.Integer(),
  columns: Type.Integer(),
  panes: Type.Array(
    Type.Object({
      role: Type.String({ description: 'Series role that it shows.' }),
      timepoint: Type.Union([
        Type.Literal('current'),
        Type.Literal('previous'),
        Type.Literal('baseline'),
        Type.Literal('nadir'),
        Type.Literal('other'),
      ]),
      windowPreset: Type.Optional(Type.String()),
    }),
    { description: 'Row by row from the top left.' }
  ),
});

export const ReadStudySchema = Type.Object({
  studyInstanceUid: Type.String(),
  timepoint: Type.String(),
  current: Type.Boolean(),
  subject: Type.Optional(
    Type.Object(
      {
        sex: Nullable(Type.String({ description: 'M, F or O.' })),
        ageYears: Nullable(
          Type.Integer({ description: 'Whole years at the timepoint; 90 for all above 89.' })
        ),
      },
      { description: 'Left out where the charter keeps sex and age from readers.' }
    )
  ),
  series: Type.Array(
    Type.Object({
      seriesInstanceUid: Type.String(),
      role: Nullable(Type.String()),
      problems: Type.Array(ImageProblemSchema),
    })
  ),
  notShown: Type.Array(
    Type.Object({
      role: Nullable(Type.String()),
      modality: Type.String(),
      problem: ImageProblemSchema,
    }),
    { description: 'Received series of images that this read does not show, and why.' }
  ),
  stages: Type.Optional(
    Type.Array(StageSchema, {
      description:
        'Layouts in which this timepoint is read, as its charter has them; left out of one that is only compared with.',
    })
  ),
});

/** A date as the charter lets readers know it. */
export const ToldDate = Type.String({
  description: 'As the charter tells it; empty where it tells none, or none is known.',
});

const HistoryEntry = Type.Object({
  timepoint: Type.String(),
  day: Nullable(Type.Integer()),
  date: ToldDate,
  document: Type.Unknown(),
});

export const ReadContext = Type.Object({
  readId: Type.String(),
  state: Type.String(),
  trialName: Type.String(),
  track: TrackTold,
  subjectCode: Type.String(),
  timepoint: Type.String(),
  date: ToldDate,
  day: Nullable(Type.Integer()),
  slot: Type.String(),
  baseline: Type.Boolean(),
  charter: Type.Object({
    criterion: Type.String({ description: 'The primary one.' }),
    parameters: Type.Unknown(),
    others: Type.Optional(
      Type.Array(Type.Object({ criterion: Type.String(), parameters: Type.Unknown() }), {
        description: 'Criteria that rate the same marks; left out where there are none.',
      })
    ),
    showDerived: Type.String(),
    bulkUnchanged: Type.Boolean(),
    readerMayDiffer: Type.Optional(
      Type.Boolean({
        description: 'Another response than the calculated one may be given, with its reason.',
      })
    ),
    windowPresets: Type.Optional(Type.Unknown()),
  }),
  mode: Type.String(),
  studies: Type.Array(ReadStudySchema),
  history: Type.Array(HistoryEntry),
  later: Type.Optional(
    Type.Array(HistoryEntry, {
      description:
        'Later timepoints as they stand; where all of a subject are read together alone.',
    })
  ),
  together: Type.Optional(
    Type.Array(
      Type.Object({
        readId: Type.String(),
        timepoint: Type.String(),
        state: Type.String(),
        left: Nullable(
          Type.Integer({ description: 'Things left to do before signing; null while not opened.' })
        ),
        current: Type.Boolean(),
      }),
      { description: 'The reads of the subject, by date, where all are read together.' }
    )
  ),
  signature: Nullable(SignatureView),
  derived: Type.Optional(Type.Unknown()),
  meanings: Type.Array(Type.String()),
});
