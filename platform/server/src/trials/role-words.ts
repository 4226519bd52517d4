import type { Role } from './roles.js';

/** What sentences call the roles. */
export const roleWords: Readonly<Record<Role, string>> = {
  reader: 'reader',
  adjudicator: 'adjudicator',
  qcTechnologist: 'QC technologist',
  dataManager: 'data manager',
  admin: 'admin',
  trainer: 'trainer',
  auditor: 'auditor',
  sponsor: 'sponsor',
  siteCoordinator: 'site coordinator',
  unblindedSupport: 'unblinded support',
};
