import { type TObject, type TSchema, Type } from '@sinclair/typebox';
import { Value, type ValueError } from '@sinclair/typebox/value';
import { cheson2007 } from './cheson2007/cheson2007.js';
import { type Criterion, CriterionError } from './criterion.js';
import { iwcll2018 } from './iwcll2018/iwcll2018.js';
import { imwg2016 } from './imwg2016/imwg2016.js';
import { choi } from './choi/choi.js';
import { irrc } from './irrc/irrc.js';
import { mrecist } from './mrecist/mrecist.js';
import { pcwg3 } from './pcwg3/pcwg3.js';
import { percist } from './percist/percist.js';
import { imrecist } from './imrecist/imrecist.js';
import { irecist } from './irecist/irecist.js';
import { lugano2014 } from './lugano2014/lugano2014.js';
import { macdonald } from './macdonald/macdonald.js';
import { rano2 } from './rano2/rano2.js';
import { ranoHgg2010 } from './ranoHgg2010/ranoHgg2010.js';
import { recist11 } from './recist11/recist11.js';
import { asGiven, readerResponsesIn, requireReaderResponses } from './readerResponse.js';
import { written } from './reason.js';
import { remembered } from './remembered.js';
import { shapeCheck } from './shapeCheck.js';
import {
  type AssessmentInput,
  AssessmentInputSchema,
  type AssessmentOutput,
  type CombineInput,
  CombineInputSchema,
  type CombineOutput,
  LesionSchema,
  TimepointSchema,
} from './schemas.js';

/** Every criterion by its id. */
export const criteria: Readonly<Record<string, Criterion>> = {
  [recist11.id]: recist11,
  [pcwg3.id]: pcwg3,
  [imwg2016.id]: imwg2016,
  [iwcll2018.id]: iwcll2018,
  [irecist.id]: irecist,
  [lugano2014.id]: lugano2014,
  [cheson2007.id]: cheson2007,
  [imrecist.id]: imrecist,
  [ranoHgg2010.id]: ranoHgg2010,
  [rano2.id]: rano2,
  [macdonald.id]: macdonald,
  [irrc.id]: irrc,
  [mrecist.id]: mrecist,
  [choi.id]: choi,
  [percist.id]: percist,
};

/** The literals a schema allows, through nested unions. */
function literals(schema: TSchema): string[] {
  const variants: unknown = schema.anyOf;
  if (Array.isArray(variants)) return (variants as TSchema[]).flatMap(literals);
  return 'const' in schema ? [JSON.stringify(schema.const)] : [];
}

/** What was expected: a union's own message only says that none of its variants fits. */
function expectation({ schema, message, errors }: ValueError): string {
  const allowed = literals(schema);
  if (allowed.length > 0) return `expected one of ${allowed.join(', ')}`;
  const inner = errors[0]?.First();
  return inner ? expectation(inner) : message.replace('Expected', 'expected');
}

function requireShape(schema: TSchema, input: unknown, at = ''): void {
  const first = shapeCheck(schema)(input) ? undefined : Value.Errors(schema, input).First();
  if (!first) return;
  const path = `${at}${first.path}` || '/';
  const found =
    first.value === undefined
      ? 'nothing'
      : typeof first.value === 'object'
        ? JSON.stringify(first.value).slice(0, 80)
        : String(first.value);
  throw new CriterionError(
    'CL_ASSESSMENT_INPUT',
    path,
    `${path}: ${expectation(first)}, found ${found}`
  );
}

function criterionOf(id: string): Criterion {
  const criterion = Object.hasOwn(criteria, id) ? criteria[id] : undefined;
  if (criterion) return criterion;
  throw new CriterionError(
    'CL_CRITERION_UNKNOWN',
    '/criterion',
    `no criterion "${id}" (known: ${Object.keys(criteria).join(', ')})`
  );
}

const described = ({ description = '' }: TSchema) => ({ description });

/** JSON Schema of everything one criterion takes. */
export function inputSchemaOf({ id, parameters, inputs }: Criterion): TObject {
  const common = AssessmentInputSchema.properties;
  const lesion = Type.Object({ ...LesionSchema.properties, ...inputs.lesion?.properties });
  const timepoint = Type.Object({
    ...TimepointSchema.properties,
    ...inputs.timepoint?.properties,
    lesions: Type.Array(lesion, described(TimepointSchema.properties.lesions)),
  });
  return Type.Object({
    ...common,
    ...inputs.subject?.properties,
    criterion: Type.Literal(id, described(common.criterion)),
    parameters: Type.Optional(Type.Union([parameters, Type.Null()], described(common.parameters))),
    timepoints: Type.Array(timepoint, described(common.timepoints)),
  });
}

/** For each criterion: what `assess` takes, what `combine` takes, its parameters and their defaults. */
export function criterionSchemas(): Record<string, Record<'input' | 'components', TObject>> {
  return Object.fromEntries(
    Object.values(criteria).map(criterion => [
      criterion.id,
      { input: inputSchemaOf(criterion), components: criterion.components },
    ])
  );
}

/** What one criterion takes beside what every criterion takes, at its places. */
const ownInputsOf = remembered(({ inputs }: Criterion): TObject => {
  const lesion = Type.Object({ ...inputs.lesion?.properties });
  const timepoint = Type.Object({ ...inputs.timepoint?.properties, lesions: Type.Array(lesion) });
  return Type.Object({ ...inputs.subject?.properties, timepoints: Type.Array(timepoint) });
});

export interface AssessOptions {
  /** false: every `trace` is empty, and what it would say is not made. */
  readonly trace?: boolean;
}

/**
 * Rates one subject under one criterion: burden and categories of every timepoint with the rule behind each, findings
 * about what was entered, and the best overall response. A response that the reader gave is the timepoint's, and changes
 * nothing that is calculated of the marks, there or later. Lengths in mm, dates YYYY-MM-DD. Throws CriterionError.
 */
export function assess(
  input: AssessmentInput,
  { trace = true }: AssessOptions = {}
): AssessmentOutput {
  requireShape(AssessmentInputSchema, input);
  const criterion = criterionOf(input.criterion);
  requireShape(ownInputsOf(criterion), input);
  requireReaderResponses(criterion, input);
  const given = readerResponsesIn(input);
  const rated = criterion.assess(input);
  const timepoints = rated.timepoints
    .map(one => asGiven(one, given.get(one.id)))
    .map(one => ({ ...one, trace: trace ? one.trace.map(written) : [] }));
  return { ...rated, timepoints };
}

/** A criterion's published combination table alone. Throws CriterionError on a code the table does not have. */
export function combine(input: CombineInput): CombineOutput {
  requireShape(CombineInputSchema, input);
  const criterion = criterionOf(input.criterion);
  requireShape(criterion.components, input.components, '/components');
  return { overall: criterion.combine(input.components) };
}
