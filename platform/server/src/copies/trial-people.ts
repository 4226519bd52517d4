import { randomBytes } from 'node:crypto';
import { type Static, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { sql, type Transaction } from 'kysely';
import { hashPassword } from '../accounts/password.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import { isOfTrial, tablesOfTrial } from './table-belongings.js';
import { tableShapes } from './table-shape.js';

/** People as a copy of a trial has them: who they are, and nothing by which they are let in. */
const PeopleSchema = Type.Array(
  Type.Object(
    {
      ...{ id: Type.String(), user: Type.String(), name: Type.String() },
      createdAt: Type.String(),
    },
    { additionalProperties: false }
  )
);
export type PeopleOfTrial = Static<typeof PeopleSchema>;

/** All that rows of a trial refer to, and all that its record names by id. */
export const peopleOfTrial = async (
  trx: Transaction<Database>,
  trialId: string
): Promise<PeopleOfTrial> => {
  const ids = new Set<string>();
  for (const { name, people } of await tableShapes(trx)) {
    const table = tablesOfTrial.find(one => one === name);
    if (table === undefined) continue;
    for (const column of people) {
      const { rows } = await sql<{ id: string }>`
        select distinct ${sql.ref(`${name}.${column}`)}::text as id from ${sql.table(name)}
        where ${isOfTrial(table, trialId)} and ${sql.ref(`${name}.${column}`)} is not null`.execute(
        trx
      );
      for (const { id } of rows) ids.add(id);
    }
  }
  const { rows: named } = await sql<{ id: string }>`
    select distinct found[1] as id from audit_entry
      cross join regexp_matches(entry::text, '"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"', 'g') as found
    where chain = ${trialId}`.execute(trx);
  for (const { id } of named) ids.add(id);
  const { rows } = await sql<{ id: string; user: string; name: string; created: Date }>`
    select id::text, user_name as user, display_name as name, created_at as created from account
    where id::text = any(${[...ids]}) order by user_name`.execute(trx);
  return rows.map(({ created, ...person }) => ({ ...person, createdAt: created.toISOString() }));
};

/** @throws TypeError where these are none */
export const readPeople = (bytes: Uint8Array): PeopleOfTrial => {
  const people: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
  if (Value.Check(PeopleSchema, people)) return people;
  const first = Value.Errors(PeopleSchema, people).First();
  throw new TypeError(`people.json${first?.path ?? ''}: ${first?.message ?? 'not people'}`);
};

/** By user name there: what they are called here. */
export type NamesHere = Readonly<Record<string, string>>;

const userName = /^[A-Za-z0-9][A-Za-z0-9._@-]{1,99}$/;

/**
 * Adds the people of a trial who are not here yet, without a password and not active: an administrator gives them one. Who
 * has the same id here is the same person, and stays as here. A name that is another's needs another one.
 * @throws CodedError 409 CL_PEOPLE_CLASH with every such name, 422 CL_PEOPLE_NAMES for a name that can't be given
 */
export const addPeople = async (
  trx: Transaction<Database>,
  people: PeopleOfTrial,
  names: NamesHere
): Promise<string[]> => {
  const stray = Object.keys(names).find(name => !people.some(({ user }) => user === name));
  if (stray !== undefined)
    throw new CodedError(
      ...([422, 'CL_PEOPLE_NAMES', `The trial mentions nobody called ${stray}.`] as const)
    );
  const wrong = Object.values(names).find(name => !userName.test(name));
  if (wrong !== undefined)
    throw new CodedError(422, 'CL_PEOPLE_NAMES', `"${wrong}" can't be a user name.`);
  const { rows: here } = await sql<{ id: string; name: string }>`
    select id::text, lower(user_name) as name from account`.execute(trx);
  const known = new Set(here.map(({ id }) => id));
  const taken = new Set(here.map(({ name }) => name));
  const clashes: string[] = [];
  const added: string[] = [];
  for (const person of people) {
    if (known.has(person.id)) continue;
    const user = names[person.user] ?? person.user;
    if (taken.has(user.toLowerCase())) {
      clashes.push(user);
      continue;
    }
    taken.add(user.toLowerCase());
    added.push(person.id);
    await trx
      .insertInto('account')
      .values({
        ...{ id: person.id, user_name: user, display_name: person.name, active: false },
        password_hash: await hashPassword(randomBytes(32).toString('base64url')),
        ...{ must_change_password: true, created_at: new Date(person.createdAt) },
      })
      .execute();
  }
  if (clashes.length > 0)
    throw new CodedError(
      ...[409 as const, 'CL_PEOPLE_CLASH'],
      `Other people are called ${clashes.join(', ')} here. Say what those of the trial are to be called, by a file of names.`,
      { users: clashes }
    );
  return added;
};
