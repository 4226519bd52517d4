import { text, type TextKey } from '@corelab/ui';

const names: Readonly<Record<string, TextKey>> = {
  administrator: 'role.administrator',
  reader: 'role.reader',
  adjudicator: 'role.adjudicator',
  qcTechnologist: 'role.qcTechnologist',
  dataManager: 'role.dataManager',
  admin: 'role.admin',
  trainer: 'role.trainer',
  auditor: 'role.auditor',
  sponsor: 'role.sponsor',
  siteCoordinator: 'role.siteCoordinator',
  unblindedSupport: 'role.unblindedSupport',
};

/** A role's name; one that this build does not know stands as it is. */
export function roleName(role: string): string {
  const key = names[role];
  return key === undefined ? role : text(key);
}

/** Roles that can be granted in a trial. */
export const trialRoles = Object.keys(names).filter(role => role !== 'administrator');
