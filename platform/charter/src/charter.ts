import { regions } from '@corelab/criteria';
import { Type, type Static } from '@sinclair/typebox';

const closed = { additionalProperties: false } as const;

const Code = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$' });
const Text = Type.String({ minLength: 1, maxLength: 200 });
/** A DICOM keyword of PS3.6, such as ClinicalTrialSubjectID. */
const Keyword = Type.String({ pattern: '^[A-Z][A-Za-z0-9]{1,63}$' });

/** Takes a value from a DICOM attribute; `pattern`'s first group is the value where one is given. */
export const AttributeRuleSchema = Type.Object(
  { attribute: Keyword, pattern: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })) },
  closed
);

/** A condition on one DICOM attribute; text comparison ignores case. */
export const SeriesRuleSchema = Type.Object(
  {
    attribute: Keyword,
    operator: Type.Union([
      Type.Literal('equals'),
      Type.Literal('contains'),
      Type.Literal('matches'),
    ]),
    value: Text,
  },
  closed
);

export const SeriesRoleSchema = Type.Object(
  {
    role: Type.String({ pattern: '^[A-Z0-9][A-Z0-9-]{1,15}$' }),
    modality: Type.String({ pattern: '^[A-Z]{2,3}$' }),
    /** All must hold; none means every series of the modality. */
    rules: Type.Array(SeriesRuleSchema, { maxItems: 20 }),
  },
  closed
);

/** `day` counts from baseline; an exam belongs here from `day - before` to `day + after`. */
export const TimepointPlanSchema = Type.Object(
  {
    id: Code,
    label: Text,
    kind: Type.Union([Type.Literal('baseline'), Type.Literal('follow-up')]),
    day: Type.Integer({ minimum: 0, maximum: 10000 }),
    window: Type.Object(
      {
        before: Type.Integer({ minimum: 0, maximum: 365 }),
        after: Type.Integer({ minimum: 0, maximum: 365 }),
      },
      closed
    ),
    /** Series roles that must be there for the timepoint to be complete. */
    roles: Type.Array(Text, { maxItems: 20 }),
  },
  closed
);

export const TrackSchema = Type.Object(
  {
    id: Code,
    slots: Type.Array(Type.Literal('R1'), { minItems: 1, maxItems: 1 }),
    readers: Type.Record(
      Type.String({ pattern: '^[A-Z][A-Z0-9]{0,7}$' }),
      Type.Array(Text, { minItems: 1, maxItems: 100 }),
      closed
    ),
    order: Type.Literal('sequential'),
    showDerived: Type.Union([
      Type.Literal('live'),
      Type.Literal('afterLesions'),
      Type.Literal('afterSigning'),
    ]),
    /** Which earlier timepoints a reader sees beside the current one. */
    comparison: Type.Union([
      Type.Literal('all'),
      Type.Literal('baselineAndPrevious'),
      Type.Literal('none'),
    ]),
    /** May a reader set all non-targets still to do as they were at the timepoint before, in one act? */
    bulkUnchanged: Type.Boolean(),
  },
  closed
);

export const WindowPresetSchema = Type.Object(
  { name: Text, center: Type.Number(), width: Type.Number({ exclusiveMinimum: 0 }) },
  closed
);

/** A charter with the area's defaults filled in: what is stored, hashed and deployed. */
export const CharterSchema = Type.Object(
  {
    schemaVersion: Type.Literal(1),
    trial: Type.Object(
      {
        id: Type.String({ pattern: '^[A-Z0-9][A-Z0-9-]{0,31}$' }),
        name: Text,
        phase: Type.Union(['1', '1/2', '2', '2/3', '3', '4'].map(phase => Type.Literal(phase))),
      },
      closed
    ),
    area: Type.Literal('oncology'),
    mode: Type.String({ pattern: '^[a-z][a-z0-9-]{1,63}$' }),
    criterion: Type.Object(
      { id: Text, parameters: Type.Record(Type.String(), Type.Unknown()) },
      closed
    ),
    sites: Type.Array(Type.Object({ code: Code, name: Text }, closed), {
      minItems: 1,
      maxItems: 2000,
    }),
    matching: Type.Object(
      { subject: AttributeRuleSchema, site: AttributeRuleSchema, timepoint: AttributeRuleSchema },
      closed
    ),
    series: Type.Array(SeriesRoleSchema, { minItems: 1, maxItems: 50 }),
    timepoints: Type.Array(TimepointPlanSchema, { minItems: 1, maxItems: 200 }),
    imagingProtocol: Type.Object(
      {
        maxSliceThicknessMm: Type.Number({ exclusiveMinimum: 0, maximum: 50 }),
        /** Parts of the body that are imaged: a reader judges the image quality of each. */
        regions: Type.Array(Type.Union(regions.map(region => Type.Literal(region))), {
          minItems: 1,
          uniqueItems: true,
        }),
      },
      closed
    ),
    tracks: Type.Array(TrackSchema, { minItems: 1, maxItems: 20 }),
    signatureMeanings: Type.Array(Text, { minItems: 1, maxItems: 10 }),
    blinding: Type.Object(
      {
        dates: Type.Union([
          Type.Literal('shifted'),
          Type.Literal('offsets'),
          Type.Literal('removed'),
        ]),
        /** May readers see the subject's sex and age? */
        sexAge: Type.Boolean(),
      },
      closed
    ),
    windowPresets: Type.Array(WindowPresetSchema, { maxItems: 12 }),
    export: Type.Object(
      {
        formats: Type.Array(Type.Literal('csv'), { minItems: 1, maxItems: 1 }),
        /** STUDYID of the data sets. */
        studyId: Text,
      },
      closed
    ),
  },
  { ...closed, $id: 'corelab:charter:1' }
);

export type Charter = Static<typeof CharterSchema>;
export type AttributeRule = Static<typeof AttributeRuleSchema>;
export type SeriesRule = Static<typeof SeriesRuleSchema>;
export type SeriesRole = Static<typeof SeriesRoleSchema>;
export type TimepointPlan = Static<typeof TimepointPlanSchema>;
export type Track = Static<typeof TrackSchema>;
export type WindowPreset = Static<typeof WindowPresetSchema>;
