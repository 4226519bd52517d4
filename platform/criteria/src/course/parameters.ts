import { type Static, type TObject, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { CriterionError } from '../criterion.js';
import { remembered } from '../remembered.js';
import { shapeCheck } from '../shapeCheck.js';

/** A choice; the first value is the default. */
export const oneOf = <const T extends readonly string[]>(values: T, description: string) =>
  Type.Unsafe<T[number]>(
    Type.Union(
      values.map(value => Type.Literal(value)),
      { default: values[0], description }
    )
  );
/** A whole number of days or visits. */
export const days = (value: number, description: string) =>
  Type.Integer({ minimum: 0, default: value, description });
export const flag = (value: boolean, description: string) =>
  Type.Boolean({ default: value, description });

/** Best overall response: oncology-criteria section 16.1. */
export const bestResponseParameters = {
  confirmation: oneOf(
    ['none', 'responses'],
    'responses: complete and partial responses count once confirmed by a later visit; none: at once.'
  ),
  confirmationDays: days(28, 'Least days between a response and the visit that confirms it.'),
  minStableDays: days(
    42,
    'Least days from the reference date until stable disease counts as best response.'
  ),
  maxInterveningNE: days(
    1,
    'Largest number of visits that were not evaluable between a response and its confirmation.'
  ),
  acceptInterveningSD: flag(
    false,
    'Whether one stable visit may lie between a partial response and its confirmation.'
  ),
  refDate: oneOf(['randomisation', 'firstDose'], 'Day that days count from.'),
  missingAs: oneOf(['MISSING', 'NE'], 'Best response of a subject without a visit that counts.'),
  truncateAtPd: flag(
    true,
    'Whether visits after the first progression are left out of the best response.'
  ),
  pdCutoff: Type.Union([Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), Type.Null()], {
    default: null,
    description:
      'Last day, YYYY-MM-DD, whose visits enter the best response, in the place of the first progression.',
  }),
};

export const tstmDescription =
  'Diameter in mm of a lesion that is there but too small to measure, where the reader gives no number.';

/** States, sums and dates of criteria that follow targets by diameters: oncology-criteria sections 0.2 to 0.4. */
export const courseParameters = {
  measurementPrecisionMm: Type.Number({
    exclusiveMinimum: 0,
    default: 0.1,
    description:
      'Precision of what readers record, mm: capture rounds to it, decisions never round.',
  }),
  // Nothing that is there measures 0, which means gone.
  tstmDefaultMm: Type.Number({
    exclusiveMinimum: 0,
    default: 5,
    description: tstmDescription,
  }),
  localTreatment: oneOf(
    ['NE', 'zero', 'exclude'],
    'A target resected, ablated or irradiated on study, from then on: NE, not evaluable; zero, counted as 0; exclude, out of the sums on both sides.'
  ),
  nadirFromPartial: flag(
    false,
    'Whether a visit with a target missing may set the nadir by the sum of what was read.'
  ),
  partialBounds: oneOf(
    ['pdOnly', 'none'],
    'A sum with a target missing is a lower bound: pdOnly, progression if the bound alone reaches it; none, always NE.'
  ),
  normalNodesBeatPd: flag(
    true,
    'Whether targets that are all gone or of normal size are CR even where their sum grew as far as progression.'
  ),
  equivocalBackdate: flag(
    true,
    'Whether an equivocal new lesion that a later visit calls unequivocal makes its first visit progression.'
  ),
  newLesionNe: oneOf(
    ['noCr', 'ignore'],
    'New lesions that could not be judged: noCr, they forbid a complete response; ignore, as none.'
  ),
  visitDateRule: oneOf(
    ['pdEarliestElseLatest', 'earliest', 'latest'],
    "Date of a visit's response: progression by its earliest component and the rest by the latest scan, or always the earliest or the latest scan."
  ),
  petNewLesion: flag(
    false,
    'Whether a focus seen on FDG-PET alone is a new lesion, with a negative PET at baseline.'
  ),
  maxTargets: Type.Integer({
    minimum: 1,
    default: 5,
    description: 'Largest number of targets in total.',
  }),
  maxTargetsPerOrgan: Type.Integer({
    minimum: 1,
    default: 2,
    description: 'Largest number of targets in one organ; all nodes are one organ.',
  }),
};

/** `Type.Pick` and `Type.Omit` take from it what a criterion shares. */
export const CourseSchema = Type.Object(courseParameters);

/** What RECIST 1.1 leaves open and its relatives with it: oncology-criteria section 1. */
export const recistParameters = {
  prCarry: oneOf(
    ['none', 'faq'],
    'Partial response that is no longer 30 % below the baseline: none, rated by its sum; faq, stays one until progression.'
  ),
  reappearAfterCr: oneOf(
    ['pd', 'sumRule'],
    'Disease back after a complete response: pd, progression; sumRule, by the sum alone.'
  ),
  ntPd: oneOf(['reader'], "What makes non-targets progression: the reader's judgement."),
};

/** New lesions that are measured: oncology-criteria sections 2 and 4. */
export const newTargetParameters = {
  maxNewTargets: Type.Integer({
    minimum: 1,
    default: 5,
    description: 'Largest number of new lesions that are followed by measurement.',
  }),
  maxNewTargetsPerOrgan: Type.Integer({
    minimum: 1,
    default: 2,
    description: 'Largest number of those in one organ.',
  }),
};

export type CourseParameters = Static<TObject<typeof courseParameters>>;
export type BestResponseParameters = Static<TObject<typeof bestResponseParameters>>;

const defaultsOf = remembered(
  (schema: TObject) => Value.Default(schema, {}) as Readonly<Record<string, unknown>>
);

/** Defaults filled in. Throws CL_PARAMETER on an unknown name or a value outside its range. */
export function parametersOf<T extends TObject>(
  criterion: string,
  schema: T,
  given: Record<string, unknown> | null | undefined
): Static<T> {
  const stated = Object.entries(given ?? {}).filter(([, value]) => value !== undefined);
  const parameters: unknown = { ...defaultsOf(schema), ...Object.fromEntries(stated) };
  if (shapeCheck(schema)(parameters)) return parameters as Static<T>;
  const first = Value.Errors(schema, parameters).First();
  const path = first?.path ?? '';
  const name = path.slice(1);
  const known = Object.keys(schema.properties).join(', ');
  throw new CriterionError(
    'CL_PARAMETER',
    `/parameters${path}`,
    name in schema.properties
      ? `parameter ${name}: ${first?.message ?? 'value not allowed'}, got ${JSON.stringify(first?.value)}`
      : `${criterion} has no parameter "${name}" (known: ${known})`
  );
}
