import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { issueApiToken } from '../accounts/api-tokens.js';
import { policyVersion } from '../blinding/policy-version.js';
import { testAccount } from '../testing/test-account.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import {
  charterText,
  deployed,
  putInForce,
  testServer,
  type TestServer,
} from '../testing/test-server.js';
import { grantRole, type Role } from '../trials/roles.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const url = '/api/admin/trials/T-1/blinding';

interface Answer {
  charterVersion: number;
  policyVersion: string;
  variant: Record<string, unknown>;
  attributes: { keyword: string; form: string; passes: boolean; by: string | null }[];
}

describe('the blinding policy of a trial', () => {
  let opened: TestDatabase;
  let server: TestServer;
  const tokens = new Map<Role, string>();

  beforeAll(async () => {
    opened = await testDatabase();
    server = await testServer(opened);
    await deployed(server);
    const { id: trialId } = await server.deps.db
      .selectFrom('trial')
      .select('id')
      .executeTakeFirstOrThrow();
    for (const role of ['sponsor', 'auditor', 'qcTechnologist'] as const) {
      const account = await testAccount(server.deps, { userName: role, displayName: role });
      await server.deps.db.transaction().execute(trx =>
        grantRole(trx, {
          ...{ trialId, accountId: account.id, role },
          ...{ grantedBy: server.admin.id, at: server.deps.now() },
        })
      );
      tokens.set(role, await issueApiToken(server.deps, account.id));
    }
  });
  afterAll(async () => {
    await server.close();
    await opened.close();
  });

  const ask = (role: Role, query = '') =>
    server.ask({
      method: 'GET',
      url: `${url}${query}`,
      headers: { authorization: `Bearer ${tokens.get(role) ?? ''}` },
    });
  const row = ({ attributes }: Answer, keyword: string) =>
    attributes.find(attribute => attribute.keyword === keyword);

  it('is told in the variant of the version in force, to a sponsor too', async () => {
    const answer = (await ask('sponsor')).json<Answer>();
    expect(answer).toMatchObject({ charterVersion: 1, policyVersion });
    expect(answer.variant).toEqual({
      ...{ dates: 'shifted', labels: 'timepoint', sexAge: false, manufacturer: false },
      leanBodyMass: false,
    });
    expect(row(answer, 'PatientAge')).toMatchObject({ passes: false, by: 'sexAge' });
    expect(row(answer, 'StudyDate')).toMatchObject({ passes: true, by: 'dates' });
    expect(row(answer, 'SeriesDate')).toMatchObject({ passes: true, form: 'movedShifted' });
    expect(row(answer, 'PatientBirthDate')).toBeUndefined();
  });

  it('is told of a version that is not in force to who looks at charters, and not to a sponsor', async () => {
    const amended = `${charterText}blinding: { dates: offsets, sexAge: true }\n`;
    await putInForce(server, amended.replace('label: Week 8', 'label: TP 1'), {
      ...{ reason: 'no dates', scope: 'newSubjects' },
    });
    const now = (await ask('auditor')).json<Answer>();
    expect(now).toMatchObject({ charterVersion: 2, variant: { dates: 'offsets', sexAge: true } });
    expect(row(now, 'StudyDate')).toMatchObject({ passes: false });
    expect(row(now, 'SeriesDate')).toMatchObject({ passes: true, form: 'movedConstant' });
    const before = (await ask('auditor', '?version=1')).json<Answer>();
    expect(before).toMatchObject({ charterVersion: 1, variant: { dates: 'shifted' } });
    expect((await ask('sponsor', '?version=1')).statusCode).toBe(404);
    expect((await ask('auditor', '?version=9')).statusCode).toBe(404);
    expect((await ask('qcTechnologist')).statusCode).toBe(404);
  });
});
