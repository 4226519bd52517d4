import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatePhantoms } from '@corelab/phantoms';
import type { AccountIdentity } from '../accounts/accounts.js';
import type { Archive } from '../archive/archive.js';
import type { ServerDeps } from '../http/server-deps.js';
import { inParallel } from '../release/in-parallel.js';
import { deployTrial } from '../trials/deploy.js';
import type { ReleaseQueue } from '../workflow/release-queue.js';
import { takeIn } from '../workflow/take-in.js';

const charterFile = fileURLToPath(
  new URL('../../../charter/examples/demo-onc.yaml', import.meta.url)
);

/** Makes the demonstration's trial exist, before any image is there. */
export const deployDemo = async (deps: ServerDeps, admin: AccountIdentity): Promise<void> => {
  const source = await readFile(charterFile, 'utf8');
  await deployTrial(deps, { source, by: admin, reason: 'demonstration', demo: true });
};

const uploadsAtOnce = 4;

/** Fills the archive with the phantoms it does not hold yet and releases the first reads. */
export const loadDemo = async (
  deps: ServerDeps,
  options: {
    archive: Archive;
    folder: string;
    admin: AccountIdentity;
    releases: ReleaseQueue;
    say: (line: string) => void;
  }
): Promise<void> => {
  const { archive, folder } = options;
  await generatePhantoms({
    outDir: folder,
    onProgress: (written, total) => {
      if (written % 200 === 0 || written === total) {
        options.say(`demo images: ${written} of ${total} made`);
      }
    },
  });
  const files = (await readdir(folder, { recursive: true })).filter(file => file.endsWith('.dcm'));
  const before = await storedInstances(archive);
  if (before < files.length) {
    options.say(`demo images: sending ${files.length} to the archive`);
    await inParallel(files, uploadsAtOnce, async file =>
      archive.storeInstance(await readFile(join(folder, file)))
    );
  }
  const reports = await takeIn(deps, options.admin.id, options.releases);
  for (const report of reports) {
    options.say(
      `${report.trial}: ${report.matched} studies matched, ${report.unmatched.length} not matched`
    );
  }
  await options.releases.idle();
};

const storedInstances = async (archive: Archive): Promise<number> => {
  let count = 0;
  for (const study of await archive.studies()) {
    const uid = study['0020000D']?.Value?.[0];
    if (typeof uid === 'string') count += (await archive.instances(uid)).length;
  }
  return count;
};
