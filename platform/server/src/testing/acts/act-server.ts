import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueApiToken } from '../../accounts/api-tokens.js';
import { defaultPolicy } from '../../accounts/policy.js';
import { archiveConnection } from '../../start/archive-connection.js';
import { archivePort } from '../../start/archive-port.js';
import { archiveInMemory } from '../archive-in-memory.js';
import { testDatabase } from '../test-database.js';
import { testAccount } from '../test-account.js';
import { logIn, testServer, type LoggedIn, type TestServer } from '../test-server.js';

/** People who read, by what the charter of a trial of acts makes of them. */
export const readers = ['r1', 'r2', 'r3', 'judge', 'judge2'] as const;
/** People who run the trial; `approver` is the second person of `admin`. */
export const staff = ['admin', 'approver', 'manager', 'manager2', 'qc1', 'site101'] as const;
/** People who may do nothing that changes a trial: of another role in it, or of none. */
export const strangers = ['auditor', 'nobody'] as const;
export const people = [...readers, ...staff, ...strangers] as const;
export type PersonName = (typeof people)[number];
export type ReaderName = (typeof readers)[number];

/** How a trial of acts is adjudicated, by the words of its charter. */
export const adjudicated = {
  ofSubject: '{ counterfactual: false }',
  ofSubjectAgain: '{ counterfactual: false, laterTimepoints: readjudicate }',
  ofTimepoint:
    '{ counterfactual: false, scope: timepoint, triggers: [visitResponse, newLesion], laterTimepoints: readjudicate }',
  sinceLast: '{ counterfactual: false, scope: sinceLast }\n    closing: declared',
} as const;
export type Adjudicated = keyof typeof adjudicated;

/** Two readers and an adjudicator, rated by two criteria, each slot with somebody to take over; what is whole passes QC by itself. */
export const actsCharter = (
  code: string,
  over: { gapPolicy?: string; more?: string; adjudicated?: Adjudicated } = {}
) => `
trial: { id: ${code}, name: Trial ${code}, phase: '2' }
area: oncology
criteria: [{ id: recist-1.1 }, { id: irecist }]
sites: [{ code: '101', name: Site, coordinators: [site101] }, { code: '102', name: Other site }]
series: [{ role: CT-PV-AX, modality: CT }]
imagingProtocol: { qc: automatic }
gapPolicy: ${over.gapPolicy ?? 'hold'}
timepoints:
  - { id: BL, label: Baseline, kind: baseline }
  - { id: TP1, label: Week 8, day: 56 }
  - { id: TP2, label: Week 16, day: 112 }
tracks:
  - id: efficacy
    slots: [R1, R2, ADJ]
    readers: { R1: [r1, r3], R2: [r2, r3], ADJ: [judge, judge2] }
    replacement: continueAllowed
    adjudication: ${adjudicated[over.adjudicated ?? 'ofSubject']}
${over.more ?? ''}
roles: { admin: [admin, approver], dataManager: [manager, manager2], qcTechnologist: [qc1], auditor: [auditor] }
`;

/** The application over an archive in memory, all its people logged in. */
export interface ActServer {
  readonly server: TestServer;
  /** Sessions of people, for what readers do. */
  readonly sessions: Readonly<Record<PersonName, LoggedIn>>;
  /** Tokens of people, for what staff do. */
  readonly tokens: Readonly<Record<PersonName, string>>;
  /** What the server said went wrong while it worked in the background. */
  readonly warnings: unknown[];
  close(): Promise<void>;
}

export const actServer = async (): Promise<ActServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'corelab-acts-'));
  const opened = await testDatabase();
  const connection = archiveConnection();
  connection.connect(archiveInMemory());
  const server = await testServer(
    opened,
    parts =>
      archivePort({
        ...{ ...parts, connection, log: { info: () => undefined } },
        framesFolder: join(folder, 'frames'),
        quarantineFolder: join(folder, 'quarantine'),
      }),
    {
      policy: {
        ...defaultPolicy,
        loginsPerMinute: 1_000_000,
        costlyPerMinute: 1_000_000,
        absoluteMs: 1e12,
        idleMs: 1e12,
      },
    }
  );
  const made = await Promise.all(
    people.map(async name => {
      const account = await testAccount(server.deps, {
        ...{ userName: name, displayName: `Dr ${name}` },
      });
      return [
        name,
        { token: await issueApiToken(server.deps, account.id), session: await logIn(server, name) },
      ] as const;
    })
  );
  const by = <T>(of: (one: (typeof made)[number][1]) => T) =>
    Object.fromEntries(made.map(([name, one]) => [name, of(one)])) as Record<PersonName, T>;
  return {
    server,
    sessions: by(({ session }) => session),
    tokens: by(({ token }) => token),
    warnings: [],
    close: async () => {
      await server.close();
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
