import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { hashJson } from '@corelab/record';
import { issueApiToken } from '../accounts/api-tokens.js';
import type { EntryRow } from '../audit/entry-list.js';
import type { ReadLife } from '../audit/read-life.js';
import type { ReviewItemView, ReviewSheet } from '../audit/review-views.js';
import type { VerificationView } from '../audit/verification-runs.js';
import { auditActs, kindOfAct } from '../audit/acts.js';
import { reviewMeanings } from '../audit/review-content.js';
import { readChain } from '../audit/chain.js';
import { unlockBench } from '../testing/signed-course.js';
import { testAccount } from '../testing/test-account.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { deployed, password, testServer, type TestServer } from '../testing/test-server.js';
import { readOf } from '../testing/two-slots.js';
import { grantRole, type Role } from '../trials/roles.js';
import { machines } from '../workflow/machines/all.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

let opened: TestDatabase;
let server: TestServer;
let trialId: string;
const tokens = new Map<string, string>();

/** Who the tests call as, by what they are in the trial. */
const person = async (userName: string, ...roles: readonly Role[]): Promise<void> => {
  const { deps, admin } = server;
  const { id } = await testAccount(deps, { userName, displayName: `Dr ${userName}` });
  await deps.db.transaction().execute(async trx => {
    for (const role of roles)
      await grantRole(trx, {
        ...{ trialId, accountId: id, role, grantedBy: admin.id, at: deps.now() },
      });
  });
  tokens.set(userName, await issueApiToken(deps, id));
};

const call = async (user: string, method: 'GET' | 'POST', path: string, payload?: object) => {
  const answer = await server.ask({
    ...{ method, url: `/api/admin/audit/${path}` },
    headers: { authorization: `Bearer ${tokens.get(user)}` },
    ...(payload === undefined ? {} : { payload }),
  });
  const isJson = String(answer.headers['content-type']).startsWith('application/json');
  return {
    status: answer.statusCode,
    text: answer.body,
    body: isJson ? answer.json<Record<string, unknown>>() : {},
  };
};
const entries = async (query: string, user = 'auditor', trial = 'T-1') => {
  const { status, body } = await call(user, 'GET', `${trial}/entries?${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as unknown as { entries: EntryRow[]; next: number | null };
};
const acts = async (query: string): Promise<string[]> =>
  (await entries(query)).entries.map(({ act }) => act);
const readIdInside = async (publicId: string): Promise<string> =>
  (
    await server.deps.db
      .selectFrom('read')
      .select('id')
      .where('public_id', '=', publicId)
      .executeTakeFirstOrThrow()
  ).id;

let baseline: string;
let first: string;

/** Baseline and week 8 are signed, the baseline is opened again with a reason, and the trial was exported before that. */
beforeAll(async () => {
  opened = await testDatabase();
  server = await testServer(opened);
  await deployed(server);
  const { db } = server.deps;
  ({ id: trialId } = await db.selectFrom('trial').select('id').executeTakeFirstOrThrow());
  await person('auditor', 'auditor');
  await person('sponsor', 'sponsor');
  await person('auditing-reader', 'auditor', 'reader');
  await person('manager', 'dataManager');
  tokens.set('admin', server.adminToken);
  server.forward(60_000);
  const bench = unlockBench(server);
  await bench.sign('reader', { BL: 50, TP1: 40 });
  first = await readOf(server, 'R1', 'BL');
  baseline = await readIdInside(first);
  server.forward(60_000);
  const exported = await server.ask({
    url: '/api/admin/trials/T-1/export',
    headers: { authorization: `Bearer ${server.adminToken}` },
  });
  if (exported.statusCode !== 200) throw new Error(exported.body);
  const asked = await bench.ask(first);
  const decided = await bench.decide(asked.body['id'], 'approve');
  if (decided.status !== 200) throw new Error(JSON.stringify(decided.body));
});
afterAll(async () => {
  await server.close();
  await opened.close();
});

describe('acts of the record', () => {
  it('each have a kind, those of the machines and those that are there', async () => {
    const ofMachines = machines.flatMap(({ beginnings, transitions }) =>
      [...beginnings, ...transitions].flatMap(({ audit }) => (audit === null ? [] : [audit]))
    );
    const there = (await readChain(server.deps.db, trialId)).map(
      ({ entry }) => (entry as { act: string }).act
    );
    const without = [...ofMachines, ...there].filter(act => kindOfAct(act) === null);
    expect([...new Set(without)]).toEqual([]);
    expect(new Set(auditActs).size).toBe(auditActs.length);
    // The page has words for each, and for no other.
    const words = await readFile(
      new URL('../../../ui/src/language/auditActsEn.ts', import.meta.url),
      'utf8'
    );
    const named = [...words.matchAll(/'audit\.act\.([^']+)':/g)].map(([, act]) => act);
    expect(named.sort()).toEqual([...auditActs].sort());
  });
});

describe('the entries of a record', () => {
  it('come in pages, either way, each once', async () => {
    const { body } = await call('auditor', 'GET', 'T-1/facets');
    const all = Number(body['entries']);
    for (const order of ['newest', 'oldest']) {
      const seen: number[] = [];
      let after: number | null = null;
      do {
        const page: Awaited<ReturnType<typeof entries>> = await entries(
          `order=${order}&limit=7${after === null ? '' : `&after=${after}`}`
        );
        seen.push(...page.entries.map(({ sequence }) => sequence));
        after = page.next;
      } while (after !== null);
      const expected = Array.from({ length: all }, (_, at) => at + 1);
      expect(seen).toEqual(order === 'oldest' ? expected : expected.reverse());
    }
  });

  it('say who did what to what, and what stood before and after', async () => {
    const [saved] = (await entries(`act=draft.saved&read=${baseline}`)).entries;
    expect(saved).toMatchObject({
      ...{ act: 'draft.saved', kind: 'change', roles: ['reader'], readId: baseline },
      by: { user: 'reader' },
      subject: { identifier: 'REAL-SUBJECT-1' },
      about: { kind: 'read', name: 'Baseline, R1' },
    });
    expect(saved?.changed).toBeGreaterThan(3);
    expect(saved?.differences).toHaveLength(3);
  });

  it('are narrowed by act, person, role, subject, read, instant and words, alone and together', async () => {
    const { body } = await call('auditor', 'GET', 'T-1/facets');
    const people = body['people'] as { id: string; user: string }[];
    const reader = people.find(({ user }) => user === 'reader')?.id ?? '';
    expect(await acts('act=read.signed,trial.exported&order=oldest')).toEqual([
      ...['read.signed', 'read.signed', 'trial.exported'],
    ]);
    expect(new Set((await entries(`by=${reader}`)).entries.map(one => one.by?.user))).toEqual(
      new Set(['reader'])
    );
    expect((await entries('by=server')).entries.every(({ by }) => by === null)).toBe(true);
    expect(await acts(`by=${reader}&act=read.signed`)).toHaveLength(2);
    expect((await entries('role=system')).entries.map(({ roles }) => roles)).toEqual(
      (await entries('by=server')).entries.map(() => ['system'])
    );
    expect(await acts(`act=read.signed&read=${baseline}`)).toEqual(['read.signed']);
    const { id } = await server.deps.db
      .selectFrom('subject')
      .select('id')
      .executeTakeFirstOrThrow();
    expect(await acts(`act=read.signed,charter.approved&subject=${id}`)).toHaveLength(2);
    // The words of the details, each by its beginning and in any case.
    expect(await acts('text=LIVER%20bidirect')).toContain('draft.saved');
    expect(await acts('text=liver%20nowhere')).toEqual([]);
    const later = 'from=2026-03-01T09:02:00Z&order=oldest';
    expect((await acts(later))[0]).toBe('trial.exported');
    expect((await acts('to=2026-03-01T09:01:00Z')).includes('read.signed')).toBe(false);
    const paged = await entries(`${later}&limit=1`);
    expect(await acts(`${later}&limit=1&after=${paged.next}`)).toEqual([(await acts(later))[1]]);
  });

  it('refuse what can’t be looked for, and say why', async () => {
    const asked = async (query: string) => {
      const { status, body } = await call('auditor', 'GET', `T-1/entries?${query}`);
      return [status, body['code']];
    };
    expect(await asked('from=yesterday')).toEqual([422, 'CL_INSTANT']);
    expect(await asked('text=---')).toEqual([422, 'CL_AUDIT_WORDS']);
    expect(await asked(`subject=${trialId}`)).toEqual([404, 'CL_NOT_FOUND']);
    expect((await asked('after=0'))[0]).toBe(400);
  });

  it('are there as a whole, with names, and with the words that stand behind a digest', async () => {
    const [asked] = (await entries('act=unlock.asked')).entries;
    const { body } = await call('auditor', 'GET', `T-1/entries/${asked?.sequence}`);
    expect(body).toMatchObject({
      software: 'corelab 0.1.0',
      charter: { version: 1 },
      texts: [{ path: '/reason', text: 'A node was measured twice' }],
    });
    expect(JSON.stringify(body['entry'])).not.toContain('measured twice');
    expect(JSON.stringify(body['names'])).toContain('Baseline, R1');
  });

  it('are those of people who neither read nor have another role, and nobody else’s', async () => {
    for (const user of ['sponsor', 'auditing-reader', 'manager'])
      for (const path of [
        'T-1/entries',
        'system/entries',
        'T-1/reviews',
        `T-1/reads/${baseline}/life`,
      ])
        expect([user, path, (await call(user, 'GET', path)).status]).toEqual([user, path, 404]);
    const outside = (await entries('limit=200', 'auditor', 'system')).entries;
    expect(outside.map(({ act }) => act)).toContain('login');
    expect(outside.every(({ subject }) => subject === null)).toBe(true);
  });

  it('go into a file as they are shown, and that they did is an entry', async () => {
    const csv = await call('auditor', 'GET', 'T-1/export?format=csv&act=read.signed');
    const [head, ...lines] = csv.text.trimEnd().split('\n');
    expect(head).toBe(
      'entry,at,zone,act,by,roles,subject,about,read,before,after,hash,previousHash'
    );
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('read.signed,reader,reader,REAL-SUBJECT-1,"read Baseline, R1"');
    const all = await call('auditor', 'GET', 'T-1/export?format=jsonl');
    const chain = await readChain(server.deps.db, trialId);
    expect(
      all.text
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line) as unknown)
    ).toEqual(chain.slice(0, -1));
    expect(chain.at(-1)?.entry).toMatchObject({
      ...{ act: 'audit.exported', details: { format: 'jsonl', filter: {} } },
    });
  });
});

describe('the life of a read', () => {
  it('is told in order, from its release to its next version and the export it went into', async () => {
    const { body } = await call('auditor', 'GET', `T-1/reads/${baseline}/life`);
    const { events, read, versions, cut } = body as unknown as ReadLife;
    const told = events.map(({ act }) => act);
    const places = [
      ...['read.released', 'draft.saved', 'read.opened', 'read.signed', 'trial.exported'],
      ...['unlock.asked', 'unlock.approved'],
    ].map(act => told.indexOf(act));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(events.map(({ sequence }) => sequence)).toEqual(
      events.map(({ sequence }) => sequence).sort((a, b) => a - b)
    );
    expect(events.find(({ act }) => act === 'read.signed')?.meaning).toMatch(/assessment/);
    expect(events.find(({ act }) => act === 'read.assigned')?.differences).toEqual([
      { path: '', from: null, to: 'reader' },
    ]);
    expect(events.find(({ act }) => act === 'unlock.asked')?.words).toEqual([
      'A node was measured twice',
    ]);
    expect(events.find(({ act }) => act === 'draft.saved')?.differences.length).toBeGreaterThan(3);
    expect([read.timepoint, read.state, versions.length, cut]).toEqual([
      ...['Baseline', 'superseded', 2, false],
    ]);
    // Of another read nothing is told.
    const other = await readIdInside(await readOf(server, 'R1', 'TP1'));
    expect(events.filter(({ readId }) => readId === other)).toEqual([]);
  });

  it('is found by the subject, and goes into a file', async () => {
    const found = await call('auditor', 'GET', 'T-1/subjects?text=subject-1');
    expect(JSON.stringify(found.body)).toContain(baseline);
    const csv = await call('auditor', 'GET', `T-1/reads/${baseline}/life/export?format=csv`);
    expect(csv.text).toContain(',signature,read.signed,reader,reader,');
    const json = await call('auditor', 'GET', `T-1/reads/${baseline}/life/export?format=json`);
    expect((JSON.parse(json.text) as ReadLife).read.id).toBe(baseline);
    expect((await acts('act=audit.exported&limit=2')).length).toBe(2);
  });
});

describe('a planned review', () => {
  const plan = (more: object = {}) =>
    call('auditor', 'POST', 'T-1/reviews', {
      ...{ title: 'March', sampling: { kind: 'all' }, dueDate: '2026-04-01', ...more },
    });
  const items = async (id: string): Promise<ReviewItemView[]> =>
    (await call('auditor', 'GET', `T-1/reviews/${id}/items?limit=200`)).body[
      'items'
    ] as ReviewItemView[];
  const sheet = async (id: string): Promise<ReviewSheet> =>
    (await call('auditor', 'GET', `T-1/reviews/${id}`)).body as unknown as ReviewSheet;
  const coded = ({ status, body }: { status: number; body: Record<string, unknown> }) => [
    status,
    body['code'],
  ];

  it('draws by chance what anybody draws again from its seed', async () => {
    const range = { fromEntry: 2, toEntry: 12 };
    const made = await plan({ ...range, sampling: { kind: 'random', size: 4 } });
    const { sampling } = await sheet(String(made.body['id']));
    const drawn = (await items(String(made.body['id']))).map(({ entry }) => entry.sequence);
    const order = Array.from({ length: 11 }, (_, at) => at + 2)
      .map(sequence => ({
        sequence,
        by: createHash('sha256').update(`${sampling.seed}:${sequence}`).digest('hex'),
      }))
      .sort((a, b) => (a.by < b.by ? -1 : 1));
    expect(drawn).toEqual(
      order
        .slice(0, 4)
        .map(({ sequence }) => sequence)
        .sort((a, b) => a - b)
    );
    const again = await plan({
      ...range,
      sampling: { kind: 'random', size: 4, seed: sampling.seed },
    });
    expect((await items(String(again.body['id']))).map(({ entry }) => entry.sequence)).toEqual(
      drawn
    );
    const third = await plan({ ...range, sampling: { kind: 'every', size: 3 } });
    expect((await items(String(third.body['id']))).map(({ entry }) => entry.sequence)).toEqual([
      ...[2, 5, 8, 11],
    ]);
  });

  it('refuses a plan with nothing in it, beyond the record, or without a day', async () => {
    expect(coded(await plan({ acts: ['no.act'] }))).toEqual([422, 'CL_REVIEW_EMPTY']);
    expect(coded(await plan({ toEntry: 100_000 }))).toEqual([422, 'CL_REVIEW_RANGE']);
    expect(coded(await plan({ dueDate: '2026-02-30' }))).toEqual([422, 'CL_REVIEW_DUE']);
  });

  it('is worked through, signed with its entries, and locked; findings are answered and closed', async () => {
    const made = await plan({ acts: ['read.signed'] });
    const id = String(made.body['id']);
    expect(made.body).toMatchObject({ items: 2, population: 2 });
    const root = `T-1/reviews/${id}`;
    const judge = (place: number, body: object, user = 'auditor') =>
      call(user, 'POST', `${root}/items/${place}`, body);
    expect(coded(await judge(1, { outcome: 'inOrder' }, 'admin'))).toEqual([404, 'CL_NOT_FOUND']);
    expect(coded(await judge(1, { outcome: 'finding' }))).toEqual([422, 'CL_FINDING_INCOMPLETE']);
    expect((await judge(1, { outcome: 'notApplicable' })).status).toBe(200);
    expect((await judge(1, { outcome: null })).status).toBe(200);
    const sign = async (more: object = {}) =>
      call('auditor', 'POST', `${root}/sign`, {
        ...{ password, meaning: reviewMeanings[0], requestId: `review-${id}` },
        ...{ version: (await sheet(id)).version, ...more },
      });
    expect(coded(await sign())).toEqual([422, 'CL_REVIEW_UNFINISHED']);
    await judge(1, { outcome: 'inOrder' });
    await judge(2, { outcome: 'finding', severity: 'major', text: 'Signed without a look' });
    expect((await call('auditor', 'POST', `${root}/notes`, { notes: 'One finding' })).status).toBe(
      200
    );
    expect(coded(await sign({ password: 'wrong' }))).toEqual([403, 'CL_PASSWORD_WRONG']);
    expect(coded(await sign({ version: 1 }))).toEqual([409, 'CL_REVIEW_CHANGED']);
    const early = await call('admin', 'POST', `${root}/items/2/answer`, { text: 'x' });
    expect(coded(early)).toEqual([409, 'CL_REVIEW_OPEN']);
    const signed = await sign();
    expect(signed.status).toBe(200);
    expect((await sign()).body).toEqual(signed.body);
    expect(coded(await judge(1, { outcome: null }))).toEqual([409, 'CL_REVIEW_CLOSED']);
    await expect(
      server.deps.db
        .updateTable('audit_review_item')
        .set({ outcome: 'notApplicable' })
        .where('review_id', '=', id)
        .execute()
    ).rejects.toThrow('a signed review is not changed');

    const respond = (user: string, kind: string, text: string) =>
      call(user, 'POST', `${root}/items/2/${kind}`, { text });
    expect((await respond('auditor', 'answer', 'x')).status).toBe(404);
    expect((await respond('admin', 'answer', 'The reader is trained again')).status).toBe(200);
    expect((await respond('auditor', 'close', 'Seen')).status).toBe(200);
    expect(coded(await respond('admin', 'answer', 'y'))).toEqual([409, 'CL_FINDING_STATE']);
    expect(await sheet(id)).toMatchObject({ state: 'signed', findings: 1, openFindings: 0 });

    const { text } = await call('auditor', 'GET', `${root}/export?format=json`);
    const file = JSON.parse(text) as {
      signature: { hash: string };
      content: { items: { entry: number; hash: string }[] };
    };
    expect(hashJson(file.content)).toBe(file.signature.hash);
    const chain = await readChain(server.deps.db, trialId);
    for (const { entry, hash } of file.content.items) expect(chain[entry - 1]?.hash).toBe(hash);
    const csv = await call('auditor', 'GET', `${root}/export?format=csv`);
    expect(csv.text).toContain('Signed without a look');
    // The record has what was done, and no word of it.
    const own = chain.filter(({ entry }) => JSON.stringify(entry).includes(id));
    expect(own.map(({ entry }) => (entry as { act: string }).act)).toEqual([
      ...['review.planned', 'review.itemJudged', 'review.itemUndone', 'review.itemJudged'],
      ...['review.itemJudged', 'review.noted', 'review.signed', 'review.findingAnswered'],
      ...['review.findingClosed', 'audit.exported'],
    ]);
    expect(JSON.stringify(own)).not.toContain('without a look');
  });

  it('that nobody will sign is withdrawn with a reason', async () => {
    const made = await plan({ acts: ['read.signed'] });
    const root = `T-1/reviews/${String(made.body['id'])}`;
    expect(
      (await call('auditor', 'POST', `${root}/withdraw`, { reason: 'Planned twice' })).status
    ).toBe(200);
    const judged = await call('auditor', 'POST', `${root}/items/1`, { outcome: 'inOrder' });
    expect(coded(judged)).toEqual([409, 'CL_REVIEW_CLOSED']);
    expect(coded(await call('auditor', 'GET', `${root}/export?format=csv`))).toEqual([
      ...[409, 'CL_REVIEW_OPEN'],
    ]);
  });
});

describe('a verification of a chain', () => {
  const verified = async (): Promise<VerificationView> => {
    const started = await call('auditor', 'POST', 'T-1/verifications');
    if (started.status !== 200) throw new Error(started.text);
    for (;;) {
      const { body } = await call('auditor', 'GET', 'T-1/verifications');
      const [last] = body['verifications'] as VerificationView[];
      if (last === undefined || last.id !== started.body['id']) throw new Error('not begun');
      if (last.state !== 'running') return last;
    }
  };

  it('says that it is whole and to where heads prove it, and is an entry outside the trial', async () => {
    const run = await verified();
    const last = (await readChain(server.deps.db, trialId)).length;
    expect(run).toMatchObject({
      ...{ state: 'done', startedBy: 'auditor', checked: last },
      verdict: { ok: true, entries: last, broken: null, heads: [], anchoredTo: null },
    });
    expect(run.verdict?.provenTo).toBeGreaterThan(0);
    expect(run.verdict?.notProvable).not.toEqual([]);
    const [told] = (await entries('act=audit.verified', 'auditor', 'system')).entries;
    expect(told).toMatchObject({ by: { user: 'auditor' }, kind: 'record' });
  });

  it('names the first entry that was changed behind its back', async () => {
    await opened.runSql(
      `begin; set local session_replication_role = replica;
        update audit_entry set entry = jsonb_set(entry, '{zone}', '"Mars"') where chain = '${trialId}' and sequence = 5; commit;`
    );
    expect((await verified()).verdict).toMatchObject({
      ...{ ok: false, entries: 4, provenTo: 0 },
      broken: { sequence: 5, code: 'CL_AUDIT_HASH' },
    });
  });
});
