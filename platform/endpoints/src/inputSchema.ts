import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { assessmentSchemas } from '@corelab/criteria';
import { OptionsSchema } from './options.js';

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const optional = <T extends TSchema>(schema: T) => Type.Optional(Nullable(schema));
const oneOf = <T extends string>(values: readonly T[]) =>
  Type.Unsafe<T>(Type.Union(values.map(value => Type.Literal(value))));
const IsoDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD' });
const Interval = Type.Integer({ minimum: 0, description: 'days planned to the next visit' });
const Burden = Type.Number({ minimum: 0, description: 'target sum, volume or the like' });

/** One post-baseline visit, planned or not. `date` is the date of its response. */
export const VisitSchema = Type.Object({
  id: optional(Type.String()),
  date: optional(IsoDate),
  response: optional(Type.String()),
  /** Progression only: earliest date of the component that shows it. */
  pdDate: optional(IsoDate),
  /** Overrides the `adequate` option for this visit. */
  adequate: optional(Type.Boolean()),
  /** The visit was planned and not done; the response is then null, NE or ND. */
  missed: optional(Type.Boolean()),
  intervalDays: optional(Interval),
  burden: optional(Burden),
  /** The response as later visits confirmed it, where a criterion confirms each category (IMWG); derived without it. */
  confirmed: optional(Type.String()),
  /** It shows progression that no visit confirmed or voided (imRECIST's PD, PCWG3's PDu of bone under any response). */
  unresolved: optional(Type.Boolean()),
});

/** A numeric endpoint by visit: a score, a volume, an ejection fraction. */
export const NumericSchema = Type.Object({
  name: Type.String({ minLength: 1 }),
  unit: optional(Type.String()),
  /** Which direction is better; without it there is no best change. */
  betterWhen: optional(Type.Union([Type.Literal('lower'), Type.Literal('higher')])),
  baseline: optional(Type.Number()),
  visits: Type.Array(
    Type.Object({
      visit: optional(Type.String()),
      date: optional(IsoDate),
      value: optional(Type.Number()),
    })
  ),
});

export const baselineStates = ['complete', 'incomplete', 'notEvaluable', 'none'] as const;
export const stopReasons = [
  'clinicalProgression',
  'toxicity',
  'lostToFollowUp',
  'withdrawal',
  'other',
] as const;

export const SubjectSchema = Type.Object({
  id: Type.String({ minLength: 1 }),
  /** Randomisation, or registration. */
  startDate: IsoDate,
  firstDoseDate: optional(IsoDate),
  baseline: optional(oneOf(baselineStates)),
  baselineDate: optional(IsoDate),
  baselineBurden: optional(Burden),
  /** From the start to the first planned visit. */
  intervalDays: optional(Interval),
  visits: optional(Type.Array(VisitSchema)),
  /** What `assess` gave, in place of visits and baseline. */
  assessment: optional(assessmentSchemas.output),
  /** What the visits were rated by, where no assessment says it. */
  criterion: optional(Type.String()),
  deathDate: optional(IsoDate),
  newTherapyDate: optional(IsoDate),
  lastContactDate: optional(IsoDate),
  cutoffDate: optional(IsoDate),
  /** Assessments ended for a reason other than progression on images. */
  stop: optional(
    Type.Object({
      date: IsoDate,
      reason: oneOf(stopReasons),
    })
  ),
  pdCutoff: optional(IsoDate),
  numeric: optional(Type.Array(NumericSchema)),
});

export const EndpointsInputSchema = Type.Object({
  subjects: Type.Array(SubjectSchema),
  options: optional(Type.Partial(OptionsSchema)),
});

export type VisitInput = Static<typeof VisitSchema>;
export type NumericInput = Static<typeof NumericSchema>;
export type SubjectInput = Static<typeof SubjectSchema>;
export type EndpointsInput = Static<typeof EndpointsInputSchema>;
export type BaselineState = (typeof baselineStates)[number];
export type StopReason = (typeof stopReasons)[number];
