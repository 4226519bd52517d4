import { criteria } from '@corelab/criteria';
import { OptionsSchema } from '@corelab/endpoints';
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { AdjudicationError } from './adjudicationError.js';
import { choice, closed } from './shape.js';

const missing = choice(
  ['fires', 'ignored'],
  'A value that one read has and the other has not: a difference, or nothing to compare.'
);

export const dateVariables = ['pdDate', 'respDate'] as const;
export const namedVariables = [
  'bor',
  'pdStatus',
  'pdDate',
  'respDate',
  'visitResponse',
  'neThroughout',
  'measurability',
  'newLesion',
] as const;
export type NamedVariable = (typeof namedVariables)[number];

/** What of a number is compared, at each timepoint. */
export const measures = [
  'value',
  'changeFromBaseline',
  'changeFromBaselinePct',
  'changeFromNadir',
  'changeFromNadirPct',
] as const;
export type NumberMeasure = (typeof measures)[number];

const Variable = Type.String({
  minLength: 1,
  description: `${namedVariables.join(', ')}; burden (the criterion's); or the name of a score or volume`,
});

/** One trigger as a charter has it, its variable alone being short for it; the last three keys are not in charters. */
export const TriggerSchema = Type.Union([
  Variable,
  Type.Object(
    {
      variable: Variable,
      of: Type.Optional(
        Type.String({ minLength: 1, description: 'criterion or instrument that it is a result of' })
      ),
      absolute: Type.Optional(
        Type.Number({ minimum: 0, description: 'in its unit; more than this fires' })
      ),
      relativePct: Type.Optional(
        Type.Number({ minimum: 0, description: 'per cent of the mean; more than this fires' })
      ),
      measure: Type.Optional(choice(measures, 'What of a number is compared.')),
      toleranceDays: Type.Optional(
        Type.Integer({ minimum: 0, description: 'of a date, in place of dateToleranceDays' })
      ),
      missing: Type.Optional(missing),
    },
    closed
  ),
]);

/** The part of a charter that says what is adjudicated and what stands; every key optional with its default. */
export const RulesSchema = Type.Object(
  {
    paradigm: choice(
      ['twoWithAdjudication', 'oneReader', 'twoAveraged', 'consensus'],
      'Who reads: two with adjudication, one, two whose numbers are averaged, or several together.'
    ),
    scope: choice(
      ['subject', 'timepoint', 'sinceLast'],
      'What an adjudication covers: the whole subject, one timepoint, or what came since the last one.'
    ),
    triggers: Type.Array(TriggerSchema, {
      default: ['bor', 'pdStatus', 'pdDate', 'respDate'],
      description: 'Any of them makes two reads discordant.',
    }),
    dateToleranceDays: Type.Integer({
      minimum: 0,
      default: 0,
      description: 'Days that two dates may lie apart, where a trigger does not say it.',
    }),
    mode: choice(
      ['selectRead', 'perTimepoint', 'thirdRead'],
      'What the adjudicator does: picks one complete read, one for each timepoint, or reads anew.'
    ),
    concordantSource: choice(
      ['reader1', 'reader2', 'mean'],
      'Whose record stands where both agree, always the same one; mean: of numbers, and reader 1 of the rest.'
    ),
    thirdReadFinal: choice(
      ['adjudicator', 'meanOfClosest2', 'medianOf3'],
      'What stands of numbers after a third read: its own, or what the three come to.'
    ),
    laterTimepoints: choice(
      ['keepChosenReader', 'readjudicate'],
      'Timepoints read after an adjudication: those of the chosen read, or compared again.'
    ),
    singleStands: Type.Boolean({
      default: false,
      description: 'twoAveraged: a value that only one read has is taken, flagged, as the mean.',
    }),
    counterfactual: Type.Boolean({
      default: false,
      description: 'Whether the adjudicator sees what each difference does to the outcome.',
    }),
    endpointOptions: Type.Partial(OptionsSchema, {
      default: {},
      description: "The trial's options of docs/endpoints.md, so that reads differ where they do.",
      additionalProperties: false,
    }),
  },
  closed
);
export type AdjudicationRules = Static<typeof RulesSchema>;
export type ChosenRules = Partial<AdjudicationRules>;
type GivenTrigger = Exclude<AdjudicationRules['triggers'][number], string>;

/** A trigger with everything it says or takes from the rules. */
export interface Trigger {
  /** Its name in results: the variable, of an instrument's after that, with what is compared if not the value. */
  readonly name: string;
  readonly variable: string;
  /** Of a named variable, of the criterion's burden, of a score or volume. */
  readonly kind: 'named' | 'burden' | 'series';
  readonly of: string | null;
  readonly toleranceDays: number;
  readonly measure: NumberMeasure;
  readonly absolute: number | null;
  readonly relativePct: number | null;
  readonly missing: 'fires' | 'ignored';
}

function requireShape(schema: TSchema, value: unknown): void {
  const first = Value.Check(schema, value) ? undefined : Value.Errors(schema, value).First();
  if (!first) return;
  const path = `/rules${first.path}`;
  const found = JSON.stringify(first.value) ?? 'nothing';
  throw new AdjudicationError(
    'CL_ADJUDICATION_RULES',
    path,
    `${path}: ${first.message}, found ${found}`
  );
}

/** The rules with the defaults of section 16.5. Throws AdjudicationError CL_ADJUDICATION_RULES. */
export function resolveRules(chosen: ChosenRules = {}): AdjudicationRules {
  requireShape(Type.Partial(RulesSchema, closed), chosen);
  const rules = { ...Value.Create(RulesSchema), ...chosen };
  triggersOf(rules);
  return rules;
}

const isNamed = (variable: string): variable is NamedVariable =>
  namedVariables.some(name => name === variable);
const isDate = (variable: string): boolean => dateVariables.some(name => name === variable);

function kindOf(variable: string, of: string | null): Trigger['kind'] {
  if (of !== null && !Object.hasOwn(criteria, of)) return 'series';
  if (isNamed(variable)) return 'named';
  return variable === 'burden' ? 'burden' : 'series';
}

/** What a trigger says that its variable has no use for, or lacks; null when it can fire. */
function problemOf(given: GivenTrigger, kind: Trigger['kind']): string | null {
  const { variable, absolute, relativePct, measure, toleranceDays } = given;
  const limited = absolute !== undefined || relativePct !== undefined;
  if (toleranceDays !== undefined && !(kind === 'named' && isDate(variable)))
    return `${variable} is no date: it has no toleranceDays`;
  if (kind !== 'named')
    return limited ? null : `the number ${variable} needs absolute, relativePct or both`;
  return limited || measure !== undefined
    ? `${variable} is no number: it has no absolute, relativePct or measure`
    : null;
}

/** Every trigger in full, in the order of the rules. Throws on one that can't fire, or the same one twice. */
export function triggersOf({
  triggers,
  dateToleranceDays,
}: Pick<AdjudicationRules, 'triggers' | 'dateToleranceDays'>): Trigger[] {
  const seen = new Set<string>();
  return triggers.map((one, index) => {
    const given: GivenTrigger = typeof one === 'string' ? { variable: one } : one;
    const { variable, of = null, measure = 'value', absolute = null, relativePct = null } = given;
    const kind = kindOf(variable, of);
    const parts = [kind === 'series' ? of : null, variable, measure === 'value' ? null : measure];
    const name = parts.filter(part => part !== null).join('.');
    const problem = seen.has(name) ? `${name} is there twice` : problemOf(given, kind);
    if (problem !== null) {
      const path = `/rules/triggers/${index}`;
      throw new AdjudicationError('CL_ADJUDICATION_RULES', path, `${path}: ${problem}`);
    }
    seen.add(name);
    const { missing: unsaid = 'fires', toleranceDays = dateToleranceDays } = given;
    return {
      name,
      variable,
      kind,
      of,
      toleranceDays,
      measure,
      absolute,
      relativePct,
      missing: unsaid,
    };
  });
}
