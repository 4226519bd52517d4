import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import { readChain, verifyChain } from '../audit/chain.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { amendedText, charterBench } from '../testing/charter-bench.js';
import { approved, charterText, testServer, type TestServer } from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const namingApprover = `${charterText}roles: { admin: [approver] }\n`;
const amendment = { charter: amendedText, reason: 'Protocol 2', scope: 'newTimepoints' };

describe('a charter version', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let charter: ReturnType<typeof charterBench>;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(async () => {
    await opened.close();
  });
  beforeEach(async () => {
    server = await testServer(opened);
    charter = charterBench(server);
  });
  afterEach(async () => {
    await server.close();
  });

  const states = async () =>
    (await charter.get(''))
      .json<{ versions: { version: number; state: string }[] }>()
      .versions.map(({ version, state }) => `${version} ${state}`);
  const firstInForce = async () => {
    expect((await charter.deploy({ charter: charterText })).statusCode).toBe(200);
    expect((await approved(server, 'T-1', 1)).statusCode).toBe(200);
  };
  const intake = () =>
    server.ask({
      ...{ method: 'POST', url: '/api/admin/intake' },
      headers: { authorization: `Bearer ${server.adminToken}` },
    });
  const chain = async () => {
    const trial = await server.deps.db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    return readChain(server.deps.db, trial.id);
  };

  it('of a new trial is sent for approval, and until then nothing of the trial runs', async () => {
    const answer = await charter.deploy({ charter: namingApprover });
    expect(answer.json()).toMatchObject({
      ...{ code: 'T-1', version: 1, state: 'sentForApproval', changed: true },
      next: expect.stringContaining('corelab trial approve T-1 1'),
    });
    expect((await intake()).json()).toMatchObject({ trials: [] });
    const readers = server.deps.db.selectFrom('trial_role').where('role', '=', 'reader');
    expect(await readers.selectAll().execute()).toEqual([]);
    const approval = await charter.approve(1);
    expect(approval.json()).toMatchObject({ version: 1, state: 'effective', rereading: 0 });
    expect(await readers.selectAll().execute()).toHaveLength(1);
    expect((await intake()).json()).toMatchObject({ trials: [{ trial: 'T-1', matched: 3 }] });
  });

  it('is not approved by its author, without the password, or with another meaning', async () => {
    await charter.deploy({ charter: namingApprover });
    const own = await charter.approve(1, {}, server.adminToken);
    expect([own.statusCode, own.json<{ code: string }>().code]).toEqual([
      422,
      'CL_SECOND_PERSON_NEEDED',
    ]);
    const wrong = await charter.approve(1, { password: 'not the password' });
    expect([wrong.statusCode, wrong.json<{ code: string }>().code]).toEqual([
      403,
      'CL_PASSWORD_WRONG',
    ]);
    const meaning = await charter.approve(1, { meaning: 'Whatever' });
    expect(meaning.json()).toMatchObject({ code: 'CL_MEANING_UNKNOWN' });
    const ownReject = await charter.reject(1, server.adminToken);
    expect(ownReject.json()).toMatchObject({ code: 'CL_SECOND_PERSON_NEEDED' });
    expect(await states()).toEqual(['1 sentForApproval']);
  });

  it('is signed: the entry binds text, persons, meaning and instant, without words', async () => {
    await charter.deploy({ charter: namingApprover });
    const { contentHash } = (await charter.approve(1)).json<{ contentHash: string }>();
    const entries = await chain();
    expect(verifyChain(entries)).toMatchObject({ ok: true });
    expect(entries.map(({ entry }) => (entry as { act: string }).act)).toEqual([
      'role.granted',
      'role.granted',
      'charter.written',
      'charter.sentForApproval',
      'role.granted',
      'charter.approved',
    ]);
    expect(entries.at(-1)?.entry).toMatchObject({
      by: server.approver.id,
      details: {
        ...{ contentHash, author: server.admin.id, approver: server.approver.id, against: null },
        ...{ secondPerson: server.admin.id, at: '2026-03-01T09:00:00.000Z', zone: 'UTC' },
        why: { digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    });
    expect(JSON.stringify(entries)).not.toContain('As agreed');
    expect((await charter.get('/1')).json()).toMatchObject({
      ...{ author: 'admin', approver: 'approver', approvedAt: '2026-03-01T09:00:00.000Z' },
      source: namingApprover,
      resolved: { trial: { id: 'T-1' } },
      decisions: [
        { act: 'send', by: 'admin', reason: null },
        { act: 'approve', by: 'approver', reason: 'As agreed', contentHash },
      ],
    });
  });

  it('that amends needs a reason and a scope, and supersedes when it is approved', async () => {
    await firstInForce();
    const { charter: text, reason, scope } = amendment;
    const noReason = await charter.deploy({ charter: text, scope });
    expect(noReason.json()).toMatchObject({ code: 'CL_REASON_NEEDED' });
    const noScope = await charter.deploy({ charter: text, reason });
    expect(noScope.json()).toMatchObject({ code: 'CL_SCOPE_NEEDED' });
    expect((await charter.deploy(amendment)).json()).toMatchObject({ version: 2, changed: true });
    expect((await charter.deploy(amendment)).json()).toMatchObject({ version: 2, changed: false });
    expect(await states()).toEqual(['2 sentForApproval', '1 effective']);
    expect((await charter.approve(2)).statusCode).toBe(200);
    expect(await states()).toEqual(['2 effective', '1 superseded']);
  });

  it('with errors is kept as a draft with their places, and not sent', async () => {
    await firstInForce();
    const broken = amendedText.replace('day: 56', 'day: soon');
    const line = broken.split('\n').findIndex(text => text.includes('day: soon')) + 1;
    const saved = await charter.save({ ...amendment, charter: broken });
    expect(saved.json()).toMatchObject({
      ...{ version: 2, state: 'draft', hash: null, changed: true },
      errors: [{ line, path: '/timepoints/1/day' }],
    });
    const again = await charter.save({ ...amendment, charter: broken });
    expect(again.json()).toMatchObject({ version: 2, changed: false });
    const sent = await charter.send(2);
    expect([sent.statusCode, sent.json<{ code: string }>().code]).toEqual([
      422,
      'CL_CHARTER_INVALID',
    ]);
    expect((await charter.get('/2/diff')).json()).toMatchObject({ code: 'CL_CHARTER_INVALID' });
    expect((await charter.get('/2')).json()).toMatchObject({ source: broken, resolved: null });
    expect(await states()).toEqual(['2 draft', '1 effective']);
  });

  it('keeps its text: what is written after sending is another version', async () => {
    await firstInForce();
    await charter.deploy(amendment);
    const later = await charter.save({
      ...amendment,
      charter: `${amendedText}signatureMeanings: [I read this]\n`,
    });
    expect(later.json()).toMatchObject({ version: 3, state: 'draft' });
    expect((await charter.get('/2')).json()).toMatchObject({ source: amendedText });
    const resent = await charter.send(2);
    expect([resent.statusCode, resent.json<{ code: string }>().code]).toEqual([
      409,
      'CL_ACT_NOT_POSSIBLE',
    ]);
  });

  it('of another trial is no draft of this one', async () => {
    await firstInForce();
    const other = await charter.save({
      ...amendment,
      charter: charterText.replace('id: T-1', 'id: T-2'),
    });
    expect(other.json()).toMatchObject({ code: 'CL_CHARTER_OF_OTHER_TRIAL' });
  });

  it('that is rejected or recalled was never in force, and can be written again', async () => {
    await firstInForce();
    await charter.deploy(amendment);
    expect((await charter.reject(2)).json()).toEqual({ version: 2, state: 'rejected' });
    expect((await charter.approve(2)).json()).toMatchObject({ code: 'CL_ACT_NOT_POSSIBLE' });
    expect((await charter.deploy(amendment)).json()).toMatchObject({ version: 3, changed: true });
    expect((await charter.recall(3)).json()).toEqual({ version: 3, state: 'draft' });
    expect((await charter.approve(3)).json()).toMatchObject({ code: 'CL_ACT_NOT_POSSIBLE' });
    expect(await states()).toEqual(['3 draft', '2 rejected', '1 effective']);
  });

  it('is not approved against another version than it was sent against', async () => {
    await firstInForce();
    await charter.deploy(amendment);
    const next = { ...amendment, charter: `${amendedText}signatureMeanings: [I read this]\n` };
    await charter.deploy(next);
    await charter.approve(2);
    const overtaken = await charter.approve(3);
    expect(overtaken.json()).toMatchObject({
      code: 'CL_CHARTER_OVERTAKEN',
      message:
        'Version 2 came into force since version 3 was sent: recall it, look at its impact and send it again.',
    });
    await charter.recall(3);
    await charter.send(3);
    expect((await charter.approve(3)).statusCode).toBe(200);
    expect(await states()).toEqual(['3 effective', '2 superseded', '1 superseded']);
  });

  it('with a lower number than the one in force does not come into force any more', async () => {
    await firstInForce();
    await charter.save(amendment);
    await charter.deploy({
      ...amendment,
      charter: `${amendedText}signatureMeanings: [I read this]\n`,
    });
    await charter.approve(3);
    expect((await charter.send(2)).json()).toMatchObject({
      code: 'CL_CHARTER_OVERTAKEN',
      message: expect.stringContaining('save the text as a new version'),
    });
  });

  it('is compared with the one in force, or another', async () => {
    await firstInForce();
    await charter.deploy(amendment);
    const changes = [{ path: '/tracks/0/showDerived', from: 'live', to: 'afterSigning' }];
    expect((await charter.get('/2/diff')).json()).toMatchObject({
      version: 2,
      against: 1,
      changes,
    });
    await charter.approve(2);
    expect((await charter.get('/2/diff')).json()).toMatchObject({ against: 2, changes: [] });
    expect((await charter.get('/2/diff?against=1')).json()).toMatchObject({ against: 1, changes });
  });

  it('comes into force at once in a demonstration alone, and the entry says so', async () => {
    const refused = await charter.deploy({ charter: charterText, demo: true });
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([
      403,
      'CL_NO_DEMONSTRATION',
    ]);
    await server.close();
    server = await testServer(opened, undefined, { demonstration: true });
    charter = charterBench(server);
    const demo = await charter.deploy({ charter: charterText, demo: true });
    expect(demo.json()).toMatchObject({ version: 1, state: 'effective', next: null });
    const next = await charter.deploy({ ...amendment, demo: true });
    expect(next.json()).toMatchObject({ version: 2, state: 'effective' });
    expect(await states()).toEqual(['2 effective', '1 superseded']);
    const entries = (await chain()).map(({ entry }) => entry as { act: string; details: object });
    expect(entries.find(({ act }) => act === 'charter.deployed')).toMatchObject({
      details: { approval: 'none: a demonstration' },
    });
    const real = await charter.deploy({ charter: charterText.replace('T-1', 'T-2') });
    expect(real.json()).toMatchObject({ code: 'T-2', state: 'sentForApproval' });
    const undone = await charter.deploy({
      ...{ charter: amendedText.replace('T-1', 'T-2'), demo: true },
    });
    expect(undone.json()).toMatchObject({ code: 'CL_NOT_A_DEMO' });
  });
});
