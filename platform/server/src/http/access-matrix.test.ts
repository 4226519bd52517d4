import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccountIdentity } from '../accounts/accounts.js';
import { testAccount } from '../testing/test-account.js';
import { giveApiToken, issueApiToken } from '../accounts/api-tokens.js';
import { openSession } from '../accounts/sessions.js';
import { kindOfAct } from '../audit/acts.js';
import { hashText } from '../audit/canonical-json.js';
import type { IdentityProvider } from '../identity-provider/identity-provider.js';
import { imagesOfExam } from '../qc/exam-images.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { handmadeArchive, imageOf } from '../testing/handmade-images.js';
import { askAt, type Answer, type Ask } from '../testing/http-client.js';
import { decidedArrivals } from '../testing/decided-arrivals.js';
import { insertAdjudication } from '../testing/insert-adjudication.js';
import { insertGlobalRead } from '../testing/insert-global-read.js';
import { insertedPicture, insertSignedRead } from '../testing/insert-signed-read.js';
import { insertConsensus } from '../testing/insert-consensus.js';
import { callsOf, ownToken, type Call } from '../testing/route-calls.js';
import { deployed, testServer, type TestServer } from '../testing/test-server.js';
import { twoTracksText } from '../testing/tracks-bench.js';
import { grantRole, roles, type Role } from '../trials/roles.js';
import { accessMatrix, cellOf, type Cell, type RouteAccess } from './access-matrix.js';
import { buildApp, type BuiltApp } from './app.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(300_000);

interface Caller {
  readonly title: string;
  readonly account: AccountIdentity;
  /** The one of several roles that their sessions wear; their token, which has all of them, is not tried. */
  readonly hat?: Role;
  /** What the matrix says of this caller, in a session or with a token. */
  readonly expected: (route: RouteAccess, way: 'session' | 'token') => Cell;
}

const unknownRead = 'aaaaaaaaaaaaaaaaaaaaaa';

/** One that sends browsers no further than the login page. */
const identityProvider: IdentityProvider = {
  ...{ name: 'Saint Anna', issuer: 'https://anna.example' },
  begin: () =>
    Promise.resolve({ url: '/login', checks: { state: 's', nonce: 'n', verifier: 'v' } }),
  finish: () => Promise.reject(new Error('nobody comes back')),
};

const keyOf = ({ method, url }: Pick<RouteAccess, 'method' | 'url'>): string => `${method} ${url}`;

describe('the access matrix', () => {
  let folder: string;
  let opened: TestDatabase;
  let server: TestServer;
  let built: BuiltApp;
  let askBuilt: (request: Ask) => Promise<Answer>;
  let calls: ReturnType<typeof callsOf>;
  let trialId: string;
  const callers: Caller[] = [];
  const tokens = new Map<string, string>();
  /** By account: the id of a token that nothing else needs. */
  const spares = new Map<string, string>();
  /** What only somebody of the trial may find in an answer. */
  const ofTrial = ['T-1', 'Trial one', 'REAL-SUBJECT-1'];

  const person = async (title: string, has: readonly Role[]): Promise<AccountIdentity> => {
    const account = await testAccount(server.deps, {
      ...{ userName: title, displayName: title },
    });
    await server.deps.db.transaction().execute(async trx => {
      for (const role of has) {
        await grantRole(trx, {
          ...{ trialId, accountId: account.id, role },
          ...{ grantedBy: server.admin.id, at: server.deps.now() },
        });
      }
    });
    tokens.set(account.id, await issueApiToken(server.deps, account.id));
    const spare = await giveApiToken(server.deps, account.id, { user: title, name: 'Spare' });
    spares.set(account.id, spare.id);
    return account;
  };

  /** A closed query to the site of which the site coordinators are, and at which the subject is. */
  const askedOfSite = async (id: string, subject: string): Promise<void> => {
    const { db, newId, now } = server.deps;
    const site = newId();
    await db.insertInto('site').values({ id: site, trial_id: trialId, code: '101' }).execute();
    await db
      .insertInto('role_grant_site')
      .columns(['grant_id', 'site_id'])
      .expression(eb =>
        eb
          .selectFrom('role_grant')
          .select(['id', eb.cast<string>(eb.val(site), 'uuid').as('site_id')])
          .where('role', '=', 'siteCoordinator')
      )
      .execute();
    await db
      .insertInto('subject_site')
      .values({ subject_id: subject, site_id: site, valid_from: '2026-01-01', from_sequence: 1 })
      .execute();
    await db
      .insertInto('query')
      .values({
        ...{ id, trial_id: trialId, site_id: site, subject_id: subject, state: 'closed' },
        ...{ due_date: '2026-03-02', asked_at: now() },
      })
      .execute();
  };

  /** Lets in the one image of each series of an exam; the names of the first. */
  const imagesAdmitted = async (exam: string, receipt: string) => {
    const { db } = server.deps;
    const { series, trialId: trial_id } = await imagesOfExam(server.deps, exam);
    for (const { study_uid, series_uid } of series) {
      const stored = { stored: true, settled: true, receipt_id: receipt, sha256: '0' };
      await db
        .insertInto('instance')
        .values({ sop_uid: imageOf(series_uid), trial_id, study_uid, series_uid, ...stored })
        .execute();
    }
    const uid = series[0]?.series_uid ?? '';
    const { studyInstanceUid: study, pseudonym } = await imagesOfExam(server.deps, exam);
    return { study, series: pseudonym(uid), instance: pseudonym(imageOf(uid)) };
  };

  /** A signed read with a change of which nothing is decided. */
  const signedRead = async (publicId: string, impact: string, like: string): Promise<void> => {
    const { db, newId, now } = server.deps;
    const id = newId();
    const { course_id, charter_version_id } = await db
      .selectFrom('read')
      .select(['course_id', 'charter_version_id'])
      .where('id', '=', like)
      .executeTakeFirstOrThrow();
    await db
      .insertInto('read')
      .values({
        ...{ id, public_id: publicId, course_id, charter_version_id, component: 'other' },
        ...{ state: 'signed', ordinal: 9 },
      })
      .execute();
    await db
      .insertInto('read_impact')
      .values({
        ...{ id: impact, trial_id: trialId, read_id: id, cause: 'imagesArrived' },
        noticed_at: now(),
      })
      .execute();
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corelab-matrix-'));
    for (const [name, text] of [
      ['index.html', '<!doctype html><title>Viewer</title>'],
      ['suite.mjs', 'export default {};'],
    ] as const) {
      await mkdir(join(folder, 'site'), { recursive: true });
      await writeFile(join(folder, 'site', name), text);
    }
    opened = await testDatabase();
    server = await testServer(opened, handmadeArchive(folder), { identityProvider });
    await deployed(server, twoTracksText());
    const { db, newId } = server.deps;
    trialId = (await db.selectFrom('trial').select('id').executeTakeFirstOrThrow()).id;
    const read = await db
      .selectFrom('read')
      .innerJoin('course', 'course.id', 'read.course_id')
      .innerJoin('track', 'track.id', 'course.track_id')
      .select(['read.id', 'read.public_id', 'course.subject_id', 'course.subject_code'])
      .where('read.state', '=', 'assigned')
      .where('track.code', '=', 'efficacy')
      .executeTakeFirstOrThrow();
    ofTrial.push(read.public_id, read.subject_code);

    for (const role of [...roles, null]) {
      callers.push({
        title: `${role ?? 'nobody of the trial'}, assigned the read`,
        account: await person(`assigned-${role}`, role === null ? [] : [role]),
        expected: route => cellOf(route, role),
      });
    }
    const ofStaff = roles.filter(role => !['reader', 'adjudicator'].includes(role));
    for (const [hat, has] of [
      ['sponsor', ofStaff],
      ['reader', ['reader', 'adjudicator', 'trainer']],
    ] as const) {
      const account = await person(`all-as-${hat}`, has);
      await db
        .updateTable('account')
        .set({ administrator: true })
        .where('id', '=', account.id)
        .execute();
      hats.set(account.id, hat);
      callers.push({
        ...{
          title: `administrator and ${has.join(', ')} in the hat of a ${hat}, assigned the read`,
        },
        ...{ account, hat },
        // Who puts forward is the first reader, and that is another one.
        expected: route => (route.url.endsWith('/proposals') ? 'no' : cellOf(route, hat)),
      });
    }
    for (const { account } of callers) {
      await db
        .insertInto('read_assignment')
        .values({
          ...{ read_id: read.id, account_id: account.id, reason: 'for the test' },
          assigned_at: server.deps.now(),
        })
        .execute();
    }
    const others = (cell: Cell, route: RouteAccess): Cell => (cell === 'own' ? route.others : cell);
    for (const role of ['reader', 'adjudicator'] as const) {
      callers.push({
        title: `${role} of other reads`,
        account: await person(`other-${role}`, [role]),
        expected: route => others(cellOf(route, role), route),
      });
    }
    const administrator = await person('administrator', []);
    await db
      .updateTable('account')
      .set({ administrator: true })
      .where('id', '=', administrator.id)
      .execute();
    callers.push({
      title: 'administrator of the installation, nobody of the trial',
      account: administrator,
      expected: route => cellOf(route, 'administrator'),
    });
    const both = await person('both', ['reader', 'unblindedSupport']);
    await db
      .insertInto('read_assignment')
      .values({
        ...{ read_id: read.id, account_id: both.id, reason: 'for the test' },
        assigned_at: server.deps.now(),
      })
      .execute();
    callers.push({
      title: 'reader who is unblinded support too, assigned the read',
      account: both,
      // Neither of the roles is worn in a session; a token has both.
      expected: (route, way) => {
        const support = cellOf(route, 'unblindedSupport');
        return way === 'token' && support === 'yes'
          ? support
          : others(cellOf(route, 'reader'), route);
      },
    });

    const problemId = server.deps.newId();
    await db
      .insertInto('problem')
      .values({
        ...{ id: problemId, read_id: read.id, subject_id: read.subject_id, trial_id: trialId },
        ...{ kind: 'missingSeries', state: 'raised', text: 'x', request_id: 'request-problem' },
        ...{ raised_by: server.admin.id, raised_at: server.deps.now() },
      })
      .execute();
    const { id: token } = await giveApiToken(server.deps, server.admin.id, {
      ...{ user: 'other', name: 'Laptop' },
    });
    const { id: exam } = await db
      .selectFrom('exam')
      .select('id')
      .where('subject_id', '=', read.subject_id)
      .executeTakeFirstOrThrow();
    const decided = await decidedArrivals(server.deps, trialId);
    const assigned = callers
      .filter(({ title }) => title.endsWith('assigned the read'))
      .map(({ account }) => account.id);
    const rows = {
      ...{ qualification: newId(), absence: newId(), conflict: newId() },
      ...{
        token,
        unlock: newId(),
        fact: newId(),
        reset: newId(),
        destruction: newId(),
        review: newId(),
        readInside: read.id,
      },
      ...{ exam, query: newId(), impact: newId(), signedRead: 'a-read-that-is-signed' },
      ...{ replayedRead: 'a-read-that-is-replayed', picture: insertedPicture },
      adjudication: await insertAdjudication(server.deps, read, assigned),
      globalRead: await insertGlobalRead(server.deps, read, assigned),
      // Whoever may meet is in the first slot, who puts forward too.
      consensus: await insertConsensus(server.deps, read, assigned),
      ...decided,
      examImages: await imagesAdmitted(exam, decided.receipt),
    };
    ofTrial.push(rows.adjudication, rows.globalRead, rows.consensus);
    await signedRead(rows.signedRead, rows.impact, read.id);
    await insertSignedRead(server.deps, read.id, {
      ...{ publicId: rows.replayedRead, signer: server.admin.id },
    });
    await askedOfSite(rows.query, read.subject_id);
    const of = { trial_id: trialId, account_id: both.id };
    const recorded = { recorded_by: server.admin.id, recorded_at: server.deps.now() };
    await db
      .insertInto('qualification')
      .values({
        ...{ id: rows.qualification, ...of, kind: 'gcp', date: '2026-01-05' },
        ...{ granted_by: server.admin.id, granted_at: server.deps.now() },
      })
      .execute();
    await db
      .insertInto('absence')
      .values({
        id: rows.absence,
        ...of,
        from_day: '2025-01-01',
        to_day: '2025-01-02',
        ...recorded,
      })
      .execute();
    await db
      .insertInto('reading_conflict')
      .values({
        ...{ id: rows.conflict, ...of, subject_id: read.subject_id, reason: 'x' },
        ...recorded,
      })
      .execute();
    await db
      .insertInto('unlock_request')
      .values({
        ...{ id: rows.unlock, trial_id: trialId, read_id: read.id, state: 'refused', reason: 'x' },
        ...{ asked_by: server.admin.id, asked_at: server.deps.now() },
        ...{ decided_by: server.admin.id, decided_at: server.deps.now(), decision_reason: 'x' },
      })
      .execute();
    await db
      .insertInto('account_reset')
      .values({
        ...{ id: rows.reset, account_id: both.id, second_factor: false, reason: 'x' },
        ...{ asked_by: server.admin.id, asked_at: server.deps.now(), outcome: 'refused' },
        ...{ decided_by: server.admin.id, decided_at: server.deps.now() },
      })
      .execute();
    await db
      .insertInto('identity_destruction')
      .values({
        ...{ id: rows.destruction, trial_id: trialId, subject_id: read.subject_id, reason: 'x' },
        ...{ asked_by: server.admin.id, asked_at: server.deps.now(), outcome: 'refused' },
        ...{ decided_by: server.admin.id, decided_at: server.deps.now() },
      })
      .execute();
    await db
      .insertInto('clinical_fact')
      .values({
        ...{ id: rows.fact, subject_id: read.subject_id, kind: 'randomisation', key_date: '' },
        ...{ name: '', version: 1, date: '2026-01-05', withdrawn: false, source: 'by hand' },
        ...{ reason: 'x', ...recorded, from_sequence: 1 },
      })
      .execute();
    await db
      .insertInto('audit_review')
      .values({
        ...{
          id: rows.review,
          trial_id: trialId,
          title: 'Review',
          from_sequence: 1,
          to_sequence: 1,
        },
        ...{ acts: '[]', reads: '[]', sampling: 'all', population: 1, due_date: '2026-04-01' },
        ...{ standing: 'open', planned_by: both.id, planned_at: server.deps.now() },
      })
      .execute();
    await db
      .insertInto('audit_review_item')
      .values({ review_id: rows.review, place: 1, sequence: 1, hash: 'f'.repeat(64) })
      .execute();
    calls = callsOf(read.public_id, problemId, rows);
    built = await buildApp({
      ...server.deps,
      policy: { ...server.deps.policy, loginsPerMinute: 100_000, costlyPerMinute: 100_000 },
      siteFolder: join(folder, 'site'),
      pluginsFolder: join(folder, 'site'),
    });
    askBuilt = askAt(await built.app.listen({ host: '127.0.0.1', port: 0 }));
  });
  afterAll(async () => {
    await built?.app.close();
    await server?.close();
    await opened?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const sessions = new Map<string, Record<string, string>>();
  /** By account: the hat that each new session of theirs begins in, whatever they chose before. */
  const hats = new Map<string, Role>();
  const sessionHeaders = async (account: AccountIdentity): Promise<Record<string, string>> => {
    const open = sessions.get(account.id);
    if (open !== undefined) return open;
    const hat = hats.get(account.id);
    if (hat !== undefined) {
      const chosen = server.deps.db.updateTable('account').set({ last_hat: hat });
      await chosen.where('id', '=', account.id).execute();
    }
    const { token } = await openSession(server.deps, account.id);
    const { csrf_token: csrf } = await server.deps.db
      .selectFrom('session')
      .select('csrf_token')
      .where('token_hash', '=', hashText(token))
      .executeTakeFirstOrThrow();
    const headers = { cookie: `corelab_session=${token}`, 'x-csrf-token': csrf };
    sessions.set(account.id, headers);
    return headers;
  };
  const tokenHeaders = (account: AccountIdentity): Record<string, string> => ({
    authorization: `Bearer ${tokens.get(account.id)}`,
  });
  /** Each way in which a person may come to a route. */
  const waysFor = async (
    { account, hat }: Pick<Caller, 'account' | 'hat'>,
    access: RouteAccess['access']
  ): Promise<Record<string, string>[]> =>
    access === 'staff' && hat === undefined
      ? [tokenHeaders(account), await sessionHeaders(account)]
      : [await sessionHeaders(account)];

  const ask = async (
    method: RouteAccess['method'] | 'HEAD',
    call: Call,
    headers: Record<string, string>
  ) => {
    const answer = await askBuilt({
      ...{ method, url: call.url, headers: { ...call.headers, ...headers } },
      ...(call.payload === undefined ? {} : { payload: call.payload }),
      ...(call.bytes === undefined ? {} : { bytes: call.bytes }),
    });
    // Whoever logged out has no session for the next call.
    if (method === 'POST' && /^\/api\/(logout|session)/.test(call.url)) sessions.clear();
    return { status: answer.statusCode, body: answer.body };
  };

  const ofCaller = (call: Call, account: AccountIdentity): Call => ({
    ...call,
    url: call.url.replace(ownToken, spares.get(account.id) ?? 'none'),
  });
  const methodsOf = (route: RouteAccess): readonly (RouteAccess['method'] | 'HEAD')[] =>
    route.method === 'GET' ? ['GET', 'HEAD'] : [route.method];

  it('has every route that is registered, and no other', () => {
    const registered = built.routes
      .filter(({ method }) => method !== 'HEAD')
      .map(({ method, url, access }) => `${method} ${url} ${access}`);
    const listed = accessMatrix.map(route => `${keyOf(route)} ${route.access}`);
    expect(listed.sort()).toEqual([...new Set(registered)].sort());
    expect(Object.keys(calls).sort()).toEqual(accessMatrix.map(keyOf).sort());
  });

  it.each(accessMatrix.map(route => [keyOf(route), route] as const))('%s', async (key, route) => {
    for (const call of calls[key] ?? []) {
      for (const method of methodsOf(route)) {
        const nobody = await ask(method, call, {});
        expect([key, 'nobody', nobody.status < 400]).toEqual([
          key,
          'nobody',
          route.access === 'public',
        ]);
        if (route.access !== 'public') expect(nobody.status).toBe(401);
        // HEAD is answered by what answers GET: one who may and one who may not show that it asks the same.
        const asking =
          method === 'HEAD'
            ? ['no', 'yes'].flatMap(
                cell => callers.find(one => one.expected(route, 'session') === cell) ?? []
              )
            : callers;
        for (const caller of asking) {
          for (const headers of await waysFor(caller, route.access)) {
            const way = 'cookie' in headers ? 'session' : 'token';
            const cell = caller.expected(route, way);
            const { status, body } = await ask(method, ofCaller(call, caller.account), headers);
            const told = ofTrial.filter(
              text => body.includes(text) && !JSON.stringify(call).includes(text)
            );
            const at = [method, call.url, way, caller.title, cell, body.slice(0, 200)];
            expect([...at, status < 500, [403, 404].includes(status)]).toEqual([
              ...at,
              true,
              cell === 'no',
            ]);
            if (cell === 'no' || cell === 'nothing') expect([...at, told]).toEqual([...at, []]);
            if (cell === 'nothing') expect([...at, status]).toEqual([...at, 200]);
          }
        }
      }
    }
  });

  it('has a word for every act that is on record', async () => {
    const rows = await server.deps.db.selectFrom('audit_entry').select('entry').execute();
    const acts = new Set(rows.map(({ entry }) => (entry as { act: string }).act));
    expect(acts.size).toBeGreaterThan(30);
    expect([...acts].filter(act => kindOfAct(act) === null)).toEqual([]);
  });

  it('takes no token for a session', async () => {
    for (const route of accessMatrix.filter(({ access }) => access === 'session')) {
      for (const call of calls[keyOf(route)] ?? []) {
        for (const { account } of callers) {
          const { status } = await ask(route.method, call, tokenHeaders(account));
          expect([keyOf(route), status]).toEqual([keyOf(route), 401]);
        }
      }
    }
  });

  it('takes no change from a session without its CSRF token, nor beside a token that is none', async () => {
    for (const route of accessMatrix.filter(({ access }) => access !== 'public')) {
      // Who would be let in otherwise; it is asked before anybody's roles are.
      const [caller = callers[0]] = callers.filter(one => one.expected(route, 'session') !== 'no');
      if (caller === undefined) throw new Error('nobody calls');
      for (const call of calls[keyOf(route)] ?? []) {
        const { cookie = '', ...csrf } = await sessionHeaders(caller.account);
        if (route.method !== 'GET') {
          const bare = await ask(route.method, call, { cookie });
          expect([keyOf(route), bare.status]).toEqual([keyOf(route), 403]);
        }
        if (route.access !== 'staff') continue;
        const authorization = `Bearer ${'x'.repeat(43)}`;
        const wrong = await ask(route.method, call, { cookie, ...csrf, authorization });
        expect([keyOf(route), wrong.status]).toEqual([keyOf(route), 401]);
      }
    }
  });

  it('answers a read of other people like one that does not exist', async () => {
    const paths = accessMatrix.filter(({ url }) => url.includes(':readId'));
    for (const route of paths) {
      const [theirs] = calls[keyOf(route)] ?? [];
      if (theirs === undefined) throw new Error(`no call for ${keyOf(route)}`);
      const readId = /(?:reads|replays)\/([^/]+)/.exec(theirs.url)?.[1] ?? '';
      const none = { ...theirs, url: theirs.url.replace(readId, unknownRead) };
      for (const caller of callers.filter(one => one.expected(route, 'session') === 'no')) {
        expect(caller.expected(route, 'session')).toBe('no');
        for (const headers of await waysFor(caller, route.access)) {
          expect(await ask(route.method, theirs, headers)).toEqual(
            await ask(route.method, none, headers)
          );
        }
      }
    }
  });

  it('lets a list tell of the trial where it is for the caller', async () => {
    const lists: readonly (readonly [string, Role])[] = [
      ['GET /api/reads', 'reader'],
      ['GET /api/reads', 'adjudicator'],
      ['GET /api/admin/trials', 'admin'],
      ['GET /api/admin/trials', 'dataManager'],
      ['GET /api/admin/trials', 'auditor'],
      ['GET /api/admin/problems', 'admin'],
      ['GET /api/admin/problems', 'dataManager'],
      ['POST /api/admin/intake', 'dataManager'],
    ];
    for (const [key, role] of lists) {
      const route = accessMatrix.find(one => keyOf(one) === key);
      const caller = callers.find(({ account }) => account.userName === `assigned-${role}`);
      const [call] = calls[key] ?? [];
      if (route === undefined || caller === undefined || call === undefined) throw new Error(key);
      for (const headers of await waysFor(caller, route.access)) {
        const { body } = await ask(route.method, call, headers);
        expect([key, ofTrial.some(text => body.includes(text))]).toEqual([key, true]);
      }
    }
  });

  it('keeps the chain outside any trial to admins and auditors', async () => {
    for (const { title, account, hat } of callers) {
      const call = { url: '/api/admin/audit/system' };
      if (hat !== undefined) {
        const { status } = await ask('GET', call, await sessionHeaders(account));
        expect([title, status]).toEqual([title, 404]);
        continue;
      }
      const { status } = await ask('GET', call, tokenHeaders(account));
      const may = ['assigned-admin', 'assigned-auditor'].includes(account.userName);
      expect([title, status]).toEqual([title, may ? 200 : 404]);
    }
  });
});
