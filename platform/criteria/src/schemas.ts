import { type Static, type TSchema, Type } from '@sinclair/typebox';

const Nullable = <T extends TSchema>(schema: T, description?: string) =>
  Type.Union([schema, Type.Null()], description === undefined ? {} : { description });
const Millimetres = Type.Number({ minimum: 0, description: 'millimetres' });
const IsoDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD' });
const identifier = (description: string) =>
  Type.String({ minLength: 1, maxLength: 128, description });

export const LesionSchema = Type.Object({
  id: identifier('The same at every timepoint.'),
  role: Type.Union([Type.Literal('target'), Type.Literal('non-target'), Type.Literal('new')], {
    description: 'Target or non-target of the baseline, or new since.',
  }),
  location: Type.Optional(
    Nullable(Type.String(), 'Where it is: a CDISC LOC term of the closed list.')
  ),
  laterality: Type.Optional(
    Nullable(Type.String(), 'LEFT, RIGHT or BILATERAL, of a paired organ.')
  ),
  node: Type.Optional(Nullable(Type.Boolean(), 'A lymph node; told by the location without it.')),
  longestDiameterMm: Type.Optional(Nullable(Millimetres, 'Longest diameter, mm; 0: absent.')),
  shortAxisMm: Type.Optional(Nullable(Millimetres, 'Short axis of a node, mm.')),
  perpendicularDiameterMm: Type.Optional(
    Nullable(Millimetres, 'Longest diameter perpendicular to the longest one, mm.')
  ),
  status: Type.Optional(
    Nullable(
      Type.Union([
        Type.Literal('present'),
        Type.Literal('absent'),
        Type.Literal('progressed'),
        Type.Literal('equivocal'),
        Type.Literal('unequivocal'),
      ]),
      'State without a measurement; equivocal and unequivocal are of new lesions, progressed of non-targets.'
    )
  ),
  evaluable: Type.Optional(Nullable(Type.Boolean(), 'false: the lesion could not be assessed.')),
  reason: Type.Optional(
    Nullable(
      Type.String(),
      'Why it was not evaluable: NOT_IMAGED, POOR_QUALITY, OBSCURED, METHOD_CHANGE, OTHER, or any text.'
    )
  ),
  tooSmallToMeasure: Type.Optional(Nullable(Type.Boolean(), 'Present, but too small to measure.')),
  date: Type.Optional(
    Nullable(IsoDate, "Day of the lesion's own scan, YYYY-MM-DD; that of the timepoint without it.")
  ),
  method: Type.Optional(Nullable(Type.String(), 'Imaging method: CT, MRI, FDG-PET, X-RAY ...')),
  sliceThicknessMm: Type.Optional(Nullable(Millimetres, 'Slice thickness, mm.')),
  mergedInto: Type.Optional(
    Nullable(
      Type.String(),
      'The lesion that this one is confluent with and that carries the measurement of both.'
    )
  ),
  splitFrom: Type.Optional(
    Nullable(Type.String(), 'The baseline lesion that this one is a part of.')
  ),
  locallyTreated: Type.Optional(
    Nullable(
      Type.Object({
        date: Type.Optional(Nullable(IsoDate, 'Day of the treatment, YYYY-MM-DD.')),
        kind: Type.Optional(Nullable(Type.String(), 'Resection, ablation, radiotherapy ...')),
      }),
      'Treated by itself on study: what localTreatment makes of it holds from then on.'
    )
  ),
  previouslyIrradiated: Type.Optional(Nullable(Type.Boolean(), 'Irradiated before the baseline.')),
  ctCorrelate: Type.Optional(
    Nullable(
      Type.Boolean(),
      "New lesions seen on FDG-PET only: the same visit's CT shows a matching one."
    )
  ),
});

export const NonTargetCategorySchema = Type.Union([
  Type.Literal('CR'),
  Type.Literal('NON-CR/NON-PD'),
  Type.Literal('PD'),
  Type.Literal('NE'),
]);

export const TimepointSchema = Type.Object({
  id: identifier('Name of the timepoint.'),
  date: Type.Optional(
    Nullable(IsoDate, 'Day of the timepoint, YYYY-MM-DD; all timepoints have one or none.')
  ),
  kind: Type.Optional(
    Nullable(
      Type.String(),
      'baseline: the one that the others are compared with; the first without it.'
    )
  ),
  evaluable: Type.Optional(
    Nullable(Type.Boolean(), 'false: nothing of this timepoint could be assessed.')
  ),
  reason: Type.Optional(Nullable(Type.String(), 'Why nothing could be assessed.')),
  noDisease: Type.Optional(
    Nullable(Type.Boolean(), 'Baseline only: the reader states that there is no disease.')
  ),
  petNegative: Type.Optional(
    Nullable(Type.Boolean(), 'Baseline only: an FDG-PET was done and was negative.')
  ),
  nonTargetJudgement: Type.Optional(
    Nullable(
      NonTargetCategorySchema,
      "The reader's overall call of the non-targets, which decides their progression."
    )
  ),
  readerResponse: Type.Optional(
    Nullable(
      Type.Object({
        value: Type.String({ description: 'Code of the response.' }),
        inPlaceOf: Type.String({ description: 'The calculated one when it was given.' }),
      }),
      'The response that the reader gave in place of the calculated one; it is the one that counts.'
    )
  ),
  lesions: Type.Array(LesionSchema, { description: 'Every lesion that was looked at.' }),
});

/** One subject under one criterion. `startDate` is randomisation; without it days count from the baseline's date. */
export const AssessmentInputSchema = Type.Object({
  criterion: Type.String({ description: 'Id of the criterion.' }),
  parameters: Type.Optional(
    Nullable(Type.Record(Type.String(), Type.Unknown()), 'What differs from the defaults.')
  ),
  startDate: Type.Optional(
    Nullable(IsoDate, 'Randomisation, YYYY-MM-DD; days count from the baseline without it.')
  ),
  firstDoseDate: Type.Optional(
    Nullable(IsoDate, 'First dose, YYYY-MM-DD; days count from it with refDate firstDose.')
  ),
  newTherapyDate: Type.Optional(
    Nullable(
      IsoDate,
      'Start of a new anticancer therapy, YYYY-MM-DD: visits from then on do not count.'
    )
  ),
  timepoints: Type.Array(TimepointSchema, { description: 'Every timepoint of the subject.' }),
});

/**
 * How far the deciding number is from the nearest threshold that would change the category, and which category lies
 * beyond it: `value` is number minus threshold, two decimals; `lesion`: it is a size of this lesion rather than the
 * number of the whole rule. For adjudication and data review, never shown to a reader before signing.
 */
export const MarginSchema = Type.Object({
  value: Type.Number(),
  unit: Type.String(),
  category: Type.String(),
  lesion: Type.Optional(Type.String()),
});

export const TraceSchema = Type.Object({
  rule: Type.String(),
  text: Type.String(),
  numbers: Type.Record(Type.String(), Nullable(Type.Number())),
  /** The condition that decided, in words and numbers; absent where a table cell decided. */
  threshold: Type.Optional(Type.String()),
  margin: Type.Optional(Nullable(MarginSchema)),
  source: Type.String(),
});

export const FindingSchema = Type.Object({
  rule: Type.String(),
  severity: Type.Union([Type.Literal('block'), Type.Literal('warning'), Type.Literal('note')]),
  lesion: Nullable(Type.String()),
  text: Type.String(),
  source: Type.String(),
});

/** `value` is null when a target is missing from the sum; `lowerBound` is then the sum of what was read. Two decimals. */
export const BurdenSchema = Type.Object({
  value: Nullable(Type.Number()),
  /** mm, mm2, ml or what the criterion measures. */
  unit: Type.String(),
  lowerBound: Type.Optional(Type.Number()),
  nadir: Type.Optional(Nullable(Type.Number())),
  changeFromBaselinePct: Type.Optional(Nullable(Type.Number())),
  changeFromNadirPct: Type.Optional(Nullable(Type.Number())),
  changeFromNadir: Type.Optional(Nullable(Type.Number())),
});

/** What one target added to the sum, in `unit`, that of the burden; `byRule`: the number is the engine's, not the reader's. */
export const ContributionSchema = Type.Object({
  id: Type.String(),
  status: Type.String(),
  value: Nullable(Type.Number()),
  /** mm, mm2, ml or g/mL. */
  unit: Type.String(),
  byRule: Type.Boolean(),
  reason: Nullable(Type.String()),
});

export const RevisedSchema = Type.Object({
  value: Type.String(),
  byTimepoint: Type.String(),
  rule: Type.String(),
});

export const TimepointOutputSchema = Type.Object({
  id: Type.String(),
  /** Date of the response (a PD has the date of the component that shows it). */
  date: Type.Optional(Nullable(Type.String())),
  burden: Nullable(BurdenSchema),
  /** Where a criterion follows more than one burden: each by the name of its component, `burden` being the first. */
  burdens: Type.Optional(Type.Record(Type.String(), Nullable(BurdenSchema))),
  lesions: Type.Array(ContributionSchema),
  target: Type.Optional(Nullable(Type.String())),
  nonTarget: Type.Optional(Nullable(Type.String())),
  newLesions: Type.Optional(Nullable(Type.Boolean())),
  /** What else of the criterion's combination table was rated here (bone scan, blood, marrow ...), by the names of its `components`. */
  components: Type.Optional(Type.Record(Type.String(), Nullable(Type.String()))),
  overall: Type.Optional(Type.String()),
  /** What was calculated where the reader gave the response: `overall` is then the reader's. */
  calculated: Type.Optional(Type.String()),
  /** Codes of what was known of the response at the visit: UNCONFIRMED, PSEUDOPROGRESSION_WINDOW, STEROID ... */
  flags: Type.Optional(Type.Array(Type.String())),
  revised: Type.Optional(Nullable(RevisedSchema)),
  trace: Type.Array(TraceSchema),
  findings: Type.Array(FindingSchema),
});

export const BestResponseSchema = Type.Object({
  value: Type.String(),
  date: Nullable(Type.String()),
});

export const AssessmentOutputSchema = Type.Object({
  criterion: Type.String(),
  /** Every parameter with the value that was used. */
  parameters: Type.Record(Type.String(), Type.Unknown()),
  timepoints: Type.Array(TimepointOutputSchema),
  bestOverallResponse: Type.Object({
    unconfirmed: BestResponseSchema,
    confirmed: BestResponseSchema,
    flags: Type.Array(Type.Object({ code: Type.String(), timepoint: Type.String() })),
  }),
});

/** What `components` holds is the criterion's own: `Criterion.components`. */
export const CombineInputSchema = Type.Object({
  criterion: Type.String(),
  components: Type.Record(Type.String(), Type.Unknown()),
});
export const CombineOutputSchema = Type.Object({ overall: Type.String() });

/** JSON Schemas of what `assess` and `combine` take and give. */
export const assessmentSchemas = {
  input: AssessmentInputSchema,
  output: AssessmentOutputSchema,
  combineInput: CombineInputSchema,
  combineOutput: CombineOutputSchema,
} as const;

export type LesionInput = Static<typeof LesionSchema>;
export type TimepointInput = Static<typeof TimepointSchema>;
export type AssessmentInput = Static<typeof AssessmentInputSchema>;
export type AssessmentOutput = Static<typeof AssessmentOutputSchema>;
export type TimepointOutput = Static<typeof TimepointOutputSchema>;
export type Burden = Static<typeof BurdenSchema>;
export type Contribution = Static<typeof ContributionSchema>;
export type Finding = Static<typeof FindingSchema>;
export type Margin = Static<typeof MarginSchema>;
export type Trace = Static<typeof TraceSchema>;
export type BestResponse = Static<typeof BestResponseSchema>;
export type CombineInput = Static<typeof CombineInputSchema>;
export type CombineOutput = Static<typeof CombineOutputSchema>;
