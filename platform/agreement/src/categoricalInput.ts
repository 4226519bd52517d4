import { Type } from '@sinclair/typebox';
import { AgreementError } from './agreementError.js';
import {
  Categories,
  Category,
  declaredScale,
  occurringScale,
  positionScale,
  type Scale,
} from './categories.js';
import { sum } from './moments.js';
import { columnsOf, requireRaters } from './ratingsTable.js';

const Count = Type.Integer({ minimum: 0 });

export const CategoricalRatings = Type.Optional(
  Type.Array(Type.Array(Type.Union([...Category.anyOf, Type.Null()])), {
    description: 'rows are subjects, columns raters, null is missing',
  })
);
export const Table = Type.Optional(
  Type.Array(Type.Array(Count), {
    minItems: 1,
    description: 'two raters: rows are the categories of the first, columns those of the second',
  })
);
export const Counts = Type.Optional(
  Type.Array(Type.Array(Count), {
    minItems: 1,
    description: 'rows are subjects, columns categories: how many raters chose it',
  })
);

export const categoricalInput = {
  ratings: CategoricalRatings,
  table: Table,
  counts: Counts,
  categories: Categories,
};
export interface CategoricalInput {
  readonly ratings?: (Category | null)[][];
  readonly table?: number[][];
  readonly counts?: number[][];
  readonly categories?: Category[];
}

/** What one subject got: `[position of the category, how many raters]`, and how many subjects got just that. */
export interface Unit {
  readonly chosen: readonly (readonly [number, number])[];
  readonly ratings: number;
  readonly times: number;
}

export interface CategoricalData {
  readonly scale: Scale;
  readonly units: readonly Unit[];
  readonly subjects: number;
  readonly raters: number;
}

/** Throws CL_AGREEMENT_SOURCE unless exactly one of the named properties is there. */
export function requireOneSource(
  input: CategoricalInput,
  names: readonly ('ratings' | 'table' | 'counts')[]
): void {
  const given = names.filter(name => input[name] !== undefined);
  if (given.length === 1) return;
  const found = given.length === 0 ? 'none' : given.join(' and ');
  throw new AgreementError(
    'CL_AGREEMENT_SOURCE',
    '/',
    `expected one of ${names.join(', ')}, found ${found}`
  );
}

/** The position of a rating on its scale. Throws CL_AGREEMENT_CATEGORY_UNKNOWN. */
function positionOf(scale: Scale, rating: Category, path: string): number {
  const position = scale.position.get(rating);
  if (position !== undefined) return position;
  const known = scale.categories.map(category => JSON.stringify(category)).join(', ');
  throw new AgreementError(
    'CL_AGREEMENT_CATEGORY_UNKNOWN',
    path,
    `${JSON.stringify(rating)} is not one of the categories ${known}`
  );
}

/** Ratings as positions on the declared or occurring scale; null stays null. */
export function positions(
  ratings: readonly (readonly (Category | null)[])[],
  categories: readonly Category[] | undefined
): { scale: Scale; rows: (number | null)[][] } {
  const scale = categories ? declaredScale(categories) : occurringScale(ratings);
  const rows = ratings.map((row, subject) =>
    row.map((rating, rater) =>
      rating === null ? null : positionOf(scale, rating, `/ratings/${subject}/${rater}`)
    )
  );
  return { scale, rows };
}

function sizedScale(categories: readonly Category[] | undefined, size: number): Scale {
  if (!categories) return positionScale(size);
  if (categories.length === size) return declaredScale(categories);
  throw new AgreementError(
    'CL_AGREEMENT_CATEGORIES',
    '/categories',
    `expected ${size} categories as the table has, found ${categories.length}`
  );
}

/** The square table and its scale. Throws CL_AGREEMENT_RAGGED or CL_AGREEMENT_CATEGORIES. */
export function squareTable(
  table: readonly (readonly number[])[],
  categories: readonly Category[] | undefined
): Scale {
  const columns = columnsOf(table, '/table');
  if (columns !== table.length)
    throw new AgreementError(
      'CL_AGREEMENT_RAGGED',
      '/table',
      `expected as many columns as the ${table.length} rows, found ${columns}`
    );
  return sizedScale(categories, columns);
}

function unit(perCategory: readonly number[], times: number): Unit {
  const chosen = perCategory.map((count, position) => [position, count] as const);
  return { chosen, ratings: sum(perCategory), times };
}

function tally(row: readonly (number | null)[]): Unit {
  const counted = new Map<number, number>();
  let ratings = 0;
  for (const position of row) {
    if (position === null) continue;
    counted.set(position, (counted.get(position) ?? 0) + 1);
    ratings += 1;
  }
  return { chosen: [...counted], ratings, times: 1 };
}

/** Ratings, a two-rater table or counts as units. Throws AgreementError. */
export function categoricalData(input: CategoricalInput): CategoricalData {
  requireOneSource(input, ['ratings', 'table', 'counts']);
  const { ratings, table, counts, categories } = input;
  if (ratings) {
    const raters = requireRaters(ratings);
    const { scale, rows } = positions(ratings, categories);
    return { scale, units: rows.map(tally), subjects: ratings.length, raters };
  }
  if (table) {
    const scale = squareTable(table, categories);
    const units = table.flatMap((row, first) =>
      row.map((times, second) => ({ ...tally([first, second]), times }))
    );
    return { scale, units, subjects: subjectsIn(units), raters: 2 };
  }
  const rows = counts as number[][]; // the one source that is left
  const scale = sizedScale(categories, columnsOf(rows, '/counts'));
  const units = rows.map(row => unit(row, 1));
  return {
    scale,
    units,
    subjects: rows.length,
    raters: units.reduce((most, one) => Math.max(most, one.ratings), 0),
  };
}

/** How many subjects are in these units. */
export function subjectsIn(units: readonly Unit[]): number {
  return units.reduce((total, { times }) => total + times, 0);
}
