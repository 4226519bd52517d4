import {
  assess,
  type AssessmentInput,
  type AssessmentOutput,
  assessmentSchemas,
} from '@corelab/criteria';
import { type Static, Type } from '@sinclair/typebox';
import { AdjudicationError } from './adjudicationError.js';
import { sameValue } from './sameValue.js';
import { Nullable, oneOf, optional } from './shape.js';

const Millimetres = Type.Number({ description: 'LPS, millimetres' });

/** Where a lesion was marked: the middle of its mark in patient space, the same frame of reference in both reads. */
export const PositionSchema = Type.Object({
  timepoint: Type.String(),
  lesion: Type.String(),
  lps: Type.Tuple([Millimetres, Millimetres, Millimetres]),
});

/** How well one region of a timepoint could be read, in the words of the read document. */
export const QualitySchema = Type.Object({
  timepoint: Type.String(),
  region: Type.String(),
  value: Type.String({ description: 'optimal, limited or notReadable' }),
  reason: Nullable(Type.String()),
});

/** A score or a volume by timepoint; a value that is not there is null, never 0. */
export const SeriesSchema = Type.Object({
  name: Type.String({ minLength: 1 }),
  /** The instrument it is a result of. */
  of: optional(Type.String()),
  unit: Nullable(Type.String()),
  betterWhen: optional(oneOf(['lower', 'higher'], 'What the change from the best value needs.')),
  visits: Type.Array(Type.Object({ timepoint: Type.String(), value: Nullable(Type.Number()) })),
});

/** One slot's read of a subject, all of its timepoints: what was marked, and what the criterion makes of it. */
export const CourseReadSchema = Type.Object({
  input: assessmentSchemas.input,
  output: assessmentSchemas.output,
  positions: optional(Type.Array(PositionSchema)),
  quality: optional(Type.Array(QualitySchema)),
  numeric: optional(Type.Array(SeriesSchema)),
});

export type Position = Static<typeof PositionSchema>;
export type Quality = Static<typeof QualitySchema>;
export type Series = Static<typeof SeriesSchema>;

/** The name of a series among all: results of two instruments may share theirs. */
export const seriesName = ({ name, of }: Pick<Series, 'name' | 'of'>): string =>
  of ? `${of}.${name}` : name;

export type CourseRead = Static<typeof CourseReadSchema>;
export type CourseExtras = Pick<CourseRead, 'positions' | 'quality' | 'numeric'>;

/** What both reads have, by their neutral names. */
export interface Pair<T> {
  readonly a: T;
  readonly b: T;
}

export const exchange = <T>({ a, b }: Pair<T>): Pair<T> => ({ a: b, b: a });

/** The course of what one reader marked. Throws CriterionError on input that the criterion can't use. */
export function courseRead(input: AssessmentInput, extras: CourseExtras = {}): CourseRead {
  return { ...extras, input, output: assess(input, { trace: false }) };
}

/**
 * A course as it was known when these timepoints had been read: the others are gone, and so is what they revised. Throws
 * CriterionError.
 */
export function courseOf(course: CourseRead, timepoints: ReadonlySet<string>): CourseRead {
  const { input, numeric } = course;
  if (input.timepoints.every(({ id }) => timepoints.has(id))) return course;
  const kept = input.timepoints.filter(({ id }) => timepoints.has(id));
  return {
    ...course,
    ...courseRead({ ...input, timepoints: kept }),
    numeric: (numeric ?? []).map(series => ({
      ...series,
      visits: series.visits.filter(({ timepoint }) => timepoints.has(timepoint)),
    })),
  };
}

/** Timepoints after the baseline, in date order. */
export function visitsOf({ timepoints }: AssessmentOutput): AssessmentOutput['timepoints'] {
  return timepoints.slice(1);
}

function requireOwnOutput({ input, output, ...extras }: CourseRead, path: string): void {
  const wrong = (at: string, text: string) =>
    new AdjudicationError('CL_COURSE', `${path}/${at}`, `${path}/${at}: ${text}`);
  if (output.criterion !== input.criterion)
    throw wrong('output/criterion', `rated by ${output.criterion}, read for ${input.criterion}`);
  const rated = output.timepoints.map(({ id }) => id).sort();
  const read = input.timepoints.map(({ id }) => id).sort();
  if (!sameValue(rated, read))
    throw wrong('output/timepoints', `rates ${rated.join(', ')}; read were ${read.join(', ')}`);
  const known = new Set(read);
  const asked = [
    ...(extras.positions ?? []).map(({ timepoint }, at) => [`positions/${at}`, timepoint] as const),
    ...(extras.quality ?? []).map(({ timepoint }, at) => [`quality/${at}`, timepoint] as const),
    ...(extras.numeric ?? []).flatMap(({ visits }, at) =>
      visits.map(({ timepoint }, visit) => [`numeric/${at}/visits/${visit}`, timepoint] as const)
    ),
  ];
  for (const [at, timepoint] of asked)
    if (!known.has(timepoint))
      throw wrong(`${at}/timepoint`, `"${timepoint}" is no timepoint of this read`);
}

/**
 * Two reads of one subject under one criterion: only what readers enter may differ. Throws AdjudicationError CL_COURSE,
 * CL_COURSES_DIFFER naming what else does.
 */
export function requireComparable({ a, b }: Pair<CourseRead>): void {
  requireOwnOutput(a, '/a');
  requireOwnOutput(b, '/b');
  const differ = (path: string, one: unknown, other: unknown) =>
    new AdjudicationError(
      'CL_COURSES_DIFFER',
      `/b${path}`,
      `/b${path}: ${JSON.stringify(other ?? null)}, the other read has ${JSON.stringify(one ?? null)}; no reader decides this`
    );
  if (!sameValue(a.output.parameters, b.output.parameters))
    throw differ('/output/parameters', a.output.parameters, b.output.parameters);
  const facts = (course: CourseRead): Readonly<Record<string, unknown>> => ({
    ...course.input,
    timepoints: null,
    parameters: null,
  });
  const [ofA, ofB] = [facts(a), facts(b)];
  for (const key of new Set([...Object.keys(ofA), ...Object.keys(ofB)]))
    if (!sameValue(ofA[key], ofB[key])) throw differ(`/input/${key}`, ofA[key], ofB[key]);
  const [baselineA, baselineB] = [a.output.timepoints[0]?.id, b.output.timepoints[0]?.id];
  if (baselineA !== baselineB) throw differ('/output/timepoints/0/id', baselineA, baselineB);
}
