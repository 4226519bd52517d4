import { v7 as uuidv7 } from 'uuid';
import type { AccountIdentity } from '../accounts/accounts.js';
import { defaultPolicy } from '../accounts/policy.js';
import { issueApiToken } from '../accounts/api-tokens.js';
import { migrate } from '../database/migrate.js';
import type { OpenedDatabase } from '../database/open.js';
import { openJobQueue, type JobQueue } from '../jobs/job-queue.js';
import { buildApp, type BuiltApp } from '../http/app.js';
import type { ArchivePort, ServerDeps } from '../http/server-deps.js';
import { approvalMeanings } from '../trials/decide-version.js';
import { grantRole } from '../trials/roles.js';
import type { Scope } from '../trials/scope.js';
import { emptyDatabase } from './empty-database.js';
import { fakeArchive, type ArchiveParts } from './fake-archive.js';
import { testHeads } from './test-heads.js';
import { testInstallation } from './test-installation.js';
import { testAccount } from './test-account.js';
import type { TestDatabase } from './test-database.js';
import { askAt, password, type Answer, type Ask } from './http-client.js';

export { takeInSubject, type ArchiveParts } from './fake-archive.js';
export { logIn, password, type Answer, type LoggedIn } from './http-client.js';

export const charterText = `
trial: { id: T-1, name: Trial one, phase: '2' }
area: oncology
criterion: { id: recist-1.1 }
sites: [{ code: '101', name: Site }]
series: [{ role: CT-PV-AX, modality: CT }]
timepoints:
  - { id: BL, label: Baseline, kind: baseline }
  - { id: TP1, label: Week 8, day: 56 }
  - { id: TP2, label: Week 16, day: 112 }
tracks:
  - id: efficacy
    slots: [R1]
    readers: { R1: [reader] }
    showDerived: live
`;

export const auditKeyOfTests = 'k'.repeat(43);

export interface TestServer extends BuiltApp {
  readonly deps: ServerDeps;
  readonly admin: AccountIdentity;
  readonly adminToken: string;
  /** Whoever approves what `admin` writes. */
  readonly approver: AccountIdentity;
  readonly approverToken: string;
  readonly origin: string;
  /** The queue of each of the server processes that answer `ask`, in turn. */
  readonly queues: readonly JobQueue[];
  /** Reads the archive side was asked to release, in order. */
  readonly released: string[];
  /** What the archive does next; a test makes it fail. */
  archiveFails: boolean;
  /** Moves the clock. */
  forward(ms: number): void;
  ask(request: Ask): Promise<Answer>;
  close(): Promise<void>;
}

const queues = new WeakMap<OpenedDatabase, Promise<JobQueue>>();

/** One queue for each database, however many servers a test file makes over it. */
const jobsOf = (opened: OpenedDatabase): Promise<JobQueue> => {
  const queue =
    queues.get(opened) ??
    openJobQueue(opened, {
      upkeep: false,
      onError: reason => {
        throw reason;
      },
    });
  queues.set(opened, queue);
  return queue;
};

/**
 * The application over an emptied database, a clock that stands, and an archive side: one of a few lines, or what
 * `archiveSide` makes. `over` replaces what is said of the installation.
 */
export const testServer = async (
  opened: OpenedDatabase & Partial<Pick<TestDatabase, 'others'>>,
  archiveSide?: (parts: ArchiveParts) => ArchivePort,
  over: Partial<
    Pick<
      ServerDeps,
      | 'demonstration'
      | 'policy'
      | 'logger'
      | 'heads'
      | 'installation'
      | 'identityProvider'
      | 'trustedProxies'
    >
  > = {}
): Promise<TestServer> => {
  const { db } = opened;
  let time = Date.parse('2026-03-01T09:00:00Z');
  const now = (): Date => new Date(time);
  const newId = (): string => uuidv7();
  await migrate(db, now);
  await emptyDatabase(opened);
  const jobs = await jobsOf(opened);
  await jobs.forget();
  const released: string[] = [];
  const state = { fails: false };
  const zone = 'UTC';
  const auditKey = auditKeyOfTests;
  const parts = { db, now, newId, zone, auditKey };
  const archive = archiveSide?.(parts) ?? fakeArchive(parts, released, state);
  const deps: ServerDeps = {
    db,
    now,
    newId,
    archive,
    jobs,
    policy: { ...defaultPolicy, loginsPerMinute: 30, costlyPerMinute: 100_000 },
    demonstration: false,
    auditKey,
    secondFactorKey: 's'.repeat(43),
    heads: testHeads(db, now),
    installation: testInstallation(opened),
    zone,
    secureCookie: false,
    siteFolder: null,
    pluginsFolder: null,
    logger: false,
    ...over,
  };
  const built = await buildApp(deps);
  const origin = await built.app.listen({ host: '127.0.0.1', port: 0 });
  // Further processes on the same database, which share the clock and what stands for the archive.
  const more: BuiltApp[] = [];
  const asks = [askAt(origin)];
  const queues = [jobs];
  for (const other of opened.others ?? []) {
    const queue = await jobsOf(other);
    queues.push(queue);
    const process = await buildApp({ ...deps, db: other.db, jobs: queue });
    asks.push(askAt(await process.app.listen({ host: '127.0.0.1', port: 0 })));
    more.push(process);
  }
  let turn = 0;
  const ask = (request: Ask): Promise<Answer> => {
    turn += 1;
    return asks[turn % asks.length]!(request);
  };
  for (const userName of ['reader', 'other']) {
    await testAccount(deps, { userName, displayName: `Dr ${userName}` });
  }
  const admin = await testAccount(deps, {
    ...{ userName: 'admin', displayName: 'Admin', administrator: true },
  });
  const approver = await testAccount(deps, { userName: 'approver', displayName: 'Second admin' });
  // A process knows of its own requests before the database has them: each is asked, and once more after what came of it.
  const idle = async (): Promise<void> => {
    for (const { releases } of [built, ...more, built, ...more]) await releases.idle();
  };
  return {
    ...built,
    releases: more.length === 0 ? built.releases : { ...built.releases, idle },
    ask,
    queues,
    origin,
    deps,
    admin,
    adminToken: await issueApiToken(deps, admin.id),
    approver,
    approverToken: await issueApiToken(deps, approver.id),
    released,
    get archiveFails() {
      return state.fails;
    },
    set archiveFails(fails: boolean) {
      state.fails = fails;
    },
    forward: ms => {
      time += ms;
    },
    close: async () => {
      for (const { app } of [built, ...more]) await app.close();
    },
  };
};

/** Makes the second person an admin of a trial, who then approves a version of it. */
export const approved = async (
  server: TestServer,
  trial: string,
  version: number
): Promise<Answer> => {
  const { deps, approver } = server;
  await deps.db.transaction().execute(async trx => {
    const { id } = await trx
      .selectFrom('trial')
      .select('id')
      .where('code', '=', trial)
      .executeTakeFirstOrThrow();
    await grantRole(trx, {
      ...{ trialId: id, accountId: approver.id, role: 'admin' },
      ...{ grantedBy: server.admin.id, at: deps.now() },
    });
  });
  return server.ask({
    method: 'POST',
    url: `/api/admin/trials/${trial}/versions/${version}/approve`,
    headers: { authorization: `Bearer ${server.approverToken}` },
    payload: { password, meaning: approvalMeanings[0], reason: 'It is what was agreed' },
  });
};

/** Deploys a charter and has it approved; an amendment needs its reason and scope. */
export const putInForce = async (
  server: TestServer,
  charter = charterText,
  amendment: { readonly reason?: string; readonly scope?: Scope } = {}
): Promise<void> => {
  const trial = await server.ask({
    method: 'POST',
    url: '/api/admin/trials',
    headers: { authorization: `Bearer ${server.adminToken}` },
    payload: { charter, ...amendment },
  });
  if (trial.statusCode !== 200) throw new Error(trial.body);
  const { code, version } = trial.json<{ code: string; version: number }>();
  const approval = await approved(server, code, version);
  if (approval.statusCode !== 200) throw new Error(approval.body);
};

/** Puts the trial into force and takes in its images; the baseline read is then released. */
export const deployed = async (server: TestServer, charter = charterText): Promise<void> => {
  await putInForce(server, charter);
  const headers = { authorization: `Bearer ${server.adminToken}` };
  const intake = await server.ask({ method: 'POST', url: '/api/admin/intake', headers });
  if (intake.statusCode !== 200) throw new Error(intake.body);
};
