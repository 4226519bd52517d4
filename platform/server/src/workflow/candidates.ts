import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import { roleOfSlot } from '../trials/charter-roles.js';
import { peopleOfSlot, type AssignmentRule } from '../trials/charter-terms.js';
import { accountNamed } from '../trials/role-grants.js';
import { readToAssign } from './assignable.js';
import { charterToFollow } from './charter-to-follow.js';
import type { ManagedRead } from './managed-read.js';
import {
  assignmentPlace,
  obstaclesOf,
  type AssignmentPlace,
  type Candidate,
  type Obstacle,
} from './reader-obstacles.js';
import { loads } from './reader-load.js';

/** Whom the charter names for a read's slot, and how the slot gets its reader. */
export interface SlotTerms {
  readonly readers: readonly string[];
  readonly backups: readonly string[];
  readonly rule: AssignmentRule;
  readonly replacement: 'takeOver' | 'continueAllowed';
}

export const slotTermsOf = async (db: Kysely<Database>, read: ManagedRead): Promise<SlotTerms> => {
  const { terms } = await charterToFollow(db, read);
  const named = peopleOfSlot(terms, read.slot);
  const { readers = [], backups = [] } = named ?? {};
  return { readers, backups, rule: terms.assignment, replacement: terms.replacement };
};

/** Who of a slot's readers is away and named somebody to stand in. */
const standIns = async (
  db: Kysely<Database>,
  readers: readonly string[],
  { absent }: AssignmentPlace
): Promise<ReadonlySet<string>> => {
  if (readers.length === 0 || absent.size === 0) return new Set();
  const rows = await db
    .selectFrom('account')
    .select('id')
    .where('user_name', 'in', readers)
    .execute();
  return new Set(rows.flatMap(({ id }) => absent.get(id) ?? []));
};

/** What keeps a person from a read that somebody gives by hand: the charter's names too. */
const obstaclesByHand = async (
  db: Kysely<Database>,
  terms: SlotTerms,
  place: AssignmentPlace,
  person: Candidate
): Promise<Obstacle[]> => {
  const found = await obstaclesOf(db, place, person);
  const { readers, backups } = terms;
  if (readers.includes(person.user_name) || backups.includes(person.user_name)) return found;
  if ((await standIns(db, readers, place)).has(person.id)) return found;
  const message = `is named for ${place.slot} neither by the charter nor by a reader who is away`;
  return [...found, { code: 'CL_NOT_OF_SLOT', message }];
};

export interface CandidateView {
  user: string;
  name: string;
  may: boolean;
  /** Reads in any trial that are theirs and not signed. */
  openReads: number;
  /** Reads that they were ever given in the trial. */
  givenReads: number;
  obstacles: Obstacle[];
}

/** Everybody who has the slot's role or is named for it, who may have the read and has the least load first. */
export const candidatesFor = async (
  db: Kysely<Database>,
  read: ManagedRead,
  day: string
): Promise<CandidateView[]> => {
  const terms = await slotTermsOf(db, read);
  const place = await assignmentPlace(db, readToAssign(read.id), day);
  const named = [...terms.readers, ...terms.backups];
  const people = await db
    .selectFrom('account')
    .select(['id', 'user_name', 'display_name', 'active'])
    .select(sql<number>`${loads.fewestOpen()}`.as('open'))
    .select(sql<number>`${loads.fewestAssigned(read.trialId)}`.as('given'))
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        ...(named.length === 0 ? [] : [eb('user_name', 'in', named)]),
        exists(
          selectFrom('trial_role')
            .select('role')
            .whereRef('trial_role.account_id', '=', 'account.id')
            .where('trial_role.trial_id', '=', read.trialId)
            .where('role', '=', roleOfSlot(read.slot) ?? '')
        ),
      ])
    )
    .orderBy(loads[terms.rule.load](read.trialId))
    .orderBy('user_name')
    .execute();
  const views: CandidateView[] = [];
  for (const person of people) {
    const obstacles = await obstaclesByHand(db, terms, place, person);
    views.push({
      ...{ user: person.user_name, name: person.display_name, may: obstacles.length === 0 },
      ...{ openReads: Number(person.open), givenReads: Number(person.given), obstacles },
    });
  }
  return views.sort((a, b) => Number(b.may) - Number(a.may));
};

/**
 * The account that is to have a read. Ask with the subject locked.
 * @throws CodedError 422 CL_ACCOUNT_UNKNOWN; 409 with the code of the first thing that keeps them from it, and all of them
 * in the message and in `obstacles`.
 */
export const requireMayHave = async (
  db: Kysely<Database>,
  read: ManagedRead,
  user: string,
  day: string
): Promise<Candidate> => {
  const { id, userName, active } = await accountNamed(db, user);
  const person = { id, user_name: userName, active };
  const place = await assignmentPlace(db, readToAssign(read.id), day);
  const obstacles = await obstaclesByHand(db, await slotTermsOf(db, read), place, person);
  const [first] = obstacles;
  if (first === undefined) return person;
  throw new CodedError(
    409,
    first.code,
    `${user} can't have this read: ${obstacles.map(({ message }) => message).join('; ')}.`,
    { obstacles }
  );
};
