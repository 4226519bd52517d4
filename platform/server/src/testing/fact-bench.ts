import { readChain } from '../audit/chain.js';
import { testAccount } from './test-account.js';
import { logIn, type Answer, type LoggedIn, type TestServer } from './test-server.js';
import { twoReaderBench, twoReaderText } from './two-reader-bench.js';

export const subject = 'REAL-SUBJECT-1';

/** What the bench's charter keeps beside what every charter of oncology keeps. */
const keptFacts = `clinicalFacts:
  histology: { roles: [dataManager, reader, adjudicator], when: always }
  clinicalStatus: { roles: [dataManager, reader], when: always }
  steroids: { roles: [dataManager, reader, adjudicator], when: afterImagingLocked }
  labs: { roles: [dataManager, adjudicator], when: afterImagingLocked }
  weight: { roles: [dataManager, auditor], when: neverToReaders }
  priorSurgery: { roles: [unblindedSupport], when: neverToReaders }
`;

/** The trial of two readers, which keeps some kinds, with a data manager and unblinded support. */
export const factText = (more = '', facts = keptFacts): string =>
  twoReaderText(
    'counterfactual: true',
    `${facts}roles: { dataManager: [manager1], unblindedSupport: [support1], auditor: [auditor1] }\n${more}`
  );

export interface PlanAnswer {
  readonly done: boolean;
  readonly import: string | null;
  readonly tag: string;
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
  readonly same: number;
  readonly findings: readonly {
    readonly line: number;
    readonly column: string | null;
    readonly code: string;
    readonly message: string;
  }[];
  readonly findingCount: number;
  readonly changes: readonly {
    readonly act: string;
    readonly subject: string;
    readonly kind: string;
    readonly before: object | null;
    readonly after: object | null;
  }[];
  readonly reads: readonly { readonly timepoint: string; readonly slot: string }[];
  readonly finals: readonly object[];
}

/** What people do with the clinical facts of the bench's trial over HTTP. The clock stands after the last timepoint. */
export const factBench = async (server: TestServer, charter = factText()) => {
  for (const userName of ['manager1', 'support1', 'auditor1']) {
    await testAccount(server.deps, { userName, displayName: userName });
  }
  server.forward(Date.parse('2026-06-01T09:00:00Z') - server.deps.now().getTime());
  const bench = await twoReaderBench(server, charter);
  const people = {
    ...bench.people,
    manager: await logIn(server, 'manager1'),
    support: await logIn(server, 'support1'),
    auditor: await logIn(server, 'auditor1'),
  };
  const root = '/api/admin/trials/T-1/facts';
  const importing = (text: string | Uint8Array, more: object = {}, by: LoggedIn = people.manager) =>
    by.call('POST', `${root}/import`, {
      ...{ fileName: 'facts.csv', source: 'EDC' },
      ...{ content: Buffer.from(text).toString('base64'), ...more },
    });
  const plan = (answer: Answer): PlanAnswer => {
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<PlanAnswer>();
  };
  const preview = async (text: string | Uint8Array, by: LoggedIn = people.manager) =>
    plan(await importing(text, { preview: true }, by));
  const bring = async (text: string, by: LoggedIn = people.manager) =>
    plan(await importing(text, {}, by));
  const record = (fact: object, by: LoggedIn = people.manager) =>
    by.call('POST', root, { subject, reason: 'Letter of the site', ...fact });
  const list = async (query = '', by: LoggedIn = people.manager) =>
    (await by.call('GET', `${root}${query}`)).json<{
      kinds: { kind: string }[];
      keeps: boolean;
      notKept: { kind: string; facts: number }[];
      facts: { id: string; subject: string; kind: string; date: string; value: string }[];
      total: number;
    }>();
  const versions = async (by: LoggedIn = people.manager) =>
    (await by.call('GET', `${root}/subjects/${subject}`)).json<{
      facts: {
        kind: string;
        versions: {
          version: number;
          value: string | null;
          withdrawn: boolean;
          current: boolean;
          source: string;
          file: string | null;
          reason: string | null;
          by: string;
          touched: { timepoint: string; slot: string }[];
        }[];
      }[];
    }>().facts;
  const rows = () => server.deps.db.selectFrom('clinical_fact').selectAll().orderBy('id').execute();
  const entries = async () => {
    const { id } = await server.deps.db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    return (await readChain(server.deps.db, id)).map(
      ({ sequence, entry }) =>
        ({ sequence, ...(entry as object) }) as {
          sequence: number;
          act: string;
          details: Record<string, unknown>;
        }
    );
  };
  const exported = async (query = '') =>
    (
      await server.ask({
        url: `/api/admin/trials/T-1/export${query}`,
        headers: { authorization: `Bearer ${server.adminToken}` },
      })
    ).json<{ asOf: number; files: { name: string; content: string }[] }>();
  return {
    ...{ ...bench, people, root, importing, preview, bring, record, list, versions, rows },
    ...{ entries, exported },
  };
};
