import { unblindingStaff } from '@corelab/charter';
import { roleWords } from './role-words.js';
import type { Role } from './roles.js';

const reading: readonly Role[] = ['reader', 'adjudicator'];
/** They see sites, identities, dates or the state of other reads. */
const unblinding: readonly Role[] = [...unblindingStaff, 'siteCoordinator'];

/** A role that was granted in a trial. */
export interface HeldRole {
  readonly role: Role;
  /** It is in force no more. */
  readonly ended: boolean;
}

/**
 * Why a person with these grants in a trial can't be given a role there too, or null. Whoever once saw what readers may
 * not can't forget it: an unblinding role keeps from reading also when it has ended; one who has read and no longer does
 * may be given any.
 */
export const unblindingProblem = (held: readonly HeldRole[], role: Role): string | null => {
  if (reading.includes(role)) {
    const seen = held.find(one => unblinding.includes(one.role));
    if (seen === undefined) return null;
    return seen.ended
      ? `was ${roleWords[seen.role]} of this trial and has seen what readers may not`
      : `is ${roleWords[seen.role]} of this trial and sees what readers may not`;
  }
  if (!unblinding.includes(role)) return null;
  const reads = held.find(one => !one.ended && reading.includes(one.role));
  return reads === undefined
    ? null
    : `is ${roleWords[reads.role]} in this trial and as ${roleWords[role]} would see what readers may not`;
};
