import type { RatedTimepoint } from '../reason.js';
import type { NewLesionState } from './categories.js';
import { scanDate } from './responseDate.js';
import type { Visit } from './subject.js';

export interface RatedNewLesions {
  readonly visit: Visit;
  readonly overall: string;
  readonly perLesion: ReadonlyMap<string, NewLesionState>;
}

export interface Revision {
  readonly revised: NonNullable<RatedTimepoint['revised']>;
  readonly date: string | null;
}

/**
 * Equivocal new lesions that a later visit calls unequivocal: the first equivocal visit becomes progression (`value`),
 * dated there, unless it is one of `progressions` already. A visit confirms only by being one of `progressions` itself:
 * what could not be rated revises nothing. The key is the id of the visit revised. A lesion that went away in between
 * starts again.
 */
export function equivocalRevisions(
  rated: readonly RatedNewLesions[],
  value = 'PD',
  progressions: readonly string[] = [value]
): Map<string, Revision> {
  const revisions = new Map<string, Revision>();
  const open = new Map<string, RatedNewLesions>();
  for (const current of rated) {
    for (const [lesion, state] of current.perLesion) {
      if (state === 'NO') open.delete(lesion);
      if (state === 'EQUIVOCAL' && !open.has(lesion)) open.set(lesion, current);
      const confirms = state === 'YES' && progressions.includes(current.overall);
      const first = confirms ? open.get(lesion) : undefined;
      if (confirms) open.delete(lesion);
      if (!first || progressions.includes(first.overall) || revisions.has(first.visit.id)) continue;
      revisions.set(first.visit.id, {
        revised: {
          value,
          byTimepoint: current.visit.id,
          rule: 'newLesion.equivocalConfirmed',
        },
        date: scanDate(first.visit, lesion),
      });
    }
  }
  return revisions;
}

/** A visit as a later one revised it; as it was where none did. */
export const revisedBy = (output: RatedTimepoint, revision: Revision | undefined) =>
  revision ? { ...output, date: revision.date, revised: revision.revised } : output;
