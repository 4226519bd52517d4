/** What the pages call the roles of the trial model, and the server itself where no person acts. */
const people = {
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
  administrator: 'administrator',
  system: 'the system',
};

/** @throws Error for a role without words, so that a new one is not left out silently. */
export const who = role => {
  if (!Object.hasOwn(people, role)) throw new Error(`the pages have no words for the role ${role}`);
  return people[role];
};
