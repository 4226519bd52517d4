import { type Static, Type } from '@sinclair/typebox';
import { AgreementError } from './agreementError.js';

export const Category = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);
export type Category = Static<typeof Category>;

export const Categories = Type.Optional(
  Type.Array(Category, {
    minItems: 1,
    description: 'all categories that could be chosen, used or not, in their order',
  })
);

/** Where the categories come from, and whether their order is known. */
export interface Scale {
  readonly categories: readonly Category[];
  readonly position: ReadonlyMap<Category, number>;
  readonly ordered: boolean;
  readonly declared: boolean;
}

function scaleOf(categories: readonly Category[], ordered: boolean, declared: boolean): Scale {
  const position = new Map(categories.map((category, index) => [category, index]));
  return { categories, position, ordered, declared };
}

/** Throws CL_AGREEMENT_CATEGORIES when a category is named twice. */
export function declaredScale(categories: readonly Category[]): Scale {
  categories.forEach((category, index) => {
    if (categories.indexOf(category) === index) return;
    throw new AgreementError(
      'CL_AGREEMENT_CATEGORIES',
      `/categories/${index}`,
      `${JSON.stringify(category)} is there twice`
    );
  });
  return scaleOf(categories, true, true);
}

const ascending = (a: Category, b: Category) => (a < b ? -1 : 1);

/**
 * Categories as they occur: numbers in ascending order; text and true/false have no order of their own.
 * Throws CL_AGREEMENT_CATEGORIES when kinds are mixed: 1 and "1" in one table are more likely an error than two grades.
 */
export function occurringScale(ratings: readonly (readonly (Category | null)[])[]): Scale {
  const found = new Set(ratings.flat().filter(rating => rating !== null));
  const kinds = [...new Set([...found].map(category => typeof category))];
  if (kinds.length > 1)
    throw new AgreementError(
      'CL_AGREEMENT_CATEGORIES',
      '/ratings',
      `expected ratings of one kind, found ${kinds.join(' and ')}: declare the categories`
    );
  const numbers = kinds.every(kind => kind === 'number');
  return scaleOf([...found].sort(ascending), numbers, false);
}

/** 1 to `size`, for tables and counts whose categories are only positions. */
export function positionScale(size: number): Scale {
  const categories = Array.from({ length: size }, (_, index) => index + 1);
  return scaleOf(categories, true, true);
}

/** Throws CL_AGREEMENT_CATEGORIES when a statistic needs an order that the scale does not have. */
export function requireOrder({ ordered }: Scale, why: string): void {
  if (ordered) return;
  throw new AgreementError(
    'CL_AGREEMENT_CATEGORIES',
    '/categories',
    `${why} needs the categories in their order`
  );
}

export function scaleConvention({ declared, categories }: Scale): string {
  return declared
    ? `Categories: the ${categories.length} declared ones, used or not.`
    : `Categories: none were declared, so the ${categories.length} that occur; declare them when a grade may be unused.`;
}
