import { roleName } from '@corelab/extension-trial';
import { text } from '@corelab/ui';
import { qualificationName } from '../progress/progressWords.js';
import type { AccessFact, GrantAccess, PersonAccess } from './accessCalls.js';

/** A person in one role of one trial, or without any. */
export interface AccessRow {
  readonly id: string;
  readonly person: PersonAccess;
  readonly grant: GrantAccess | null;
}

const ordered = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One row for each grant, and one for who has none; by person, or by trial and role. */
export const accessRows = (
  people: readonly PersonAccess[],
  order: 'person' | 'trial'
): AccessRow[] => {
  const rows = people.flatMap((person): AccessRow[] =>
    person.grants.length === 0
      ? [{ id: person.user, person, grant: null }]
      : person.grants.map((grant, place) => ({ id: `${person.user} ${place}`, person, grant }))
  );
  if (order === 'person') return rows;
  const key = ({ grant }: AccessRow): string =>
    grant === null ? '\uffff' : `${grant.trial}\u0000${grant.role}`;
  return rows.sort((a, b) => ordered(key(a), key(b)));
};

export const rowRole = ({ grant }: AccessRow): string => {
  if (grant === null) return text('access.noRole');
  const role =
    grant.sites.length === 0
      ? roleName(grant.role)
      : `${roleName(grant.role)} (${grant.sites.join(', ')})`;
  return grant.endedAt === null ? role : text('access.ended', { role });
};

/** A change in words. */
export const factText = ({ kind, user, trial = '', what = '', sites }: AccessFact): string => {
  switch (kind) {
    case 'grant':
      return sites === undefined
        ? text('access.fact.grant', { user, trial, what: roleName(what) })
        : text('access.fact.grantSites', {
            ...{ user, trial, what: roleName(what), sites: sites.join(', ') },
          });
    case 'token':
      return text('access.fact.token', { user, what });
    case 'qualification':
      return text('access.fact.qualification', { user, trial, what: qualificationName(what) });
    case 'administrator':
      return text('access.fact.administrator', { user });
    case 'secondFactor':
      return text('access.fact.secondFactor', { user });
    default:
      return text('access.fact.account', { user });
  }
};
