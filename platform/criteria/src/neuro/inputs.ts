import { type Static, type TSchema, Type } from '@sinclair/typebox';

/** Optional and nullable, described as its value is. */
const Optional = <T extends TSchema>(schema: T) =>
  Type.Optional(
    Type.Union(
      [schema, Type.Null()],
      schema.description === undefined ? {} : { description: schema.description }
    )
  );
const choice = <const T extends readonly string[]>(values: T, description: string) =>
  Type.Unsafe<T[number]>(
    Type.Union(
      values.map(value => Type.Literal(value)),
      { description }
    )
  );

export const steroidDoses = ['NONE', 'LOWER', 'SAME', 'HIGHER'] as const;
export const clinicalStatuses = ['BETTER', 'SAME', 'WORSE'] as const;
export const t2FlairStates = ['STABLE_OR_BETTER', 'SIGNIFICANT_INCREASE'] as const;

/** What every brain tumour criterion takes at a timepoint. */
export const ClinicalSchema = Type.Object({
  steroids: Optional(
    choice(
      steroidDoses,
      'corticosteroid dose against the dose at the baseline scan (NONE: none, or physiologic replacement only)'
    )
  ),
  clinicalStatus: Optional(
    choice(
      clinicalStatuses,
      'neurologic status against baseline (WORSE: a decline due to tumour, not to anything else)'
    )
  ),
});

/** T2/FLAIR of non-enhancing disease, read against the baseline or the best response. */
export const T2FlairSchema = Type.Object({
  t2Flair: Optional(
    choice(
      t2FlairStates,
      'non-enhancing T2/FLAIR disease (SIGNIFICANT_INCREASE: not explained by radiation, seizure, ischaemia, infection or surgery)'
    )
  ),
});

/** What tells progression from the effect of radiotherapy at a timepoint. */
export const TreatmentEffectSchema = Type.Object({
  daysSinceRadiotherapy: Optional(
    Type.Integer({
      minimum: 0,
      description:
        'days since the end of radiotherapy; counted from radiotherapyEndDate when not given',
    })
  ),
  histology: Optional(
    choice(
      ['TUMOUR', 'NO_TUMOUR'],
      'tissue of the changed region: viable tumour, or treatment effect alone'
    )
  ),
});

export const HighDoseFieldSchema = Type.Object({
  inHighDoseField: Optional(
    Type.Boolean({
      description:
        'most of the new enhancement lies within the 80 % isodose line (false: mainly outside)',
    })
  ),
});

export const TreatmentSchema = Type.Object({
  setting: Optional(
    choice(
      ['newDiagnosis', 'recurrent'],
      'newDiagnosis: first treatment, with radiotherapy; recurrent: anything later (as when not given)'
    )
  ),
  radiotherapyEndDate: Optional(
    Type.String({
      pattern: '^\\d{4}-\\d{2}-\\d{2}$',
      description: 'last day of radiotherapy, YYYY-MM-DD',
    })
  ),
});

export const VolumetricLesionSchema = Type.Object({
  volumeMl: Optional(Type.Number({ minimum: 0, description: 'volume of the lesion, millilitres' })),
  compartment: Optional(
    choice(
      ['CE', 'NONCE'],
      'contrast-enhancing or non-enhancing disease; only where the tumour is MIXED'
    )
  ),
});

export type Steroids = (typeof steroidDoses)[number];
export type ClinicalStatus = (typeof clinicalStatuses)[number];
export type T2Flair = (typeof t2FlairStates)[number];
export type ClinicalInput = Static<typeof ClinicalSchema> &
  Static<typeof T2FlairSchema> &
  Static<typeof TreatmentEffectSchema> &
  Static<typeof HighDoseFieldSchema>;
export type TreatmentInput = Static<typeof TreatmentSchema>;
export type VolumetricLesion = Static<typeof VolumetricLesionSchema>;
