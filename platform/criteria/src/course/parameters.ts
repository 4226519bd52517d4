import { type Static, type TObject, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { CriterionError } from '../criterion.js';

/** A choice; the first value is the default. */
export const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>(
    Type.Union(
      values.map(value => Type.Literal(value)),
      { default: values[0] }
    )
  );
/** A whole number of days or visits. */
export const days = (value: number) => Type.Integer({ minimum: 0, default: value });
export const flag = (value: boolean) => Type.Boolean({ default: value });

/** Best overall response: oncology-criteria section 16.1. */
export const bestResponseParameters = {
  confirmation: oneOf(['none', 'responses']),
  confirmationDays: days(28),
  minStableDays: days(42),
  maxInterveningNE: days(1),
  acceptInterveningSD: flag(false),
  refDate: oneOf(['randomisation', 'firstDose']),
  missingAs: oneOf(['MISSING', 'NE']),
  truncateAtPd: flag(true),
  pdCutoff: Type.Union([Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }), Type.Null()], {
    default: null,
  }),
};

/** States, sums and dates of criteria that follow targets by diameters: oncology-criteria sections 0.2 to 0.4. */
export const courseParameters = {
  measurementPrecisionMm: Type.Number({ exclusiveMinimum: 0, default: 0.1 }),
  tstmDefaultMm: Type.Number({ minimum: 0, default: 5 }),
  localTreatment: oneOf(['NE', 'zero', 'exclude']),
  nadirFromPartial: flag(false),
  partialBounds: oneOf(['pdOnly', 'none']),
  normalNodesBeatPd: flag(true),
  equivocalBackdate: flag(true),
  newLesionNe: oneOf(['noCr', 'ignore']),
  visitDateRule: oneOf(['pdEarliestElseLatest', 'earliest', 'latest']),
  petNewLesion: flag(false),
  maxTargets: Type.Integer({ minimum: 1, default: 5 }),
  maxTargetsPerOrgan: Type.Integer({ minimum: 1, default: 2 }),
};

export type CourseParameters = Static<TObject<typeof courseParameters>>;
export type BestResponseParameters = Static<TObject<typeof bestResponseParameters>>;

/** Defaults filled in. Throws CL_PARAMETER on an unknown name or a value outside its range. */
export function parametersOf<T extends TObject>(
  criterion: string,
  schema: T,
  given: Record<string, unknown> | null | undefined
): Static<T> {
  const parameters: unknown = Value.Default(schema, { ...given });
  if (Value.Check(schema, parameters)) return parameters;
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
