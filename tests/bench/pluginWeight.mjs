import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../platform/viewer/dist-plugins', import.meta.url));

/** Gzipped bytes of what the first load brings: the manifest's entry and stylesheets. */
export async function measurePluginWeight() {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  const files = {};
  for (const address of [manifest.entry, ...(manifest.css ?? [])]) {
    const bytes = await readFile(join(folder, basename(address)));
    files[basename(address)] = gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }).length;
  }
  const gzippedBytes = Object.values(files).reduce((sum, bytes) => sum + bytes, 0);
  return { files, gzippedBytes };
}
