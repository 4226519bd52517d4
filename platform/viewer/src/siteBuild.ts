import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { packageDirectory, siteDirectory } from './directories.js';
import { fetchHost, pinnedHostPackage } from './hostPackage.js';
import { adjustIndexPage } from './indexPage.js';
import { writeCompressed } from './siteFile.js';
import { ViewerError } from './viewerError.js';

/** Raise when what the build does to the host's files changes, so that older results are made again. */
const buildVersion = 2;

/**
 * Parts of the host no mode of ours reaches: models and runtimes for in-browser segmentation, whole-slide microscopy,
 * hosted customizations, cloud logins, service workers, and what only its own deployment uses.
 */
const leftOut = [
  /\.map$/,
  /^(ort|dicom-microscopy-viewer|customizations)\//,
  /^(google|sw|init-service-worker|app-config|es6-shim\.min|polyfill\.min|oidc-client\.min)\.js$/,
  /^(_headers|_redirects|serve\.json|silent-refresh\.html|manifest\.json|index\.html)$/,
  /^assets\/(apple-touch|mstile|coast|android-chrome|yandex|browserconfig|firefox)/,
];

/** What we add beside the page. */
const ownFiles = ['app-config.js', 'favicon.svg'] as const;

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter(name => !leftOut.some(pattern => pattern.test(name)))
    .sort();
}

async function bringAll(
  dist: string,
  site: string,
  names: readonly string[],
  workers: number
): Promise<void> {
  const sizes = await Promise.all(
    names.map(async name => ({ name, size: (await stat(join(dist, name))).size }))
  );
  const queue = sizes.sort((a, b) => b.size - a.size).map(entry => entry.name);
  const serve = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      const next = (): void => {
        const name = queue.shift();
        if (name === undefined) resolve();
        else worker.postMessage({ source: join(dist, name), target: join(site, name) });
      };
      worker.on('error', reject);
      worker.on('message', (answer: { error: string | null }) => {
        if (answer.error !== null) reject(new ViewerError('CL_HOST_MINIFY', answer.error));
        else next();
      });
      next();
    });
  const pool = Array.from(
    { length: workers },
    () => new Worker(new URL('./siteWorker.js', import.meta.url))
  );
  try {
    await Promise.all(pool.map(serve));
  } finally {
    await Promise.all(pool.map(worker => worker.terminate()));
  }
}

export interface SiteBuildResult {
  /** The folder written. */
  directory: string;
  /** False when the host's files there were already those of the pinned version. */
  rebuilt: boolean;
  files: number;
}

/**
 * Builds the site: the pinned host's files (minified, with `.gz` and `.br` beside them, their hashed names kept), our
 * index page and `app-config.js`. Host files are made again only when the pin or the build changes.
 * Throws ViewerError. About a quarter of a minute from nothing, under a second when nothing changed.
 */
export async function buildSite(
  options: { site?: string; cache?: string; workers?: number; log?: (message: string) => void } = {}
): Promise<SiteBuildResult> {
  const site = options.site ?? siteDirectory;
  const log = options.log ?? (() => undefined);
  const host = await pinnedHostPackage();
  const dist = await fetchHost({
    host,
    log,
    ...(options.cache === undefined ? {} : { cache: options.cache }),
  });
  const names = await filesBelow(dist);
  const stampFile = join(site, '.stamp');
  const stamp = createHash('sha256')
    .update(JSON.stringify([buildVersion, host, names]))
    .digest('hex');
  const known = existsSync(stampFile) ? await readFile(stampFile, 'utf8') : '';
  const rebuilt = known !== stamp;
  if (rebuilt) {
    log(`minifying and compressing ${names.length} files of ${host.name}@${host.version}`);
    await rm(site, { recursive: true, force: true });
    await bringAll(dist, site, names, options.workers ?? 2);
  }
  const page = adjustIndexPage(await readFile(join(dist, 'index.html'), 'utf8'), names);
  await writeCompressed(join(site, 'index.html'), Buffer.from(page));
  for (const name of ownFiles) {
    await writeCompressed(join(site, name), await readFile(join(packageDirectory, 'site', name)));
  }
  if (rebuilt) await writeFile(stampFile, stamp);
  return { directory: site, rebuilt, files: names.length + 1 + ownFiles.length };
}
