import type { NewLesionState, Overall } from '../course/categories.js';
import { lesionsOf } from '../course/lesions.js';
import type { Visit } from '../course/subject.js';
import type { RatedTimepoint } from '../reason.js';

type Revised = NonNullable<RatedTimepoint['revised']>;

interface Rated {
  readonly visit: Visit;
  readonly overall: Overall;
  readonly perLesion: ReadonlyMap<string, NewLesionState>;
}

function unequivocal(visit: Visit, id: string): Visit {
  const lesion = visit.lesions.get(id);
  if (!lesion) return visit;
  const lesions = lesionsOf([...visit.lesions.list, { ...lesion, status: 'unequivocal' }]);
  return { ...visit, lesions };
}

/**
 * Equivocal new lesions that a later visit calls unequivocal: the first equivocal visit is rated again as if it had
 * been unequivocal there, and revised where that changes the response. Keys are ids of visits revised.
 * @param rerate the overall responses of these visits, in their order
 */
export function equivocalReratings(
  rated: readonly Rated[],
  rerate: (visits: readonly Visit[]) => readonly Overall[]
): Map<string, Revised> {
  const revisions = new Map<string, Revised>();
  const open = new Map<string, { readonly first: Rated; readonly before: readonly Visit[] }>();
  const visits = rated.map(({ visit }) => visit);
  rated.forEach((current, index) => {
    for (const [lesion, state] of current.perLesion) {
      if (state === 'EQUIVOCAL' && !open.has(lesion))
        open.set(lesion, { first: current, before: visits.slice(0, index) });
      const seen = state === 'YES' ? open.get(lesion) : undefined;
      if (state === 'NO' || state === 'YES') open.delete(lesion);
      if (!seen || revisions.has(seen.first.visit.id)) continue;
      const { first, before } = seen;
      const value = rerate([...before, unequivocal(first.visit, lesion)]).at(-1);
      if (value === undefined || value === first.overall) continue;
      revisions.set(first.visit.id, {
        value,
        byTimepoint: current.visit.id,
        rule: 'newLesion.equivocalConfirmed',
      });
    }
  });
  return revisions;
}
