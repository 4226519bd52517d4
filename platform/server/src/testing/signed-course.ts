import { impactMeanings } from '../workflow/decide-impact.js';
import { readingOf } from './reading-bench.js';
import { logIn, password, type TestServer } from './test-server.js';
import { readOf } from './two-slots.js';

/** What the data managers of T-1 do about signed reads over HTTP; `admin` asks, `approver` decides. */
export const unlockBench = (server: TestServer) => {
  const call = async (token: string, method: 'GET' | 'POST', path: string, payload?: object) => {
    const answer = await server.ask({
      ...{ method, url: `/api/admin/trials/T-1/${path}` },
      headers: { authorization: `Bearer ${token}` },
      ...(payload === undefined ? {} : { payload }),
    });
    await server.releases.idle();
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  };
  const reason = 'A node was measured twice';
  const impactsOf = async (state: 'pending' | 'all') =>
    (await call(server.adminToken, 'GET', `impacts?state=${state}`)).body['impacts'] as {
      id: string;
      readId: string;
      timepoint: string;
      cause: string;
      changed: string | null;
      decidable: boolean;
    }[];
  return {
    call,
    ask: (read: string) => call(server.adminToken, 'POST', `reads/${read}/unlock`, { reason }),
    decide: (id: unknown, decision: string, token = server.approverToken, more: object = {}) =>
      call(token, 'POST', `unlocks/${String(id)}/decide`, {
        ...{ decision, reason: 'It is so', password },
        ...more,
      }),
    /** Decides on the last change under a read. */
    impact: async (read: string, decision: string) => {
      const last = (await impactsOf('all')).findLast(({ readId }) => readId === read);
      return call(server.adminToken, 'POST', `impacts/${last?.id}/decide`, {
        ...{ decision, reason, password, meaning: impactMeanings[0] },
      });
    },
    impacted: () => impactsOf('pending'),
    /** Signs the reads of R1 at some timepoints, one after the other, with a target of so many mm. */
    sign: async (user: string, timepoints: Readonly<Record<string, number>>): Promise<void> => {
      const bench = readingOf(server, await logIn(server, user));
      for (const [timepoint, mm] of Object.entries(timepoints)) {
        const id = await readOf(server, 'R1', timepoint);
        const signed = await bench.signWith(id, mm, { requestId: `request-${id}` });
        if (signed.statusCode !== 200) throw new Error(`${timepoint}: ${signed.body}`);
        await server.releases.idle();
      }
    },
    /** Every version of every read, as `BL v1 signed`, in order. */
    versions: async (): Promise<string[]> => {
      const rows = await server.deps.db
        .selectFrom('read')
        .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
        .select(['timepoint.code', 'read.version', 'read.state'])
        .orderBy('read.ordinal')
        .orderBy('read.version')
        .execute();
      return rows.map(({ code, version, state }) => `${code} v${version} ${state}`);
    },
  };
};
