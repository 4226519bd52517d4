import { roles, type Role } from '../trials/roles.js';
import { unblindingProblem, type HeldRole } from '../trials/unblinding.js';

/** What a person works as: one of their roles, or administrator of the installation who is admin of no trial. */
export type Hat = Role | 'administrator';

/** Also the order in which one is put on where the person has chosen none. */
export const hats: readonly Hat[] = [...roles, 'administrator'];

/** A role that was granted in a trial. */
export interface Grant extends HeldRole {
  readonly trialId: string;
}

/** Why a role in force is not worked in; null where nothing stands against it. */
const problemOf = (grants: readonly Grant[], { trialId, role }: Grant): string | null =>
  unblindingProblem(
    grants.filter(one => one.trialId === trialId && one.role !== role),
    role
  );

const inForce = (grants: readonly Grant[], hat: Hat): Grant[] =>
  grants.filter(({ role, ended }) => !ended && role === hat);

/** The trials that a hat does not open although its role is held there: with another grant in them it would unblind. */
export const closedTrials = (grants: readonly Grant[], hat: Hat): string[] =>
  inForce(grants, hat)
    .filter(one => problemOf(grants, one) !== null)
    .map(({ trialId }) => trialId);

export interface RefusedHat {
  readonly trialId: string;
  /** In the words of `unblindingProblem`. */
  readonly problem: string;
}

/** Why a hat opens no trial although its role is held; null where it opens one, or the role is not held. */
export const refusedHat = (grants: readonly Grant[], hat: Hat): RefusedHat | null => {
  const refused = inForce(grants, hat).map(({ trialId, ...one }) => ({
    trialId,
    problem: problemOf(grants, { trialId, ...one }),
  }));
  const [first] = refused;
  if (first === undefined || first.problem === null) return null;
  if (refused.some(({ problem }) => problem === null)) return null;
  return { trialId: first.trialId, problem: first.problem };
};

/** The hats that a person may wear, in their order. The right of an administrator goes with the hat of an admin. */
export const hatsOf = (grants: readonly Grant[], administrator: boolean): Hat[] => {
  const held = roles.filter(
    role => inForce(grants, role).length > 0 && refusedHat(grants, role) === null
  );
  return administrator && !held.includes('admin') ? [...held, 'administrator'] : held;
};

/** Whether a hat carries the right of an administrator, for who has it. */
export const administers = (hat: Hat | null): boolean => hat === 'admin' || hat === 'administrator';

/**
 * The hat that goes on being worn, or null where it is held no more. An administrator who makes their first trial, or ends as
 * admin of the last one, keeps the same hat under its other name.
 */
export const standingHat = (worn: Hat | null, held: readonly Hat[]): Hat | null => {
  if (worn === null || held.includes(worn)) return worn;
  return administers(worn) ? (held.find(administers) ?? null) : null;
};

/** The hat to begin with: the one chosen last if it is still held, else the first of the held ones. */
export const firstHat = (chosen: Hat | null, held: readonly Hat[]): Hat | null =>
  standingHat(chosen, held) ?? held[0] ?? null;

/** A stored word as a hat; null for none, and for one that this build does not know. */
export const hatNamed = (stored: string | null): Hat | null =>
  hats.find(hat => hat === stored) ?? null;
