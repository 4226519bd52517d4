import { AdjudicationCaseSchema, CourseReadSchema, ScopeSchema } from '@corelab/adjudication';
import { Type } from '@sinclair/typebox';
import { Nullable, ReadStudySchema, SignatureView, ToldDate, TrackTold } from './answer-schemas.js';

export const AdjudicationParams = Type.Object({
  adjudicationId: Type.String({ minLength: 8, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' }),
});

export const AdjudicationImages = Type.Object({
  adjudicationId: Type.String(),
  route: Type.String(),
  studies: Type.Array(
    Type.Object({
      studyInstanceUid: Type.String(),
      series: Type.Array(Type.Object({ seriesInstanceUid: Type.String() })),
    }),
    { description: 'In timepoint order, each as its one study.' }
  ),
});

const AdjudicationSide = Type.Object({
  reads: Type.Array(
    Type.Object({
      timepoint: Type.String(),
      document: Type.Unknown({
        description: "The signed read document, with this adjudication's own image references.",
      }),
    })
  ),
  output: CourseReadSchema.properties.output,
});

/** Everything an adjudication may show. Nothing in it names a slot, a person, a time or an order of reading. */
export const AdjudicationContext = Type.Object({
  adjudicationId: Type.String(),
  state: Type.String(),
  trialName: Type.String(),
  track: TrackTold,
  subjectCode: Type.String(),
  scope: ScopeSchema,
  mode: Type.String({
    description: 'selectRead or perTimepoint; thirdRead, where it is only looked at',
  }),
  route: Type.String({ description: 'Route of the reading mode.' }),
  charter: Type.Object({
    criterion: Type.String(),
    parameters: Type.Unknown(),
    windowPresets: Type.Optional(Type.Unknown()),
  }),
  timepoints: Type.Array(
    Type.Object({
      id: Type.String({ description: 'What the case calls it.' }),
      label: Type.String(),
      day: Nullable(Type.Integer()),
      date: ToldDate,
    })
  ),
  sides: Type.Object({ a: AdjudicationSide, b: AdjudicationSide }),
  case: AdjudicationCaseSchema,
  studies: Type.Array(Type.Object({ ...ReadStudySchema.properties, timepointId: Type.String() }), {
    description: 'In timepoint order; none of them is the current one.',
  }),
  openItems: Type.Array(
    Type.Object({
      timepoint: Nullable(Type.String()),
      code: Type.String(),
      message: Type.String(),
    }),
    { description: 'What keeps the draft as it stands from being signed.' }
  ),
  reasons: Type.Array(Type.String(), { description: 'Codes of reasons.' }),
  meanings: Type.Array(Type.String()),
  signature: Nullable(SignatureView),
});
