import { type TSchema, Type } from '@sinclair/typebox';
import { EndpointsInputSchema } from './inputSchema.js';
import { OptionsSchema } from './options.js';

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const DateText = Nullable(Type.String({ description: 'YYYY-MM-DD' }));
const Days = Nullable(Type.Number({ description: 'days, both ends counted' }));
const Count = Type.Integer({ minimum: 0 });
const perVariant = (schema: TSchema) => Type.Object({ unconfirmed: schema, confirmed: schema });

const BestSchema = Type.Object({ value: Type.String(), date: DateText });
const BenefitSchema = Type.Object({ value: Type.Boolean(), date: DateText });
const TimeSchema = Type.Object({
  days: Days,
  months: Nullable(Type.Number()),
  event: Type.Boolean(),
  reason: Type.String({ description: 'the row of the censoring table, for OS death or alive' }),
  date: DateText,
  source: Type.String(),
});
const ChangeSchema = Type.Object({
  change: Type.Number(),
  changePct: Nullable(Type.Number({ description: 'per cent, two decimals' })),
});
const SpiderSchema = Type.Array(
  Type.Object({ day: Type.Integer(), value: Type.Number(), changePct: Type.Number() })
);
const swimmer = {
  end: Nullable(Type.Integer()),
  ongoing: Type.Boolean(),
  segments: Type.Array(
    Type.Object({ from: Type.Integer(), to: Type.Integer(), response: Type.String() })
  ),
  marks: Type.Array(Type.Object({ kind: Type.String(), day: Type.Integer() })),
};
const NumericEndpointSchema = Type.Object({
  name: Type.String(),
  unit: Nullable(Type.String()),
  baseline: Nullable(Type.Number()),
  visits: Type.Array(
    Type.Object({
      visit: Nullable(Type.String()),
      date: DateText,
      day: Nullable(Type.Integer()),
      value: Nullable(Type.Number()),
      fromBaseline: Nullable(ChangeSchema),
      fromBest: Nullable(ChangeSchema),
    })
  ),
  best: Nullable(
    Type.Object({
      change: Type.Number(),
      changePct: Nullable(Type.Number()),
      value: Type.Number(),
      visit: Nullable(Type.String()),
    })
  ),
});

const FindingsSchema = Type.Array(
  Type.Object({ rule: Type.String(), path: Type.String(), text: Type.String() })
);

export const SubjectEndpointsSchema = Type.Object({
  id: Type.String(),
  bestOverallResponse: Type.Object({
    unconfirmed: BestSchema,
    confirmed: BestSchema,
    flags: Type.Array(Type.Object({ code: Type.String(), timepoint: Type.String() })),
  }),
  responseDate: perVariant(DateText),
  progression: Nullable(
    Type.Object({
      date: DateText,
      response: Type.String(),
      pending: Type.Boolean(),
      confirmedDate: DateText,
    })
  ),
  pfs: TimeSchema,
  os: TimeSchema,
  dor: Nullable(TimeSchema),
  ttr: Nullable(Type.Object({ days: Type.Integer(), months: Type.Number(), date: Type.String() })),
  clinicalBenefit: perVariant(BenefitSchema),
  numeric: Type.Array(NumericEndpointSchema),
  plots: Type.Object({
    waterfall: Nullable(Type.Object({ changePct: Type.Number(), date: DateText })),
    spider: SpiderSchema,
    swimmer: Type.Object(swimmer),
  }),
  findings: FindingsSchema,
});

const RateSchema = Type.Object({
  n: Count,
  of: Count,
  value: Nullable(Type.Number()),
  lower: Nullable(Type.Number()),
  upper: Nullable(Type.Number()),
});
const RateOrNone = Nullable(RateSchema);
const rates = { orr: RateOrNone, dcr: RateOrNone, clinicalBenefit: RateOrNone };
const SurvivalSchema = Type.Object({
  n: Count,
  events: Count,
  censored: Count,
  undetermined: Count,
  median: Days,
  lower: Days,
  upper: Days,
  curve: Type.Array(
    Type.Object({
      days: Type.Integer(),
      atRisk: Count,
      events: Count,
      censored: Count,
      survival: Type.Number(),
      standardError: Nullable(Type.Number()),
      lower: Nullable(Type.Number()),
      upper: Nullable(Type.Number()),
    })
  ),
});

export const CohortSchema = Type.Object({
  n: Count,
  responses: Type.String(),
  ...rates,
  byConfirmation: perVariant(Type.Object(rates)),
  bestOverallResponse: perVariant(Type.Record(Type.String(), Count)),
  pfs: SurvivalSchema,
  os: SurvivalSchema,
  dor: SurvivalSchema,
  ttr: Nullable(
    Type.Object({ n: Count, median: Type.Number(), min: Type.Number(), max: Type.Number() })
  ),
  waterfall: Type.Object({
    bars: Type.Array(
      Type.Object({ id: Type.String(), changePct: Type.Number(), response: Type.String() })
    ),
    without: Type.Array(Type.String()),
  }),
  spider: Type.Array(Type.Object({ id: Type.String(), points: SpiderSchema })),
  swimmer: Type.Array(Type.Object({ id: Type.String(), ...swimmer })),
  numeric: Type.Array(
    Type.Object({
      name: Type.String(),
      visit: Type.String(),
      n: Count,
      mean: Type.Number(),
      standardDeviation: Nullable(Type.Number()),
      median: Type.Number(),
      min: Type.Number(),
      max: Type.Number(),
    })
  ),
});

/** JSON Schemas of what `endpoints` takes and gives. */
export const endpointSchemas = {
  input: EndpointsInputSchema,
  output: Type.Object({
    options: OptionsSchema,
    subjects: Type.Array(SubjectEndpointsSchema),
    cohort: CohortSchema,
    findings: FindingsSchema,
  }),
} as const;
