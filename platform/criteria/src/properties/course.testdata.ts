import { type TObject, type TSchema } from '@sinclair/typebox';
import fc from 'fast-check';
import type { AssessmentInput, TimepointInput, TimepointOutput, Trace } from '../schemas.js';
import {
  type Entry,
  type Extras,
  type Known,
  newAtVisit,
  nonTargetAtVisit,
  nothing,
  type SizeForm,
  targetAtBaseline,
  targetAtVisit,
} from './lesions.testdata.js';

/** Random whole histories of criteria that take the same lesions. */
export interface Family {
  readonly targets: readonly Known[];
  readonly nonTargets: readonly Known[];
  readonly newLesions: readonly Known[];
  readonly form: SizeForm;
  readonly lesion?: Extras;
  /** What the criterion takes of a timepoint; `first`: of the baseline. */
  readonly timepoint?: (first: boolean) => fc.Arbitrary<Record<string, unknown>>;
  readonly subject?: fc.Arbitrary<Record<string, unknown>>;
}

/** Why scaling every length is no symmetry of a criterion, or how it is one. */
export type Scaling =
  | { readonly absolute: string }
  | {
      /** Entries of a lesion that are lengths (`volumes` grow by the third power of nothing: they scale by themselves). */
      readonly lengths: readonly string[];
      /** Parameters in the same unit. */
      readonly parameters: readonly string[];
      /** Parameters that must have this value, because the other one is an absolute threshold. */
      readonly fixed?: Readonly<Record<string, unknown>>;
      /** What of a lesion would meet an absolute threshold and is left out. */
      readonly without?: (lesion: Entry) => boolean;
      /** Factor of the lengths; 3 without it. */
      readonly factor?: number;
    };

/** Numbers of a progression's trace, each with the least that the criterion asks of it; null is a change from nothing. */
export type Met = (
  numbers: Trace['numbers'],
  parameters: Readonly<Record<string, unknown>>
) => readonly (readonly [number | null | undefined, number])[];

/** One criterion under the properties that every criterion must have. */
export interface Subjected {
  readonly family: Family;
  /** Best first, for the best overall response. */
  readonly rank: readonly string[];
  readonly scaling: Scaling;
  /** Every rule of a trace that is progression by numbers. */
  readonly progression: Readonly<Record<string, Met>>;
  /** Where a nadir may start again. */
  readonly nadirRestarts?: (parameters: Readonly<Record<string, unknown>>) => boolean;
  /** A new lesion's size counts in the burden, and by itself it is no progression. */
  readonly newLesionsMeasured?: true;
  /** Where the baseline had nothing measurable, lesions are followed without a size. */
  readonly byStateAlone?: true;
  /** Components of a visit that later visits settle. */
  readonly retrospective?: readonly string[];
  /** The part of a visit's rating that goes by measured lesions. */
  readonly bySize: (visit: TimepointOutput) => string | null | undefined;
  /** What that part can be where one target's size is missing. */
  readonly unmeasured: readonly string[];
}

const isUnion = (schema: TSchema): schema is TSchema & { anyOf: TSchema[] } =>
  Array.isArray((schema as { anyOf?: unknown }).anyOf);

/** A parameter's choices; null where it is a number or a text, which keep their default. */
function choicesOf(schema: TSchema): unknown[] | null {
  if ((schema as { type?: unknown }).type === 'boolean') return [true, false];
  if (!isUnion(schema)) return null;
  const constants: unknown[] = schema.anyOf.map(
    (one: TSchema) => (one as { const?: unknown }).const
  );
  return constants.every(value => value !== undefined) ? constants : null;
}

/** Mostly the defaults; else every choice of every parameter. */
function parametersArbitrary(schema: TObject): fc.Arbitrary<Record<string, unknown>> {
  const choices = Object.entries(schema.properties).flatMap(([name, one]) => {
    const values = choicesOf(one);
    return values === null ? [] : [[name, fc.constantFrom(...values)] as const];
  });
  const any = fc.record(Object.fromEntries(choices), { requiredKeys: [] });
  return fc.oneof({ weight: 1, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: any });
}

const dateOf = (day: number): string =>
  new Date(Date.UTC(2026, 0, 5 + day)).toISOString().slice(0, 10);

type Dated = (date: string | null) => Entry[];

interface Step {
  readonly lesions: readonly Dated[];
  readonly own: Record<string, unknown>;
  readonly gap: number;
  readonly unread: boolean;
}

function baselineOf(family: Family): fc.Arbitrary<Step> {
  const extras = family.lesion ?? nothing;
  const { targets, nonTargets, form, timepoint = nothing } = family;
  const present = (known: Known) =>
    extras(known, true).map((more): Entry => ({
      ...known,
      role: 'non-target',
      status: 'present',
      ...more,
    }));
  return fc
    .tuple(
      fc.subarray([...targets], { minLength: 0 }),
      fc.subarray([...nonTargets]),
      timepoint(true),
      fc.constantFrom(...Array<boolean>(19).fill(false), true)
    )
    .chain(([some, others, own, unread]) =>
      fc
        .tuple(
          fc.tuple(...some.map(one => targetAtBaseline(one, form, extras))),
          fc.tuple(...others.map(present))
        )
        .map(([a, b]) => ({
          lesions: [...a, ...b].map((one): Dated => () => [one]),
          own: { ...own, ...(unread ? { evaluable: false } : {}) },
          gap: 0,
          unread,
        }))
    );
}

function visitOf(family: Family, first: Step): fc.Arbitrary<Step> {
  const extras = family.lesion ?? nothing;
  const { targets, nonTargets, newLesions, form, timepoint = nothing } = family;
  const there = new Set(first.lesions.flatMap(one => one(null)).map(({ id }) => id));
  const followed = targets.filter(({ id }) => there.has(id));
  const always =
    (entries: Entry[]): Dated =>
    () =>
      entries;
  return fc
    .tuple(
      fc.tuple(
        ...followed.map((one, index) =>
          targetAtVisit(one, form, extras, index === 0 ? null : (followed[0]?.id ?? null))
        )
      ),
      fc.tuple(
        ...nonTargets
          .filter(({ id }) => there.has(id))
          .map(one => nonTargetAtVisit(one, extras).map(always))
      ),
      fc.tuple(...newLesions.map(one => newAtVisit(one, form, extras).map(always))),
      timepoint(false),
      fc.integer({ min: 7, max: 100 }),
      fc.constantFrom(...Array<boolean>(19).fill(false), true)
    )
    .map(([a, b, c, own, gap, unread]) => ({
      lesions: [...a, ...b, ...c],
      own: { ...own, ...(unread ? { evaluable: false, reason: 'NOT_IMAGED' } : {}) },
      gap,
      unread,
    }));
}

function timepointsOf(steps: readonly Step[], dated: boolean): TimepointInput[] {
  let day = 0;
  return steps.map(({ lesions, own, gap }, index) => {
    day += gap;
    const date = dated ? dateOf(day) : null;
    return {
      id: index === 0 ? 'BL' : `V${index}`,
      ...(date === null ? {} : { date }),
      ...own,
      lesions: lesions.flatMap(one => one(date)),
    };
  });
}

/** Whole histories of 1 to 8 timepoints of one subject under one criterion, its parameters and inputs included. */
export function histories(
  criterion: string,
  parameters: TObject,
  family: Family
): fc.Arbitrary<AssessmentInput> {
  const course = baselineOf(family).chain(first =>
    fc.array(visitOf(family, first), { maxLength: 7 }).map(visits => [first, ...visits])
  );
  return fc
    .tuple(
      course,
      parametersArbitrary(parameters),
      family.subject ?? nothing(),
      fc.constantFrom(true, true, true, true, true, true, true, true, true, false),
      fc.constantFrom(null, null, null, 150, 300)
    )
    .map(([steps, chosen, subject, dated, newTherapy]) => ({
      criterion,
      parameters: chosen,
      startDate: dateOf(-3),
      firstDoseDate: dateOf(1),
      ...(newTherapy === null ? {} : { newTherapyDate: dateOf(newTherapy) }),
      ...subject,
      timepoints: timepointsOf(steps, dated),
    }));
}
