import { type Category, levels } from './markers.js';

/** What follows a visit: the next category that is not NE, death due to progression, or nothing before new therapy. */
export type Next = Category | 'DEATH' | null;

export const categories = ['PD', ...levels] as const;
const responses: readonly Category[] = ['sCR', 'CR', 'VGPR', 'PR', 'MR'];
const rank = (category: Category): number => categories.indexOf(category);

/**
 * The confirmed category of a visit from its own and what follows. `needsSecond`: progression by the laboratory does,
 * that of marrow and imaging does not.
 */
export function confirmedCategory(current: Category, next: Next, needsSecond: boolean): Category {
  if (current === 'PD') return !needsSecond || next === 'PD' || next === 'DEATH' ? 'PD' : 'NE';
  if (!responses.includes(current)) return current;
  if (next === null || next === 'PD' || next === 'DEATH') return 'SD';
  return rank(next) <= rank(current) ? current : next;
}

export interface ToConfirm {
  readonly timepoint: string;
  readonly category: Category;
  /** Its progression, if it is one, is by the laboratory alone. */
  readonly needsSecond: boolean;
  readonly afterNewTherapy: boolean;
}

export interface Confirmed<Visit extends ToConfirm> {
  readonly visit: Visit;
  /** By the table alone. */
  readonly own: Category;
  /** The higher of the table and the best confirmed so far; PD once it was confirmed. */
  readonly shown: Category;
  /** The visit that decided; null: none did yet. */
  readonly by: string | null;
}

/** Confirmed categories of visits in time order. `death`: due to progression, after the last of them. */
export function confirmAll<Visit extends ToConfirm>(
  visits: readonly Visit[],
  death: boolean
): Confirmed<Visit>[] {
  let best: Category = 'NE';
  return visits.map((visit, index): Confirmed<Visit> => {
    const later = visits.slice(index + 1).find(({ category }) => category !== 'NE');
    const next: Next =
      later === undefined
        ? death
          ? 'DEATH'
          : null
        : later.afterNewTherapy && !visit.afterNewTherapy
          ? null
          : later.category;
    const own = confirmedCategory(visit.category, next, visit.needsSecond);
    if (rank(own) < rank(best)) best = own;
    return { visit, own, shown: best, by: later?.timepoint ?? null };
  });
}
