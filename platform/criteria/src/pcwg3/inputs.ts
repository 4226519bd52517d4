import { type Static, Type } from '@sinclair/typebox';

const Nullable = Type.Null();
export const BoneScanSchema = Type.Object({
  evaluable: Type.Optional(
    Type.Union([Type.Boolean(), Nullable], { description: 'false: no scan, or not readable' })
  ),
  reason: Type.Optional(
    Type.Union([Type.String(), Nullable], { description: 'why it is not evaluable' })
  ),
  date: Type.Optional(
    Type.Union([Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), Nullable], {
      description: 'date of the scan, YYYY-MM-DD; the date of the timepoint without it',
    })
  ),
  lesionsPresent: Type.Optional(
    Type.Union([Type.Boolean(), Nullable], {
      description: 'any bone lesion of prostate cancer on this scan',
    })
  ),
  newLesions: Type.Optional(
    Type.Union([Type.Integer({ minimum: 0 }), Nullable], {
      description:
        'lesions on this scan that the baseline scan does not show, a count; not at baseline',
    })
  ),
});

/** What a prostate cancer visit has beside the lesions of soft tissue. */
export const Pcwg3TimepointSchema = Type.Object({
  boneScan: Type.Optional(
    Type.Union([BoneScanSchema, Nullable], { description: 'planar 99mTc bone scan' })
  ),
  softTissueEvaluable: Type.Optional(
    Type.Union([Type.Boolean(), Nullable], {
      description: 'false: CT or MRI was not done or could not be read, the bone scan counts alone',
    })
  ),
  psaNgMl: Type.Optional(
    Type.Union([Type.Number({ minimum: 0 }), Nullable], {
      description: 'prostate-specific antigen, ng/mL',
    })
  ),
});

export type BoneScanInput = Static<typeof BoneScanSchema>;
export type Pcwg3Timepoint = Static<typeof Pcwg3TimepointSchema>;
