import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runStep } from './step.mjs';

const workspaces = ['platform', 'extensions', 'modes', 'tests', 'orthanc'];
const shared = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.base.json'];
/** Never part of what a browser loads. */
const serverSide = /^platform\/(server|cli|exchange|record|engine)\//;
const written = /^(node_modules|dist(-.*)?|build|output|coverage|\..*)$/;

/** The native compiler; `typescript` beside it is the library that other tools read types with. */
export const compiler = ['node_modules/@typescript/native/bin/tsc'];

/**
 * The parts of a build in their order: what runs, what must be there for it to make sense, what it reads and what proves
 * that it has run.
 */
export const parts = [
  {
    name: 'types',
    title: 'compile (tsc -b)',
    command: [process.execPath, ...compiler, '-b'],
    needs: ['tsconfig.json'],
    reads: [...workspaces, ...shared],
    makes: ['platform/server/dist/.tsbuildinfo'],
  },
  {
    name: 'engine',
    title: 'bundle the rule engine',
    command: ['npm', 'run', '--silent', 'build:engine'],
    needs: ['webpack.engine.config.mjs'],
    reads: [
      ...['platform/engine', 'platform/criteria', 'platform/reads'],
      ...['webpack.engine.config.mjs', ...shared],
    ],
    makes: ['platform/engine/dist-engine/engine.mjs'],
  },
  {
    name: 'plugins',
    title: 'bundle the plugins',
    command: ['npm', 'run', '--silent', 'build:plugins'],
    needs: ['webpack.config.mjs'],
    reads: ['platform', 'extensions', 'modes', 'webpack.config.mjs', ...shared],
    without: serverSide,
    makes: ['platform/viewer/dist-plugins/manifest.json'],
  },
  {
    name: 'site',
    title: 'build the site',
    command: [process.execPath, 'platform/viewer/bin/build-site.mjs'],
    needs: ['platform/viewer/bin/build-site.mjs'],
    reads: ['platform', 'extensions', 'modes', 'webpack.config.mjs', ...shared],
    without: serverSide,
    makes: ['platform/viewer/dist-site/index.html'],
  },
];

/** True when what the part starts from is in the tree. */
export async function canBuild(root, part) {
  return (await Promise.all(part.needs.map(path => exists(join(root, path))))).every(Boolean);
}

/** Runs one part, whatever was built before. */
export async function buildPart(root, part, options = {}) {
  const [program, ...args] = part.command;
  const { code } = await runStep(part.title, program, args, { cwd: root, ...options });
  if (code === 0) await stamp(root, part, await fingerprint(root, part));
  return code === 0;
}

/** Runs the parts whose sources changed since they last ran well, or whose result is gone. */
export async function buildWhatChanged(root) {
  for (const part of parts) {
    const sources = await fingerprint(root, part);
    const made = await Promise.all(part.makes.map(path => exists(join(root, path))));
    if (made.every(Boolean) && (await stamps(root))[part.name] === sources) continue;
    if (!(await buildPart(root, part))) return false;
  }
  return true;
}

/** SHA-256 over the names and contents of all source files that a part reads. */
export async function fingerprint(root, { reads, without }) {
  const hash = createHash('sha256');
  for (const path of reads)
    for (const file of await filesUnder(root, path)) {
      if (without?.test(file)) continue;
      hash.update(`${file}\0`);
      hash.update(
        createHash('sha256')
          .update(await readFile(join(root, file)))
          .digest()
      );
    }
  return hash.digest('hex');
}

async function filesUnder(root, path) {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch(error => {
    if (error.code === 'ENOTDIR') return null;
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (entries === null) return [path];
  const files = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (written.test(entry.name)) continue;
    const inner = `${path}/${entry.name}`;
    if (entry.isDirectory()) files.push(...(await filesUnder(root, inner)));
    else if (entry.isFile()) files.push(inner);
  }
  return files;
}

const stampFile = '.corelab/build.json';

/** Fingerprints by part; an unreadable stamp file only means that everything is built again. */
async function stamps(root) {
  const text = await readFile(join(root, stampFile), 'utf8').catch(() => '{}');
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

let stamped = Promise.resolve();

/** Parts may be built side by side; the file is changed by one at a time. */
function stamp(root, part, sources) {
  stamped = stamped.then(async () => {
    const path = join(root, stampFile);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const all = { ...(await stamps(root)), [part.name]: sources };
    await writeFile(path, `${JSON.stringify(all, null, 2)}\n`);
  });
  return stamped;
}

function exists(path) {
  return access(path).then(
    () => true,
    () => false
  );
}
