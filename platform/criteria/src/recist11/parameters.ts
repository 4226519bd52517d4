import { type Static, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { CriterionError } from '../criterion.js';

const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>(
    Type.Union(
      values.map(value => Type.Literal(value)),
      { default: values[0] }
    )
  );
const days = (value: number) => Type.Integer({ minimum: 0, default: value });
const flag = (value: boolean) => Type.Boolean({ default: value });

/** The first value of each choice is the default. Texts: oncology-criteria sections 0.2 to 0.4, 1 and 16.1. */
export const ParametersSchema = Type.Object(
  {
    measurementPrecisionMm: Type.Number({ exclusiveMinimum: 0, default: 0.1 }),
    tstmDefaultMm: Type.Number({ minimum: 0, default: 5 }),
    localTreatment: oneOf(['NE', 'zero', 'exclude']),
    nadirFromPartial: flag(false),
    partialBounds: oneOf(['pdOnly', 'none']),
    normalNodesBeatPd: flag(true),
    equivocalBackdate: flag(true),
    newLesionNe: oneOf(['noCr', 'ignore']),
    visitDateRule: oneOf(['pdEarliestElseLatest', 'earliest', 'latest']),
    prCarry: oneOf(['none', 'faq']),
    reappearAfterCr: oneOf(['pd', 'sumRule']),
    ntPd: oneOf(['reader']),
    petNewLesion: flag(false),
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
    maxTargets: Type.Integer({ minimum: 1, default: 5 }),
    maxTargetsPerOrgan: Type.Integer({ minimum: 1, default: 2 }),
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;

/** Defaults filled in. Throws CL_PARAMETER on an unknown name or a value outside its range. */
export function readParameters(given: Record<string, unknown> | null | undefined): Parameters {
  const parameters: unknown = Value.Default(ParametersSchema, { ...given });
  if (Value.Check(ParametersSchema, parameters)) return parameters;
  const first = Value.Errors(ParametersSchema, parameters).First();
  const path = first?.path ?? '';
  const known = Object.keys(ParametersSchema.properties).join(', ');
  const unknownName = !(path.slice(1) in ParametersSchema.properties);
  throw new CriterionError(
    'CL_PARAMETER',
    `/parameters${path}`,
    unknownName
      ? `recist-1.1 has no parameter "${path.slice(1)}" (known: ${known})`
      : `parameter ${path.slice(1)}: ${first?.message ?? 'value not allowed'}, got ${JSON.stringify(first?.value)}`
  );
}
