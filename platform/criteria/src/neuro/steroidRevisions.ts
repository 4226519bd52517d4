import type { Revision } from '../course/equivocalRevisions.js';
import type { Visit } from '../course/subject.js';
import type { Steroids } from './inputs.js';

export interface SteroidVisit {
  readonly visit: Visit;
  /** The visit's response, a confirmed or voided progression applied. */
  readonly value: string;
  readonly date: string | null;
  readonly steroids: Steroids | null;
  readonly undeterminedBySteroids: boolean;
}

/**
 * Visits that higher steroids left undetermined: SD once the dose is back at or below baseline without progression,
 * the first of them PD once progression follows. A visit whose response is `pending` tells neither. The key is the id of
 * the visit revised.
 */
export function steroidRevisions(
  rated: readonly SteroidVisit[],
  progression: readonly string[],
  pending: readonly string[]
): Map<string, Revision> {
  const revisions = new Map<string, Revision>();
  let open: SteroidVisit[] = [];
  const revise = (one: SteroidVisit, value: string, byTimepoint: string, rule: string): void => {
    revisions.set(one.visit.id, { revised: { value, byTimepoint, rule }, date: one.date });
  };
  for (const current of rated) {
    const by = current.visit.id;
    const [first] = open;
    if (current.undeterminedBySteroids) {
      open.push(current);
    } else if (first && progression.includes(current.value)) {
      revise(first, 'PD', by, 'steroids.progressionFollowed');
      open = [];
    } else if (
      first &&
      !pending.includes(current.value) &&
      current.steroids !== null &&
      current.steroids !== 'HIGHER'
    ) {
      for (const one of open) revise(one, 'SD', by, 'steroids.doseBack');
      open = [];
    }
  }
  return revisions;
}
