import { regions, standardRegions, type Region } from '@corelab/criteria';
import { Type, type Static, type TSchema } from '@sinclair/typebox';

const closed = { additionalProperties: false } as const;

const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** A DICOM UID (PS3.5 section 9.1): dotted components, at most 64 characters. */
const Uid = Type.String({ pattern: '^[0-9]+(\\.[0-9]+)+$', maxLength: 64 });

/** A length in millimetres; finite, never negative. Missing is `null`, never 0. */
const Millimetres = Type.Number({ minimum: 0 });

const LesionId = Type.String({ pattern: '^(T|NT|NL)[0-9]{2,3}[a-z]?$' });

export const LesionStateSchema = Type.Union([
  Type.Literal('toDo'),
  Type.Literal('measured'),
  Type.Literal('present'),
  Type.Literal('absent'),
  Type.Literal('progressed'),
  Type.Literal('tooSmallToMeasure'),
  Type.Literal('notEvaluable'),
  Type.Literal('merged'),
  Type.Literal('split'),
  Type.Literal('equivocal'),
  Type.Literal('unequivocal'),
]);

export const LesionRoleSchema = Type.Union([
  Type.Literal('target'),
  Type.Literal('non-target'),
  Type.Literal('new'),
]);

/** One drawn measurement; points are LPS millimetres, UIDs are the read's pseudonymous ones. */
export const MarkSchema = Type.Object(
  {
    tool: Type.Union([Type.Literal('Bidirectional'), Type.Literal('Length')]),
    pointsLps: Type.Array(Type.Tuple([Type.Number(), Type.Number(), Type.Number()]), {
      minItems: 2,
      maxItems: 4,
    }),
    studyInstanceUid: Uid,
    seriesInstanceUid: Uid,
    sopInstanceUid: Uid,
    frameNumber: Type.Integer({ minimum: 1 }),
    longestDiameterMm: Millimetres,
    shortAxisMm: nullable(Millimetres),
    sliceThicknessMm: nullable(Type.Number({ exclusiveMinimum: 0 })),
    calibration: nullable(Type.String({ maxLength: 200 })),
  },
  closed
);

const ReasonSchema = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 50 }),
    text: Type.String({ maxLength: 1000 }),
  },
  closed
);

export const LesionSchema = Type.Object(
  {
    trackingUid: Uid,
    id: LesionId,
    role: LesionRoleSchema,
    location: nullable(Type.String({ minLength: 1, maxLength: 100 })),
    laterality: nullable(Type.Union([Type.Literal('LEFT'), Type.Literal('RIGHT')])),
    state: LesionStateSchema,
    reason: nullable(ReasonSchema),
    mergedInto: nullable(LesionId),
    splitFrom: nullable(LesionId),
    mark: nullable(MarkSchema),
    comment: Type.String({ maxLength: 4000 }),
    createdInThisRead: Type.Boolean(),
  },
  closed
);

export const PaneViewSchema = Type.Object(
  {
    timepoint: Type.String({ minLength: 1, maxLength: 64 }),
    studyInstanceUid: Uid,
    seriesInstanceUid: Uid,
    sopInstanceUid: Uid,
    windowCenter: nullable(Type.Number()),
    windowWidth: nullable(Type.Number()),
    zoom: nullable(Type.Number({ exclusiveMinimum: 0 })),
    /** From the picture fitted into the pane, mm in its plane: to the right, downwards. */
    pan: nullable(Type.Tuple([Type.Number(), Type.Number()])),
  },
  closed
);

export const NonTargetJudgementSchema = Type.Union([
  Type.Literal('CR'),
  Type.Literal('NON-CR/NON-PD'),
  Type.Literal('PD'),
  Type.Literal('NE'),
]);

/** How well one part of the body can be read; anything but optimal needs its reason. */
export const RegionQualitySchema = Type.Object(
  {
    region: Type.Union(regions.map(region => Type.Literal(region))),
    value: Type.Union([
      Type.Literal('optimal'),
      Type.Literal('limited'),
      Type.Literal('notReadable'),
    ]),
    reason: nullable(ReasonSchema),
  },
  closed
);

/** An image the reader points to, as it was shown; for a lesion (its tracking UID) or for the timepoint. */
export const KeyImageSchema = Type.Object(
  {
    lesion: nullable(Uid),
    studyInstanceUid: Uid,
    seriesInstanceUid: Uid,
    sopInstanceUid: Uid,
    frameNumber: Type.Integer({ minimum: 1 }),
    windowCenter: nullable(Type.Number()),
    windowWidth: nullable(Type.Number({ exclusiveMinimum: 0 })),
  },
  closed
);

const ResponseCode = Type.String({ minLength: 1, maxLength: 32 });

/** The response that the reader gave in place of the one calculated by a criterion, which was `inPlaceOf` then. */
export const ReaderResponseSchema = Type.Object(
  {
    criterion: Type.String({ minLength: 1, maxLength: 64 }),
    value: ResponseCode,
    inPlaceOf: ResponseCode,
    reason: Type.String({ maxLength: 1000 }),
  },
  closed
);

/** Everything a reader entered at one timepoint; saved whole, signed by its hash. */
export const ReadDocumentSchema = Type.Object(
  {
    schemaVersion: Type.Literal(1),
    /** One entry per imaged region of the charter. */
    imageQuality: Type.Array(RegionQualitySchema, { maxItems: regions.length }),
    noDisease: Type.Boolean(),
    nonTargetJudgement: nullable(NonTargetJudgementSchema),
    /** Answers that some criteria ask for (`timepointFacts`); absent where there is none, never assumed. */
    ntFurther: Type.Optional(Type.Boolean()),
    nlntFurther: Type.Optional(Type.Boolean()),
    newSymptom: Type.Optional(Type.Boolean()),
    /** Absent where the calculated response is the reader's. */
    readerResponse: Type.Optional(ReaderResponseSchema),
    lesions: Type.Array(LesionSchema, { maxItems: 200 }),
    keyImages: Type.Array(KeyImageSchema, { maxItems: 200 }),
    comment: Type.String({ maxLength: 4000 }),
    view: Type.Object(
      {
        layout: Type.String({ maxLength: 64 }),
        panes: Type.Array(PaneViewSchema, { maxItems: 16 }),
        selectedLesion: nullable(Type.String({ maxLength: 64 })),
        /** Label of the timepoint compared with; absent in documents from before it was kept. */
        comparison: Type.Optional(nullable(Type.String({ maxLength: 64 }))),
      },
      closed
    ),
  },
  { ...closed, $id: 'corelab:read-document:1' }
);

export type LesionState = Static<typeof LesionStateSchema>;
export type LesionRole = Static<typeof LesionRoleSchema>;
export type Mark = Static<typeof MarkSchema>;
export type Lesion = Static<typeof LesionSchema>;
export type PaneView = Static<typeof PaneViewSchema>;
export type NonTargetJudgement = Static<typeof NonTargetJudgementSchema>;
export type ReaderResponse = Static<typeof ReaderResponseSchema>;
export type RegionQuality = Static<typeof RegionQualitySchema>;
export type KeyImage = Static<typeof KeyImageSchema>;
export type ReadDocument = Static<typeof ReadDocumentSchema>;

/** The document a baseline read starts from: nothing read, every imaged region optimal, no view yet. */
export function emptyReadDocument(imaged: readonly Region[] = standardRegions): ReadDocument {
  return {
    schemaVersion: 1,
    imageQuality: imaged.map(region => ({ region, value: 'optimal', reason: null })),
    noDisease: false,
    nonTargetJudgement: null,
    lesions: [],
    keyImages: [],
    comment: '',
    view: { layout: '', panes: [], selectedLesion: null },
  };
}
