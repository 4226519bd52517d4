import { type Category, levels } from './markers.js';

/** Laboratory progression needs a second sample; that of marrow and imaging does not. */
export type Kind = 'laboratory' | 'imaging';
/** What follows a visit: the next category that is not NE, death due to progression, or nothing before new therapy. */
export type Next = Category | 'DEATH' | null;

export const categories = ['PD', ...levels] as const;
const responses: readonly Category[] = ['sCR', 'CR', 'VGPR', 'PR', 'MR'];
const rank = (category: Category): number => categories.indexOf(category);

/** The confirmed category of a visit from its own and what follows. */
export function confirmedCategory(current: Category, next: Next, kind: Kind): Category {
  if (current === 'PD') {
    return kind === 'imaging' || next === 'PD' || next === 'DEATH' ? 'PD' : 'NE';
  }
  if (!responses.includes(current)) return current;
  if (next === null || next === 'PD' || next === 'DEATH' || next === 'NE') return 'SD';
  return rank(next) <= rank(current) ? current : next;
}

export interface ToConfirm {
  readonly timepoint: string;
  readonly category: Category;
  readonly kind: Kind;
  readonly afterNewTherapy: boolean;
}

export interface Confirmed {
  /** By the table alone. */
  readonly own: Category;
  /** The higher of the table and the best confirmed so far; PD once it was confirmed. */
  readonly shown: Category;
  /** The visit that decided; null: none did yet. */
  readonly by: string | null;
}

/** Confirmed categories of visits in time order. `death`: due to progression, after the last of them. */
export function confirmAll(visits: readonly ToConfirm[], death: boolean): Confirmed[] {
  let best: Category = 'NE';
  return visits.map((visit, index): Confirmed => {
    const later = visits.slice(index + 1).find(({ category }) => category !== 'NE');
    const next: Next =
      later === undefined
        ? death
          ? 'DEATH'
          : null
        : later.afterNewTherapy && !visit.afterNewTherapy
          ? null
          : later.category;
    const own = confirmedCategory(visit.category, next, visit.kind);
    if (rank(own) < rank(best)) best = own;
    return { own, shown: best, by: later?.timepoint ?? null };
  });
}
