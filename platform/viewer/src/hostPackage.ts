import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheDirectory, packageDirectory } from './directories.js';
import { ViewerError } from './viewerError.js';

const run = promisify(execFile);

/** The pinned host: npm name, exact version, and the subresource integrity (`sha512-<base64>`) of its tarball. */
export interface HostPackage {
  name: string;
  version: string;
  integrity: string;
}

export async function pinnedHostPackage(): Promise<HostPackage> {
  const text = await readFile(join(packageDirectory, 'host-package.json'), 'utf8');
  return JSON.parse(text) as HostPackage;
}

/** `sha512-<base64>` of the bytes, as npm writes it. */
export function integrityOf(bytes: Uint8Array): string {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
}

const keyOf = (integrity: string): string =>
  createHash('sha256').update(integrity).digest('hex').slice(0, 32);

async function verify(tarball: string, host: HostPackage): Promise<void> {
  const found = integrityOf(await readFile(tarball));
  if (found === host.integrity) return;
  await rm(tarball, { force: true });
  throw new ViewerError(
    'CL_HOST_INTEGRITY',
    `${host.name}@${host.version}: the tarball's integrity is ${found}, host-package.json pins ${host.integrity}. The file was removed.`
  );
}

async function download(host: HostPackage, tarball: string, cache: string): Promise<void> {
  const folder = await mkdtemp(join(cache, 'download-'));
  try {
    const { stdout } = await run(
      'npm',
      [
        'pack',
        `${host.name}@${host.version}`,
        '--json',
        '--ignore-scripts',
        '--pack-destination',
        folder,
      ],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024 }
    );
    const packed = JSON.parse(stdout) as { filename: string }[];
    const name = packed[0]?.filename.replace('@', '').replace('/', '-');
    if (name === undefined) throw new Error('npm pack named no file');
    await rename(join(folder, name), tarball);
  } catch (cause) {
    throw new ViewerError(
      'CL_HOST_FETCH',
      `${host.name}@${host.version} could not be fetched with npm pack: ${String(cause)}. Check the npm registry, or put the tarball at ${tarball}.`,
      { cause }
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The folder that holds the published host's prebuilt files (`dist` of the package), fetched at the first call and kept
 * in the user's cache by its hash. The tarball is checked against the pinned integrity whenever it is unpacked.
 * Throws ViewerError CL_HOST_FETCH, CL_HOST_INTEGRITY or CL_HOST_UNPACK.
 */
export async function fetchHost(
  options: { host?: HostPackage; cache?: string; log?: (message: string) => void } = {}
): Promise<string> {
  const host = options.host ?? (await pinnedHostPackage());
  const cache = options.cache ?? cacheDirectory();
  const log = options.log ?? (() => undefined);
  const key = keyOf(host.integrity);
  const unpacked = join(cache, `host-${key}`);
  const dist = join(unpacked, 'package', 'dist');
  if (existsSync(dist)) return dist;
  await mkdir(cache, { recursive: true });
  const tarball = join(cache, `host-${key}.tgz`);
  if (!existsSync(tarball)) {
    log(`fetching ${host.name}@${host.version}`);
    await download(host, tarball, cache);
  }
  await verify(tarball, host);
  const folder = await mkdtemp(join(cache, 'unpack-'));
  try {
    log(`unpacking ${host.name}@${host.version}`);
    await run('tar', ['-xzf', tarball, '-C', folder, '--exclude=*.map']);
    if (!existsSync(join(folder, 'package', 'dist', 'index.html')))
      throw new Error('no dist/index.html inside');
    await rename(folder, unpacked).catch((cause: unknown) => {
      // Another build was faster: its copy passed the same check.
      if (!existsSync(dist)) throw cause;
    });
  } catch (cause) {
    throw new ViewerError('CL_HOST_UNPACK', `${tarball} could not be unpacked: ${String(cause)}`, {
      cause,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return dist;
}
