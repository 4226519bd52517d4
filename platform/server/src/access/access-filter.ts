import type { PersonAccess } from './people-access.js';

export const accessKinds = ['noSecondFactor', 'tokens', 'lapsing', 'administrators'] as const;

export interface AccessFilter {
  /** Closed accounts and ended grants too. */
  readonly all?: boolean | undefined;
  /** In user or name, whatever the case. */
  readonly text?: string | undefined;
  readonly trial?: string | undefined;
  readonly role?: string | undefined;
  readonly only?: (typeof accessKinds)[number] | undefined;
}

const isOfKind = (person: PersonAccess, only: AccessFilter['only']): boolean => {
  switch (only) {
    case undefined:
      return true;
    case 'noSecondFactor':
      return !person.secondFactor;
    case 'tokens':
      return person.tokens.length > 0;
    case 'lapsing':
      return person.qualifications.some(({ standing }) => standing !== 'holds');
    case 'administrators':
      return person.administrator !== null;
  }
};

/**
 * Who is asked about, each with the grants asked about. Without `all`, whose account is closed is left out, and so are grants
 * that ended.
 */
export const filteredAccess = (
  people: readonly PersonAccess[],
  { all = false, text = '', trial, role, only }: AccessFilter
): PersonAccess[] => {
  const letters = text.trim().toLowerCase();
  return people.flatMap(person => {
    if (!all && !person.active) return [];
    if (!`${person.user} ${person.name}`.toLowerCase().includes(letters)) return [];
    if (!isOfKind(person, only)) return [];
    const grants = person.grants.filter(
      grant =>
        (all || grant.endedAt === null) &&
        (trial === undefined || grant.trial === trial) &&
        (role === undefined || grant.role === role)
    );
    const narrowed = trial !== undefined || role !== undefined;
    return narrowed && grants.length === 0 ? [] : [{ ...person, grants }];
  });
};
