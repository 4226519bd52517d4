import type { PanelChoice, PanelSlot } from '@corelab/adjudication';
import { testAccount } from './test-account.js';
import { readingOf } from './reading-bench.js';
import {
  charterText,
  deployed,
  logIn,
  password,
  type LoggedIn,
  type TestServer,
} from './test-server.js';

/** The trial with three readers who agree on one read. */
export const consensusText = (more = ''): string =>
  `${charterText
    .replace('slots: [R1]', 'slots: [R1, R2, R3]')
    .replace('{ R1: [reader] }', '{ R1: [reader], R2: [other], R3: [third] }')
    .trimEnd()}\n    paradigm: consensus\n${more}`;

export type PanelPerson = 'R1' | 'R2' | 'R3';

/** A trial of three readers over HTTP: R1 is `reader`, R2 is `other`, R3 is `third`. */
export const consensusBench = async (server: TestServer, charter = consensusText()) => {
  await testAccount(server.deps, { userName: 'third', displayName: 'Dr third' });
  await deployed(server, charter);
  await server.releases.idle();
  const people: Readonly<Record<PanelPerson, LoggedIn>> = {
    R1: await logIn(server, 'reader'),
    R2: await logIn(server, 'other'),
    R3: await logIn(server, 'third'),
  };
  const { db } = server.deps;
  let requests = 0;

  /** Signs a reader's next read with a target of so many mm. */
  const signNext = async (who: PanelPerson, mm: number): Promise<void> => {
    const reading = readingOf(server, people[who]);
    const open = (await people[who].call('GET', '/api/reads')).json<{
      reads: { readId: string; task: string; state: string }[];
    }>();
    const next = open.reads.find(({ task, state }) => task === 'read' && state !== 'signed');
    if (next === undefined) throw new Error(`${who} has nothing to read`);
    const signed = await reading.signWith(next.readId, mm, {
      requestId: `read-${next.readId}`,
    });
    if (signed.statusCode !== 200) throw new Error(signed.body);
    await server.releases.idle();
  };
  const readAll = async (who: PanelPerson, diameters: readonly number[]): Promise<void> => {
    for (const mm of diameters) await signNext(who, mm);
  };
  const list = async (who: PanelPerson) =>
    (await people[who].call('GET', '/api/consensus')).json<{
      consensus: { consensusId: string; state: string; turn: string; votes: number }[];
    }>().consensus;
  const openId = async (): Promise<string> => {
    const { public_id: id } = await db
      .selectFrom('consensus')
      .select('public_id')
      .orderBy('version', 'desc')
      .executeTakeFirstOrThrow();
    return id;
  };
  const look = async (who: PanelPerson, id?: string) =>
    people[who].call('GET', `/api/consensus/${id ?? (await openId())}`);
  /** What the drawn order calls the read of a slot. */
  const nameOf = async (slot: PanelPerson): Promise<'A' | 'B' | 'C'> => {
    const { names } = await db
      .selectFrom('consensus')
      .select('names')
      .orderBy('version', 'desc')
      .executeTakeFirstOrThrow();
    const own: PanelSlot = `reader${Number(slot.slice(1)) as 1 | 2 | 3}`;
    return (['A', 'B', 'C'] as const)[names.indexOf(own)] ?? 'A';
  };
  const signature = () => {
    requests += 1;
    const meaning = 'I made this assessment and it is complete';
    return { password, meaning, requestId: `meeting-request-${requests}` };
  };
  const propose = async (choice: PanelChoice, more: object = {}, who: PanelPerson = 'R1') => {
    const answer = await people[who].call('POST', `/api/consensus/${await openId()}/proposals`, {
      proposal: {
        choice,
        reason: { code: 'measurement', text: 'The margin is clear on the slice above.' },
      },
      ...{ after: 0, ...signature(), ...more },
    });
    await server.releases.idle();
    return answer;
  };
  const vote = async (
    who: PanelPerson,
    cast: 'agree' | 'disagree',
    more: object = {},
    reason = cast === 'agree' ? '' : 'The node is benign.'
  ) => {
    const answer = await people[who].call('POST', `/api/consensus/${await openId()}/votes`, {
      ...{ proposal: 1, vote: cast, reason, ...signature(), ...more },
    });
    await server.releases.idle();
    return answer;
  };
  const courses = async (): Promise<Record<string, string>> => {
    const rows = await db.selectFrom('course').select(['slot', 'state']).orderBy('slot').execute();
    return Object.fromEntries(rows.map(({ slot, state }) => [slot, state]));
  };
  const states = async (): Promise<string[]> => {
    const rows = await db
      .selectFrom('consensus')
      .select(['version', 'state'])
      .orderBy('version')
      .execute();
    return rows.map(({ version, state }) => `v${version} ${state}`);
  };
  const finals = () => db.selectFrom('final').selectAll().orderBy('version').execute();
  return {
    ...{ people, signNext, readAll, list, openId, look, nameOf, propose, vote, courses, states },
    finals,
  };
};
