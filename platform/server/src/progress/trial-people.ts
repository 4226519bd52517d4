import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { roleOfSlot } from '../trials/charter-roles.js';
import {
  missingQualifications,
  type HeldQualification,
  type QualificationKind,
} from '../trials/missing-qualifications.js';
import type { Obstacle, PersonAtPlace } from './place-facts.js';
import type { CharterInUse } from './trial-plan.js';

interface Person {
  readonly id: string;
  readonly user: string;
  readonly active: boolean;
  readonly roles: readonly string[];
  readonly absence: { readonly until: string; readonly backup: string | null } | null;
  readonly held: readonly HeldQualification[];
  /** Ids of subjects and sites that they must not read. */
  readonly conflicts: ReadonlySet<string>;
  /** Ids of subjects of whom they saw who they are. */
  readonly suspended: ReadonlySet<string>;
}

/** Everybody who has, or had, something to read in a trial. */
export interface TrialPeople {
  readonly byId: ReadonlyMap<string, Person>;
  readonly byUser: ReadonlyMap<string, Person>;
}

const grouped = <Row extends { readonly account_id: string }>(
  rows: readonly Row[]
): ReadonlyMap<string, readonly Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.account_id);
    if (group === undefined) groups.set(row.account_id, [row]);
    else group.push(row);
  }
  return groups;
};

/** What is known on a day of the people who read, or read once, in a trial: as many rows as it has people, whatever they read. */
export const trialPeople = async (
  db: Kysely<Database>,
  trialId: string,
  day: string
): Promise<TrialPeople> => {
  const people = await db
    .selectFrom('account')
    .select(['account.id', 'account.user_name', 'account.active'])
    .where('account.id', 'in', eb =>
      eb.selectFrom('role_grant').select('account_id').where('trial_id', '=', trialId)
    )
    .execute();
  const roles = grouped(
    await db
      .selectFrom('trial_role')
      .select(['account_id', 'role'])
      .where('trial_id', '=', trialId)
      .execute()
  );
  const absences = grouped(
    await db
      .selectFrom('absence')
      .leftJoin('account as backup', 'backup.id', 'absence.backup_id')
      .select(['absence.account_id', 'absence.to_day', 'backup.user_name as backup'])
      .where('absence.trial_id', '=', trialId)
      .where('absence.cancelled_at', 'is', null)
      .where('absence.from_day', '<=', day)
      .where('absence.to_day', '>=', day)
      .orderBy('absence.to_day')
      .execute()
  );
  const qualifications = grouped(
    await db
      .selectFrom('qualification')
      .select(['account_id', 'kind', 'charter_version', 'date', 'expiry'])
      .where('trial_id', '=', trialId)
      .where('withdrawn_at', 'is', null)
      .execute()
  );
  const conflicts = grouped(
    await db
      .selectFrom('reading_conflict')
      .select(['account_id', 'subject_id', 'site_id'])
      .where('trial_id', '=', trialId)
      .where('ended_at', 'is', null)
      .execute()
  );
  const suspended = grouped(
    await db
      .selectFrom('problem')
      .select(['raised_by as account_id', 'subject_id'])
      .where('trial_id', '=', trialId)
      .where('kind', '=', 'identifyingInformation')
      .where('state', '!=', 'resumed')
      .execute()
  );
  const all = people.map(({ id, user_name: user, active }): Person => {
    const away = absences.get(id)?.at(-1);
    return {
      ...{ id, user, active },
      roles: (roles.get(id) ?? []).map(({ role }) => role),
      absence: away === undefined ? null : { until: away.to_day, backup: away.backup },
      held: (qualifications.get(id) ?? []).map(row => ({
        ...{ kind: row.kind as QualificationKind, charterVersion: row.charter_version },
        ...{ date: row.date, expiry: row.expiry },
      })),
      conflicts: new Set(
        (conflicts.get(id) ?? []).flatMap(row =>
          [row.subject_id, row.site_id].filter(one => one !== null)
        )
      ),
      suspended: new Set((suspended.get(id) ?? []).map(row => row.subject_id)),
    };
  });
  return {
    byId: new Map(all.map(person => [person.id, person])),
    byUser: new Map(all.map(person => [person.user, person])),
  };
};

/** What a person would read, and when. */
export interface ReadingPlace {
  readonly day: string;
  readonly slot: string;
  readonly charter: CharterInUse;
  readonly subjectId: string;
  /** Ids of the sites that the subject is or was at. */
  readonly siteIds: readonly string[];
  /** Ids of those who read the subject in another slot. */
  readonly inOtherSlots: ReadonlySet<string>;
}

/** A person at a place; of somebody who was never of the trial nothing is known but that they have no role. */
export const personAt = (
  person: Person | undefined,
  user: string,
  place: ReadingPlace
): PersonAtPlace => {
  if (person === undefined) {
    return { user, obstacles: ['noRole'], absentUntil: null, backup: null, missing: [] };
  }
  const role = roleOfSlot(place.slot);
  const { charter, day, subjectId } = place;
  const missing =
    role === null
      ? []
      : missingQualifications(charter.qualifications, person.held, {
          ...{ role, charterVersion: charter.version, day },
        });
  const conflicted = [subjectId, ...place.siteIds].some(id => person.conflicts.has(id));
  const mayRead =
    role !== null && person.roles.includes(role) && !person.roles.includes('unblindedSupport');
  const found: readonly (readonly [Obstacle, boolean])[] = [
    ['accountClosed', !person.active],
    ['noRole', !mayRead],
    ['otherSlot', place.inOtherSlots.has(person.id)],
    ['conflict', conflicted],
    ['suspended', person.suspended.has(subjectId)],
    ['absent', person.absence !== null],
    ['notQualified', missing.length > 0],
  ];
  return {
    user,
    obstacles: found.flatMap(([obstacle, applies]) => (applies ? [obstacle] : [])),
    absentUntil: person.absence?.until ?? null,
    backup: person.absence?.backup ?? null,
    missing,
  };
};

/** Whoever can't open a read of theirs wherever it is, or is away: where to look for what is stuck. */
export const hinderedPeople = (
  { byId }: TrialPeople,
  versions: Iterable<CharterInUse>,
  day: string
): string[] => {
  const charters = [...versions];
  return [...byId.values()]
    .filter(person => {
      const lacking = charters.some(({ qualifications, version }) =>
        (['reader', 'adjudicator'] as const).some(
          role =>
            person.roles.includes(role) &&
            missingQualifications(qualifications, person.held, {
              ...{ role, charterVersion: version, day },
            }).length > 0
        )
      );
      const reads = person.roles.includes('reader') || person.roles.includes('adjudicator');
      return (
        !person.active ||
        !reads ||
        person.roles.includes('unblindedSupport') ||
        person.absence !== null ||
        person.conflicts.size > 0 ||
        person.suspended.size > 0 ||
        lacking
      );
    })
    .map(({ id }) => id);
};
