import type { Charter } from '@corelab/charter';
import { roles, type Role } from './roles.js';

export interface CharterRole {
  readonly user: string;
  readonly role: Role;
  /** Codes of a site coordinator's sites. */
  readonly sites: readonly string[];
}

/** The role of whoever takes a slot; the site's own assessment is nobody's reading. */
export const roleOfSlot = (slot: string): Role | null =>
  slot === 'SITE' ? null : slot === 'ADJ' ? 'adjudicator' : 'reader';

/** Who is what by a charter: readers and adjudicators with their backups, staff, site coordinators. Each once. */
export const charterRoles = (charter: Charter): CharterRole[] => {
  const ofTracks = charter.tracks.flatMap(({ readers, assignment }) =>
    [readers, assignment.backups].flatMap(named =>
      Object.entries(named).flatMap(([slot, users]) => {
        const role = roleOfSlot(slot);
        return role === null ? [] : users.map(user => ({ user, role, sites: [] }));
      })
    )
  );
  const staff = roles.flatMap(role =>
    role === 'reader' || role === 'adjudicator' || role === 'siteCoordinator'
      ? []
      : (charter.roles[role] ?? []).map(user => ({ user, role, sites: [] }))
  );
  const coordinators = new Map<string, string[]>();
  for (const { code, coordinators: users } of charter.sites) {
    for (const user of users) coordinators.set(user, [...(coordinators.get(user) ?? []), code]);
  }
  const atSites = [...coordinators].map(([user, sites]) => ({
    ...{ user, role: 'siteCoordinator' as const, sites },
  }));
  const all: CharterRole[] = [...ofTracks, ...staff, ...atSites];
  return all.filter(
    (one, at) => all.findIndex(({ user, role }) => user === one.user && role === one.role) === at
  );
};
