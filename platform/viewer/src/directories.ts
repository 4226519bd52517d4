import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** platform/viewer, wherever the built file lies one level below it. */
export const packageDirectory = fileURLToPath(new URL('..', import.meta.url));

/** The built site: what the server sends for every page of the host. Written by `bin/build-site.mjs`. */
export const siteDirectory = join(packageDirectory, 'dist-site');

/** The plugin bundle with its `manifest.json`; served under `/plugins/`. Written by the root's webpack build. */
export const pluginsDirectory = join(packageDirectory, 'dist-plugins');

/** Where downloads are kept between builds and checkouts: `$XDG_CACHE_HOME/corelab`, else `~/.cache/corelab`. */
export function cacheDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  return join(environment['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'corelab');
}
