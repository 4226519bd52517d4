import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { emptyReadDocument, type ReadDocument } from '@corelab/reads';
import { readChain, verifyChain } from '../audit/chain.js';
import { tablesWith } from '../testing/kept-words.js';
import { measuredDocument, readingOf } from '../testing/reading-bench.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import {
  deployed,
  logIn,
  testServer,
  type Answer,
  type LoggedIn,
  type TestServer,
} from '../testing/test-server.js';
import { knownIdentifiers } from './known-identifiers.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const named = 'Name: Zyxwvutius';
const person = { kind: 'person', from: 6, to: 16 };

interface Refused {
  code: string;
  message: string;
  fields: { path: string; found: { kind: string; from: number; to: number }[] }[];
}

describe('the texts of a read', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let reader: LoggedIn;
  let reading: ReturnType<typeof readingOf>;
  let id: string;
  let trial: string;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await server?.close();
    server = await testServer(opened);
    await deployed(server);
    reader = await logIn(server, 'reader');
    reading = readingOf(server, reader);
    id = await reading.openId();
    trial = (await server.deps.db.selectFrom('trial').select('id').executeTakeFirstOrThrow()).id;
  });
  afterAll(() => server.close());

  const save = async (document: ReadDocument, more: object = {}): Promise<Answer> =>
    reader.call(
      'PUT',
      `/api/reads/${id}/draft`,
      { document, ...more },
      { 'if-match': await reading.draftTag(id) }
    );
  const saved = async () =>
    (await reader.call('GET', `/api/reads/${id}/draft`)).json<{ document: ReadDocument }>()
      .document;
  const commented = (comment: string): ReadDocument => ({ ...emptyReadDocument(), comment });
  const acts = async (act: string) =>
    (await readChain(server.deps.db, trial))
      .map(({ entry }) => entry as { act: string; by: string; details: Record<string, unknown> })
      .filter(entry => entry.act === act);

  it('are refused at the place that gives somebody away, and nothing of the document is kept', async () => {
    const base = measuredDocument(1, 20);
    const other = { code: 'OTHER', text: named };
    const [lesion] = base.lesions;
    const places: [string, ReadDocument][] = [
      ['/comment', { ...base, comment: named }],
      ['/lesions/0/comment', { ...base, lesions: [{ ...lesion!, comment: named }] }],
      ['/lesions/0/reason/text', { ...base, lesions: [{ ...lesion!, reason: other }] }],
      [
        '/lesions/0/reason/code',
        { ...base, lesions: [{ ...lesion!, reason: { ...other, code: named, text: '' } }] },
      ],
      ['/lesions/0/location', { ...base, lesions: [{ ...lesion!, location: named }] }],
      [
        '/imageQuality/0/reason/text',
        { ...base, imageQuality: [{ region: 'chest', value: 'limited', reason: other }] },
      ],
    ];
    for (const [path, document] of places) {
      const answer = await save(document);
      expect([path, answer.statusCode]).toEqual([path, 422]);
      expect(answer.json<Refused>()).toMatchObject({
        code: 'CL_TEXT_IDENTIFIES',
        fields: [{ path, found: [person] }],
      });
      expect(answer.body).not.toContain('Zyxwvutius');
    }
    expect(await saved()).toEqual(emptyReadDocument());
    expect(await tablesWith(server, 'Zyxwvutius')).toEqual([]);
    const refused = await acts('text.refused');
    expect(refused.map(({ details }) => details['fields'])).toEqual(
      places.map(([path]) => [{ path, kinds: ['person'] }])
    );
    expect(refused.every(({ details }) => typeof details['read'] === 'string')).toBe(true);
    expect(verifyChain(await readChain(server.deps.db, trial))).toMatchObject({ ok: true });
  });

  it('are taken on the word of their reader, once, and the record says of what', async () => {
    const text = 'Shows a table of Klinikum Zyxwvutius';
    const said = [{ path: '/comment', kinds: ['place'] }];
    expect((await save(commented(text), { notIdentity: said })).statusCode).toBe(200);
    expect((await saved()).comment).toBe(text);
    const [entry] = await acts('draft.saved');
    expect(entry?.details['notIdentity']).toEqual(said);
    expect(JSON.stringify(entry)).not.toContain('Zyxwvutius');
    // What stands is not asked for again, at whatever place.
    expect((await save({ ...commented(text), noDisease: true })).statusCode).toBe(200);
    expect((await acts('draft.saved')).at(-1)?.details).not.toHaveProperty('notIdentity');
    const moved = { ...commented(''), imageQuality: commented('').imageQuality };
    expect((await save(moved)).statusCode).toBe(200);
    expect((await save(commented(text))).statusCode).toBe(422);
  });

  it('are not taken for another kind, another place or a kind that is none', async () => {
    const tries: [object[], number][] = [
      [[{ path: '/comment', kinds: ['date'] }], 422],
      [[{ path: '/lesions/0/comment', kinds: ['person'] }], 422],
      [[{ path: '/comment', kinds: ['subject'] }], 400],
      [[{ path: '/comment', kinds: ['known'] }], 400],
      [[{ path: '/comment', kinds: ['date', 'person'] }], 200],
    ];
    for (const [notIdentity, status] of tries) {
      const answer = await save(commented(named), { notIdentity });
      expect([notIdentity, answer.statusCode]).toEqual([notIdentity, status]);
    }
  });

  it.each([
    ['a subject', 'the same as real subject 1', 'subject'],
    ['a site', 'typical of site 101', 'site'],
    ['a person', 'ask Dr. Reader', 'account'],
  ])('never name %s of the trial', async (_who, comment, kind) => {
    const all = ['date', 'birth', 'person', 'place', 'phone', 'email', 'uid', 'number', 'name'];
    const answer = await save(commented(comment), {
      notIdentity: [{ path: '/comment', kinds: all }],
    });
    expect(answer.statusCode).toBe(422);
    const { fields } = answer.json<Refused>();
    // Which of the trial's names it is, is not said: that would answer a guess.
    expect(fields[0]?.found.map(one => one.kind)).toEqual(['known']);
    expect(answer.body).not.toMatch(/subject|account/);
    expect((await acts('text.refused'))[0]?.details['fields']).toEqual([
      { path: '/comment', kinds: [kind] },
    ]);
  });

  it('may say a word of a name where its writer means something else', async () => {
    const { db, newId, now } = server.deps;
    const account = newId();
    await db
      .insertInto('account')
      .values({
        ...{ id: account, user_name: 'kupffer1', display_name: 'Anna Kupffer' },
        ...{ password_hash: 'x', created_at: now() },
      })
      .execute();
    await db
      .insertInto('role_grant')
      .values({ trial_id: trial, account_id: account, role: 'auditor', granted_at: now() })
      .execute();
    const text = 'Kupffer phase not reached';
    const answer = await save(commented(text));
    expect(answer.json<Refused>().fields).toEqual([
      { path: '/comment', found: [{ kind: 'name', from: 0, to: 7 }] },
    ]);
    const notIdentity = [{ path: '/comment', kinds: ['name'] }];
    expect((await save(commented(text), { notIdentity })).statusCode).toBe(200);
    expect((await save(commented('ask Anna Kupffer'), { notIdentity })).statusCode).toBe(422);
  });

  it('are compared with what this trial knows, and no other', async () => {
    expect(await knownIdentifiers(server.deps.db, trial)).toEqual({
      subject: ['REAL-SUBJECT-1'],
      site: expect.arrayContaining(['101', 'Site']),
      account: expect.arrayContaining(['reader', 'Dr reader', 'admin', 'Admin']),
    });
    expect(await knownIdentifiers(server.deps.db, server.deps.newId())).toEqual({
      ...{ subject: [], site: [], account: [] },
    });
  });

  it('are searched in a flagged problem, and in the answer that its reader reads', async () => {
    const flag = (text: string, more: object = {}) =>
      reader.call('POST', `/api/reads/${id}/problems`, {
        ...{ kind: 'missingSeries', text, requestId: 'request-flag', ...more },
      });
    const refused = await flag(named);
    expect(refused.json<Refused>()).toMatchObject({
      code: 'CL_TEXT_IDENTIFIES',
      fields: [{ path: '/text', found: [person] }],
    });
    expect((await reading.list())[0]?.state).toBe('ready');
    expect(await acts('problem.raised')).toEqual([]);
    const said = [{ path: '/text', kinds: ['person'] }];
    expect((await flag(named, { notIdentity: said })).statusCode).toBe(200);
    expect((await acts('problem.raised'))[0]?.details['notIdentity']).toEqual(said);

    const headers = { authorization: `Bearer ${server.adminToken}` };
    const { problems } = (await server.ask({ url: '/api/admin/problems', headers })).json<{
      problems: { id: string }[];
    }>();
    const answer = (text: string, more: object = {}) =>
      server.ask({
        ...{ method: 'POST', url: `/api/admin/problems/${problems[0]?.id}/answer`, headers },
        payload: { decision: 'resume', text, ...more },
      });
    const told = await answer('It is of REAL-SUBJECT-1, sent 12.03.2026');
    expect(told.json<Refused>().fields[0]?.found.map(({ kind }) => kind)).toEqual([
      'known',
      'date',
    ]);
    expect((await reading.list())[0]?.state).toBe('onHold');
    expect((await answer('Sent again', { notIdentity: [] })).statusCode).toBe(200);
    expect((await acts('text.refused')).map(({ by }) => by)).toHaveLength(2);
  });

  it('are searched in the reason for which a signed read is to be opened again', async () => {
    expect((await reading.signWith(id, 20)).statusCode).toBe(200);
    const ask = (reason: string, more: object = {}) =>
      reader.call('POST', `/api/reads/${id}/unlock`, { reason, ...more });
    expect((await ask(named)).json<Refused>()).toMatchObject({
      code: 'CL_TEXT_IDENTIFIES',
      fields: [{ path: '/reason' }],
    });
    expect(await tablesWith(server, 'Zyxwvutius')).toEqual([]);
    expect((await ask('Measured another node')).statusCode).toBe(200);
  });
});
