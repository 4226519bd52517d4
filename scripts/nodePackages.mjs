import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runStep } from './step.mjs';

const oldest = [20, 19];

/** A sentence saying why this Node is too old, or null. */
export function nodeTooOld(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
  return fits ? null : `Node ${version} is too old: ${oldest.join('.')} or newer is needed.`;
}

/** Why node_modules does not hold what package-lock.json asks for, or null when it does. */
export async function whyInstall(root) {
  const wanted = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')).packages;
  const hidden = await readFile(join(root, 'node_modules/.package-lock.json'), 'utf8').catch(
    error => {
      if (error.code === 'ENOENT') return null;
      throw error;
    }
  );
  if (hidden === null) return 'node_modules is missing';
  const present = JSON.parse(hidden).packages;
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.startsWith('node_modules/')) continue;
    const there = present[path];
    if (there === undefined && (entry.optional || entry.devOptional || entry.peer)) continue;
    if (there?.version !== entry.version || there?.integrity !== entry.integrity)
      return `node_modules is older than package-lock.json (${path})`;
  }
  return null;
}

/** Installs the npm packages when they are missing or others than package-lock.json names. */
export async function ensureNodePackages(root) {
  const why = await whyInstall(root);
  if (why === null) return true;
  const { code } = await runStep(`npm ci: ${why}`, 'npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
  });
  return code === 0;
}
