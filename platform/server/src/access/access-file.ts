import { toCsv } from '@corelab/exchange';
import type { PersonAccess } from './people-access.js';

const columns = [
  ...['user', 'name', 'account', 'createdAt', 'closedAt', 'lastLoginAt', 'secondFactor'],
  ...['administrator', 'administratorSince', 'administratorBy', 'apiTokens'],
  ...[
    'trial',
    'role',
    'sites',
    'grantedAt',
    'grantedBy',
    'reason',
    'endedAt',
    'endedBy',
    'endReason',
  ],
  'qualificationsLapsing',
] as const;

/** A cell that a spreadsheet would take for a formula is written as the text that it is. */
const asText = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);

/** As a file: one row for each grant, and one for who has none. */
export const accessFile = (people: readonly PersonAccess[]): string =>
  toCsv(
    people.flatMap(person => {
      const ofPerson = {
        user: person.user,
        name: asText(person.name),
        account: person.active ? 'open' : 'closed',
        createdAt: person.createdAt,
        closedAt: person.closedAt ?? '',
        lastLoginAt: person.lastLoginAt ?? '',
        secondFactor: person.secondFactor ? 'yes' : 'no',
        administrator: person.administrator === null ? 'no' : 'yes',
        administratorSince: person.administrator?.since ?? '',
        administratorBy: person.administrator?.by ?? '',
        apiTokens: String(person.tokens.length),
      };
      if (person.grants.length === 0) return [ofPerson];
      return person.grants.map(grant => ({
        ...ofPerson,
        ...{ trial: grant.trial, role: grant.role, sites: grant.sites.join(' ') },
        ...{ grantedAt: grant.grantedAt, grantedBy: grant.grantedBy ?? '' },
        reason: asText(grant.reason ?? ''),
        ...{ endedAt: grant.endedAt ?? '', endedBy: grant.endedBy ?? '' },
        endReason: asText(grant.endReason ?? ''),
        qualificationsLapsing: person.qualifications
          .filter(({ trial, standing }) => trial === grant.trial && standing !== 'holds')
          .map(({ kind, expiry }) => `${kind} ${expiry ?? ''}`)
          .join('; '),
      }));
    }),
    columns
  );
