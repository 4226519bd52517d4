import { canonicalJson, hashJson } from '../audit/canonical-json.js';
import type { PersonAccess } from './people-access.js';

/** One thing that somebody may do, or that lets them in; a review is of the list of all. */
export interface AccessFact {
  readonly kind: 'account' | 'administrator' | 'grant' | 'token' | 'secondFactor' | 'qualification';
  readonly user: string;
  /** Of a grant or qualification. */
  readonly trial?: string;
  /** A role, a kind of qualification, or the name of a token. */
  readonly what?: string;
  readonly sites?: readonly string[];
  /** Since when it is so; a grant that ended and was given anew is another one. */
  readonly since?: string;
  readonly until?: string;
}

export interface AccessChanges {
  readonly added: readonly AccessFact[];
  readonly gone: readonly AccessFact[];
}

/**
 * What people may do at this moment, in a fixed order. When somebody last logged in or a token was last used is not in it: that
 * changes by the minute, and nobody's right with it.
 */
export const accessFacts = (people: readonly PersonAccess[]): AccessFact[] =>
  people
    .filter(({ active }) => active)
    .flatMap((person): AccessFact[] => {
      const { user } = person;
      return [
        { kind: 'account', user, since: person.createdAt },
        ...(person.administrator === null
          ? []
          : [{ kind: 'administrator', user, since: person.administrator.since } as const]),
        ...(person.secondFactor ? [{ kind: 'secondFactor', user } as const] : []),
        ...person.grants
          .filter(({ endedAt }) => endedAt === null)
          .map(({ trial, role, sites, grantedAt }) => ({
            ...({ kind: 'grant', user, trial, what: role } as const),
            ...(sites.length === 0 ? {} : { sites }),
            since: grantedAt,
          })),
        ...person.tokens.map(
          ({ name, createdAt }) => ({ kind: 'token', user, what: name, since: createdAt }) as const
        ),
        ...person.qualifications.map(({ trial, kind, date, expiry }) => ({
          ...({ kind: 'qualification', user, trial, what: kind, since: date } as const),
          ...(expiry === null ? {} : { until: expiry }),
        })),
      ];
    });

export const factsHash = (facts: readonly AccessFact[]): string => hashJson(facts);

/** What is there now and was not, and the other way round, each in its order. */
export const accessChanges = (
  before: readonly AccessFact[],
  now: readonly AccessFact[]
): AccessChanges => {
  const keys = (facts: readonly AccessFact[]) => new Set(facts.map(fact => canonicalJson(fact)));
  const [old, current] = [keys(before), keys(now)];
  return {
    added: now.filter(fact => !old.has(canonicalJson(fact))),
    gone: before.filter(fact => !current.has(canonicalJson(fact))),
  };
};
