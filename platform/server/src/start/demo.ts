import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatePhantoms, phantomFiles, phantomPlan } from '@corelab/phantoms';
import { ensureAccount, type AccountIdentity } from '../accounts/accounts.js';
import type { ServerDeps } from '../http/server-deps.js';
import { checkCharter, runnableCharter } from '../trials/charter-check.js';
import { deployTrial } from '../trials/deploy.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { takeIn } from '../workflow/take-in.js';
import type { ArchiveConnection } from './archive-connection.js';
import { sendMissing } from './send-images.js';

/** Passwords of the demonstration: public, so the demonstration listens on loopback. */
export const demoAccounts = [
  { userName: 'reader1', displayName: 'Reader One', password: 'reader1-demo' },
  { userName: 'admin1', displayName: 'Admin One', password: 'admin1-demo' },
] as const;

const charterFile = fileURLToPath(
  new URL('../../../charter/examples/demo-onc.yaml', import.meta.url)
);

/** Whether this charter already was in force: what amended it since then stays. */
const wasInForce = async ({ db }: ServerDeps, source: string): Promise<boolean> => {
  const { hash } = runnableCharter(checkCharter(source));
  const row = await db
    .selectFrom('charter_version')
    .select('id')
    .where('hash', '=', hash)
    .where('state', 'in', ['effective', 'superseded'])
    .executeTakeFirst();
  return row !== undefined;
};

/** Makes the demonstration's accounts and trial exist, before any image is there. Returns its admin. */
export const deployDemo = async (deps: ServerDeps): Promise<AccountIdentity> => {
  const [reader, administrator] = demoAccounts;
  await ensureAccount(deps, reader);
  const by = await ensureAccount(deps, { ...administrator, administrator: true });
  const source = await readFile(charterFile, 'utf8');
  if (!(await wasInForce(deps, source))) {
    await deployTrial(deps, {
      ...{ source, by, demo: true },
      reason: 'the demonstration that comes with this release',
      scope: 'newTimepoints',
    });
  }
  return by;
};

export interface DemoLoad {
  readonly connection: ArchiveConnection;
  readonly folder: string;
  readonly admin: AccountIdentity;
  readonly releases: ReleaseQueue;
  readonly say: (line: string) => void;
  /** Ends it between two images; its reason is thrown. */
  readonly signal: AbortSignal;
}

/** Fills the archive with the phantoms it does not hold yet and releases the first reads. Safe to repeat. */
export const loadDemo = async (deps: ServerDeps, load: DemoLoad): Promise<void> => {
  await generatePhantoms({
    outDir: load.folder,
    onProgress: (written, total) => {
      load.signal.throwIfAborted();
      if (written % 100 === 0 || written === total) {
        load.say(`demo images: ${written} of ${total} made`);
      }
    },
  });
  await sendMissing(
    [...phantomFiles(phantomPlan())].map(({ path, sopInstanceUid }) => ({
      sopInstanceUid,
      bytes: () => readFile(join(load.folder, path)),
    })),
    load
  );
  for (const report of await takeIn(deps, load.admin.id, load.releases)) {
    load.say(
      `${report.trial}: ${report.matched} studies matched, ${report.unmatched.length} not matched`
    );
  }
  await load.releases.idle();
};
