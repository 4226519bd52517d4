import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const filesBelow = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile() && !/\.(gz|br)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length))
    .sort();
};

/**
 * Paths under which the server gives the files of the site and of the plugins.
 * @param root of the repository
 * @throws Error when they are not built: an inventory without them would be silent about them
 */
export async function siteFiles(root: string): Promise<string[]> {
  const viewer = join(root, 'platform/viewer');
  const plugins = await filesBelow(join(viewer, 'dist-plugins'));
  const site = await filesBelow(join(viewer, 'dist-site'));
  return [...plugins.map(path => `/plugins${path}`), ...site];
}
