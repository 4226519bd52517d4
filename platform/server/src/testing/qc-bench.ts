import type { AccountIdentity } from '../accounts/accounts.js';
import { issueApiToken } from '../accounts/api-tokens.js';
import { grantRole, type Role } from '../trials/roles.js';
import type { ExamState } from '../workflow/machines/exam.js';
import { testAccount } from './test-account.js';
import type { Answer, TestServer } from './test-server.js';

/** A person of T-1 who calls its routes with a token. */
export interface Caller {
  readonly account: AccountIdentity;
  get(path: string): Promise<Answer>;
  post(path: string, payload?: object): Promise<Answer>;
}

/** What QC people, data managers and sites do with the images of T-1 over HTTP. */
export const qcBench = (server: TestServer) => {
  const { db, newId, now } = server.deps;
  const trialId = async (): Promise<string> =>
    (await db.selectFrom('trial').select('id').where('code', '=', 'T-1').executeTakeFirstOrThrow())
      .id;
  const site = async (code: string): Promise<string> => {
    const id = newId();
    const trial = await trialId();
    await db
      .insertInto('site')
      .values({ id, trial_id: trial, code })
      .onConflict(conflict => conflict.columns(['trial_id', 'code']).doNothing())
      .execute();
    const row = await db
      .selectFrom('site')
      .select('id')
      .where('trial_id', '=', trial)
      .where('code', '=', code)
      .executeTakeFirstOrThrow();
    return row.id;
  };
  const person = async (
    userName: string,
    role: Role,
    sites: readonly string[] = []
  ): Promise<Caller> => {
    const account = await testAccount(server.deps, {
      ...{ userName, displayName: userName },
    });
    const grant = newId();
    const trial = await trialId();
    await db.transaction().execute(trx =>
      grantRole(trx, {
        ...{ id: grant, trialId: trial, accountId: account.id, role },
        ...{ grantedBy: server.admin.id, at: now() },
      })
    );
    for (const code of sites) {
      const values = { grant_id: grant, site_id: await site(code) };
      await db.insertInto('role_grant_site').values(values).execute();
    }
    const headers = { authorization: `Bearer ${await issueApiToken(server.deps, account.id)}` };
    const root = '/api/admin/trials/T-1';
    return {
      account,
      get: path => server.ask({ url: root + path, headers }),
      post: (path, payload = {}) =>
        server.ask({ method: 'POST', url: root + path, headers, payload }),
    };
  };
  /** The exams of the subject, in the order of their timepoints. */
  const exams = () =>
    db
      .selectFrom('exam')
      .innerJoin('timepoint_exam', 'timepoint_exam.exam_id', 'exam.id')
      .innerJoin('timepoint', 'timepoint.id', 'timepoint_exam.timepoint_id')
      .select(['exam.id', 'exam.state', 'exam.subject_id', 'timepoint.state as timepoint'])
      .select(['timepoint.id as timepoint_id', 'timepoint.code'])
      .orderBy('timepoint.ordinal')
      .orderBy('exam.id')
      .execute();
  const examAt = async (code: string) => {
    const found = (await exams()).find(exam => exam.code === code);
    if (found === undefined) throw new Error(`no exam at ${code}`);
    return found;
  };
  const setState = async (code: string, state: ExamState): Promise<string> => {
    const { id } = await examAt(code);
    await db.updateTable('exam').set({ state }).where('id', '=', id).execute();
    return id;
  };
  const seriesOf = (exam: string) =>
    db.selectFrom('series').selectAll().where('exam_id', '=', exam).orderBy('series_uid').execute();
  /** Places the subject at a site. */
  const placed = async (code: string): Promise<void> => {
    const { id } = await db.selectFrom('subject').select('id').executeTakeFirstOrThrow();
    const values = { subject_id: id, site_id: await site(code), valid_from: '2026-01-01' };
    await db.insertInto('subject_site').values(values).execute();
  };
  const judged = (series: string, role: string | null = 'CT-PV-AX') => ({
    series: [
      {
        ...{ series, role },
        usable: [
          role === null
            ? { purpose: 'read', usable: 'no', reason: 'Localiser' }
            : { purpose: 'read', usable: 'yes', reason: null },
        ],
      },
    ],
  });
  /** Claims, judges and passes an exam whose one series is as proposed. */
  const pass = async (caller: Caller, exam: string): Promise<Answer> => {
    await caller.post(`/exams/${exam}/claim`);
    for (const { id } of await seriesOf(exam))
      await caller.post(`/exams/${exam}/series`, judged(id));
    return caller.post(`/exams/${exam}/decide`, { act: 'pass' });
  };
  return { trialId, site, person, exams, examAt, setState, seriesOf, placed, judged, pass };
};
